import random
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from hands import HandClock
from kept_pages import BY, Counted, page, texts, words
from postgres_server import PostgresServer, is_there
from reportedly.errors import StoreError
from reportedly.keep import filed
from reportedly.keep.batches import Limits, Step
from reportedly.keep.ingest import ingest
from reportedly.keep.summary import Summary
from reportedly.keep.wanted import KeepOnly, machine
from reportedly.pipeline import Pipeline
from reportedly.protocols import Reader
from reportedly.store import Store, open_store
from warc_files import answer, packed, record

HERE = Path(__file__).parent
SMALL = Limits(captures=4)


def taken(
    store: Store, given: Sequence[Path | str], reader: Reader, *, again: bool = False, limits: Limits = SMALL
) -> Summary:
    """Ingest files; what came of it."""
    summary = Summary()
    steps = filed.steps([str(each) for each in given], store, machine(reader), summary, again=again)
    return ingest(
        steps, store, Pipeline(reader=reader), clock=HandClock(), summary=summary, limits=limits
    )


def test_what_is_taken_in_is_read_and_kept(store: Store, tmp_path: Path) -> None:
    reader = Counted()
    summary = taken(store, [texts(tmp_path / "in", 10)], reader)
    assert (summary.captures, summary.new, summary.seen, summary.readings, summary.failed) == (10, 10, 0, 10, 0)
    kept = list(store.export())
    assert [reading.article.id for reading in kept] == [f"{number:04}" for number in range(10)]
    assert {reading.provenance for reading in kept} == {BY}
    assert store.counts().captures == 10


def test_a_second_run_does_nothing_and_says_so(store: Store, tmp_path: Path) -> None:
    folder = texts(tmp_path / "in", 5)
    taken(store, [folder], Counted())
    before, reader = store.digest(), Counted()
    summary = taken(store, [folder], reader)
    assert (summary.captures, summary.unchanged, reader.given) == (0, 5, [])
    assert "5 inputs finished by an earlier run and unchanged" in list(summary.lines())
    assert store.digest() == before


def test_to_begin_anew_doubles_nothing_and_reads_nothing_again(store: Store, tmp_path: Path) -> None:
    folder = texts(tmp_path / "in", 5)
    taken(store, [folder], Counted())
    before, reader = store.digest(), Counted()
    summary = taken(store, [folder], reader, again=True)
    assert (summary.captures, summary.seen, summary.again, reader.given) == (5, 5, 5, [])
    assert store.digest() == before


def test_a_file_that_changed_is_taken_in_again(store: Store, tmp_path: Path) -> None:
    folder = texts(tmp_path / "in", 3)
    taken(store, [folder], Counted())
    (folder / "0001.txt").write_text(words(99))
    summary = taken(store, [folder], Counted())
    assert (summary.new, summary.unchanged) == (1, 2)


def test_what_was_only_kept_is_read_later(store: Store, tmp_path: Path) -> None:
    folder = texts(tmp_path / "in", 3)
    summary = taken(store, [folder], KeepOnly())
    assert (summary.new, summary.readings, list(store.export())) == (3, 0, [])
    summary = taken(store, [folder], Counted())
    assert (summary.new, summary.seen, summary.readings) == (0, 3, 3)


def test_the_same_article_twice_in_one_batch_is_read_once(store: Store, tmp_path: Path) -> None:
    lines = tmp_path / "in.jsonl"
    line = '{"id": "a", "text": "Gunners shelled the pier of Lind on Sunday night, the mayor said."}\n'
    lines.write_text(line * 3)
    reader = Counted()
    summary = taken(store, [lines], reader)
    assert (summary.captures, summary.new, summary.seen, reader.given) == (3, 1, 2, ["a"])


def test_what_fails_is_recorded_and_the_rest_goes_on(store: Store, tmp_path: Path) -> None:
    folder = texts(tmp_path / "in", 3)
    (folder / "0001a.html").write_bytes(b"%PDF-1.7")
    (folder / "0001b.jsonl").write_text('{"id": "x"}\n{"id": "ok", "text": "Gunners shelled the pier, he said."}\n')
    summary = taken(store, [folder, tmp_path / "absent.html"], Counted())
    assert (summary.new, summary.failed) == (4, 3)
    problems = [noted.issue.problem for noted in store.issues()]
    assert len(problems) == 3
    assert sorted(summary.why.elements()) == sorted(problems)
    assert "no such file" in problems
    assert any("  no such file" in line for line in summary.lines())


def test_a_web_archive_is_gone_on_with_where_it_was(store: Store, tmp_path: Path) -> None:
    archive = tmp_path / "news.warc.gz"
    pages = [record(answer(page(number)), url=f"https://news.example/{number}") for number in range(9)]
    archive.write_bytes(b"".join(packed(pages)))
    full = Summary()
    reader = Counted()

    def some() -> Iterator[Step]:
        steps = filed.steps([str(archive)], store, machine(reader), full)
        for _, step in zip(range(6), steps, strict=False):
            yield step

    first = ingest(some(), store, Pipeline(reader=reader), clock=HandClock(), limits=SMALL)
    assert (first.captures, first.new) == (6, 6)
    second = taken(store, [archive], reader)
    assert (second.captures, second.new, second.seen) == (3, 3, 0)
    (position,) = [store.position(f"{machine(reader)}: {archive}")]
    assert position is not None
    assert position.finished


