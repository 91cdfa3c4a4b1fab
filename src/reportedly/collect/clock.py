"""Clocks: the system's, and one that runs faster, under which weeks of polling pass in minutes."""

import time
from datetime import UTC, datetime, timedelta
from threading import Event


class FastClock:
    """A clock on which `factor` seconds pass in one; `wait` is over as soon as somebody calls `stop`.

    Every thread may use it. After `stop` no wait lasts any more.

    Raises:
        ValueError: `factor` is not above zero.
    """

    def __init__(self, factor: float) -> None:
        if not factor > 0:
            raise ValueError(f"a clock's factor must be above 0, got {factor}")
        self._factor = factor
        self._moment = datetime.now(UTC)
        self._start = time.monotonic()
        self._stopped = Event()

    @property
    def factor(self) -> float:
        """How many of its seconds pass in one."""
        return self._factor

    def now(self) -> datetime:
        """The moment it shows, aware, in UTC."""
        return self._moment + timedelta(seconds=self.elapsed())

    def elapsed(self) -> float:
        """Its seconds since it was made; never runs backwards."""
        return (time.monotonic() - self._start) * self._factor

    def wait(self, seconds: float) -> bool:
        """Wait for so many of its seconds, or until `stop`; whether it was stopped."""
        return self._stopped.wait(max(0.0, seconds) / self._factor)

    def stop(self) -> None:
        """End every wait, now and later."""
        self._stopped.set()


class SystemClock(FastClock):
    """The system's clock: follows the calendar where that is set anew; `wait` is over as soon as `stop` is called."""

    def __init__(self) -> None:
        super().__init__(1.0)

    def now(self) -> datetime:
        """The moment by the system's calendar, aware, in UTC; it may jump."""
        return datetime.now(UTC)
