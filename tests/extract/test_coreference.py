"""Which triggers are one happening."""

from typing import Any

import pytest

from draft import Draft
from reportedly.extract.coreference import Happening, attach, happenings
from reportedly.extract.time_nouns import TimeValue
from reportedly.schema import EventType, Span, Status, TriggerTag

ASSAULT, COERCE = EventType.ASSAULT, EventType.COERCE
OCCURRED, PLANNED, DENIED, AVERTED = Status.OCCURRED, Status.PLANNED, Status.DENIED, Status.AVERTED


def grouped(draft: Draft, *triggers: TriggerTag, dates: dict[Span, TimeValue] | None = None) -> list[list[str]]:
    """The words of the triggers, happening by happening."""
    found = happenings(triggers, draft.text, dates or {}, draft.sentences())
    return [words(draft, happening) for happening in found]


def words(draft: Draft, happening: Happening) -> list[str]:
    return [trigger.span.of(draft.text) for trigger in happening.triggers]


def pair(one: dict[str, Any], other: dict[str, Any], text: str, **dates: str) -> list[list[str]]:
    """The happenings that `shelled` and `bombed` make, with the participants given."""
    draft = Draft(text)
    known = {draft.at(phrase.replace("_", " ")): TimeValue(value=value) for phrase, value in dates.items()}
    return grouped(draft, draft.trigger("shelled", **one), draft.trigger("bombed", **other), dates=known)


ONE = [["shelled", "bombed"]]
TWO = [["shelled"], ["bombed"]]
SAID = "Rebels shelled Seld in May. The rebels of Orra bombed Seld in June; jets hit a market of Varn."


def test_same_actor_and_same_recipient_are_one_happening() -> None:
    shelled = {"actors": "Rebels", "recipients": "Seld"}
    bombed = {"actors": "The rebels of Orra", "recipients": Draft(SAID).at("Seld", 2)}
    assert pair(shelled, bombed, SAID) == ONE


@pytest.mark.parametrize(
    "bombed",
    [
        {"actors": "jets", "recipients": Draft(SAID).at("Seld", 2)},
        {"actors": "The rebels of Orra", "recipients": "a market of Varn"},
    ],
    ids=["another actor", "another recipient"],
)
def test_another_actor_or_recipient_is_another_happening(bombed: dict[str, Any]) -> None:
    assert pair({"actors": "Rebels", "recipients": "Seld"}, bombed, SAID) == TWO


def test_a_shared_actor_alone_is_too_little() -> None:
    assert pair({"actors": "Rebels"}, {"actors": "The rebels of Orra"}, SAID) == TWO


def test_nothing_shared_is_another_happening() -> None:
    assert pair({}, {}, SAID) == TWO


def test_words_such_as_gunman_tell_nobody_apart() -> None:
    text = "A gunman shelled Seld. The gunman’s brother, two suspects bombed Seld."
    shelled = {"actors": "A gunman", "recipients": "Seld", "places": "Seld"}
    seld = Draft(text).at("Seld", 2)
    assert pair(shelled, {"actors": "two suspects", "recipients": seld, "places": seld}, text) == TWO
    assert pair({**shelled, "actors": ""}, {"actors": "two suspects", "recipients": seld, "places": seld}, text) == ONE


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("2026-03-04", "2026-03-04", ONE),
        ("2026-03", "2026-03-04", ONE),
        ("2026-03-04", "2026-03-05", TWO),
        ("2025", "2026-03", TWO),
    ],
)
def test_dates_that_cannot_be_one_tell_happenings_apart(first: str, second: str, expected: list[list[str]]) -> None:
    seld = Draft(SAID).at("Seld", 2)
    shelled = {"actors": "Rebels", "recipients": "Seld", "times": "in May"}
    bombed = {"actors": "The rebels of Orra", "recipients": seld, "times": "in June"}
    assert pair(shelled, bombed, SAID, in_May=first, in_June=second) == expected


def test_a_time_of_unknown_day_speaks_neither_for_nor_against() -> None:
    draft = Draft(SAID)
    seld = draft.at("Seld", 2)
    made = grouped(
        draft,
        draft.trigger("shelled", actors="Rebels", recipients="Seld", times="in May"),
        draft.trigger("bombed", actors="The rebels of Orra", recipients=seld, times="in June"),
        dates={draft.at("in May"): TimeValue(value=None)},
    )
    assert made == ONE


def test_a_mention_without_a_date_may_be_one_with_a_date() -> None:
    shelled = {"actors": "Rebels", "recipients": "Seld", "times": "in May"}
    bombed = {"actors": "The rebels of Orra", "recipients": Draft(SAID).at("Seld", 2)}
    assert pair(shelled, bombed, SAID, in_May="2026-05") == ONE
    assert pair({**shelled, "times": ""}, {**bombed, "times": "in June"}, SAID, in_June="2026-06") == ONE


