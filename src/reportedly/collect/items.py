"""What a feed said of a piece, put beside what the piece says of itself."""

from datetime import datetime, time, timedelta

import msgspec

from reportedly.collect import byline
from reportedly.collect.dates import EARLIEST
from reportedly.schema import Article, DatePrecision, DateSource, FeedKind, Item

_CLOCKS = timedelta(hours=1)
"""So far may two clocks differ, the feed's and ours."""

_DAY = timedelta(days=1)
_SOURCES = {FeedKind.FEED: DateSource.FEED, FeedKind.SITEMAP: DateSource.SITEMAP, FeedKind.LINKS: DateSource.FEED}
_STATED = (DateSource.JSON_LD, DateSource.META, DateSource.URL)


def joined(article: Article, item: Item, captured_at: datetime) -> Article:
    """`article` with what the item says: its date goes first, its title, author and agency fill gaps."""
    return msgspec.structs.replace(
        dated(article, item, captured_at),
        title=article.title or item.title,
        byline=article.byline or (byline.cleaned(item.author) if item.author else None),
        wire=article.wire or item.wire,
    )


def dated(article: Article, item: Item, captured_at: datetime) -> Article:
    """`article` with the date of the feed or sitemap, where that is to be believed.

    A feed's date is written by the same program for every piece, with its zone, and needs no search, so it goes before
    the page's; but not before a date that was `given`. It is not believed before 1990, nor more than an hour after the
    capture, which is as far as clocks differ. A date at midnight sharp is a day; where the page says a time on or next
    to that day, the page is more precise and stays.

    Where both differ by more than a day, one of them was changed when the piece was brought up again, and neither can
    be older than the piece: so the earlier counts, if the page states its own in its metadata or its address. A date
    that was only found on the page may be that of another piece, and gives way to the feed's.
    """
    at, theirs = item.published_at, article.published_at
    if at is None or not EARLIEST <= at <= captured_at + _CLOCKS or article.date_source is DateSource.GIVEN:
        return article
    is_day = at.time() == time()
    if theirs is not None:
        is_close = abs(at - theirs) <= _DAY
        is_finer = is_day and article.date_precision is DatePrecision.TIME
        if (is_close and is_finer) or (not is_close and theirs < at and article.date_source in _STATED):
            return article
    return msgspec.structs.replace(
        article,
        published_at=at,
        date_source=_SOURCES[item.kind],
        date_precision=DatePrecision.DAY if is_day else DatePrecision.TIME,
    )
