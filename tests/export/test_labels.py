import pytest

from reportedly.export import labels
from reportedly.schema import MODES, DateSource, EventType, RelationKind, Status


@pytest.mark.parametrize("event_type", EventType)
def test_every_type_and_mode_has_its_own_words(event_type: EventType) -> None:
    words = [labels.kind(event_type, None), *(labels.kind(event_type, mode) for mode in MODES[event_type])]
    assert len(set(words)) == len(words)
    assert all(each == each.lower() and event_type.value not in each for each in words)


def test_no_label_is_left_over() -> None:
    assert {mode for of_type, mode in labels.MODES} == set().union(*MODES.values())
    assert set(labels.DATE_SOURCES) == set(DateSource)
    assert set(labels.STATUSES) == set(Status)


@pytest.mark.parametrize("symbols", [labels.SYMBOLS, labels.ASCII_SYMBOLS])
def test_each_status_has_a_sign_of_its_own(symbols: dict[Status, str]) -> None:
    assert set(symbols) == set(Status)
    assert len(set(symbols.values())) == len(Status)
    assert all(len(symbol) == 1 for symbol in symbols.values())


def test_the_signs_for_plain_terminals_are_ascii() -> None:
    assert all(symbol.isascii() for symbol in labels.ASCII_SYMBOLS.values())


def test_certainty_goes_up_in_five_steps() -> None:
    steps = list(dict.fromkeys(labels.certainty(value / 100) for value in range(101)))
    assert steps == [
        "takes no position",
        "sounds doubtful",
        "sounds unsure",
        "sounds fairly sure",
        "sounds sure",
    ]


def test_a_tie_that_is_over_says_so() -> None:
    assert labels.tie(RelationKind.BACKED_BY, False) == "backed by"
    assert labels.tie(RelationKind.LEADER_OF, True) == "formerly leader of"
