"""What was passed over in web archives: how much of each kind."""

from collections import Counter

from reportedly.collect.prefilter import Passed


class Tally:
    """Counts what is passed over; `str` of it is one line, empty where nothing was."""

    def __init__(self) -> None:
        self._counts: Counter[Passed] = Counter()

    def add(self, kind: Passed) -> None:
        """Count one more of a kind."""
        self._counts[kind] += 1

    def count(self, kind: Passed) -> int:
        """How many there were of a kind."""
        return self._counts[kind]

    def __str__(self) -> str:
        return ", ".join(f"{self._counts[kind]:,} {kind}" for kind in Passed if self._counts[kind])