def test_another_mode_is_another_happening() -> None:
    seld = Draft(SAID).at("Seld", 2)
    shelled = {"actors": "Rebels", "recipients": "Seld", "mode": "heavy-weapons"}
    bombed = {"actors": "The rebels of Orra", "recipients": seld, "mode": "aerial"}
    assert pair(shelled, bombed, SAID) == TWO
    assert pair(shelled, {**bombed, "mode": None}, SAID) == ONE


def test_another_type_is_another_happening() -> None:
    draft = Draft(SAID)
    seld = draft.at("Seld", 2)
    made = grouped(
        draft,
        draft.trigger("shelled", actors="Rebels", recipients="Seld"),
        draft.trigger("bombed", kind=COERCE, actors="The rebels of Orra", recipients=seld),
    )
    assert made == TWO


def test_what_is_planned_and_what_has_happened_are_two_unless_more_speaks_for_one() -> None:
    text = "Rebels shelled Seld. Rebels will have bombed Seld. The attack on Seld failed."
    seld = Draft(text).at("Seld", 2)
    shelled = {"actors": "Rebels", "recipients": "Seld"}
    assert pair(shelled, {"status": PLANNED, "actors": Draft(text).at("Rebels", 2), "recipients": seld}, text) == TWO
    draft = Draft(text)
    made = grouped(
        draft,
        draft.trigger("shelled", PLANNED, **shelled),
        draft.trigger("attack", OCCURRED, recipients=draft.at("Seld", 3)),
    )
    assert made == [["shelled", "attack"]]


def test_a_definite_phrase_points_back() -> None:
    draft = Draft("Rebels shelled Seld. The deadly attack drew protests. An attack drew more.")
    first, second = draft.trigger("shelled"), draft.trigger("attack")
    assert grouped(draft, first, second) == [["shelled", "attack"]]
    assert grouped(draft, first, draft.trigger(draft.at("attack", 2))) == [["shelled"], ["attack"]]


def test_a_reference_only_joins_what_was_told_before() -> None:
    draft = Draft("The attack drew protests. Rebels shelled Seld. The attack failed.")
    before = draft.trigger("attack", reference=True)
    shelled = draft.trigger("shelled")
    after = draft.trigger(draft.at("attack", 2), reference=True)
    assert grouped(draft, before, shelled, after) == [["shelled", "attack"]]
    assert grouped(draft, before) == []


def test_the_dead_of_an_attack_belong_to_it_in_the_same_sentence() -> None:
    text = "Rebels shelled Seld and killed two. Somewhere a guard was killed."
    draft = Draft(text)
    shelled = draft.trigger("shelled", actors="Rebels")
    dead = draft.trigger("killed", actors="Rebels")
    assert grouped(draft, shelled, dead) == [["shelled", "killed"]]
    assert grouped(draft, shelled, draft.trigger(draft.at("killed", 2))) == [["shelled"], ["killed"]]


def test_who_is_killed_twice_in_a_sentence_is_killed_in_two_events() -> None:
    draft = Draft("Rebels killed two as they shelled Seld and killed a guard.")
    triggers = [draft.trigger(each, actors="Rebels") for each in ("killed", "shelled", draft.at("killed", 2))]
    assert grouped(draft, *triggers) == [["killed", "shelled"], ["killed"]]


def test_of_two_that_fit_the_one_with_more_evidence_is_joined() -> None:
    draft = Draft("Rebels shelled Seld. Rebels bombed Orra. Rebels shelled Orra again.")
    again = draft.trigger(draft.at("shelled", 2), actors=draft.at("Rebels", 3), recipients=draft.at("Orra", 2))
    made = grouped(
        draft,
        draft.trigger("shelled", actors="Rebels", recipients="Seld"),
        draft.trigger("bombed", actors=draft.at("Rebels", 2), recipients="Orra"),
        again,
    )
    assert made == [["shelled"], ["bombed", "shelled"]]


def test_of_two_that_fit_alike_the_later_is_joined() -> None:
    draft = Draft("Rebels shelled Seld. Jets bombed Orra. The attack drew protests.")
    made = grouped(draft, draft.trigger("shelled"), draft.trigger("bombed"), draft.trigger("attack"))
    assert made == [["shelled"], ["bombed", "attack"]]


def test_a_mention_points_no_further_back_than_two_hundred_happenings() -> None:
    text = "Rebels shelled Seld. " + "".join(f"Army{n} hit Town{n}. " for n in range(220)) + "The attack failed."
    draft = Draft(text)
    shelled = draft.trigger("shelled", recipients="Seld")
    others = [draft.trigger(f"hit Town{n}", actors=f"Army{n} ", recipients=f"Town{n}.") for n in range(220)]
    attack = draft.trigger("attack", reference=True, recipients="Seld")
    assert len(grouped(draft, shelled, *others)) == 221
    assert ["shelled", "attack"] in grouped(draft, shelled, *others[:150], attack)
    assert ["shelled", "attack"] not in grouped(draft, shelled, *others, attack)


