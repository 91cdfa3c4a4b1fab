from collections.abc import Iterator

from hands import START, HandClock
from reportedly.keep.batches import InHand, Limits, Mark, Step
from reportedly.schema import Capture, Fetch, FetchOutcome, Issue


def captures(count: int, size: int = 10) -> Iterator[Step]:
    for number in range(count):
        mark = Mark(source="s", fingerprint="f", done=number + 1)
        capture = Capture(name=str(number), media_type="text/plain", body=b"x" * size)
        yield Step(capture=capture, mark=mark, reached=number)


def taken(limits: Limits, steps: Iterator[Step]) -> tuple[int, InHand]:
    batch = InHand(limits, HandClock())
    return sum(1 for _ in batch.take(steps, lambda: False)), batch


def test_a_batch_closes_by_number_by_bytes_and_at_the_end() -> None:
    assert taken(Limits(captures=3), captures(9))[0] == 3
    assert taken(Limits(size=25), captures(9))[0] == 3
    count, batch = taken(Limits(), captures(9))
    assert (count, batch.last, batch.reached) == (9, True, 8)


def test_of_each_source_the_farthest_mark_counts() -> None:
    steps = [
        *captures(2),
        Step(mark=Mark(source="s", fingerprint="f", done=2, finished=True)),
        Step(capture=Issue(where="x", problem="p", remedy="r")),
        Step(mark=Mark(source="t", fingerprint="g", done=7)),
    ]
    _, batch = taken(Limits(), iter(steps))
    assert [(mark.source, mark.done, mark.finished) for mark in batch.marks()] == [("s", 2, True), ("t", 7, False)]
    assert (len(batch.steps), len(batch.noted)) == (3, 2)


def test_a_fetch_that_a_stop_ended_is_no_failure_of_the_page() -> None:
    stopped = False

    def steps() -> Iterator[Step]:
        nonlocal stopped
        yield from captures(1)
        stopped = True
        fetch = Fetch(
            asked="https://a.example/", url="https://a.example/", at=START, outcome=FetchOutcome.FAILED,
            problem="stopped before it was asked", remedy="later",
        )  # fmt: skip
        yield Step(capture=Issue(where="https://a.example/", problem="stopped", remedy="later"), fetch=fetch)

    batch = InHand(Limits(), HandClock())
    assert len(list(batch.take(steps(), lambda: stopped))) == 1
    assert len(batch.steps) == 1
