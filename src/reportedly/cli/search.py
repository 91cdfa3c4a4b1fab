"""`reportedly search`: finds what was said in what is kept, with the words."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from itertools import islice
from typing import Any

import click

from reportedly import codec, settings
from reportedly.cli import complain, hits, stores, when
from reportedly.errors import UsageError
from reportedly.schema import EventType, Noun, Status
from reportedly.store import Store, queries
from reportedly.store.query import Clock, Query
from reportedly.store.rows import ClaimRow
from reportedly.store.search import Hit, search

_PAGE = 200


@click.command(name="search")
@click.argument("words", metavar="WORDS...", nargs=-1)
@stores.OPTION
@click.option("--since", metavar="WHEN", callback=when.moment, help="Published then or later.")
@click.option("--until", metavar="WHEN", callback=when.moment, help="Published before then.")
@click.option("--place", metavar="NAME", help="Where it happens: the name or the id of a place.")
@click.option("--country", metavar="CODE", help="Where it happens: the code of a country, such as IRQ.")
@click.option("--actor", metavar="NAME", help="Who takes part: words, an id, or a code such as IRNMIL.")
@click.option("--status", type=click.Choice([str(each) for each in Status]), help="How far along a claim says it is.")
@click.option("--type", "kind", type=click.Choice([str(each) for each in EventType]), help="What happens.")
@click.option("--outlet", metavar="NAME", help="Who publishes it.")
@click.option("--as-of", metavar="WHEN", callback=when.moment, help="Only what was known then.")
@click.option("--claims", is_flag=True, help="Show the claims, newest first, not the articles, best first.")
@click.option("--limit", type=click.IntRange(1, 100_000), default=20, show_default=True, help="The most that is shown.")
@click.option("--format", "form", type=click.Choice(["table", "jsonl"]), default="table", show_default=True)
def command(
    *,
    words: Sequence[str],
    address: str | None,
    since: datetime | None,
    until: datetime | None,
    place: str | None,
    country: str | None,
    actor: str | None,
    status: str | None,
    kind: str | None,
    outlet: str | None,
    as_of: datetime | None,
    claims: bool,
    limit: int,
    form: str,
) -> None:
    """Find articles that hold WORDS, or the claims in them, with the words that were found.

    All words must be there; those in quotation marks in this order; none behind a minus. Whatever else is asked for
    must hold as well.
    """
    said = " ".join(words)
    if not said and not claims:
        raise UsageError("search for what? name some words, or ask for --claims")
    query = _query(
        published_since=since, published_until=until, place=place, country=country, actor=actor, outlet=outlet,
        as_of=as_of, status=Status(status) if status else None, type=EventType(kind) if kind else None,
        text=(said or None) if claims else None,
    )  # fmt: skip
    with stores.opened(address, settings.load()) as store:
        found: Iterator[Noun] = queries.stream_claims(store, query) if claims else _hits(store, said, query)
        is_found = False
        for row in islice(found, limit):
            is_found = True
            click.echo(codec.encode(row).decode() if form == "jsonl" else _shown(row))
    if not is_found:
        complain("nothing is found; ask for fewer words, or for less")


def _query(**asked: Any) -> Query:
    try:
        return Query(clock=Clock.RECORDED, **asked)
    except ValueError as error:
        raise UsageError(str(error)) from error


def _hits(store: Store, words: str, query: Query) -> Iterator[Hit]:
    """All articles found, page by page."""
    after: str | None = None
    while True:
        page = search(store, words, query, after, limit=_PAGE)
        yield from page.rows
        after = page.next
        if after is None:
            return


def _shown(row: Noun) -> str:
    return hits.claim(row) if isinstance(row, ClaimRow) else hits.article(row) if isinstance(row, Hit) else ""
