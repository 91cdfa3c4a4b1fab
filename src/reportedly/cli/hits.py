"""What a search found, as text for a terminal: a head, and the words that were found."""

import shutil
import sys
from collections.abc import Iterator
from textwrap import fill

import click

from reportedly.export.words import one_line
from reportedly.store.rows import ArticleRow, ClaimRow, Party
from reportedly.store.search import Hit
from reportedly.store.snippets import Snippet

_WIDEST = 120


def article(hit: Hit) -> str:
    """An article: who published it when, its title, and the stretch of text that was found."""
    lines = [_head(hit.article), click.style(one_line(hit.article.title or "(no title)"), bold=True)]
    if hit.snippet is not None:
        lines.append(_wrapped(_marked(hit.snippet)))
    elif not hit.article.kept:
        lines.append("  (its text was dropped)")
    return "\n".join((*lines, ""))


def claim(row: ClaimRow) -> str:
    """A claim: what is said to happen, how far along, who says so, and the words."""
    event = row.event
    kind = f"{event.type}{f' ({event.mode})' if event.mode else ''}"
    parts = [kind, f"{_all(event.actors)} -> {_all(event.recipients)}"]
    places = "; ".join(dict.fromkeys(spot.name or spot.words or "?" for spot in event.places))
    when = event.date.value if event.date is not None and event.date.value else None
    parts += [f"in {places}"] if places else []
    parts += [when] if when else []
    lines = [_head(event.article), f"{click.style(row.status.value, bold=True)}: {one_line(' | '.join(parts))}"]
    chain = " <- ".join(voice.name or voice.words or f"({voice.kind})" for voice in row.chain)
    if chain:
        lines.append(_wrapped(f"says: {one_line(chain)}"))
    lines.append(_wrapped(f"“{one_line(row.words)}”" if row.words is not None else "(the text was dropped)"))
    return "\n".join((*lines, ""))


def _head(row: ArticleRow) -> str:
    when = row.published_at or row.seen_at
    said = f"{when:%Y-%m-%d %H:%M}" if when is not None else "date unknown"
    return click.style(one_line(" | ".join([row.outlet or "outlet unknown", said, row.url or row.id])), dim=True)


def _all(parties: tuple[Party, ...]) -> str:
    return "; ".join(party.words or party.code or "?" for party in parties) or "?"


def _marked(snippet: Snippet) -> str:
    """The words, those that were looked for between brackets where there is no colour."""
    start, plain = snippet.span.start, not sys.stdout.isatty()
    pieces: list[str] = []
    for text, is_mark in _pieces(snippet, start):
        pieces.append((f"[{text}]" if plain else click.style(text, bold=True)) if is_mark else text)
    return one_line("".join(pieces)) if plain else " ".join("".join(pieces).split())


def _pieces(snippet: Snippet, start: int) -> Iterator[tuple[str, bool]]:
    at = start
    for mark in snippet.marks:
        yield snippet.words[at - start : mark.start - start], False
        yield snippet.words[mark.start - start : mark.end - start], True
        at = mark.end
    yield snippet.words[at - start :], False


def _wrapped(text: str) -> str:
    width = min(shutil.get_terminal_size().columns, _WIDEST)
    return fill(text, width, initial_indent="  ", subsequent_indent="  ", break_long_words=False)
