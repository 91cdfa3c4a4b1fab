"""Work in batches: what is taken at once, and how far each source is done when it is written."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from reportedly.keep.pages import was_never_asked
from reportedly.protocols import Clock
from reportedly.schema import Capture, Fetch, Issue, Noun


class Limits(Noun, frozen=True, kw_only=True):
    """When a batch closes: after so many captures, seconds, or bytes of their bodies, whichever comes first.

    So much is read again after a crash, and so much is held in memory.
    """

    captures: int = 64
    seconds: float = 30.0
    size: int = 32 * 1024 * 1024


class Mark(Noun, frozen=True, kw_only=True):
    """How far a source is done: `done` is the position behind the last capture of it."""

    source: str
    fingerprint: str
    done: int
    finished: bool = False


class Seen(Noun, frozen=True, kw_only=True):
    """An item of a feed that is dealt with."""

    feed: str
    guid: str


class Step(Noun, frozen=True, kw_only=True):
    """One thing that comes in, and what is noted with it in the same transaction.

    Attributes:
        capture: None where there is only something to note.
        reached: bytes of the input, of all inputs, that are done with it; for the bar.
    """

    capture: Capture | Issue | None = None
    mark: Mark | None = None
    fetch: Fetch | None = None
    seen: Seen | None = None
    reached: int = 0


@dataclass(slots=True)
class InHand:
    """A batch that is being taken: its steps, until it is full, the end comes, or somebody asks to stop.

    Attributes:
        steps: those taken so far that hold a capture or an issue, in order.
        noted: those that hold something to note, and are not among `steps`.
        last: whether there was nothing more to take.
    """

    limits: Limits
    clock: Clock
    steps: list[Step] = field(default_factory=list)
    noted: list[Step] = field(default_factory=list)
    last: bool = False
    _size: int = 0
    _since: float = 0.0

    def take(self, given: Iterator[Step], stop: Callable[[], bool]) -> Iterator[Capture | Issue]:
        """The captures of the steps, as they are asked for, until the batch is full or somebody asks to stop."""
        self._since = self.clock.elapsed()
        while not (stop() or self._is_full()):
            step = next(given, None)
            if step is None:
                self.last = True
                return
            if step.fetch is not None and stop() and was_never_asked(step.fetch):
                return
            if step.capture is None:
                self.noted.append(step)
                continue
            self.steps.append(step)
            if isinstance(step.capture, Capture):
                self._size += len(step.capture.body)
            yield step.capture

    @property
    def reached(self) -> int:
        """Bytes of all inputs that are done with this batch."""
        return max((step.reached for step in (*self.steps, *self.noted)), default=0)

    def marks(self) -> Iterator[Mark]:
        """How far each source is done with this batch: the farthest mark of each."""
        farthest: dict[str, Mark] = {}
        for step in (*self.steps, *self.noted):
            mark = step.mark
            if mark is None:
                continue
            before = farthest.get(mark.source)
            if before is None or (mark.finished, mark.done) >= (before.finished, before.done):
                farthest[mark.source] = mark
        yield from farthest.values()

    def _is_full(self) -> bool:
        if not self.steps and not self.noted:
            return False
        limits = self.limits
        full = len(self.steps) + len(self.noted) >= limits.captures or self._size >= limits.size
        return full or self.clock.elapsed() - self._since >= limits.seconds