def test_somebody_who_asks_to_stop_gets_the_batch_in_hand(store: Store, tmp_path: Path) -> None:
    reader, asked = Counted(), False

    def told(summary: Summary, reached: int) -> None:
        nonlocal asked
        asked = summary.captures >= 4 and reached > 0

    folder = texts(tmp_path / "in", 10)
    steps = filed.steps([str(folder)], store, machine(reader), Summary())
    summary = ingest(
        steps, store, Pipeline(reader=reader), clock=HandClock(), limits=SMALL, stop=lambda: asked, told=told
    )
    assert summary.stopped
    assert 0 < summary.captures < 10
    assert store.counts().readings == summary.captures
    assert taken(store, [folder], Counted()).new == 10 - summary.captures


def test_memory_holds_one_batch_and_no_more(store: Store, tmp_path: Path) -> None:
    """No capture is asked for before the batch that it belongs to is open."""
    reader = Counted()
    asked: list[int] = []
    written: list[int] = []

    def steps() -> Iterator[Step]:
        for step in filed.steps([str(texts(tmp_path / "in", 20))], store, machine(reader), Summary()):
            asked.append(1)
            yield step

    def told(summary: Summary, _: int) -> None:
        written.append(summary.captures)
        assert len(asked) <= 4 * len(written) + 4

    ingest(steps(), store, Pipeline(reader=reader), clock=HandClock(), limits=SMALL, told=told)
    assert written[-1] == 20


def test_a_batch_closes_by_bytes_and_by_time_as_well(store: Store, tmp_path: Path) -> None:
    folder = texts(tmp_path / "in", 4)
    for limits in (Limits(size=1), Limits(seconds=0)):
        told: list[int] = []
        steps = filed.steps([str(folder)], store, "x", Summary(), again=True)
        ingest(
            steps, store, Pipeline(reader=Counted()), clock=HandClock(), limits=limits,
            told=lambda summary, _, told=told: told.append(summary.captures),
        )  # fmt: skip
        assert {1, 2, 3, 4} <= set(told)


def run(number: int, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, str(HERE / "dying.py"), str(number), *arguments],
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )


def test_killed_at_any_moment_and_run_again_the_store_is_the_same(address: str, tmp_path: Path) -> None:
    """kill -9 before some statement of SQL, chosen by chance: the second run ends where one run would have."""
    folder = texts(tmp_path / "in", 12)
    archive = tmp_path / "in" / "news.warc.gz"
    archive.write_bytes(b"".join(packed([record(answer(page(n)), url=f"https://n.example/{n}") for n in range(90)])))
    with open_store(str(tmp_path / "whole.db")) as whole:
        taken(whole, [folder], Counted(), limits=Limits())
        wanted = whole.digest()
    with open_store(address) as store:
        store.close()
    chance = random.Random(5)  # noqa: S311 - no secret
    given = ("ingest", str(folder), "--store", address, "--reader", "stub")
    killed = [run(chance.randrange(20, 900), *given).returncode for _ in range(2)]
    assert -9 in killed
    last = run(0, *given)
    assert (last.returncode, last.stderr) == (0, "")
    with open_store(address) as store:
        assert store.digest() == wanted
        assert len(list(store.export())) == 102


def test_a_fault_that_passes_is_waited_for(store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real, left = Store.batch, [StoreError("locked", passing=True)] * 3

    def batch(self: Store) -> object:
        if left:
            raise left.pop()
        return real(self)

    monkeypatch.setattr(Store, "batch", batch)
    clock = HandClock()
    steps = filed.steps([str(texts(tmp_path / "in", 2))], store, "x", Summary())
    summary = ingest(steps, store, Pipeline(reader=Counted()), clock=clock)
    assert (summary.new, clock.waited) == (2, [1.0, 2.0, 4.0])


def test_a_fault_that_does_not_pass_ends_it_and_what_was_kept_stays(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = texts(tmp_path / "in", 9)
    real, calls = Store.batch, []

    def batch(self: Store) -> object:
        calls.append(1)
        if len(calls) > 1:
            raise StoreError("the disk is full; make room")
        return real(self)

    with monkeypatch.context() as patch, pytest.raises(StoreError, match="disk is full"):
        patch.setattr(Store, "batch", batch)
        taken(store, [folder], Counted())
    kept = store.counts().readings
    assert 0 < kept < 9
    assert taken(store, [folder], Counted()).new == 9 - kept


def test_a_name_that_is_no_text_is_kept_all_the_same(store: Store, tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    try:
        (folder / "caf\udce9.txt").write_text(words(1))
    except OSError:
        pytest.skip("no such name can be made here")
    summary = taken(store, [folder], Counted())
    assert (summary.new, summary.failed) == (1, 0)


def test_an_issue_is_counted_by_its_problem() -> None:
    summary = Summary()
    summary.why.update({f"problem {number}": number for number in range(1, 9)})
    lines = list(summary.lines())
    assert lines[1] == "36 failed:"
    assert lines[-1].endswith("and 3 other problems")


def test_a_server_that_is_killed_and_started_again_in_the_midst_is_waited_for(tmp_path: Path) -> None:
    if not is_there():
        pytest.skip("PostgreSQL is not installed")
    folder = texts(tmp_path / "in", 12)
    with PostgresServer(durable=True) as server, open_store(server.database()) as store:
        deaths: list[float] = []

        class Waiting(HandClock):
            def wait(self, seconds: float) -> bool:
                if server.pid() is None:
                    server.start()
                return super().wait(seconds)

        def told(summary: Summary, _: int) -> None:
            if not deaths:
                deaths.append(summary.captures)
                server.kill()

        reader = Counted()
        steps = filed.steps([str(folder)], store, machine(reader), Summary(), again=True)
        summary = ingest(
            steps, store, Pipeline(reader=reader), clock=Waiting(), limits=SMALL, told=told
        )
        assert 0 < deaths[0] < 12
        assert (summary.new, store.counts().readings) == (12, 12)
