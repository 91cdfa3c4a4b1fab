"""The picture of a theatre: nothing later changes it, no order, no repetition."""

from datetime import datetime, timedelta
from random import Random
from types import SimpleNamespace

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pasts import NATION, RIVAL, planned, ravensmoor, said
from reportedly.assess.situation import Material, scopes, situation, view
from reportedly.evals.families import Family, family
from reportedly.resolve.duplicates import reuses
from reportedly.resolve.rereports import rests
from reportedly.schema import (
    Article,
    DatePrecision,
    EventType,
    GradeOverride,
    Reading,
    Reliability,
    Rest,
    RestReason,
    Scope,
    Situation,
    Status,
)
from reports import START, ministry, one_event, outlet

DYAD = Scope(sides=(NATION, RIVAL))
LATER = START + timedelta(days=14)


def picture(*readings: Reading, scope: Scope = DYAD, as_of: datetime = LATER, **about: object) -> Situation:
    return situation(Material(readings, [one_event(*readings)], **about), scope, as_of)  # type: ignore[arg-type]


def republished(reading: Reading, **changed: object) -> Reading:
    article: Article = msgspec.structs.replace(reading.article, **changed)
    return msgspec.structs.replace(reading, article=article)


def test_the_crisis_at_ravensmoor_as_of_three_days() -> None:
    readings = ravensmoor()
    end = START + timedelta(hours=300)
    found = situation(Material(readings, [one_event(*readings)]), DYAD, end, bars=5)
    (event,) = found.events
    assert (event.type, event.mode, event.history.status) == (EventType.ASSAULT, "drone", Status.OCCURRED)
    assert event.places == ("XCA", "Ravensmoor")
    assert {each.kind.value for each in found.contradictions} >= {"status"}
    assert [bar.as_of for bar in found.tension][-1] == end
    assert [len(bar.contributions) for bar in found.tension] == [0, 0, 1, 1, 1]
    assert [bar.contributions[0].status.value for bar in found.tension[2:]] == ["averted", "occurred", "occurred"]
    assert [each.shown for each in event.grades if each.status is Status.PLANNED] == ["F5"]
    before = situation(Material(readings, [one_event(*readings)]), DYAD, START + timedelta(hours=245), bars=1)
    assert [(step.kind.value, step.status.value) for step in before.events[0].history.steps] == [
        ("first", "planned"), ("change", "averted"), ("look back", "planned"),
    ]  # fmt: skip
    assert [each.shown for each in before.events[0].grades] == ["F3", "F3"]


def test_a_place_and_everything_see_the_same_event() -> None:
    for scope in (Scope(place="XCA"), Scope(place="Ravensmoor"), Scope()):
        assert len(picture(planned(), scope=scope).events) == 1
    assert picture(planned(), scope=Scope(place="XQQ")).events == ()
    assert scopes(picture(planned()).events) == (Scope(place="XCA"), DYAD)


def test_who_backs_a_group_takes_part_through_it() -> None:
    one = said("a", 0, (Status.OCCURRED, (ministry("USA"),)), actor="PSEREB", entity="hamas", recipient="ISRMIL")
    (event,) = picture(one, scope=Scope()).events
    assert [each.sides for each in event.dyads] == [("ISR", "PSE")]
    assert ("IRN", "ISR") in [each.sides for each in event.backed]
    (part,) = picture(one, scope=Scope(sides=("IRN", "ISR"))).tension[-1].contributions
    assert part.share == 0.5


def test_both_sides_as_actors_are_a_dyad() -> None:
    one = said("a", 0, (Status.OCCURRED, (ministry("USA"),)))
    event = one.events[0]
    both = msgspec.structs.replace(event, actors=(*event.actors, *event.recipients), recipients=())
    assert picture(msgspec.structs.replace(one, events=(both,))).events[0].dyads == (DYAD,)


def test_since_leaves_out_what_nobody_told_of_lately() -> None:
    material = Material([planned()], [one_event(planned())])
    found = situation(material, DYAD, LATER, since=START + timedelta(days=1))
    assert (found.events, found.contradictions) == ((), ())
    assert found.tension[-1].index > 0


def test_an_article_without_a_date_is_named_and_left_out() -> None:
    bare = republished(said("b", 9, (Status.OCCURRED, ())), published_at=None, date_source=None)
    found = picture(planned(), bare)
    assert found.undated == ("b",)
    assert found.events[0].articles == ("a",)


def test_where_only_the_day_is_known_it_counts_from_the_end_of_the_day() -> None:
    late = republished(planned(hours=14), date_precision=DatePrecision.DAY)
    assert picture(late, as_of=START + timedelta(hours=15)).events == ()
    assert len(picture(late, as_of=START + timedelta(hours=16)).events) == 1


