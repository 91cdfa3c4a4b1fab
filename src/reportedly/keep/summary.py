"""What came of a run: what was new, what was seen before, what failed and why."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from reportedly.schema import FetchOutcome

_FEW = 5


@dataclass(slots=True)
class Summary:
    """Counts of one run; they only grow.

    Attributes:
        captures: pages, texts and lines that were opened.
        new: articles that the store did not hold; `seen` those that it did.
        readings: readings that were stored; `again` articles that the same machine had read before.
        why: problem -> how many inputs, or articles, had it.
        blocked: pages that somebody keeps from us: outcome -> how many.
        unchanged: inputs that an earlier run had finished, and that are as they were.
        passed: what an archive holds and no article is: kind -> how many.
        feeds: feeds that were subscribed to.
        stopped: whether somebody asked to stop before the end.
    """

    captures: int = 0
    new: int = 0
    seen: int = 0
    readings: int = 0
    again: int = 0
    why: Counter[str] = field(default_factory=Counter)
    blocked: Counter[FetchOutcome] = field(default_factory=Counter)
    unchanged: int = 0
    passed: str = ""
    feeds: int = 0
    stopped: bool = False

    @property
    def failed(self) -> int:
        """How many inputs or articles could not be read."""
        return self.why.total()

    def add(self, other: "Summary") -> None:
        """Count what another has counted as well."""
        for name in ("captures", "new", "seen", "readings", "again", "unchanged", "feeds"):
            setattr(self, name, getattr(self, name) + getattr(other, name))
        self.why += other.why
        self.blocked += other.blocked

    def lines(self) -> Iterator[str]:
        """The summary in words, a line for each thing that there was."""
        articles = f"{self.new:,} new, {self.seen:,} seen before"
        yield f"{_number(self.captures, 'capture')}: {articles}; {_number(self.readings, 'reading')} stored"
        if self.again:
            yield f"{_number(self.again, 'article')} had been read before by the same reader"
        if self.feeds:
            yield f"{_number(self.feeds, 'feed')} subscribed to"
        if self.unchanged:
            yield f"{_number(self.unchanged, 'input')} finished by an earlier run and unchanged"
        if self.passed:
            yield f"passed over in archives: {self.passed}"
        if self.blocked:
            kinds = ", ".join(f"{number:,} {outcome}" for outcome, number in self.blocked.most_common())
            yield f"{_number(self.blocked.total(), 'page')} kept from us: {kinds}"
        if self.why:
            yield f"{self.failed:,} failed:"
            yield from (f"  {number:>7,}  {problem}" for problem, number in self.why.most_common(_FEW))
            if len(self.why) > _FEW:
                yield f"  {'':>7}  and {len(self.why) - _FEW:,} other problems"


def _number(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
