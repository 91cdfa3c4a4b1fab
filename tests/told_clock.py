"""A clock that a test tells what time it is."""

import threading
from datetime import UTC, datetime, timedelta


class ToldClock:
    """A clock that moves only when somebody waits by it, or moves it; `waits` are all that was waited for."""

    def __init__(self) -> None:
        self.waits: list[float] = []
        self.stopped = False
        self._start = datetime(2026, 3, 1, 12, tzinfo=UTC)
        self._passed = 0.0
        self._lock = threading.Lock()

    def now(self) -> datetime:
        return self._start + timedelta(seconds=self._passed)

    def elapsed(self) -> float:
        return self._passed

    def wait(self, seconds: float) -> bool:
        with self._lock:
            if not self.stopped:
                self.waits.append(seconds)
                self._passed += seconds
            return self.stopped

    def jump(self, by: timedelta) -> None:
        """Set the calendar anew; the time that has passed stays."""
        self._start += by

    def move(self, seconds: float) -> None:
        with self._lock:
            self._passed += seconds
