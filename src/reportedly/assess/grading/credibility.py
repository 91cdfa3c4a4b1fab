"""How credible one status of an event is: by independent origins for it and against it."""

from collections.abc import Iterable
from typing import Final

from reportedly.schema import (
    Contradiction,
    ContradictionKind,
    Corroboration,
    Credibility,
    Disagreement,
    HopKind,
    Origin,
)

_CONFIRMED: Final = 2.5
_PROBABLE: Final = 1.5
_LADDER: Final = (Credibility.CONFIRMED, Credibility.PROBABLE, Credibility.POSSIBLE, Credibility.DOUBTFUL)


def credibility(
    agreement: Corroboration, against: Corroboration | None = None, disputes: Iterable[Contradiction] = ()
) -> tuple[Credibility, tuple[str, ...]]:
    """The digit of one status of an event, with its reasons.

    1 where the effective number of origins is 2.5 or more with two origins at least, one of them named, and two sides
    say so or a document does; 2 from 1.5; 3 where there is one origin. A denial makes it one step worse; it is 4 while
    the effective number is less than twice that of the denial, and 5 where two origins at least deny and they are the
    more. 6 where nobody can be made out behind it. A number, place or date in dispute is among the reasons and moves
    nothing: that something happened is another claim than how much.

    One more independent origin never makes the digit worse.

    Args:
        against: the denial of the same event.
        disputes: contradictions of the same event.
    """
    reasons = [agreement.sentence]
    disputed = sorted(
        {
            f"{each.what or each.kind} in dispute"
            for each in disputes
            if each.disagreement is Disagreement.DISPUTE and each.kind is not ContradictionKind.STATUS
        }
    )
    if not any(_can_be_made_out(each) for each in agreement.origins):
        return Credibility.UNKNOWN, (*reasons, "nobody can be made out behind it", *disputed)
    digit = _supported(agreement, reasons)
    if against is not None and against.origins:
        digit = _denied(digit, agreement, against, reasons)
    return digit, (*reasons, *disputed)


def _supported(agreement: Corroboration, reasons: list[str]) -> Credibility:
    """The digit without regard to denials."""
    documented = any(each.kind is HopKind.DOCUMENT for each in agreement.origins)
    several = len(agreement.sides) > 1 or bool(agreement.across)
    reasons.append(f"effective number of origins {agreement.effective:.1f}, at least {agreement.low}")
    named = any(not each.anonymous for each in agreement.origins)
    if agreement.effective >= _CONFIRMED and agreement.low > 1 and named and (several or documented):
        reasons.append("a document among them" if documented else "more than one side among them")
        return Credibility.CONFIRMED
    return Credibility.PROBABLE if agreement.effective >= _PROBABLE else Credibility.POSSIBLE


def _denied(digit: Credibility, agreement: Corroboration, against: Corroboration, reasons: list[str]) -> Credibility:
    reasons.append(f"denied: {against.sentence}")
    if against.low > 1 and against.effective > agreement.effective:
        return Credibility.IMPROBABLE
    if agreement.effective < 2 * against.effective:
        return Credibility.DOUBTFUL
    return _LADDER[min(_LADDER.index(digit) + 1, len(_LADDER) - 1)]


def _can_be_made_out(origin: Origin) -> bool:
    """Whether anything is known of an origin: behind a bare "reportedly" is nobody."""
    return not (origin.anonymous and not origin.name)
