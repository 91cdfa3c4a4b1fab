"""What became of a fetch, in the words of its record: the outcome, what is wrong, what can be done."""

from typing import Final

from reportedly.collect.fetch import walls
from reportedly.collect.fetch.answer import Answer, Mishap
from reportedly.schema import FetchOutcome, Noun

LATER: Final = "ask again later; a watch does so by itself"
BY_HAND: Final = "open it in a browser, save the page and read the file"


class Ending(Noun, frozen=True, kw_only=True):
    """What became of a fetch.

    Attributes:
        problem: in a few words; None where there is none.
        remedy: what can be done; None exactly where `problem` is.
        may_pass: whether a later attempt may well do better.
    """

    outcome: FetchOutcome
    problem: str | None = None
    remedy: str | None = None
    may_pass: bool = False


OK: Final = Ending(outcome=FetchOutcome.OK)

_WALLS: Final = {
    FetchOutcome.CONSENT: "a consent wall stands in front of the page",
    FetchOutcome.CAPTCHA: "a check against robots stands in front of the page",
    FetchOutcome.PAYWALL: "a login or subscription wall stands in front of the page",
}
_REMEDIES: Final = {
    Mishap.SILENT: LATER,
    Mishap.BROKEN: LATER,
    Mishap.CERTIFICATE: "check the address in a browser; whoever runs the host has to renew its certificate",
    Mishap.LARGE: "raise `largest` under [collect] in reportedly.toml, if it should be read",
    Mishap.CODING: "nothing can be done here; whoever runs the host has to mend it",
    Mishap.FOREIGN: "give the address of a page of text, or of a feed",
}
_PASSING: Final = frozenset((408, 425, 500, 502, 503, 504, 507, 520, 521, 522, 523, 524))


def wall(outcome: FetchOutcome) -> Ending:
    """A wall in place of the page."""
    return Ending(outcome=outcome, problem=_WALLS[outcome], remedy=BY_HAND)


def refused(why: str) -> Ending:
    """An address that must not be fetched."""
    return Ending(
        outcome=FetchOutcome.REFUSED,
        problem=why,
        remedy="give an address of the public web; what lies within a house has to stand under `allow` of [collect]",
    )


def forbidden_by_robots(problem: str | None, *, may_pass: bool = False) -> Ending:
    """An address that the host's robots.txt closes, or whose robots.txt cannot be had."""
    return Ending(
        outcome=FetchOutcome.ROBOTS,
        problem=problem or "robots.txt forbids it",
        remedy=LATER if may_pass else BY_HAND,
        may_pass=may_pass,
    )


def failed(mishap: Mishap, problem: str) -> Ending:
    """No answer, or one that cannot be used."""
    passing = mishap in (Mishap.SILENT, Mishap.BROKEN, Mishap.CERTIFICATE)
    return Ending(outcome=FetchOutcome.FAILED, problem=problem, remedy=_REMEDIES[mishap], may_pass=passing)


def unresolved(why: str) -> Ending:
    """A host without an address."""
    return Ending(
        outcome=FetchOutcome.FAILED,
        problem=why,
        remedy="check the name of the host, and the network",
        may_pass=True,
    )


def lost(problem: str, remedy: str) -> Ending:
    """Redirects that lead nowhere."""
    return Ending(outcome=FetchOutcome.FAILED, problem=problem, remedy=remedy)


def limited(problem: str) -> Ending:
    """A host that wants to be left alone for a while."""
    return Ending(outcome=FetchOutcome.LIMITED, problem=problem, remedy=LATER, may_pass=True)


def stopped() -> Ending:
    """A fetch that was not begun, since somebody asked to stop."""
    return Ending(
        outcome=FetchOutcome.FAILED, problem="stopped before it was asked", remedy=LATER, may_pass=True
    )


def of(answer: Answer, *, conditional: bool) -> Ending:
    """What an answer means that is no redirect.

    Args:
        conditional: whether the request named what is known already, so that "unchanged" is an answer to it.
    """
    if (kind := walls.found(answer)) is not None:
        return wall(kind)
    if answer.is_good:
        return _good(answer)
    if answer.status == 304 and conditional:
        return Ending(outcome=FetchOutcome.UNCHANGED)
    return _bad(answer)


def _good(answer: Answer) -> Ending:
    if answer.mishap is not None:
        return failed(answer.mishap, answer.fault or answer.mishap.value)
    if answer.status == 206:
        return failed(Mishap.CODING, "only a part of the page came, though all of it was asked for")
    return OK


def _bad(answer: Answer) -> Ending:
    status = answer.status
    if status in (401, 403, 451):
        return Ending(
            outcome=FetchOutcome.FORBIDDEN,
            problem=f"the host does not give it (status {status})",
            remedy=BY_HAND,
        )
    if status in (404, 410):
        return Ending(
            outcome=FetchOutcome.GONE,
            problem=f"it is not there (status {status})",
            remedy="check the address",
        )
    if status == 429 or (status == 503 and "retry-after" in answer.headers):
        return limited(f"the host asks for fewer requests (status {status})")
    passing = status in _PASSING
    return Ending(
        outcome=FetchOutcome.FAILED,
        problem=f"the host answers with status {status}",
        remedy=LATER if passing else "check the address",
        may_pass=passing,
    )
