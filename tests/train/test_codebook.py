from pathlib import Path

import numpy as np
import pytest

from gold_articles import DENIAL, article, denial
from reportedly.evals.gold import to_reading
from reportedly.extract.reader import rules_reader
from reportedly.models.neural.labels import LINKS, MODE_NAMES, NOTHING, STATUSES, TELLS, VOICES, Head, Link, Role
from reportedly.models.neural.windows import Cutter
from reportedly.models.rules import RulesTagger
from reportedly.schema import EventType, HopKind, Span, Status
from reportedly.train.codebook import CodebookExamples
from reportedly.train.examples import UNKNOWN, Anchor, Example, Range, kind_of, role_labels
from vocabulary import vocabulary


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> Example:
    letters = " ".join(sorted({word.strip(".,").lower() for word in DENIAL.split()}))
    cutter = Cutter(vocabulary(tmp_path_factory.mktemp("vocabulary"), letters))
    gold = denial()
    silver = next(iter(rules_reader().read([to_reading(gold.gold, gold.text).article])))
    (made,) = CodebookExamples(cutter).of(gold, silver)
    return made


def words(example: Example, at: Range) -> str:
    held = example.window.words[slice(*at)]
    return Span(held[0].span.start, held[-1].span.end).of(DENIAL)


def tagged(example: Example, head: Head) -> list[str]:
    row = example.tags[head]
    starts = [i for i, label in enumerate(row) if label > 0 and label % 2 == 1]
    found = []
    for start in starts:
        end = start + 1
        while end < len(row) and row[end] == row[start] + 1:
            end += 1
        found.append(words(example, (start, end)))
    return found


def anchor(example: Example, at: str) -> tuple[int, Anchor]:
    return next((n, a) for n, a in enumerate(example.anchors) if words(example, a.at) == at)


def filled(example: Example, at: str, role: Role) -> list[str]:
    return [words(example, place) for place in anchor(example, at)[1].roles[role]]


def linked(example: Example, one: str, other: str, link: Link) -> int:
    assert example.links is not None
    return int(example.links[anchor(example, one)[0], anchor(example, other)[0], LINKS.index(link)])


@pytest.mark.parametrize(
    ("head", "found"),
    [
        (Head.TRIGGER, ["shelled", "march"]),
        (Head.CUE, ["reported", "according to", "denied"]),
        (Head.ECHO, ["denied it"]),
        (Head.LEVEL, ["400"]),
        (Head.TIE, ["The Reed Brigade"]),
    ],
)
def test_every_head_learns_its_spans(example: Example, head: Head, found: list[str]) -> None:
    assert tagged(example, head) == found


def test_an_event_has_its_roles_and_classes(example: Example) -> None:
    _, shelled = anchor(example, "shelled")
    assert (STATUSES[shelled.status], MODE_NAMES[shelled.mode]) == (Status.OCCURRED, "heavy-weapons")
    assert filled(example, "shelled", Role.ACTOR) == ["rebels"]
    assert filled(example, "shelled", Role.RECIPIENT) == ["the port of Karm"]
    assert filled(example, "shelled", Role.PLACE) == ["Karm"]
    assert filled(example, "shelled", Role.TIME) == ["3 May 2024"]
    assert filled(example, "shelled", Role.NUMBER) == ["At least 12"]
    assert filled(example, "march", Role.RECIPIENT) == []
    assert 0 <= shelled.certainty <= 1


def test_a_chain_is_links_from_each_voice_to_what_it_carries(example: Example) -> None:
    assert linked(example, "reported", "shelled", Link.GOVERNS) == 1
    assert linked(example, "according to", "shelled", Link.GOVERNS) == 1
    assert linked(example, "reported", "according to", Link.GOVERNS) == 1
    assert linked(example, "according to", "reported", Link.GOVERNS) == 0
    assert linked(example, "denied", "shelled", Link.GOVERNS) == 0
    assert linked(example, "denied", "denied it", Link.GOVERNS) == 1
    assert linked(example, "shelled", "march", Link.GOVERNS) == UNKNOWN


