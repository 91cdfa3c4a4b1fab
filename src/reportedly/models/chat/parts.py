"""An article -> the parts in which the model is shown it: whole paragraphs, each sentence with its number."""

from collections.abc import Iterator, Sequence

from reportedly.schema import Noun, Passage, PassageKind, Span


class Sentence(Noun, frozen=True, kw_only=True):
    """A sentence with its number, counted from 1 over the whole article."""

    number: int
    span: Span


class Part(Noun, frozen=True, kw_only=True):
    """What one request shows.

    Attributes:
        sentences: those that the model may quote, in order.
        headline: that of the article, where it stands in another part; shown for context only.
    """

    sentences: tuple[Sentence, ...]
    headline: Span | None = None


def parts(passages: Sequence[Passage], size: int) -> tuple[Part, ...]:
    """The article in as few parts as hold up to `size` code points each.

    A paragraph is cut only where it is larger by itself, and then between sentences; one longer sentence is a part of
    its own.
    """
    head = next((p.sentences for p in passages if p.kind is PassageKind.HEADLINE and p.sentences), ())
    headline = Span(head[0].start, head[-1].end) if head else None
    cut = list(_filled(list(_blocks(passages, size)), size))
    return tuple(Part(sentences=tuple(held), headline=headline if i else None) for i, held in enumerate(cut))


def _blocks(passages: Sequence[Passage], size: int) -> Iterator[list[Sentence]]:
    """The paragraphs, or the sentences of one that is too large, numbered."""
    number = 0
    for passage in passages:
        numbered = [Sentence(number=number + i, span=span) for i, span in enumerate(passage.sentences, 1)]
        number += len(numbered)
        if len(passage.text) <= size:
            yield numbered
        else:
            yield from ([sentence] for sentence in numbered)


def _filled(blocks: Sequence[list[Sentence]], size: int) -> Iterator[list[Sentence]]:
    held: list[Sentence] = []
    for block in filter(None, blocks):
        if held and block[-1].span.end - held[0].span.start > size:
            yield held
            held = []
        held = held + block
    if held:
        yield held
