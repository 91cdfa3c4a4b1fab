import threading

import pytest

from reportedly.collect.clock import FastClock
from reportedly.keep.crew import Crew


def drained(crew: Crew[int], count: int) -> list[int]:
    found: list[int] = []
    while len(found) < count:
        found += [back.result() for back in crew.wait()]
    return found


def test_what_jobs_bring_comes_back_and_frees_their_hosts() -> None:
    with Crew[int](3, FastClock(1000.0), 1.0) as crew:
        for number in range(3):
            crew.begin(f"host{number}", lambda number=number: number)  # type: ignore[misc]
        assert sorted(drained(crew, 3)) == [0, 1, 2]
        assert (crew.busy, crew.free) == (set(), 3)


def test_no_two_jobs_at_one_host_and_no_more_than_there_may_be() -> None:
    gate = threading.Event()
    with Crew[bool](2, FastClock(1000.0), 1.0) as crew:
        crew.begin("a", lambda: gate.wait(20))
        with pytest.raises(ValueError, match="no job can be begun at 'a'"):
            crew.begin("a", lambda: True)
        crew.begin("b", lambda: gate.wait(20))
        with pytest.raises(ValueError, match="2 of 2"):
            crew.begin("c", lambda: True)
        gate.set()


def test_it_comes_back_for_a_tick_though_nothing_was_brought_and_after_a_stop_as_well() -> None:
    clock = FastClock(1000.0)
    with Crew[int](1, clock, 1.0) as crew:
        assert crew.wait() == []
        clock.stop()
        assert crew.wait() == []
        assert crew.wait() == []


def test_what_a_job_raises_is_raised_by_its_result() -> None:
    def broken() -> int:
        raise KeyError("x")

    with Crew[int](1, FastClock(1000.0), 1.0) as crew:
        crew.begin("a", broken)
        with pytest.raises(KeyError):
            drained(crew, 1)
