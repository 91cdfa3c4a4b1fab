"""The trigger lexicon keeps its shape: known codes, one meaning a word, enough words of every type."""

from collections import Counter, defaultdict
from collections.abc import Iterator

import pytest

from reportedly.knowledge.inflect import irregular, noun_forms, verb_spellings
from reportedly.knowledge.lexicons import TriggerGroup, triggers
from reportedly.schema import MODES, EventType

ROLES = {"plain", "reversed", "mutual"}
FEWEST_PER_TYPE = 25
FEWEST_IN_ALL = 900


def entries(group: TriggerGroup) -> Iterator[tuple[str, str]]:
    """Every phrase of a group with its part of speech."""
    for part, phrases in (
        ("verb", (*group.verbs, *group.weak_verbs)),
        ("noun", (*group.nouns, *group.weak_nouns)),
    ):
        yield from ((part, phrase) for phrase in phrases)


def test_the_head_says_where_the_words_are_from() -> None:
    book = triggers()
    assert book.source == "written for reportedly"
    assert book.licence == "CC-BY-4.0"
    assert book.version == 1


def test_modes_and_roles_are_known() -> None:
    for group in triggers().entries:
        assert group.mode is None or group.mode in MODES.get(group.type, frozenset()), group
        assert group.roles in ROLES, group


def test_no_group_is_empty() -> None:
    assert all(list(entries(group)) for group in triggers().entries)


@pytest.mark.parametrize("kind", list(EventType))
def test_every_type_has_enough_words(kind: EventType) -> None:
    words = {phrase for group in triggers().entries if group.type is kind for _, phrase in entries(group)}
    assert len(words) >= FEWEST_PER_TYPE


def test_the_lexicon_is_large_and_covers_every_mode() -> None:
    book = triggers()
    assert len({entry for group in book.entries for entry in entries(group)}) >= FEWEST_IN_ALL
    covered = {(group.type, group.mode) for group in book.entries}
    missing = {(kind, mode) for kind, modes in MODES.items() for mode in modes} - covered
    assert {kind for kind, _ in missing} <= {EventType.THREATEN}


def test_a_word_has_one_meaning_unless_its_object_tells() -> None:
    meanings: dict[tuple[str, str], list[TriggerGroup]] = defaultdict(list)
    for group in triggers().entries:
        for entry in entries(group):
            meanings[entry].append(group)
    for entry, groups in meanings.items():
        assert sum(not group.objects for group in groups) <= 1, entry


def test_an_object_tells_one_meaning() -> None:
    meanings: dict[tuple[str, str, str], set[tuple[EventType, str | None]]] = defaultdict(set)
    for group in triggers().entries:
        for part, phrase in entries(group):
            for head in group.objects:
                meanings[part, phrase, head].add((group.type, group.mode))
    assert {key: found for key, found in meanings.items() if len(found) > 1} == {}


def test_phrases_are_lower_case_and_well_spaced() -> None:
    for group in triggers().entries:
        for _, phrase in entries(group):
            assert phrase == " ".join(phrase.lower().split()), phrase
            assert not phrase.startswith("...") or len(phrase.split()) > 1, phrase


def test_no_phrase_stands_twice_in_a_group() -> None:
    for group in triggers().entries:
        twice = [entry for entry, count in Counter(entries(group)).items() if count > 1]
        assert twice == [], twice


def test_every_phrase_inflects() -> None:
    known = irregular()
    for group in triggers().entries:
        for part, phrase in entries(group):
            if part == "noun":
                assert noun_forms(phrase)[0] == phrase
            else:
                assert verb_spellings(phrase, known)[0].base == phrase


def test_light_verbs_act_or_suffer() -> None:
    seen: dict[str, str] = {}
    for group in triggers().light_verbs:
        assert group.roles in {"plain", "reversed"}
        for words in group.words:
            assert seen.setdefault(words, group.roles) == group.roles, words


@pytest.mark.parametrize(
    ("phrase", "head", "kind", "mode"),
    [
        ("release", "hostage", EventType.RETREAT, "release"),
        ("fire", "minister", EventType.SANCTION, "dismiss"),
        ("fire", "rocket", EventType.ASSAULT, "heavy-weapons"),
        ("fire", "ballistic missile", EventType.MOBILIZE, "weapons"),
        ("host", "president", EventType.CONSULT, "visit"),
        ("host", "refugee", EventType.AID, None),
        ("withdraw", "ambassador", EventType.SANCTION, "withdraw"),
        ("leave", "treaty", EventType.REJECT, None),
    ],
)
def test_ambiguous_verbs_are_told_apart(phrase: str, head: str, kind: EventType, mode: str | None) -> None:
    found = [
        (group.type, group.mode)
        for group in triggers().entries
        if ("verb", phrase) in entries(group) and head in group.objects
    ]
    assert found == [(kind, mode)]


def test_words_of_speech_and_status_are_no_triggers() -> None:
    banned = {"say", "tell", "announce", "deny", "plan", "vow", "warn", "claim", "report"}
    used = {phrase for group in triggers().entries for part, phrase in entries(group) if part == "verb"}
    assert not used & banned
