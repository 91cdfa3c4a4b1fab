from collections.abc import Sequence

import numpy as np
import pytest

from handmade_windows import SURE, fill, link, nothing_related, nothing_tagged, tag
from reportedly.extract.reader import TaggedReader
from reportedly.models.neural.geometry import Anchors
from reportedly.models.neural.hints import WIDTH
from reportedly.models.neural.labels import KINDS, STATUSES, VOICES, Head, Link, Role
from reportedly.models.neural.outputs import Encoded, Floats, Related
from reportedly.models.neural.tagger import NeuralTagger
from reportedly.models.neural.tuning import Tuning
from reportedly.models.neural.windows import Cutter, Window
from reportedly.models.rules import RulesTagger
from reportedly.schema import Article, EventType, HopKind, MentionKind, Reading, Status
from vocabulary import vocabulary

TEXT = "Officials said on Monday that rebels shelled the port. Rebels denied it."


class Scripted:
    """A session that finds the words it is told to find, whatever the window."""

    def encode(self, window: Window, hints: Floats) -> Encoded:
        assert hints.shape == (len(window.words), WIDTH)
        encoded = nothing_tagged(len(window.words))
        for head, kind, words in (
            (Head.TRIGGER, KINDS[Head.TRIGGER].index(EventType.ASSAULT), "shelled"),
            (Head.CUE, 0, "said"),
            (Head.CUE, 0, "denied"),
            (Head.ECHO, 0, "denied it"),
            (Head.MENTION, KINDS[Head.MENTION].index(MentionKind.PLACE), "port"),
        ):
            at = self.at(window, words)
            if at and at[0] >= window.own:
                tag(encoded, head, kind, *at)
        return encoded

    def relate(self, window: Window, encoded: Encoded, anchors: Anchors) -> Related:
        assert len(encoded.states) == len(window.words)
        related = nothing_related(len(anchors), len(window.words))
        names = [" ".join(self.words(window)[first:end]) for first, end in anchors]
        for number, name in enumerate(names):
            related.status[number, STATUSES.index(Status.DENIED if "denied" in name else Status.OCCURRED)] = SURE
            related.voice[number, VOICES.index(HopKind.OFFICIAL)] = SURE
        trigger, said, denied, echo = (names.index(n) for n in ("shelled", "said", "denied", "denied it"))
        for number, role, filler in (
            (trigger, Role.ACTOR, "rebels"),
            (trigger, Role.TIME, "on Monday"),
            (said, Role.SOURCE, "Officials"),
            (denied, Role.SOURCE, "Rebels"),
        ):
            found = self.at(window, filler)
            if found:
                fill(related, number, role, *found)
        link(related, said, trigger, Link.GOVERNS)
        link(related, denied, echo, Link.GOVERNS)
        link(related, echo, trigger, Link.ABOUT)
        return related

    def words(self, window: Window) -> list[str]:
        return [TEXT[w.span.start : w.span.end] for w in window.words]

    def at(self, window: Window, words: str) -> tuple[int, int] | None:
        wanted, given = words.split(), self.words(window)
        for first in range(len(given) - len(wanted) + 1):
            if given[first : first + len(wanted)] == wanted:
                return first, first + len(wanted)
        return None


class Empty:
    """A session that finds nothing; relating is never asked of it."""

    def encode(self, window: Window, hints: Floats) -> Encoded:  # noqa: ARG002 - a protocol
        return nothing_tagged(len(window.words))

    def relate(self, window: Window, encoded: Encoded, anchors: Anchors) -> Related:  # noqa: ARG002 - a protocol
        raise AssertionError("there is no anchor")


@pytest.fixture(scope="module")
def cutter(tmp_path_factory: pytest.TempPathFactory) -> Cutter:
    return Cutter(vocabulary(tmp_path_factory.mktemp("vocabulary")))


def read(session: Scripted | Empty, cutter: Cutter) -> Reading:
    tagger = NeuralTagger(session, cutter, Tuning(), "scripted-1", "0", RulesTagger())
    article = Article(id="a", text=TEXT, published_at=None)
    return next(iter(TaggedReader("neural", tagger).read([article])))


def chains(reading: Reading) -> Sequence[tuple[Status, list[str]]]:
    return [(c.status, [h.source.of(TEXT) for h in c.chain if h.source]) for c in reading.claims]


def test_what_a_session_finds_becomes_one_event_with_two_claims(cutter: Cutter) -> None:
    reading = read(Scripted(), cutter)
    (event,) = reading.events
    assert (event.type, event.trigger.of(TEXT)) == (EventType.ASSAULT, "shelled")
    assert [actor.span.of(TEXT) for actor in event.actors] == ["rebels"]
    assert event.date is not None
    assert chains(reading) == [(Status.OCCURRED, ["Officials"]), (Status.DENIED, ["Rebels"])]
    assert reading.provenance.model == "scripted-1"


def test_a_session_that_finds_nothing_leaves_times_and_numbers(cutter: Cutter) -> None:
    reading = read(Empty(), cutter)
    assert not reading.events
    assert [m.kind for m in reading.mentions] == [MentionKind.TIME]


def test_scores_are_probabilities(cutter: Cutter) -> None:
    reading = read(Scripted(), cutter)
    assert all(0 <= claim.confidence <= 1 and np.isfinite(claim.confidence) for claim in reading.claims)
