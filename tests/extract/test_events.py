"""The record of an event, from its mentions."""

from draft import KNOWN, Draft
from reportedly.extract.coreference import Happening
from reportedly.extract.events import event
from reportedly.extract.link import Coder
from reportedly.extract.time_nouns import TimeValue
from reportedly.schema import Event, EventDate, EventType, TriggerTag

TEXT = "Rebels shelled Seld. On Sunday Varnian troops bombed a market in Orra, in Varn, at dawn. The strike failed."
DRAFT = Draft(TEXT)


def made(*triggers: TriggerTag, **dates: TimeValue) -> Event:
    """The event that has these mentions."""
    known = {DRAFT.at(words): value for words, value in dates.items()}
    return event(7, Happening(list(triggers)), TEXT, known, Coder(TEXT, KNOWN))


def words(draft: Draft, event_: Event) -> dict[str, list[str]]:
    parts = {"actors": event_.actors, "recipients": event_.recipients, "places": event_.places}
    return {name: [each.span.of(draft.text) for each in found] for name, found in parts.items() if found}


def test_an_event_is_what_its_one_mention_says() -> None:
    found = made(DRAFT.trigger("shelled", mode="heavy-weapons", actors="Rebels", recipients="Seld"))
    assert (found.id, found.type, found.mode, found.trigger) == (
        "e7",
        EventType.ASSAULT,
        "heavy-weapons",
        DRAFT.at("shelled"),
    )
    assert words(DRAFT, found) == {"actors": ["Rebels"], "recipients": ["Seld"]}
    assert found.date is None


def test_the_fullest_mention_gives_the_trigger() -> None:
    bare = DRAFT.trigger("shelled", actors="Rebels", score=0.9)
    full = DRAFT.trigger("bombed", actors="Varnian troops", recipients="a market", score=0.5)
    assert made(bare, full).trigger == DRAFT.at("bombed")
    assert words(DRAFT, made(bare, full)) == {"actors": ["Varnian troops"], "recipients": ["a market"]}


def test_of_two_as_full_the_surer_gives_the_trigger_then_the_earlier() -> None:
    one, other = DRAFT.trigger("shelled", score=0.5), DRAFT.trigger("bombed", score=0.9)
    assert made(one, other).trigger == DRAFT.at("bombed")
    assert made(one, DRAFT.trigger("bombed", score=0.5)).trigger == DRAFT.at("shelled")


def test_what_the_fullest_mention_leaves_out_comes_from_the_others() -> None:
    full = DRAFT.trigger("bombed", actors="Varnian troops", recipients="a market", times="dawn")
    other = DRAFT.trigger("shelled", mode="aerial", actors="Rebels", places="Seld")
    found = made(other, full)
    assert words(DRAFT, found) == {"actors": ["Varnian troops"], "recipients": ["a market"], "places": ["Seld"]}
    assert (found.mode, found.date) == ("aerial", EventDate(span=DRAFT.at("dawn")))


def test_participants_are_coded() -> None:
    found = made(DRAFT.trigger("bombed", actors="Varnian troops", recipients="a market"))
    assert [party.code for party in (*found.actors, *found.recipients)] == ["VRNMIL", None]


def test_places_have_their_words_for_a_name_and_their_country() -> None:
    found = made(DRAFT.trigger("bombed", places=("Orra", "Varn")))
    assert [(place.name, place.country) for place in found.places] == [("Orra", None), ("Varn", "VRN")]


def test_a_date_has_its_words_and_the_days_it_may_mean() -> None:
    value = TimeValue(value="2026-03-08", earliest="2026-03-08", latest="2026-03-09")
    found = made(DRAFT.trigger("bombed", times="Sunday"), Sunday=value)
    assert found.date == EventDate(
        span=DRAFT.at("Sunday"), value="2026-03-08", earliest="2026-03-08", latest="2026-03-09"
    )


def test_a_time_that_says_when_comes_before_one_that_does_not() -> None:
    day = TimeValue(value="2026-03-08", earliest="2026-03-08", latest="2026-03-08")
    trigger = DRAFT.trigger("bombed", times=("dawn", "Sunday"))
    found = made(trigger, dawn=TimeValue(), Sunday=day)
    assert found.date is not None
    assert found.date.span == DRAFT.at("Sunday")
    vague = made(trigger, dawn=TimeValue())
    assert vague.date == EventDate(span=DRAFT.at("dawn"))


def test_a_time_of_another_mention_dates_the_event_where_its_own_does_not() -> None:
    day = TimeValue(value="2026-03-08", earliest="2026-03-08", latest="2026-03-08")
    full = DRAFT.trigger("bombed", actors="Varnian troops", recipients="a market", times="dawn")
    found = made(full, DRAFT.trigger("shelled", times="Sunday"), Sunday=day)
    assert found.date is not None
    assert found.date.value == "2026-03-08"
