"""Mentions with their normal form."""

import pytest

from draft import Draft
from reportedly.extract.mentions import mentions
from reportedly.extract.numerals import Number
from reportedly.extract.time_nouns import TimeValue
from reportedly.schema import MentionKind, MentionTag

DRAFT = Draft("On Sunday at least 12 rebels of Varn fled.")
CODER = DRAFT.coder()


def tag(words: str, kind: MentionKind) -> MentionTag:
    return MentionTag(span=DRAFT.at(words), kind=kind, score=0.9)


def test_mentions_stand_in_the_order_of_the_text_and_are_numbered_so() -> None:
    tags = [tag("Varn", MentionKind.PLACE), tag("Sunday", MentionKind.TIME), tag("rebels", MentionKind.ACTOR)]
    made = mentions(tags, {}, {}, CODER)
    assert [(each.id, each.span.of(DRAFT.text), each.kind.value) for each in made] == [
        ("m1", "Sunday", "time"),
        ("m2", "rebels", "actor"),
        ("m3", "Varn", "place"),
    ]


def test_the_value_of_a_time_is_its_date() -> None:
    time = tag("Sunday", MentionKind.TIME)
    dates = {time.span: TimeValue(value="2026-03-15")}
    assert [each.value for each in mentions([time], dates, {}, CODER)] == ["2026-03-15"]
    assert [each.value for each in mentions([time], {time.span: TimeValue()}, {}, CODER)] == [None]
    assert [each.value for each in mentions([time], {}, {}, CODER)] == [None]


@pytest.mark.parametrize(
    ("low", "high", "value"),
    [
        (12, 12, "12"),
        (12, None, "12.."),
        (None, 40, "..40"),
        (0, 999, "0..999"),
        (2500000, 2500000, "2500000"),
        (2.5, 2.5, "2.5"),
        (24, 99, "24..99"),
        (12345.67, 12345.67, "12345.67"),
        (999999.5, None, "999999.5.."),
        (0.00001, 0.00001, "0.00001"),
        (5e21, 5e21, "5000000000000000000000"),
    ],
)
def test_the_value_of_a_quantity_is_its_number_or_its_bounds(low: float | None, high: float | None, value: str) -> None:
    quantity = tag("at least 12", MentionKind.QUANTITY)
    number = Number(span=quantity.span, low=low, high=high)
    assert [each.value for each in mentions([quantity], {}, {quantity.span: number}, CODER)] == [value]


def test_a_name_has_no_value() -> None:
    name = tag("Varn", MentionKind.PLACE)
    number = Number(span=name.span, low=1, high=1)
    assert mentions([name], {name.span: TimeValue(value="2026")}, {name.span: number}, CODER)[0].value is None


def test_no_tags_make_no_mentions() -> None:
    assert mentions([], {}, {}, CODER) == ()


def test_a_place_that_acts_or_speaks_is_an_actor_with_an_identity() -> None:
    draft = Draft("Varn said no. Troops left Seld.")
    tags = [MentionTag(span=draft.at(words), kind=MentionKind.PLACE, score=0.9) for words in ("Varn", "Seld")]
    made = mentions(tags, {}, {}, draft.coder(), {draft.at("Varn")})
    assert [(each.kind, each.entity) for each in made] == [(MentionKind.ACTOR, "VRN"), (MentionKind.PLACE, None)]
