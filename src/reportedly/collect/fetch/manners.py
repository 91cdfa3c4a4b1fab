"""Asks hosts as a guest should: one request at a time, a delay between two, and not where they said to wait."""

from collections.abc import Mapping
from threading import BoundedSemaphore
from typing import Final

from reportedly.collect.fetch import backoff
from reportedly.collect.fetch.answer import Answer, NoAnswer
from reportedly.collect.fetch.exchange import Caller
from reportedly.collect.fetch.guard import Target
from reportedly.collect.fetch.turns import Turn, Turns
from reportedly.protocols import Clock

_BUSY: Final = 429
_FIRST_FAILURE: Final = 500


class Held(Exception):  # noqa: N818 - the host's wish, not an error
    """The host has asked to be left alone, for longer than the usual delay."""


class Stopped(Exception):  # noqa: N818 - the caller's wish
    """Somebody asked to stop while a request waited for its turn."""


class Manners:
    """Sends requests with a delay between two to one host, counted from the end of the one before.

    Args:
        caller: sends them.
        clock: what delays are counted and waited by.
        delay: the seconds between two requests to a host that asks for no more.
        connections: how many hosts are asked at once.
        seed: for the chance in how long a host that fails is left alone.
    """

    def __init__(self, caller: Caller, clock: Clock, *, delay: float, connections: int, seed: int) -> None:
        self._caller = caller
        self._clock = clock
        self._delay = delay
        self._seed = seed
        self._turns = Turns(clock, delay)
        self._connections = BoundedSemaphore(connections)

    def ask(
        self,
        target: Target,
        headers: Mapping[str, str],
        *,
        delay: float = 0.0,
        since: float | None = None,
        largest: int | None = None,
    ) -> Answer:
        """The answer, once it is our turn.

        Args:
            delay: the seconds that the host's own rules ask for; the longer one holds.
            since: where it follows a request to the same host after this moment of `Clock.elapsed`, it does not wait
                for the delay: it is the next step of what a person asked for.
            largest: the most bytes of the body, where that is less than usual.

        Raises:
            NoAnswer: there was none.
            Held: the host wants to be left alone for longer than the delay.
            Stopped: somebody asked to stop before it was our turn.
        """
        with self._turns.of(target.host) as turn:
            turn.delay = max(self._delay, delay)
            self._wait(turn, since)
            try:
                with self._connections:
                    answer = self._caller.ask(target, headers, largest=largest)
            except NoAnswer:
                turn.failures += 1
                raise
            finally:
                turn.last = self._clock.elapsed()
            self._note(turn, answer, target.host)
            return answer

    def failed(self, host: str) -> None:
        """Note that a host could not even be asked."""
        self._turns.seen(host).failures += 1

    def free_in(self, host: str) -> float:
        """The seconds until a host may be asked next."""
        return self._turns.free_in(host)

    def retry_in(self, host: str) -> float:
        """The seconds to leave a host alone after what has just failed: what it asked for, else our own caution."""
        turn = self._turns.seen(host)
        held = turn.held_until - self._clock.elapsed()
        return held if held > 0 else backoff.after(turn.failures, seed=self._seed, host=host)

    def _wait(self, turn: Turn, since: float | None) -> None:
        if turn.held_until - self._clock.elapsed() > turn.delay:
            raise Held
        until = turn.free_at if since is None or turn.last < since else turn.held_until
        while (left := until - self._clock.elapsed()) > 0:
            if self._clock.wait(left):
                raise Stopped

    def _note(self, turn: Turn, answer: Answer, host: str) -> None:
        """What an answer says about when to come again."""
        asked = backoff.asked(answer.headers.get("retry-after"), self._clock.now())
        busy = answer.status == _BUSY or (answer.status == 503 and asked is not None)
        turn.failures = turn.failures + 1 if busy or answer.status >= _FIRST_FAILURE else 0
        if busy:
            wait = backoff.after(turn.failures, seed=self._seed, host=host) if asked is None else asked
            turn.held_until = self._clock.elapsed() + wait
