"""Gets the robots.txt of an origin, once a day."""

from typing import Final

from reportedly.collect.fetch import robots
from reportedly.collect.fetch.answer import NoAnswer
from reportedly.collect.fetch.guard import Guard, Refused, Target, Unresolved
from reportedly.collect.fetch.manners import Manners
from reportedly.collect.fetch.robots import Rules, RulesKept
from reportedly.collect.fetch.turns import Turns
from reportedly.protocols import Clock

_REDIRECTS: Final = 5


class Rulebook:
    """The rules of every origin that was asked, each from its own robots.txt; every thread may use it."""

    def __init__(self, guard: Guard, manners: Manners, clock: Clock) -> None:
        self._guard = guard
        self._manners = manners
        self._clock = clock
        self._kept = RulesKept(clock)
        self._asking = Turns(clock, 0.0)

    def rules(self, target: Target, *, since: float | None = None) -> Rules:
        """What the origin of a target allows; its robots.txt is fetched where it is not known, or a day old.

        Raises:
            Held: the host wants to be left alone for longer than the delay.
            Stopped: somebody asked to stop before it was our turn.
        """
        with self._asking.of(target.origin):
            rules = self._kept.get(target.origin)
            if rules is None:
                rules = self._asked(target, since)
                self._kept.put(target.origin, rules)
            return rules

    def _asked(self, target: Target, since: float | None) -> Rules:
        url: str | None = f"{target.origin}/robots.txt"
        place: Target | None = None
        try:
            for _ in range(_REDIRECTS + 1):
                place = self._guard.target(url or "", place.url if place else None)
                answer = self._manners.ask(place, {}, since=since, largest=robots.LARGEST)
                url = answer.redirects_to
                if url is None:
                    return robots.read(answer, self._clock.elapsed(), self._again(place))
        except NoAnswer as error:
            return robots.unreachable(str(error), self._again(place or target), error.mishap)
        except (Refused, Unresolved) as error:
            return robots.unreachable(str(error), self._again(place or target))
        return robots.unreachable("it redirects without end", self._again(target))

    def _again(self, place: Target) -> float:
        return self._clock.elapsed() + self._manners.retry_in(place.host)
