"""A clock that a test sets by hand."""

from datetime import UTC, datetime, timedelta

START = datetime(2026, 3, 1, tzinfo=UTC)


class HandClock:
    """Shows what it is told to; waiting sets it forward at once. Implements `protocols.Clock`."""

    def __init__(self, moment: datetime = START) -> None:
        self.moment = moment
        self.waited: list[float] = []
        self.stopped = False

    def now(self) -> datetime:
        return self.moment

    def elapsed(self) -> float:
        return (self.moment - START).total_seconds()

    def wait(self, seconds: float) -> bool:
        self.waited.append(seconds)
        self.moment += timedelta(seconds=max(0.0, seconds))
        return self.stopped

    def stop(self) -> None:
        self.stopped = True
