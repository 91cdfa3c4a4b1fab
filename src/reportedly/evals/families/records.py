"""The truth of a family: what each article is, whom it rests on, and which origins there are."""

from reportedly.evals.families.draft import Role
from reportedly.schema import Article, CommonEvent, Noun, Reading, Status


class FamilyArticle(Noun, frozen=True, kw_only=True):
    """One article with what a perfect reader finds in it.

    Attributes:
        rests_on: ids of the articles it was made from; `outlet:` and a name where that one is not in the family.
    """

    reading: Reading
    role: Role
    rests_on: tuple[str, ...] = ()

    @property
    def article(self) -> Article:
        """The article alone."""
        return self.reading.article


class TrueOrigins(Noun, frozen=True, kw_only=True):
    """The origins of one event's status over the whole family.

    Attributes:
        low: how many if unnamed people are the same wherever they may be; `high` if they never are.
    """

    event: str
    status: Status
    origins: tuple[str, ...]
    low: int
    high: int


class Family(Noun, frozen=True, kw_only=True):
    """Articles on one invented crisis, in the order of publication, and the graph behind them."""

    id: str
    articles: tuple[FamilyArticle, ...]
    events: tuple[CommonEvent, ...]
    origins: tuple[TrueOrigins, ...]
