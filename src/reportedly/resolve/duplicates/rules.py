"""From where on two texts count as sharing words."""

from reportedly.schema import Noun


class ReuseRules(Noun, frozen=True, kw_only=True):
    """The numbers behind `Reuse`; tuned on topics 1 to 25 of ECB+ and on generated families.

    Attributes:
        least: share of either text from which on a passage counts.
        grams: grams that must be shared at least.
        run: words in one passage that make up for a share under `least`.
        most: two shares from which on the kind is `near`; one makes it `part`.
        frequent: unrelated articles from which on a gram is boilerplate, and dropped.
        quote: words that a quotation needs to count when shared.
        candidates: how many of the earlier articles with most shared grams are looked at.
    """

    least: float = 0.15
    grams: int = 3
    run: int = 24
    most: float = 0.75
    frequent: int = 12
    quote: int = 8
    candidates: int = 12
