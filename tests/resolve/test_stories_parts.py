"""The parts that stories are made by: words, sketches, groups, vetoes, regrouping, merges of large stories."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.evals.families import articles
from reportedly.resolve.stories import StoryRules, weights
from reportedly.resolve.stories.deciding import NEVER, logit, vetoed
from reportedly.resolve.stories.group import Group
from reportedly.resolve.stories.regroup import successors
from reportedly.resolve.stories.repair import repair
from reportedly.resolve.stories.sketch import Facet, Sketch, sketch
from reportedly.resolve.stories.table import Table
from reportedly.resolve.stories.telling import headline, opening
from reportedly.resolve.stories.words import background, stem, words
from reportedly.schema import Article, DateSource

READINGS = tuple(articles(3, 24))
SKETCHES = tuple(sketch(reading) for reading in READINGS)
MODEL = weights().values
AT = {facet: at for at, facet in enumerate(Facet)}


def made(name: str, text: str, days: float | None = None) -> Sketch:
    at = None if days is None else datetime(2026, 3, 1, tzinfo=UTC) + timedelta(days=days)
    source = None if at is None else DateSource.GIVEN
    return sketch(Article(id=name, text=text, published_at=at, date_source=source))


def test_words_know_names_numbers_and_beginnings() -> None:
    found = words("They left. Oster’s 1,200 men stayed")
    assert [word.form for word in found] == ["they", "left", "oster", "1200", "men", "stay"]
    assert [word.first for word in found] == [True, False, True, False, False, False]
    assert [word.number for word in found] == [False, False, False, True, False, False]


@pytest.mark.parametrize(("one", "other"), [("attacks", "attack"), ("attacked", "attack"), ("cities", "city")])
def test_endings_make_no_difference(one: str, other: str) -> None:
    assert stem(one) == stem(other)


def test_rare_words_weigh_more() -> None:
    known = background()
    assert known.rarity("the") < 0.01 < known.rarity("minister") < known.rarity("mazar") <= 1


def test_names_are_told_from_beginnings_and_headlines() -> None:
    told = made(
        "a", "Big Fire Hits Port Of Oster\n\nSmoke rose over Oster. Crews of the Red Bridge came on Monday in 2026."
    )
    assert set(told.facets[AT[Facet.NAMES]]) == {"oster", stem("red"), stem("bridge")}
    assert set(told.facets[AT[Facet.DATES]]) == {stem("monday"), "2026"}


@settings(max_examples=20, deadline=None)
@given(st.lists(st.integers(0, 23), min_size=2, max_size=8, unique=True), st.data())
def test_what_joins_and_leaves_a_group_leaves_no_trace(which: list[int], data: st.DataObject) -> None:
    group = Group(SKETCHES[at] for at in which)
    gone = data.draw(st.sampled_from(which))
    group.remove(SKETCHES[gone])
    plain = Group(SKETCHES[at] for at in which if at != gone)
    assert group.members.keys() == plain.members.keys()
    assert (group.ends, group.holding) == (plain.ends, plain.holding)
    for one, other in zip(group.sums, plain.sums, strict=True):
        assert one == pytest.approx(other, abs=1e-8)


@given(st.integers(0, 23), st.integers(0, 23))
def test_likelihood_is_the_same_both_ways_round(one: int, other: int) -> None:
    first, second = Group([SKETCHES[one]]), Group([SKETCHES[other]])
    there = logit(first, second, StoryRules(), MODEL)
    assert there == pytest.approx(logit(second, first, StoryRules(), MODEL))


def test_texts_that_name_others_throughout_are_kept_apart() -> None:
    one = Group([made("a", "Fighters left Oster, Pendra and Selm by night, and the Brigades followed them.")])
    other = Group([made("b", "Fighters left Karness, Varaista and Loramoor by night, and the Legion followed them.")])
    assert vetoed(one, other)
    assert logit(one, other, StoryRules(), MODEL) == NEVER


def test_time_between_takes_away_and_the_window_ends_it() -> None:
    text = "Fighters left Oster and Selm by night, and the Brigades followed them to the Red Bridge."
    first = Group([made("a", text, 0)])
    odds = [logit(first, Group([made("b", text, days)]), StoryRules(), MODEL) for days in (0, 1, 5, 13, 15)]
    assert odds[0] == odds[1] > odds[2] > odds[3] > odds[4] == NEVER


def test_the_earlier_founded_goes_on() -> None:
    old = {4: frozenset("ab"), 2: frozenset("cd"), 7: frozenset("ef")}
    assert successors(old, [frozenset("abcd"), frozenset("e"), frozenset("f")]) == [2, 7, None]


@pytest.mark.parametrize("region", [60, 1])
def test_a_repair_undoes_what_does_not_belong_together(region: int) -> None:
    """Small stories are made anew; larger ones, here all, let single articles go and become one."""
    table = Table(StoryRules(region=region), MODEL)
    same = [made(f"a{at}", "Fire in Oster\n\nA fire took the Red Bridge mill, said Mirel Varn.") for at in (1, 2)]
    alien = made(
        "b", "Grain for Loramoor\n\nShips with grain reached Loramoor, the Karness harbour board told Selm Radio."
    )
    table.join(same[0], None)
    table.join(alien, 0)
    table.join(same[1], None)
    repair(table)
    assert table.of[same[0].article] == table.of[same[1].article]
    assert table.of[alien.article] != table.of[same[0].article]
    assert len(set(table.ids)) == len(table.ids)


def test_a_title_outside_of_the_text_has_no_span() -> None:
    head = headline(Article(id="a", title="Fire", text="Smoke rose over Oster at dawn. It fell."))
    assert (head.span, head.words) == (None, "Fire")


def test_a_lead_is_a_sentence_or_two() -> None:
    text = "Fire in Oster\n\nSmoke rose. The mill by the Red Bridge burned down at dawn, the mayor said. He left."
    article = Article(id="a", text=text)
    assert headline(article).words == "Fire in Oster"
    assert opening(article).words.startswith("Smoke rose. The mill")
    assert opening(article).words.endswith("mayor said.")


def test_a_text_of_one_line_is_its_own_title_and_lead() -> None:
    article = Article(id="a", text="Smoke rose over Oster")
    assert headline(article).words == opening(article).words == "Smoke rose over Oster"
