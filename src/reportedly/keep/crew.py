"""The threads that fetch: so many at most, one a host, and what they bring comes back one by one."""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from queue import Empty, SimpleQueue
from threading import Event, Thread
from typing import Final, Generic, Self, TypeVar

from reportedly.protocols import Clock

T = TypeVar("T")
_STOPPED_TICK: Final = 0.05


@dataclass(frozen=True, slots=True)
class Back(Generic[T]):
    """What a job brought; `result` raises what the job raised."""

    host: str
    work: Future[T]

    def result(self) -> T:
        """What the job gave."""
        return self.work.result()


class Crew(Generic[T]):
    """Runs jobs on threads, one a host at a time. A context manager; at its end all jobs are done.

    Only one thread may begin jobs and wait for them.

    Args:
        size: how many jobs are run at once.
        clock: how long `wait` waits.
        tick: seconds, by the clock, after which `wait` comes back though nothing was brought.

    Attributes:
        busy: the hosts at which a job is.
    """

    def __init__(self, size: int, clock: Clock, tick: float) -> None:
        self.busy: set[str] = set()
        self._size = size
        self._clock = clock
        self._tick = tick
        self._pool = ThreadPoolExecutor(size, thread_name_prefix="reportedly-fetch")
        self._events: SimpleQueue[Back[T] | None] = SimpleQueue()
        self._unticked = Event()
        self._over = Event()
        self._ticker = Thread(target=self._run, name="reportedly-tick", daemon=True)

    def __enter__(self) -> Self:
        self._ticker.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._over.set()
        self._unticked.set()
        self._pool.shutdown(wait=True)

    @property
    def free(self) -> int:
        """How many jobs may be begun now."""
        return self._size - len(self.busy)

    def begin(self, host: str, job: Callable[[], T]) -> None:
        """Run a job at a host at which there is none.

        Raises:
            ValueError: there is one, or there are as many jobs as there may be.
        """
        if host in self.busy or self.free < 1:
            raise ValueError(f"no job can be begun at {host!r}: {len(self.busy)} of {self._size} are")
        self.busy.add(host)
        work = self._pool.submit(job)
        work.add_done_callback(lambda done: self._events.put(Back(host, done)))

    def wait(self) -> list[Back[T]]:
        """All that was brought; waits until there is something, or for a tick."""
        first = self._events.get()
        found = [first, *self._left()]
        if None in found:
            self._unticked.set()
        back = [one for one in found if one is not None]
        self.busy -= {one.host for one in back}
        return back

    def _left(self) -> list[Back[T] | None]:
        found: list[Back[T] | None] = []
        while True:
            try:
                found.append(self._events.get_nowait())
            except Empty:
                return found

    def _run(self) -> None:
        """Tick, one ahead at most; when the clock was stopped, in true seconds."""
        while not self._over.is_set():
            if self._clock.wait(self._tick):
                self._over.wait(_STOPPED_TICK)
            self._events.put(None)
            self._unticked.wait()
            self._unticked.clear()
