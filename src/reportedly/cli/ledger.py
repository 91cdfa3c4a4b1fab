"""The ledger as a table for a terminal: readable at 80 columns, side by side from 120, plain in a pipe."""

from collections.abc import Iterable, Iterator
from typing import TextIO

from rich.console import Console, RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from reportedly.export import labels
from reportedly.export.ledger import ledger
from reportedly.export.rows import ClaimRow, EventRow, FigureRow, Ledger
from reportedly.export.tally import Tally
from reportedly.export.words import Words
from reportedly.schema import Reading, Status

WIDE = 120
QUOTED = 240

COLOURS: dict[Status, str] = {
    Status.OCCURRED: "bold red",
    Status.ONGOING: "red",
    Status.PLANNED: "yellow",
    Status.THREATENED: "magenta",
    Status.WARNED: "bright_yellow",
    Status.DEMANDED: "cyan",
    Status.AVERTED: "green",
    Status.DENIED: "blue",
    Status.HYPOTHETICAL: "dim",
}


def write(readings: Iterable[Reading], out: TextIO) -> None:
    """Print the ledger of each reading as it comes, then the totals; nothing where there is no reading."""
    console = Console(file=out, highlight=False, markup=False, emoji=False, soft_wrap=False)
    tally = Tally()
    for reading in readings:
        rows = ledger(reading)
        tally.add(rows)
        for part in _article(rows, console):
            _print(console, part, out)
        out.flush()
    if tally.articles:
        _print(console, Rule(style="dim", characters=_rule(console)), out)
        _print(console, _totals(tally, console), out)
        out.flush()


def _print(console: Console, part: RenderableType, out: TextIO) -> None:
    """Print without the blanks that fill a table's lines."""
    with console.capture() as captured:
        console.print(part)
    out.writelines(f"{line.rstrip()}\n" for line in captured.get().removesuffix("\n").split("\n"))


def _article(rows: Ledger, console: Console) -> Iterator[RenderableType]:
    yield Rule(style="dim", characters=_rule(console))
    yield from _heading(rows)
    yield Text()
    if not rows.events:
        yield Text("  no event that the codebook codes", style="italic")
    elif console.width >= WIDE:
        yield _side_by_side(rows.events, console)
    else:
        yield from (_stacked(event, console) for event in rows.events)
    yield from _beside(rows)
    yield Text()


def _heading(rows: Ledger) -> Iterator[Text]:
    yield Text(rows.heading, style="bold")
    date = f"{rows.date} ({rows.date_source})" if rows.date else "date unknown"
    yield Text(" | ".join([rows.outlet or "outlet unknown", date, rows.article]), style="dim")
    if rows.citations:
        names = dict.fromkeys(f"{row.name}{' (main)' if row.main else ''}" for row in rows.citations)
        yield Text(f"rests on: {', '.join(names)}", style="dim")


def _side_by_side(events: tuple[EventRow, ...], console: Console) -> Table:
    table = Table(box=None, expand=True, pad_edge=False, padding=(0, 2, 1, 0), header_style="dim")
    table.add_column("#", justify="right", width=3)
    table.add_column("what is said to happen", ratio=2)
    table.add_column("how far along, who says so, in which words", ratio=3)
    for event in events:
        table.add_row(str(event.number), _event_lines(event), _claims(event, console))
    return table


def _stacked(event: EventRow, console: Console) -> RenderableType:
    block = Table.grid(padding=(0, 1, 0, 0), expand=True)
    block.add_column(justify="right", width=3)
    block.add_column(ratio=1)
    block.add_row(str(event.number), _event_line(event))
    block.add_row("", _claims(event, console))
    return Padding(block, (0, 0, 1, 0))


def _claims(event: EventRow, console: Console) -> Table:
    claims = Table.grid(padding=(0, 1, 0, 0), expand=True)
    claims.add_column(width=14)
    claims.add_column(ratio=1)
    for claim in event.claims:
        claims.add_row(_status(claim.status, console), _claim(claim, console))
    return claims


def _event_lines(event: EventRow) -> Text:
    lines = [Text(event.kind, style="italic")]
    for label, words in _slots(event):
        lines.append(Text.assemble((f"{label:<8}", "dim"), (words, "bold" if label == "did" else "")))
    return Text("\n").join(lines)


def _event_line(event: EventRow) -> Text:
    line = Text.assemble((event.kind, "italic"), (": ", "dim"))
    slots = (
        Text.assemble((f"{label} ", "dim"), (words, "bold" if label == "did" else ""))
        for label, words in _slots(event)
    )
    return line + Text(" | ", style="dim").join(slots)


def _slots(event: EventRow) -> Iterator[tuple[str, str]]:
    """Who, did, to whom, where and when, as far as the text says."""
    slots = (
        ("who", _all(event.who)),
        ("did", event.did.text),
        ("to whom", _all(event.whom)),
        ("where", _all(event.where)),
        ("when", event.when.text if event.when else ""),
    )
    return ((label, words) for label, words in slots if words)


def _all(words: tuple[Words, ...]) -> str:
    return "; ".join(each.text for each in words)


def _claim(claim: ClaimRow, console: Console) -> Text:
    lines = [Text(claim.chain_text, style="bold"), _quoted(claim, console)]
    lines += [Text.assemble((f"{count.what}: ", "dim"), count.words.text) for count in claim.counts]
    return Text("\n").join(lines)


def _quoted(claim: ClaimRow, console: Console) -> Text:
    words = claim.quoted.text
    if len(words) > QUOTED:
        words = f"{words[:QUOTED].rsplit(' ', 1)[0]} [...]"
    left, right = ("“", "”") if _unicode(console) else ('"', '"')
    return Text.assemble(f"{left}{words}{right}", (f"  {claim.certainty}", "dim italic"))


def _beside(rows: Ledger) -> Iterator[RenderableType]:
    """Figures and ties, which stand beside the events."""
    table = Table.grid(padding=(0, 1, 0, 0))
    table.add_column(width=3)
    table.add_column(style="dim", width=14)
    table.add_column(ratio=1)
    for figure in rows.figures:
        table.add_row("", "figure", _figure(figure))
    for relation in rows.relations:
        parts = (relation.subject.text, (f" {relation.kind} ", "italic"), relation.object.text)
        table.add_row("", "relation", Text.assemble(*parts))
    if table.row_count:
        yield table


def _figure(figure: FigureRow) -> str:
    holder = f"{figure.holder.text}: " if figure.holder else ""
    where = f", {figure.where.text}" if figure.where else ""
    date = f", {figure.date}" if figure.date else ""
    return f"{holder}{figure.words.text} ({figure.what}){where}{date} | {figure.chain_text}"


def _totals(tally: Tally, console: Console) -> Text:
    statuses = (Text.assemble(_status(status, console), f" {number}") for status, number in tally.by_status())
    return Text("\n").join([Text(", ".join(tally.totals()), style="bold"), Text(", ").join(statuses)])


def _status(status: Status, console: Console) -> Text:
    symbols = labels.SYMBOLS if _unicode(console) else labels.ASCII_SYMBOLS
    return Text(f"{symbols[status]} {status.value}", style=COLOURS[status])


def _rule(console: Console) -> str:
    return "─" if _unicode(console) else "-"


def _unicode(console: Console) -> bool:
    return console.encoding.startswith("utf")
