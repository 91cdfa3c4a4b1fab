from enum import StrEnum

import pytest

from reportedly.schema import (
    MODES,
    Counted,
    DatePrecision,
    DateSource,
    EventType,
    HopKind,
    MentionKind,
    RelationKind,
    Status,
)

CODEBOOK = {
    EventType: "AGREE CONSULT SUPPORT CONCEDE COOPERATE AID RETREAT REQUEST ACCUSE REJECT THREATEN PROTEST "
    "SANCTION MOBILIZE COERCE ASSAULT",
    Status: "occurred ongoing planned threatened warned demanded averted denied hypothetical",
    HopKind: "outlet official organisation person witness document unnamed",
    MentionKind: "actor place installation outlet time quantity",
    Counted: "killed injured arrested abducted displaced troops vehicles weapons money people",
    RelationKind: "proxy_of backed_by ally_of partner_of adversary_of member_of leader_of based_at part_of",
    DateSource: "given feed sitemap json-ld meta page url",
    DatePrecision: "day time",
}


@pytest.mark.parametrize(("labels", "words"), CODEBOOK.items(), ids=lambda kind: getattr(kind, "__name__", ""))
def test_the_labels_are_those_of_the_codebook(labels: type[StrEnum], words: str) -> None:
    assert [label.value for label in labels] == words.split()


@pytest.mark.parametrize("labels", CODEBOOK, ids=lambda kind: kind.__name__)
def test_an_unknown_label_is_an_error(labels: type[StrEnum]) -> None:
    with pytest.raises(ValueError, match="is not a valid"):
        labels("surely")


def test_every_type_says_which_modes_it_may_take() -> None:
    assert list(MODES) == list(EventType)


def test_a_mode_is_written_in_small_letters_with_hyphens() -> None:
    modes = [mode for allowed in MODES.values() for mode in allowed]
    assert modes
    assert [mode for mode in modes if not mode.replace("-", "").isalpha() or mode != mode.lower()] == []


def test_the_modes_beyond_plover_are_an_advisory_and_a_dismissal() -> None:
    assert "advisory" in MODES[EventType.MOBILIZE]
    assert "dismiss" in MODES[EventType.SANCTION]
