"""Whose turn it is: one request a host at a time, and a delay between two."""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock
from typing import Final

from reportedly.protocols import Clock

MOST_HOSTS: Final = 20_000
"""How many hosts are remembered before those that are idle are forgotten."""


class Turn:
    """Where one host stands; its moments are those of `Clock.elapsed`.

    Attributes:
        last: when the request before was over.
        delay: seconds to leave it alone after that.
        held_until: before it the host does not want to be asked, as it said itself.
        failures: how often in a row it has failed.
    """

    __slots__ = ("delay", "failures", "held_until", "last", "lock", "users")

    def __init__(self, delay: float) -> None:
        self.lock = Lock()
        self.users = 0
        self.last = float("-inf")
        self.delay = delay
        self.held_until = float("-inf")
        self.failures = 0

    @property
    def free_at(self) -> float:
        """When it may be asked next."""
        return max(self.last + self.delay, self.held_until)


class Turns:
    """The turns of all hosts; what has long been idle is forgotten, so that weeks cost no memory."""

    def __init__(self, clock: Clock, delay: float) -> None:
        self._clock = clock
        self._delay = delay
        self._turns: dict[str, Turn] = {}
        self._lock = Lock()

    def __len__(self) -> int:
        return len(self._turns)

    @contextmanager
    def of(self, host: str) -> Iterator[Turn]:
        """The turn of a host, for one caller at a time; the others wait."""
        turn = self._taken(host)
        try:
            with turn.lock:
                yield turn
        finally:
            with self._lock:
                turn.users -= 1

    def seen(self, host: str) -> Turn:
        """Where a host stands, without waiting for it."""
        with self._lock:
            return self._kept(host)

    def free_in(self, host: str) -> float:
        """The seconds until a host may be asked; while a request to it is in hand, at least its delay."""
        with self._lock:
            turn = self._turns.get(host)
            if turn is None:
                return 0.0
            return max(turn.delay if turn.users else 0.0, turn.free_at - self._clock.elapsed(), 0.0)

    def _taken(self, host: str) -> Turn:
        with self._lock:
            turn = self._kept(host)
            turn.users += 1
            return turn

    def _kept(self, host: str) -> Turn:
        if host not in self._turns:
            if len(self._turns) >= MOST_HOSTS:
                self._forget()
            self._turns[host] = Turn(self._delay)
        return self._turns[host]

    def _forget(self) -> None:
        now = self._clock.elapsed()
        idle = [host for host, turn in self._turns.items() if not turn.users and turn.free_at < now]
        for host in idle:
            del self._turns[host]
