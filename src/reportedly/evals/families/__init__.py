"""Families of invented articles whose graph is known: who rests on whom, which origins there are, what they say.

Every text is drawn from rules written for reportedly (`grammar/`), about invented states, towns and people; nothing is
taken from anybody's articles. The same seed gives the same families.
"""

from collections.abc import Iterator
from itertools import count
from random import Random

from reportedly.evals.families.draft import Draft, Role
from reportedly.evals.families.plot import Plot
from reportedly.evals.families.records import Family, FamilyArticle, TrueOrigins
from reportedly.evals.families.sentences import Sentences
from reportedly.evals.families.truth import true_origins
from reportedly.evals.families.world import world
from reportedly.evals.families.writing import written
from reportedly.schema import CommonEvent, EventRef, Reading

__all__ = ["Family", "FamilyArticle", "Role", "TrueOrigins", "articles", "families", "family"]

_LOST = 0.2
"""How often an account that others took from is not in the family itself."""


def families(seed: int, size: int = 10) -> Iterator[Family]:
    """Families without end, each of up to `size` articles."""
    for number in count():
        yield family(seed, number, size)


def articles(seed: int, many: int, size: int = 10) -> Iterator[Reading]:
    """So many articles with their readings, family after family."""
    made = 0
    for each in families(seed, size):
        for told in each.articles:
            if made == many:
                return
            made += 1
            yield told.reading


def family(seed: int, number: int, size: int = 10) -> Family:
    """The family of that number; `size` articles at most, before those that are lost."""
    dice = Random(f"{seed}/{number}")  # noqa: S311 - for the same family every time
    known = world(dice)
    plot = Plot(known, dice, Sentences(known, dice))
    plot.run(1 + dice.randrange(size))
    drafts = _left(plot.drafts, dice)
    prefix = f"{seed}-{number}-"
    ids = {draft.key: f"{prefix}{draft.key}" for draft in drafts}
    papers = {draft.key: f"outlet:{draft.paper.name}" for draft in plot.drafts}
    made = [
        FamilyArticle(
            reading=written(draft, known, ids[draft.key]),
            role=draft.role,
            rests_on=tuple(ids.get(key, papers[key]) for key in draft.parents),
        )
        for draft in drafts
    ]
    made.sort(key=lambda each: (str(each.article.published_at), each.article.id))
    return Family(
        id=f"{seed}-{number}",
        articles=tuple(made),
        events=tuple(_common(made, prefix)),
        origins=true_origins(drafts, prefix),
    )


def _left(drafts: list[Draft], dice: Random) -> list[Draft]:
    """Without some of those that others took from, as a store has not everything."""
    parents = {key for draft in drafts for key in draft.parents}
    left = [draft for draft in drafts if draft.key not in parents or draft.depth > 0 or dice.random() >= _LOST]
    return left or drafts


def _common(made: list[FamilyArticle], prefix: str) -> Iterator[CommonEvent]:
    members: dict[str, list[EventRef]] = {}
    for each in made:
        for event in each.reading.events:
            members.setdefault(event.id, []).append(EventRef(article=each.article.id, event=event.id))
    for key, refs in sorted(members.items()):
        yield CommonEvent(id=f"{prefix}{key}", members=tuple(refs))
