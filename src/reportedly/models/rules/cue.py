"""A cue of one sentence: the words of saying, the voice, and what it carries."""

from dataclasses import dataclass

from reportedly.models.rules.lexicon import CueSense
from reportedly.models.rules.sources import Source
from reportedly.schema import HopKind, Span


@dataclass(slots=True)
class Cue:
    """A cue of one sentence.

    Attributes:
        span: the words of saying.
        source: the voice, None where the text names none.
        contents: pieces of the sentence that it carries; may grow over later sentences.
        act: what the voice does (`say`, `deny`, `warn` ...).
        sense: the lexicon's entry, None for a colon or a cue that a status operator makes.
        open_quote: what it says is between quotation marks and may go on in the next sentence.
    """

    span: Span
    source: Source | None
    contents: list[Span]
    act: str
    kind: HopKind
    sense: CueSense | None = None
    open_quote: bool = False
