"""What readings cost: requests and tokens as the server counts them, money at the prices set, and words lost."""

from collections import Counter
from collections.abc import Iterable
from enum import StrEnum
from typing import Final

from reportedly.schema import Noun
from reportedly.settings import ChatSettings

_MILLION: Final = 1_000_000


class Usage(Noun, frozen=True, kw_only=True):
    """Requests that were answered and the tokens in them.

    Attributes:
        uncounted: how many of the answers came without a count of tokens.
    """

    requests: int = 0
    prompt_tokens: int = 0
    completion_tokens: int = 0
    uncounted: int = 0

    def __add__(self, other: "Usage") -> "Usage":
        return Usage(
            requests=self.requests + other.requests,
            prompt_tokens=self.prompt_tokens + other.prompt_tokens,
            completion_tokens=self.completion_tokens + other.completion_tokens,
            uncounted=self.uncounted + other.uncounted,
        )

    def money(self, settings: ChatSettings) -> float:
        """What the tokens cost, in the currency of the prices."""
        prompt = self.prompt_tokens * settings.prompt_price
        return (prompt + self.completion_tokens * settings.completion_price) / _MILLION


class Reason(StrEnum):
    """Why something that the model answered is not in the reading."""

    NOT_IN_TEXT = "not in the text"
    NO_NUMBER = "no number in these words"
    UNKNOWN_MODE = "no mode of this type"
    NO_TRIGGER = "its trigger is not in the text"
    NO_CONTENT = "its words are not in the text"
    NO_VOICE = "a voice of its chain is not in the text"
    NO_CLAIM = "no claim about it is left"
    REPEATED = "said before"


class Drop(Noun, frozen=True, kw_only=True):
    """One thing left out: what it was to be (`trigger`, `actor`, `claim` ...), why, and what the model quoted."""

    role: str
    reason: Reason
    words: str


class Account(Noun, frozen=True, kw_only=True):
    """What one article cost.

    Attributes:
        article: the article's id.
        usage: what was asked and paid for now.
        money: what `usage` costs, in the currency of the prices.
        kept: what the answers from the journal had cost when they were given.
        dropped: what was left out of the reading.
        failed: whether there is no reading, but an issue in its place.
    """

    article: str
    usage: Usage
    money: float
    kept: Usage = Usage()
    dropped: tuple[Drop, ...] = ()
    failed: bool = False


class Report(Noun, frozen=True, kw_only=True):
    """The accounts of all articles so far, in order; `str` of it is one line, empty where there is none."""

    accounts: tuple[Account, ...] = ()

    @property
    def usage(self) -> Usage:
        """What was asked and paid for now, over all articles."""
        return _sum(account.usage for account in self.accounts)

    @property
    def kept(self) -> Usage:
        """What was taken from the journal, over all articles."""
        return _sum(account.kept for account in self.accounts)

    @property
    def money(self) -> float:
        """What all articles cost now, in the currency of the prices."""
        return sum(account.money for account in self.accounts)

    @property
    def dropped(self) -> Counter[tuple[str, Reason]]:
        """How much was left out, by what it was to be and why."""
        return Counter((drop.role, drop.reason) for account in self.accounts for drop in account.dropped)

    def __str__(self) -> str:
        if not self.accounts:
            return ""
        used, kept = self.usage, self.kept
        said = [
            _many(len(self.accounts), "article"),
            _many(used.requests, "request"),
            f"{used.prompt_tokens:,} + {used.completion_tokens:,} tokens",
        ]
        said += [f"costs {self.money:.4f}"] if self.money else []
        said += [f"{_many(used.uncounted, 'answer')} without a count of tokens"] if used.uncounted else []
        said += [f"{_many(kept.requests, 'request')} from the journal"] if kept.requests else []
        reasons = [f"{count} x {role} {reason}" for (role, reason), count in self.dropped.most_common()]
        return ", ".join(said) + (f"; left out: {', '.join(reasons)}" if reasons else "")


def _sum(usages: Iterable[Usage]) -> Usage:
    return sum(usages, start=Usage())


def _many(count: int, what: str) -> str:
    return f"{count:,} {what}" + ("" if count == 1 else "s")
