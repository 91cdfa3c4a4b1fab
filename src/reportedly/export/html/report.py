"""Readings -> one page: each article is written aside as it comes; the head of the page is made last."""

import re
import shutil
import tempfile
from base64 import b64encode
from collections.abc import Iterable
from functools import cache
from hashlib import sha256
from importlib.resources import files
from typing import TextIO
from urllib.parse import urlsplit

from jinja2 import Environment, FunctionLoader, StrictUndefined, Template
from markupsafe import Markup

from reportedly import __version__
from reportedly.export import labels
from reportedly.export.html.marks import marks
from reportedly.export.html.segments import Paragraph, paragraphs
from reportedly.export.html.style import ties
from reportedly.export.ledger import ledger
from reportedly.export.rows import Ledger
from reportedly.export.tally import Tally, counted
from reportedly.export.words import one_line
from reportedly.schema import Noun, Reading

_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*")
_SLOT = "\0articles\0"


class _Entry(Noun, frozen=True, kw_only=True):
    """An article's line in the index."""

    number: int
    heading: str
    outlet: str | None
    date: str | None
    events: str


def write(readings: Iterable[Reading], out: TextIO) -> Tally:
    """Write the page of all `readings` to `out` and give the totals.

    Holds one article at a time and a line of index for each; the articles wait in a temporary file, since the
    head of the page needs the totals. Nothing is written where there is no reading.

    Raises:
        OSError: `out` or the temporary file cannot be written.
    """
    tally = Tally()
    entries: list[_Entry] = []
    most_claims = most_events = 0
    with tempfile.TemporaryFile("w+", encoding="utf-8", newline="") as aside:
        for number, reading in enumerate(readings, start=1):
            rows = ledger(reading)
            tally.add(rows)
            entries.append(_entry(number, rows))
            most_claims = max(most_claims, sum(len(event.claims) for event in rows.events))
            most_events = max(most_events, len(rows.events))
            aside.write(article(number, reading, rows))
        if entries:
            before, after = _page(entries, tally, ties(most_claims, most_events))
            aside.seek(0)
            out.write(before)
            shutil.copyfileobj(aside, out)
            out.write(after)
    return tally


def article(number: int, reading: Reading, rows: Ledger) -> str:
    """The part of the page for one reading; `number` is 1 for the first article of the page."""
    body = paragraphs(reading.article.text, marks(rows))
    headline: Paragraph = ()
    if body and one_line("".join(segment.text for segment in body[0])) == rows.heading:
        headline, *body = body
    language = reading.article.language or ""
    return _template("reading").render(
        number=number,
        ledger=rows,
        body=body,
        headline=headline,
        event_of={claim.number: event.number for event in rows.events for claim in event.claims},
        language=language if _LANGUAGE.fullmatch(language) else None,
        address=rows.url if _is_web(rows.url) else None,
        symbols=labels.SYMBOLS,
    )


def _page(entries: list[_Entry], tally: Tally, tied: str) -> tuple[str, str]:
    """What stands before and after the articles."""
    style, script = _asset("report.css") + tied, _asset("report.js")
    single = len(entries) == 1
    page = _template("page").render(
        heading=entries[0].heading if single else f"Ledger of {counted(len(entries), 'article')}",
        policy=_policy(style, script),
        style=Markup(style),  # noqa: S704 - our own files, and rules made of numbers
        script=Markup(script),  # noqa: S704
        version=__version__,
        entries=entries,
        tally=tally,
        symbols=labels.SYMBOLS,
        meanings=labels.STATUSES,
        slot=_SLOT,
    )
    before, after = page.split(_SLOT)
    return before, after


def _policy(style: str, script: str) -> str:
    """Nothing is fetched, and nothing runs or styles but what this page brings (CSP 3)."""
    return (
        f"default-src 'none'; style-src '{_hash(style)}'; script-src '{_hash(script)}'; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )


def _hash(text: str) -> str:
    return f"sha256-{b64encode(sha256(text.encode()).digest()).decode()}"


def _entry(number: int, rows: Ledger) -> _Entry:
    return _Entry(
        number=number,
        heading=rows.heading,
        outlet=rows.outlet,
        date=rows.date,
        events=counted(len(rows.events), "event"),
    )


def _is_web(url: str | None) -> bool:
    if url is None:
        return False
    try:
        return urlsplit(url).scheme in {"http", "https"}
    except ValueError:
        return False


def _asset(name: str) -> str:
    return (files("reportedly.export.html") / name).read_text(encoding="utf-8")


@cache
def _template(name: str) -> Template:
    return _environment().get_template(f"{name}.html.jinja")


@cache
def _environment() -> Environment:
    return Environment(
        loader=FunctionLoader(lambda name: _asset(f"templates/{name}")),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
