import threading
import time
from datetime import timedelta

import pytest

from reportedly.collect.clock import FastClock, SystemClock
from reportedly.protocols import Clock


@pytest.mark.parametrize("clock", [SystemClock(), FastClock(100.0)])
def test_they_are_clocks_in_utc(clock: Clock) -> None:
    assert clock.now().utcoffset() == timedelta(0)
    assert clock.elapsed() <= clock.elapsed()
    assert clock.wait(0.0) is False


def test_a_hundred_seconds_pass_in_one() -> None:
    clock = FastClock(1000.0)
    real, shown, moment = time.monotonic(), clock.elapsed(), clock.now()
    assert clock.wait(20.0) is False
    assert time.monotonic() - real < 5.0
    assert clock.elapsed() - shown >= 19.9
    assert clock.now() - moment >= timedelta(seconds=19.9)


@pytest.mark.parametrize("clock", [SystemClock(), FastClock(0.001)])
def test_whoever_waits_is_woken_when_it_is_stopped(clock: FastClock) -> None:
    woken: list[bool] = []
    waiting = threading.Thread(target=lambda: woken.append(clock.wait(3600.0)))
    waiting.start()
    clock.stop()
    waiting.join(timeout=30.0)
    assert woken == [True]
    assert clock.wait(3600.0) is True


@pytest.mark.parametrize("factor", [0.0, -1.0, float("nan")])
def test_a_clock_must_run_forwards(factor: float) -> None:
    with pytest.raises(ValueError, match="above 0"):
        FastClock(factor)
