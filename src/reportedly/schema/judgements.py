"""Judgements: whether two things are one, who thinks so and why; never changed, only taken back by another."""

from datetime import datetime, timedelta
from enum import StrEnum

from reportedly.schema.base import Noun


class JudgementKind(StrEnum):
    """What is judged."""

    EVENT = "event"  # two mentions of an event
    ARTICLE = "article"  # whether one article rests on another
    STORY = "story"
    ENTITY = "entity"
    PLACE = "place"
    GRADE = "grade"


class Verdict(StrEnum):
    """How the judgement ends."""

    SAME = "same"
    DIFFERENT = "different"
    UNSURE = "unsure"


class Judgement(Noun, frozen=True, kw_only=True):
    """Same, different or unsure, of two things in the store; by a model or a person.

    Attributes:
        left: id of the one thing, `right` of the other; the smaller id first.
        score: 0 to 1, how sure; None where a person gave none.
        reasons: in words, the weightiest first.
        author: `model NAME VERSION` or `person NAME`.
        replaces: id of the judgement that this one takes back.

    Raises:
        ValueError: the score is out of range, `left` is not the smaller, or there is no reason.
    """

    kind: JudgementKind
    left: str
    right: str
    verdict: Verdict
    score: float | None = None
    reasons: tuple[str, ...]
    author: str
    judged_at: datetime
    replaces: str | None = None

    def __post_init__(self) -> None:
        if self.left >= self.right:
            raise ValueError(f"a judgement names the smaller id first, got {self.left!r} and {self.right!r}")
        if self.score is not None and not 0 <= self.score <= 1:
            raise ValueError(f"a score lies between 0 and 1, got {self.score}")
        if not self.reasons:
            raise ValueError("a judgement needs a reason")
        if self.judged_at.utcoffset() != timedelta(0):
            raise ValueError("judged_at must be aware and in UTC")
