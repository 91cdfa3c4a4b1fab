"""The running totals over many ledgers: what the footer of a table and the head of a report say."""

from collections import Counter
from dataclasses import dataclass, field

from reportedly.export.rows import Ledger
from reportedly.schema import Status


@dataclass(kw_only=True)
class Tally:
    """Totals so far; its size does not grow with the articles, but with the distinct origins.

    Attributes:
        statuses: claims by status.
        origins: keys of the distinct voices that claims come from, the outlets' own among them.
        unnamed: claims whose origin nothing names.
    """

    articles: int = 0
    events: int = 0
    statuses: Counter[Status] = field(default_factory=Counter)
    origins: set[str] = field(default_factory=set)
    unnamed: int = 0

    @property
    def claims(self) -> int:
        """Claims in all."""
        return self.statuses.total()

    def add(self, ledger: Ledger) -> None:
        """Count one more article."""
        self.articles += 1
        self.events += len(ledger.events)
        for claim in (claim for event in ledger.events for claim in event.claims):
            self.statuses[claim.status] += 1
            if claim.origin.key is None:
                self.unnamed += 1
            else:
                self.origins.add(claim.origin.key)

    def by_status(self) -> list[tuple[Status, int]]:
        """The statuses that occur, in the order of the codebook."""
        return [(status, self.statuses[status]) for status in Status if self.statuses[status]]

    def totals(self) -> tuple[str, ...]:
        """The totals in words: `8 articles`, `41 events`, `52 claims`, `14 distinct origins`, ..."""
        totals = (
            counted(self.articles, "article"),
            counted(self.events, "event"),
            counted(self.claims, "claim"),
            counted(len(self.origins), "distinct origin"),
        )
        return (*totals, f"{counted(self.unnamed, 'claim')} from unnamed origins") if self.unnamed else totals


def counted(number: int, noun: str) -> str:
    """`1 event`, `2 events`."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
