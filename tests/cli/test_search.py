import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from reportedly import codec
from reportedly.schema import Reading

Run = Callable[..., Result]
HERE = ("--store", "s.db")
LINES = (
    '{"id": "b", "text": "Gunners shelled the pier of Lind on Sunday.", "outlet": "Lind Mail", "title": "Pier shelled",'
    ' "published_at": "2026-03-02"}\n'
    '{"id": "a", "text": "Rebels left the pier of Oster, the mayor said.", "outlet": "Inland Herald",'
    ' "published_at": "2026-02-01"}\n'
)


@pytest.fixture
def kept(run: Run) -> Run:
    """Commands in a folder whose store holds two articles."""
    Path("in.jsonl").write_text(LINES)
    assert run("ingest", "in.jsonl", *HERE).exit_code == 0
    return run


def test_articles_are_found_by_their_words(kept: Run) -> None:
    done = kept("search", "pier", "shelled", *HERE)
    assert done.exit_code == 0
    assert done.stdout.splitlines() == [
        "Lind Mail | 2026-03-02 00:00 | b",
        "Pier shelled",
        "  Gunners [shelled] the [pier] of Lind on Sunday",
        "",
    ]
    nothing = kept("search", "submarine", *HERE)
    assert (nothing.exit_code, nothing.stdout) == (0, "")
    assert nothing.stderr == "reportedly: nothing is found; ask for fewer words, or for less\n"


@pytest.mark.parametrize(
    ("options", "ids"),
    [
        ((), {"a", "b"}),
        (("--since", "2026-03-01"), {"b"}),
        (("--until", "2026-03-01"), {"a"}),
        (("--outlet", "Lind Mail"), {"b"}),
        (("--actor", "Gunners"), {"b"}),
        (("--status", "occurred"), {"a", "b"}),
        (("--status", "planned"), set()),
        (("--type", "ASSAULT"), {"a", "b"}),
        (("--as-of", "2020-01-01"), set()),
        (("--limit", "1"), {"b"}),
    ],
)
def test_what_else_is_asked_must_hold_too(kept: Run, options: tuple[str, ...], ids: set[str]) -> None:
    done = kept("search", "pier", *options, "--format", "jsonl", *HERE)
    assert done.exit_code == 0
    found = {json.loads(line)["article"]["id"] for line in done.stdout.splitlines()}
    assert found == ids or (options == ("--limit", "1") and len(found) == 1)


def test_claims_are_found_with_who_says_so(kept: Run) -> None:
    done = kept("search", "pier", "--claims", "--since", "2026-03-01", *HERE)
    assert done.stdout.splitlines() == [
        "Lind Mail | 2026-03-02 00:00 | b",
        "occurred: ASSAULT | Gunners -> ?",
        "  says: Gunners",
        "  “Gunners”",
        "",
    ]
    lines = kept("search", "--claims", "--format", "jsonl", *HERE).stdout.splitlines()
    assert [json.loads(line)["status"] for line in lines] == ["occurred", "occurred"]


@pytest.mark.parametrize("options", [(), ("pier", "--place", " "), ("pier", "--since", "someday")])
def test_wrong_usage_is_one_line(kept: Run, options: tuple[str, ...]) -> None:
    done = kept("search", *options, *HERE)
    assert done.exit_code == 2
    assert done.stdout == ""


def test_all_readings_are_printed_in_the_order_of_their_ids(kept: Run) -> None:
    lines = kept("export", *HERE).stdout.splitlines()
    assert [codec.decode(line, Reading).article.id for line in lines] == ["a", "b"]
    assert kept("export", "--as-of", "2020-01-01", *HERE).stdout == ""
    assert kept("export", "--current", "-o", "out.jsonl", *HERE).exit_code == 0
    assert Path("out.jsonl").read_text().splitlines() == lines


def test_a_store_that_is_not_there_is_told_in_one_line(run: Run) -> None:
    for given in (("export",), ("search", "x"), ("store", "info"), ("store", "check"), ("feeds", "list")):
        done = run(*given, "--store", "absent.db")
        assert done.exit_code == 1
        assert done.stderr.startswith("reportedly: absent.db: there is no store;")


def test_a_store_is_counted_checked_backed_up_and_restored(kept: Run) -> None:
    assert "  readings               2" in kept("store", "info", *HERE).stdout
    assert kept("store", "check", *HERE).stdout == "sound: 2 captures, 2 articles, 2 readings\n"
    assert kept("store", "check", "--quick", *HERE).exit_code == 0
    assert kept("store", "backup", "b.db", *HERE).exit_code == 0
    assert kept("store", "backup", "b.db", *HERE).exit_code == 1
    assert "2 readings restored" in kept("store", "restore", "b.db", "--store", "r.db").stdout
    assert kept("export", "--store", "r.db").stdout == kept("export", *HERE).stdout
    assert kept("store", "rebuild", *HERE).stdout == "2 readings\n"


def test_texts_are_dropped_by_age_and_room_is_given_back(kept: Run) -> None:
    assert kept("store", "retain", *HERE).exit_code == 2
    done = kept("store", "retain", "--bodies", "--texts", "--outlet", "Lind Mail", *HERE)
    assert done.stdout == "1 bodies and 1 texts dropped\n"
    left = kept("export", *HERE)
    assert len(left.stdout.splitlines()) == 1
    assert left.stderr == "reportedly: 1 of 2 readings is left out, since its text was dropped\n"
    assert kept("store", "vacuum", *HERE).exit_code == 0
    assert kept("store", "check", *HERE).exit_code == 0


def test_damage_is_found(kept: Run) -> None:
    data = bytearray(Path("s.db").read_bytes())
    for place in range(8192, len(data), 4096):
        data[place + 3900 : place + 4000] = b"\xff" * 100
    Path("s.db").write_bytes(data)
    done = kept("store", "check", *HERE)
    assert done.exit_code == 1
    assert "reportedly: " in done.stderr
