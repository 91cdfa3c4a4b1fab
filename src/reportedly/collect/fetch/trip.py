"""One fetch on its way over redirects: where it has been, and the record of it at the end."""

from datetime import datetime, timedelta
from typing import Final

from reportedly.collect.fetch.answer import Answer
from reportedly.collect.fetch.guard import Target, shown
from reportedly.collect.fetch.outcomes import Ending, lost
from reportedly.schema import Fetch, FetchOutcome

_LONGEST_MARK: Final = 500
_CIRCLE: Final = "whoever runs the host has to mend it; it may want cookies, which are never sent"


class Ended(Exception):  # noqa: N818 - how every fetch ends
    """The fetch is over before an answer could be taken for what was asked; `retry_in` as the host's rules want it."""

    def __init__(self, ending: Ending, retry_in: float | None = None) -> None:
        super().__init__(ending.outcome)
        self.ending = ending
        self.retry_in = retry_in


class Trip:
    """What one fetch has met so far; used by one thread.

    Attributes:
        asked: the address as it was asked for, without a user name or password.
        host: the host that was asked last; None before the first.
        headers: what makes the request conditional.
        elapsed: seconds that requests took, waits left out.
    """

    def __init__(self, url: str, *, etag: str | None, last_modified: str | None) -> None:
        self.asked = without_user(url)
        self.host: str | None = None
        self.headers = {
            name: value
            for name, value in (("If-None-Match", etag), ("If-Modified-Since", last_modified))
            if value
        }
        self.elapsed = 0.0
        self._etag, self._last_modified = etag, last_modified
        self._been: list[str] = []
        self._answer: Answer | None = None

    def go(self, target: Target, redirects: int) -> None:
        """On to a target.

        Raises:
            Ended: it has been there before, or has been sent on more than `redirects` times.
        """
        self.host = target.host
        if target.url in self._been:
            way = " to ".join(shown(url) for url in (*self._been[self._been.index(target.url) :], target.url))
            raise Ended(lost(f"redirects in a circle: {way}"[:400], _CIRCLE))
        if len(self._been) > redirects:
            raise Ended(lost(f"more than {redirects} redirects", "give the address that they lead to"))
        self._been.append(target.url)
        self._answer = None

    def met(self, answer: Answer) -> None:
        """An answer of the host where it is."""
        self._answer = answer
        self.elapsed += answer.elapsed

    def record(self, ending: Ending, at: datetime, retry_in: float | None) -> Fetch:
        """The record of the whole; `retry_in` counts in seconds from `at`."""
        answer = self._answer
        kept = ending.outcome in (FetchOutcome.OK, FetchOutcome.UNCHANGED)
        return Fetch(
            asked=self.asked,
            url=self._been[-1] if self._been else self.asked,
            at=at,
            outcome=ending.outcome,
            status=answer.status if answer else None,
            media_type=answer.media_type if answer else None,
            charset=answer.charset if answer else None,
            etag=self._mark("etag", self._etag) if kept else None,
            last_modified=self._mark("last-modified", self._last_modified) if kept else None,
            retry_at=None if retry_in is None else at + timedelta(seconds=max(0.0, retry_in)),
            redirects=tuple(self._been[1:]),
            size=answer.size if answer else 0,
            elapsed=self.elapsed,
            problem=ending.problem,
            remedy=ending.remedy,
            body=answer.body if answer and ending.outcome is FetchOutcome.OK else None,
        )

    def _mark(self, name: str, known: str | None) -> str | None:
        """What the next conditional request names: what the server says, or, where nothing changed, what is known."""
        said = self._answer.headers.get(name) if self._answer else None
        if said is None and self._answer is not None and self._answer.status == 304:
            return known
        return said if said is not None and len(said) <= _LONGEST_MARK else None


def without_user(url: str) -> str:
    """An address whose user name and password are hidden."""
    scheme, slashes, rest = url.partition("//")
    place, slash, path = rest.partition("/")
    return f"{scheme}{slashes}***@{place.rpartition('@')[2]}{slash}{path}" if "@" in place else url
