"""What a host's robots.txt lets us do."""

from collections import OrderedDict
from threading import Lock
from typing import TYPE_CHECKING, Final

from reportedly.collect.fetch.answer import Answer, Mishap
from reportedly.protocols import Clock
from reportedly.schema import Noun

if TYPE_CHECKING:
    from protego import Protego

AGENT: Final = "reportedly"
"""The name by which a robots.txt may speak of us."""

LONGEST_DELAY: Final = 120.0
"""The most seconds between two requests that a robots.txt can ask for."""

LARGEST: Final = 512 * 1024
"""The most bytes of a robots.txt."""

_KEPT: Final = 24 * 3600.0
_MOST: Final = 5_000
_CLOSED: Final = frozenset((401, 403))


class Rules(Noun, frozen=True, kw_only=True):
    """What one origin allows, until when.

    Attributes:
        until: by `Clock.elapsed`; then it is asked again.
        problem: why nothing may be fetched; None where the rules say what may.
        may_pass: whether the problem is one of the moment: a server that is down, not one that closes its rules.
        mishap: what went wrong where no answer came at all.
        delay: seconds between two requests that it asks for, at most `LONGEST_DELAY`.
        parsed: the rules themselves; None where there are none.
    """

    until: float
    problem: str | None = None
    may_pass: bool = False
    mishap: Mishap | None = None
    delay: float = 0.0
    parsed: "Protego | None" = None

    def allows(self, url: str) -> bool:
        """Whether an address may be fetched."""
        return self.problem is None and (self.parsed is None or self.parsed.can_fetch(url, AGENT))


def read(answer: Answer, now: float, again: float) -> Rules:
    """What an answer to the request for robots.txt means; `again` is when to ask anew where it may pass.

    401, 403 and everything that may pass (429, 5xx, a body that cannot be read) close the host; every other error means
    that there are no rules. RFC 9309 would let in on 401 and 403; whoever locks the rules up does not want to be read.
    """
    if answer.status in _CLOSED:
        return Rules(until=now + _KEPT, problem=f"robots.txt is locked up (status {answer.status})")
    if answer.status == 429 or answer.status >= 500:
        return unreachable(f"status {answer.status}", again)
    if not answer.is_good:
        return Rules(until=now + _KEPT)
    if answer.body is None:
        return unreachable(answer.fault or "no body", again)
    return _parsed(answer.body, now)


def unreachable(why: str, again: float, mishap: Mishap | None = None) -> Rules:
    """Nothing may be fetched until `again`: the rules cannot be had."""
    return Rules(until=again, problem=f"robots.txt cannot be had: {why}", may_pass=True, mishap=mishap)


def _parsed(body: bytes, now: float) -> Rules:
    from protego import Protego  # noqa: PLC0415 - needed only here

    parsed = Protego.parse(body.decode("utf-8-sig", errors="replace"))
    delay = parsed.crawl_delay(AGENT) or 0.0
    rate = parsed.request_rate(AGENT)
    if rate is not None and rate.requests > 0:
        delay = max(delay, rate.seconds / rate.requests)
    return Rules(until=now + _KEPT, delay=min(delay, LONGEST_DELAY), parsed=parsed)


class RulesKept:
    """The rules of the origins that were asked last, for a day each; every thread may use it."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._rules: OrderedDict[str, Rules] = OrderedDict()
        self._lock = Lock()

    def get(self, origin: str) -> Rules | None:
        """The rules of an origin; None where they are not known, or too old."""
        with self._lock:
            rules = self._rules.get(origin)
            if rules is None or rules.until <= self._clock.elapsed():
                return None
            self._rules.move_to_end(origin)
            return rules

    def put(self, origin: str, rules: Rules) -> None:
        """Keep the rules of an origin."""
        with self._lock:
            self._rules[origin] = rules
            self._rules.move_to_end(origin)
            while len(self._rules) > _MOST:
                self._rules.popitem(last=False)