PLAN = "Militias plan to attack Seld. Guards seized a ship. The militias have held off. The guards denied it."


def attached(draft: Draft, triggers: list[TriggerTag], *echoes: tuple[str, str, Status]) -> list[list[str]]:
    found = happenings(triggers, draft.text, {}, draft.sentences())
    attach([draft.echo(*echo) for echo in echoes], found, draft.text)
    return [words(draft, happening) for happening in found]


def told(draft: Draft) -> list[TriggerTag]:
    return [
        draft.trigger("attack", PLANNED, actors="Militias"),
        draft.trigger("seized", OCCURRED, kind=COERCE, actors="Guards"),
    ]


def test_what_is_called_off_joins_what_its_party_planned() -> None:
    draft = Draft(PLAN)
    assert attached(draft, told(draft), ("held off", "The militias", AVERTED)) == [["attack", "held off"], ["seized"]]


def test_what_has_happened_cannot_be_called_off() -> None:
    draft = Draft(PLAN)
    assert attached(draft, told(draft), ("held off", "The guards", AVERTED)) == [["attack"], ["seized"]]


def test_a_denial_may_be_about_what_has_happened() -> None:
    draft = Draft(PLAN)
    assert attached(draft, told(draft), ("denied", "The guards", DENIED)) == [["attack"], ["seized", "denied"]]


def test_an_echo_of_a_party_that_did_nothing_is_left_out() -> None:
    draft = Draft(PLAN)
    assert attached(draft, told(draft), ("denied", "ship", DENIED)) == [["attack"], ["seized"]]


def test_an_echo_before_the_event_is_left_out() -> None:
    draft = Draft("The militias held off. Militias plan to attack Seld.")
    plan = [draft.trigger("attack", PLANNED, actors="Militias")]
    assert attached(draft, plan, ("held off", "The militias", AVERTED)) == [["attack"]]


def test_of_two_plans_the_later_is_meant() -> None:
    draft = Draft("Militias plan to attack Seld. Militias plan to bomb Orra. The militias held off.")
    plans = [
        draft.trigger("attack", PLANNED, actors="Militias", recipients="Seld"),
        draft.trigger("bomb", PLANNED, actors=draft.at("Militias", 2), recipients="Orra"),
    ]
    assert attached(draft, plans, ("held off", "The militias", AVERTED)) == [["attack"], ["bomb", "held off"]]


def test_a_suspect_denies_the_attack_that_is_told_most() -> None:
    draft = Draft("Men shelled Seld. The attack killed two. Men bombed Orra. The suspects denied everything.")
    triggers = [
        draft.trigger("shelled", recipients="Seld"),
        draft.trigger("attack", reference=True, recipients="Seld"),
        draft.trigger("bombed", recipients="Orra"),
    ]
    echo = ("denied", "The suspects", DENIED)
    assert attached(draft, triggers, echo) == [["shelled", "attack", "denied"], ["bombed"]]


def test_an_echo_takes_the_type_of_its_event_and_nothing_else() -> None:
    draft = Draft(PLAN)
    found = happenings(told(draft), draft.text, {}, draft.sentences())
    attach([draft.echo("denied", "The guards", DENIED)], found, draft.text)
    echo = found[1].triggers[-1]
    assert (echo.type, echo.mode, echo.status, echo.reference) == (COERCE, None, DENIED, False)
    assert (echo.actors, echo.recipients, echo.places, echo.times, echo.numbers) == ((), (), (), (), ())
    assert (echo.certainty, echo.score) == (0.9, 0.7)


RAIDS = "Men raided Oster. Gunmen raided Seld. The raid was short. A witness in Seld heard shots. A guard saw flames."


def heard(words_told: str, kind: EventType) -> list[list[str]]:
    draft = Draft(RAIDS)
    found = happenings(
        [draft.trigger("raided", OCCURRED, actors="Men", places="Oster"),
         draft.trigger(draft.at("raided", 2), OCCURRED, actors="Gunmen", places="Seld"),
         draft.trigger("raid was", OCCURRED)],
        draft.text, {}, draft.sentences(),
    )  # fmt: skip
    attach([draft.heard(words_told, kind, OCCURRED)], found, draft.text)
    return [words(draft, happening) for happening in found]


def test_an_echo_of_a_type_goes_to_the_event_it_shares_words_with_else_to_the_one_told_most() -> None:
    assert heard("A witness in Seld heard shots", EventType.ASSAULT)[1][-1] == "A witness in Seld heard shots"
    assert heard("saw flames", EventType.ASSAULT)[1][-1] == "saw flames"


def test_an_echo_of_a_type_that_no_event_has_is_left_out() -> None:
    assert heard("saw flames", EventType.PROTEST) == heard("saw flames", EventType.AID)
    assert not any("saw flames" in each for each in heard("saw flames", EventType.AID))
