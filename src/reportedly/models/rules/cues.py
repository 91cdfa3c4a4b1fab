"""The cues of one sentence, of every kind, in the order in which they are looked for."""

from reportedly.models.rules import headline_cues, phrase_cues, verb_cues
from reportedly.models.rules.chunks import ChunkKind
from reportedly.models.rules.cue import Cue
from reportedly.models.rules.lexicon import RuleBook
from reportedly.models.rules.sentence import Sentence


def find(sentence: Sentence, book: RuleBook) -> list[Cue]:
    """The cues of the sentence: verbs, phrases, nouns, adverbs, and the colons of a headline."""
    cues: list[Cue] = []
    for index, made in enumerate(sentence.chunks):
        if made.kind is ChunkKind.VERB:
            taken = {cue.span for cue in cues}
            cues.extend(
                cue for cue in verb_cues.verb_cue(sentence, index, book, cues) if cue.span not in taken
            )
    cues.extend(phrase_cues.phrase_cues(sentence, book, cues))
    cues.extend(phrase_cues.noun_cues(sentence, book, cues))
    if sentence.headline:
        cues.extend(headline_cues.headline_cues(sentence, book))
    return cues
