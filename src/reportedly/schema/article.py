"""What is published: the bytes as they came, and the clean text that every span points into."""

from datetime import datetime, timedelta

from reportedly.schema.base import Noun
from reportedly.schema.collecting import Item
from reportedly.schema.labels import DatePrecision, DateSource


class Capture(Noun, frozen=True, kw_only=True):
    """Bytes as they came from a file, a feed or an archive.

    Attributes:
        name: what the user calls it (a path, a URL, `-`), for messages.
        id: the id that the article gets, where the origin of the bytes gives one.
        media_type: `text/html`, `text/plain` or `application/json`.
        body: the bytes, already decompressed.
        charset: the encoding, where a server named it.
        feed: id of the feed or name of the archive that it came through.
        item: what that feed said of it.
    """

    name: str
    id: str | None = None
    url: str | None = None
    captured_at: datetime | None = None
    media_type: str
    body: bytes
    charset: str | None = None
    feed: str | None = None
    item: Item | None = None


class Article(Noun, frozen=True, kw_only=True):
    """One published text, cleaned; `text` never changes, for every span points into it.

    Attributes:
        published_at: aware, in UTC; None where nothing says when.
        date_source: what `published_at` was taken from; None exactly where that is None.
        date_precision: whether the time of day of `published_at` is known.
        dateline: the place and agency before the first sentence, as printed.
        canonical_url: what the page itself gives as its address, where that is not `url`.
        feed: id of the feed or name of the archive that it came through; not who publishes it.
        owner: who owns the outlet, where that is known.
        wire: the agency credited with the text, as printed; not who publishes it.
    """

    id: str
    url: str | None = None
    canonical_url: str | None = None
    title: str | None = None
    outlet: str | None = None
    owner: str | None = None
    wire: str | None = None
    feed: str | None = None
    byline: str | None = None
    dateline: str | None = None
    language: str | None = None
    published_at: datetime | None = None
    date_source: DateSource | None = None
    date_precision: DatePrecision | None = None
    text: str

    def __post_init__(self) -> None:
        if not self.text.strip():
            raise ValueError(f"article {self.id!r} has no text")
        if self.published_at is not None and self.published_at.utcoffset() != timedelta(0):
            raise ValueError(f"article {self.id!r}: published_at must be aware and in UTC")
        if (self.published_at is None) != (self.date_source is None):
            raise ValueError(f"article {self.id!r}: published_at and date_source go together")


class Issue(Noun, frozen=True, kw_only=True):
    """One input, or a part of one, that could not be read; everything else goes on.

    Attributes:
        where: the path, URL or line.
        problem: what is wrong with it.
        remedy: what to do about it.
    """

    where: str
    problem: str
    remedy: str

    def __str__(self) -> str:
        return f"{self.where}: {self.problem}; {self.remedy}"
