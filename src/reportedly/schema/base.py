"""What all nouns share: frozen, keyword-only records, and the half-open span of code points."""

import msgspec


class Noun(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A frozen, keyword-only record; decoding one with an unknown key is an error."""


class Span(msgspec.Struct, frozen=True, array_like=True, order=True, forbid_unknown_fields=True):
    """The half-open range `[start, end)` of Unicode code points in one article's text.

    Raises:
        ValueError: the range is negative or empty.
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"a span needs 0 <= start < end, got [{self.start}, {self.end})")

    def of(self, text: str) -> str:
        """The words of `text` that this span covers.

        Examples:
            >>> Span(4, 12).of("The Brigades shelled Oster.")
            'Brigades'
        """
        return text[self.start : self.end]

    def overlaps(self, other: "Span") -> bool:
        """Whether the two ranges share at least one code point."""
        return self.start < other.end and other.start < self.end

    def covers(self, other: "Span") -> bool:
        """Whether `other` lies wholly within this span."""
        return self.start <= other.start and other.end <= self.end