def test_a_denial_is_about_the_event_that_it_denies(example: Example) -> None:
    assert linked(example, "denied it", "shelled", Link.ABOUT) == 1
    assert linked(example, "denied it", "march", Link.ABOUT) == 0
    assert STATUSES[anchor(example, "denied it")[1].status] == Status.DENIED


def test_a_cue_tells_of_an_event_that_stands_elsewhere_or_of_nothing(example: Example) -> None:
    denied, reported = anchor(example, "denied")[1], anchor(example, "reported")[1]
    assert (TELLS[denied.tells], STATUSES[denied.told]) == (EventType.ASSAULT, Status.DENIED)
    assert (TELLS[reported.tells], reported.told) == (NOTHING, UNKNOWN)
    assert linked(example, "denied", "shelled", Link.ABOUT) == 1
    assert linked(example, "denied", "march", Link.ABOUT) == 0
    assert linked(example, "reported", "shelled", Link.ABOUT) == UNKNOWN


def test_voices_have_their_source_and_kind(example: Example) -> None:
    assert filled(example, "according to", Role.SOURCE) == ["officials"]
    assert VOICES[anchor(example, "reported")[1].voice] == HopKind.OUTLET


def test_what_a_cue_carries_beyond_the_claims_is_unknown(example: Example) -> None:
    number, reported = anchor(example, "reported")
    assert filled(example, "reported", Role.CONTENT) == ["rebels shelled the port of Karm"]
    labels = role_labels(example)[number, :, 2 * list(Role).index(Role.CONTENT)]
    march = anchor(example, "march")[1].at[0]
    own = reported.at[0]
    assert (labels[march], labels[own]) == (0, 0)
    assert labels[-2] == UNKNOWN
    assert np.isin(labels, [UNKNOWN, 0, 1]).all()


def test_roles_that_an_anchor_cannot_have_are_unknown(example: Example) -> None:
    number, _ = anchor(example, "shelled")
    assert (role_labels(example)[number, :, 2 * list(Role).index(Role.SOURCE)] == UNKNOWN).all()


def test_levels_and_relations(example: Example) -> None:
    assert filled(example, "400", Role.HOLDER) == ["The army"]
    assert filled(example, "400", Role.SITE) == ["Karm"]
    assert filled(example, "The Reed Brigade", Role.OBJECT) == ["Orvania"]
    assert example.tags[Head.TIE].max() == 2 + 2 * kind_of(Head.TIE, "proxy_of")


def test_an_anchor_outside_the_windows_own_words_is_left_to_another(tmp_path: Path) -> None:
    cutter = Cutter(vocabulary(tmp_path), size=120)
    made = list(CodebookExamples(cutter).of(denial()))
    assert len(made) > 2
    assert sum(len(tagged(e, Head.TRIGGER)) for e in made) == 2


def test_a_further_mention_of_an_event_is_neither_right_nor_wrong(tmp_path: Path) -> None:
    text = "Rebels shelled the port. Later rebels shelled the port of Oster."
    event = {
        "type": "ASSAULT",
        "in": "Rebels shelled the port",
        "trigger": "shelled",
        "claims": [{"status": "occurred", "content": "Rebels shelled the port"}],
    }
    cutter = Cutter(vocabulary(tmp_path, "rebels shelled the port later of oster"))
    gold = article("twice", text, events=[event])
    (without,) = CodebookExamples(cutter).of(gold)
    (made,) = CodebookExamples(cutter, RulesTagger()).of(gold)
    assert without.tags[Head.TRIGGER].tolist().count(UNKNOWN) == 0
    assert made.tags[Head.TRIGGER].tolist() == [*without.tags[Head.TRIGGER][:7], UNKNOWN, *[0] * 5]
    assert without.hints is None
    assert made.hints is not None
    assert made.hints.any()