def test_what_rests_on_a_later_article_rests_on_its_outlet_until_then() -> None:
    first = said("a", 0, (Status.OCCURRED, (outlet("The Post"),)))
    second = said("b", 50, (Status.OCCURRED, (ministry(NATION),)), by="The Post")
    tie = Rest(article="a", on="b", outlet="The Post", whole=True, score=0.9, reasons=(RestReason.CHAIN,))
    unnamed = msgspec.structs.replace(tie, article="b", on="c", outlet=None)
    found = picture(first, second, as_of=START + timedelta(hours=9), rests=[tie, unnamed])
    assert [each.id for each in found.events[0].agreements[0].origins] == ["outlet:post"]
    after = picture(first, second, rests=[tie, unnamed])
    assert [each.id for each in after.events[0].agreements[0].origins] == ["XOR/defence"]


def test_an_override_counts_from_its_moment() -> None:
    made = GradeOverride(
        event="event", status=Status.PLANNED, reliability=Reliability.B, note="known to us", author="desk",
        at=START + timedelta(days=5),
    )  # fmt: skip
    grades = [
        picture(planned(), as_of=START + timedelta(days=days), overrides=[made]).events[0].grades[0].shown
        for days in (4, 5)
    ]
    assert grades == ["F3", "B3"]


def test_stories_are_named_where_their_articles_tell_an_event() -> None:
    stories = [SimpleNamespace(id="s1", articles=("a",)), SimpleNamespace(id="s2", articles=("z",))]
    assert picture(planned(), stories=stories).stories == ("s1",)


def test_moments_are_in_utc_and_in_order() -> None:
    with pytest.raises(ValueError, match="one bar"):
        situation(Material([], []), DYAD, LATER, bars=0)
    with pytest.raises(ValueError, match="begin after"):
        situation(Material([], []), DYAD, LATER, since=LATER + timedelta(days=1))


def material(one: Family) -> Material:
    readings = [each.reading for each in one.articles]
    return Material(readings, one.events, rests(readings, reuses(each.article for each in one.articles), one.events))


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 300), st.randoms(use_true_random=False))
def test_nothing_later_no_order_and_no_repetition_changes_a_situation(number: int, dice: Random) -> None:
    whole = material(family(89, number))
    moments = sorted({each.article.published_at for each in whole.readings if each.article.published_at})
    as_of = dice.choice(moments)
    first = situation(whole, Scope(), as_of, bars=3)
    mixed = list(whole.readings) * 2
    dice.shuffle(mixed)
    assert situation(Material(mixed, whole.events[::-1], whole.rests[::-1]), Scope(), as_of, bars=3) == first
    then = [each for each in whole.readings if each.article.published_at and each.article.published_at <= as_of]
    assert situation(Material(then, whole.events, whole.rests), Scope(), as_of, bars=3) == first


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 300))
def test_a_copy_under_another_name_changes_no_tension(number: int) -> None:
    whole = material(family(97, number))
    last = max(each.article.published_at for each in whole.readings if each.article.published_at)
    first = whole.readings[0]
    copy = republished(first, id="copy", outlet="The Copyist", published_at=last + timedelta(hours=1))
    members = {each.event for event in whole.events for each in event.members if each.article == first.article.id}
    events = [
        msgspec.structs.replace(
            event,
            members=(
                *event.members,
                *(
                    msgspec.structs.replace(ref, article="copy")
                    for ref in event.members
                    if ref.article == first.article.id and ref.event in members
                ),
            ),
        )
        for event in whole.events
    ]
    tie = Rest(
        article="copy", on=first.article.id, outlet=first.article.outlet, whole=True, score=1.0,
        reasons=(RestReason.REUSE,),
    )  # fmt: skip
    as_of = last + timedelta(hours=3)
    before = situation(whole, Scope(), as_of, bars=1).tension[-1]
    after = situation(
        Material([*whole.readings, copy], events, [*whole.rests, tie]), Scope(), as_of, bars=1
    ).tension[-1]
    assert (after.index, after.contributions) == (before.index, before.contributions)


def test_days_without_news_share_a_view_and_still_fade() -> None:
    found = situation(Material([planned()], [one_event(planned())]), DYAD, LATER, bars=10)
    indices = [bar.index for bar in found.tension]
    assert indices == sorted(indices, reverse=True)
    assert len(set(indices)) == 10
    assert view(Material([planned()], [one_event(planned())]), START - timedelta(days=1)).events == ()
