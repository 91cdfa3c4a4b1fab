"""A stop that is asked for: the first signal lets what is in hand be finished, the second ends it at once."""

import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType

from reportedly.cli import complain

SIGNALS = (signal.SIGINT, signal.SIGTERM)


class Stopping:
    """Whether somebody asked to stop, and how; called, it says whether.

    Args:
        also: called when somebody asks, to end whatever waits.
    """

    def __init__(self, also: Callable[[], object] | None = None) -> None:
        self.signal: signal.Signals | None = None
        self._also = also

    def __call__(self) -> bool:  # noqa: D102 - said above
        return self.signal is not None

    def ask(self, number: int, frame: FrameType | None) -> None:  # noqa: ARG002 - a handler is called with both
        """Ask to stop; what a signal calls."""
        self.signal = signal.Signals(number)
        signal.signal(signal.SIGINT, signal.default_int_handler)
        signal.signal(signal.SIGTERM, signal.SIG_DFL)
        if self.signal is signal.SIGINT:
            complain("finishing what is in hand; once more to stop at once")
        if self._also is not None:
            self._also()


@contextmanager
def stopping(also: Callable[[], object] | None = None) -> Iterator[Stopping]:
    """Until the end of the block SIGINT and SIGTERM ask to stop."""
    made = Stopping(also)
    before = {number: signal.signal(number, made.ask) for number in SIGNALS}
    try:
        yield made
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
