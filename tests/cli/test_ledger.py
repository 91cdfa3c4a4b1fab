import io
import re
from collections.abc import Iterator

import pytest
from rich.cells import cell_len

import handmade
from reportedly.cli.ledger import write
from reportedly.schema import Reading

CHAIN = "The Lind Mail <- The Harbour Times <- military officials"


def table(monkeypatch: pytest.MonkeyPatch, width: int, *readings: Reading) -> str:
    monkeypatch.setenv("COLUMNS", str(width))
    out = io.StringIO()
    write(readings, out)
    return out.getvalue()


@pytest.mark.parametrize("width", [40, 80, 119, 120, 160, 250])
def test_no_line_is_wider_than_the_terminal(monkeypatch: pytest.MonkeyPatch, width: int) -> None:
    shown = table(monkeypatch, width, handmade.militia(), handmade.arabic(), handmade.attack())
    assert max(cell_len(line) for line in shown.splitlines()) <= width
    assert [line for line in shown.splitlines() if line != line.rstrip()] == []


def test_at_80_columns_an_event_stands_over_its_claims(monkeypatch: pytest.MonkeyPatch) -> None:
    shown = table(monkeypatch, 80, handmade.militia())
    assert (
        """
Militia readies strike on bases in Karvia: report
The Lind Mail | 23 June 2025, 14:05 UTC (date from JSON-LD) | militia
rests on: The Harbour Times (main)

  1 attack: who Fighters backed by Tessara | did attack | to whom Meridian bases
    | where Karvia
    ○ planned      The Lind Mail <- The Harbour Times <- military officials
                   “Fighters backed by Tessara are planning to attack Meridian
                   bases in Karvia”  sounds fairly sure
"""
        in shown
    )
    assert (
        """
  3 attack from the air: who jets | did bombed | to whom the Sund plant | when
    On 3 June (2025-06-03)
    ● occurred     The Lind Mail
                   “On 3 June, jets bombed the Sund plant, killing at least 12
                   people”  sounds sure
                   killed: at least 12 people
"""
        in shown
    )


def test_at_160_columns_it_stands_beside_them(monkeypatch: pytest.MonkeyPatch) -> None:
    shown = table(monkeypatch, 160, handmade.militia())
    planned = rf"  1  attack +○ planned +{CHAIN}\n     who     Fighters backed by Tessara +“Fighters backed"
    averted = r"\n     to whom Meridian bases +⊘ averted +The Lind Mail <- The Harbour Times <- one official\n"
    assert re.search(planned, shown)
    assert re.search(averted, shown)


@pytest.mark.parametrize("width", [80, 160])
def test_every_claim_is_shown_with_status_chain_and_words(monkeypatch: pytest.MonkeyPatch, width: int) -> None:
    shown = table(monkeypatch, width, handmade.militia())
    for row in (CHAIN, "⊘ averted", "✕ denied", "◐ ongoing", "▲ threatened", "(unnamed: reportedly)"):
        assert row in shown
    for label in ("who", "did", "to whom", "where", "when", "figure", "relation", "sounds doubtful"):
        assert label in shown
    assert "Meridian troops: Some 2,500 (troops), Karvia | The Lind Mail" in shown
    assert "Fighters backed by Tessara" in shown


def test_totals_come_last(monkeypatch: pytest.MonkeyPatch) -> None:
    shown = table(monkeypatch, 160, handmade.militia(), handmade.quiet())
    assert shown.splitlines()[-2:] == [
        "2 articles, 4 events, 7 claims, 4 distinct origins, 2 claims from unnamed origins",
        "● occurred 1, ◐ ongoing 1, ○ planned 1, ▲ threatened 1, ⊘ averted 1, ✕ denied 2",
    ]


def test_an_article_without_events_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    shown = table(monkeypatch, 80, handmade.quiet())
    assert "quiet\noutlet unknown | date unknown | quiet\n\n  no event that the codebook codes\n" in shown


def test_without_readings_nothing_is_printed(monkeypatch: pytest.MonkeyPatch) -> None:
    assert table(monkeypatch, 80) == ""


def test_an_article_is_printed_before_the_next_is_read() -> None:
    out = io.StringIO()
    seen: list[bool] = []

    def readings() -> Iterator[Reading]:
        yield handmade.militia()
        seen.append("Militia readies strike" in out.getvalue())

    write(readings(), out)
    assert seen == [True]


def test_colour_comes_only_when_asked_and_never_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    plain = table(monkeypatch, 80, handmade.militia())
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("TERM", "xterm-256color")
    coloured = table(monkeypatch, 80, handmade.militia())
    assert "\x1b" not in plain
    assert "\x1b[33m○ planned" in coloured
    bare = re.sub(r"\x1b\[[0-9;]*m", "", coloured)
    assert [line.rstrip() for line in bare.splitlines()] == plain.splitlines()


def test_a_terminal_without_unicode_gets_ascii(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    raw = io.BytesIO()
    out = io.TextIOWrapper(raw, encoding="ascii")
    write([handmade.militia()], out)
    shown = raw.getvalue().decode("ascii")
    assert "o planned      The Lind Mail <- The Harbour Times" in shown
    assert shown.startswith("-" * 80)


def test_nothing_in_the_text_steers_the_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    shown = table(monkeypatch, 80, handmade.attack())
    assert "[31m" in shown
    assert "\x1b" not in shown
    assert "\x07" not in shown
