"""`PoliteFetcher`: every fetch of the package goes through here."""

import logging
import ssl
from datetime import datetime, timedelta
from typing import Self

from reportedly import __version__
from reportedly.collect.fetch import outcomes, walls
from reportedly.collect.fetch.answer import Answer, NoAnswer
from reportedly.collect.fetch.exchange import Caller
from reportedly.collect.fetch.guard import (
    Guard,
    Refused,
    Resolver,
    Target,
    Unresolved,
    host_of,
    shown,
    system,
)
from reportedly.collect.fetch.manners import Held, Manners, Stopped
from reportedly.collect.fetch.outcomes import Ending
from reportedly.collect.fetch.robots import AGENT, Rules
from reportedly.collect.fetch.rulebook import Rulebook
from reportedly.collect.fetch.trip import Ended, Trip
from reportedly.errors import SettingsError
from reportedly.protocols import Clock
from reportedly.schema import Fetch
from reportedly.settings import CollectSettings

_log = logging.getLogger(__name__)


class PoliteFetcher:
    """Gets addresses from the web, politely and safely; implements `Fetcher`, and every thread may use it.

    What the net does is never an exception, but the outcome of a `Fetch`. Time limits of a connection are counted in
    true seconds; delays, holds and the age of a robots.txt by the clock.

    Args:
        settings: how pages and feeds are fetched.
        clock: what delays are counted and waited by; whoever stops it ends every wait.
        crawl: whether many addresses are fetched without a person who asked for each; False for single pages that one
            did: they need no `contact`, and robots.txt, page and redirects follow one another without a delay.
        resolve: finds the addresses of a host.
        tls: what certificates are held to; None for the authorities that browsers trust.
        seed: for the chance in how long a host that fails is left alone.

    Raises:
        SettingsError: `crawl` without a `contact` in the settings, or an entry of `allow` that cannot be read.
    """

    def __init__(
        self,
        settings: CollectSettings,
        clock: Clock,
        *,
        crawl: bool = True,
        resolve: Resolver = system,
        tls: ssl.SSLContext | None = None,
        seed: int = 0,
    ) -> None:
        if crawl and settings.contact is None:
            raise SettingsError(
                "nothing is crawled without an address under which whoever runs a site can reach you: set "
                'contact = "desk@example.org" under [collect] in reportedly.toml'
            )
        self._settings = settings
        self._clock = clock
        self._crawl = crawl
        self._guard = Guard(settings.allow, resolve)
        caller = Caller(
            agent(settings.contact),
            timeout=settings.timeout,
            deadline=settings.deadline,
            largest=settings.largest,
            tls=tls,
        )
        self._manners = Manners(
            caller, clock, delay=settings.delay, connections=settings.connections, seed=seed
        )
        self._rulebook = Rulebook(self._guard, self._manners, clock)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Nothing is left to close: every connection ends with its request."""

    def fetch(self, url: str, *, etag: str | None = None, last_modified: str | None = None) -> Fetch:
        """What became of an address; conditional where `etag` or `last_modified` of an earlier answer are given.

        It waits until it is the host's turn, so that many threads may ask at once; `ready_at` says when that is.
        """
        trip = Trip(url, etag=etag, last_modified=last_modified)
        since = None if self._crawl else self._clock.elapsed()
        try:
            ending = self._followed(trip, url, since)
            wait = self._manners.retry_in(trip.host or "") if ending.may_pass else None
        except Ended as ended:
            ending, wait = ended.ending, ended.retry_in
        done = trip.record(ending, self._clock.now(), wait)
        what = (shown(url), done.outcome, done.status, done.size, done.elapsed)
        _log.info("%s: %s, status %s, %d bytes in %.2f s", *what)
        return done

    def ready_at(self, url: str) -> datetime:
        """When the host of an address may be asked next, by the clock; now, where nothing is known of it."""
        return self._clock.now() + timedelta(seconds=self._manners.free_in(host_of(url) or ""))

    def _followed(self, trip: Trip, url: str, since: float | None) -> Ending:
        """The end of the way that begins with an address.

        Raises:
            Ended: it ends before an answer.
        """
        base: str | None = None
        while True:
            target = self._target(url, base)
            trip.go(target, self._settings.redirects)
            answer = self._asked(trip, target, since)
            to = answer.redirects_to
            if to is None:
                return outcomes.of(answer, conditional=bool(trip.headers))
            if (wall := walls.at(to)) is not None:
                return outcomes.wall(wall)
            url, base = to, target.url

    def _target(self, url: str, base: str | None) -> Target:
        try:
            return self._guard.target(url, base)
        except Refused as error:
            raise Ended(outcomes.refused(str(error))) from error
        except Unresolved as error:
            self._manners.failed(error.host)
            raise Ended(outcomes.unresolved(str(error)), self._manners.retry_in(error.host)) from error

    def _asked(self, trip: Trip, target: Target, since: float | None) -> Answer:
        """The answer of one target, where its host's rules allow to ask.

        Raises:
            Ended: they do not, or no answer came.
        """
        try:
            rules = self._rulebook.rules(target, since=since)
            if not rules.allows(target.url):
                raise self._closed(rules)
            answer = self._manners.ask(target, trip.headers, delay=rules.delay, since=since)
        except NoAnswer as error:
            trip.elapsed += error.elapsed
            raise Ended(
                outcomes.failed(error.mishap, str(error)), self._manners.retry_in(target.host)
            ) from error
        except Held:
            held = outcomes.limited("the host has asked to be left alone for a while")
            raise Ended(held, self._manners.retry_in(target.host)) from None
        except Stopped:
            raise Ended(outcomes.stopped(), 0.0) from None
        trip.met(answer)
        return answer

    def _closed(self, rules: Rules) -> Ended:
        wait = rules.until - self._clock.elapsed() if rules.may_pass else None
        if rules.mishap is not None and rules.problem is not None:
            return Ended(outcomes.failed(rules.mishap, rules.problem), wait)
        return Ended(outcomes.forbidden_by_robots(rules.problem, may_pass=rules.may_pass), wait)


def agent(contact: str | None) -> str:
    """The User-Agent: name and version, and where whoever runs a site can reach the one who fetches."""
    name = f"{AGENT}/{__version__}"
    if contact is None:
        return name
    return f"{name} (+{contact})" if contact.startswith("http") else f"{name} (+mailto:{contact})"
