"""The generator of families: the same each time, true to its graph, and varied."""

from collections import Counter
from itertools import islice, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.codec import encode
from reportedly.evals.families import Family, Role, articles, families, family
from reportedly.schema import Status

SOME = tuple(islice(families(3), 60))


def test_the_same_seed_gives_the_same_family_and_another_gives_another() -> None:
    assert encode(family(5, 7)) == encode(family(5, 7))
    assert encode(family(5, 7)) != encode(family(6, 7))


def test_every_role_and_both_statuses_and_denials_come_up() -> None:
    assert {each.role for one in SOME for each in one.articles} == {*Role}
    told = {claim.status for one in SOME for each in one.articles for claim in each.reading.claims}
    assert told == {Status.OCCURRED, Status.PLANNED, Status.DENIED}


@given(st.integers(0, 500))
def test_an_article_rests_on_articles_of_its_family_or_on_an_outlet(number: int) -> None:
    made = family(1, number)
    ids = {each.article.id for each in made.articles}
    for each in made.articles:
        assert all(on in ids or on.startswith("outlet:") for on in each.rests_on)
        assert each.article.id not in each.rests_on
        assert bool(each.rests_on) == (each.role not in {Role.ACCOUNT, Role.DENIAL, Role.UPDATE, Role.DISPUTE})


@given(st.integers(0, 500))
def test_the_bounds_of_the_origins_are_in_order_and_no_status_is_without_one(number: int) -> None:
    made = family(1, number)
    for truth in made.origins:
        assert 1 <= truth.low <= truth.high == len(set(truth.origins))
    told = {(f"1-{number}-{claim.event}", claim.status) for each in made.articles for claim in each.reading.claims}
    assert told == {(truth.event, truth.status) for truth in made.origins}


@given(st.integers(0, 500))
def test_chains_and_numbers_point_at_the_words_that_say_them(number: int) -> None:
    for each in family(1, number).articles:
        text = each.article.text
        for claim in each.reading.claims:
            for hop in claim.chain:
                assert hop.source is not None
                assert hop.cue is not None
                assert hop.source.of(text)[:1].strip()
            assert all(str(count.low) == count.span.of(text) for count in claim.numbers)


def test_every_event_of_a_reading_belongs_to_one_common_event() -> None:
    for one in SOME:
        refs = Counter((ref.article, ref.event) for event in one.events for ref in event.members)
        assert set(refs.values()) <= {1}
        assert set(refs) == {(each.article.id, event.id) for each in one.articles for event in each.reading.events}


def test_a_copy_shares_its_parents_sentences_and_an_account_of_another_family_shares_few() -> None:
    shared, strangers = [], []
    for one, other in pairwise(SOME):
        known = {each.article.id: _grams(each.article.text) for each in one.articles}
        for each in one.articles:
            own = known[each.article.id]
            if each.role is Role.COPY and each.rests_on[0] in known:
                shared.append(len(own & known[each.rests_on[0]]) / len(own))
            strangers.append(len(own & _grams(other.articles[0].article.text)) / len(own))
    assert min(shared) > 0.4
    assert sum(strangers) / len(strangers) < 0.03


def test_articles_come_in_order_of_publication_within_a_family_and_as_many_as_asked() -> None:
    for one in SOME:
        times = [str(each.article.published_at) for each in one.articles]
        assert times == sorted(times)
    assert len(list(articles(0, 137))) == 137


def test_an_update_counts_more_than_what_it_updates_and_a_dispute_less() -> None:
    for one in SOME:
        first = _killed(one, Role.ACCOUNT)
        if first:
            assert all(count > min(first) for count in _killed(one, Role.UPDATE))
            assert all(count < max(first) for count in _killed(one, Role.DISPUTE))


@pytest.mark.parametrize("role", [Role.REWRITE, Role.REREPORT])
def test_what_is_told_in_other_words_names_its_outlet_or_shares_a_quotation(role: Role) -> None:
    for one in SOME:
        names = {each.article.id: each.article.outlet for each in one.articles}
        for each in one.articles:
            if each.role is role:
                on = names.get(each.rests_on[0], each.rests_on[0].removeprefix("outlet:"))
                assert on is not None
                assert on in each.article.text or "“" in each.article.text


def _killed(one: Family, role: Role) -> list[float]:
    claims = [claim for each in one.articles if each.role is role for claim in each.reading.claims]
    return [n.low for claim in claims for n in claim.numbers if n.what == "killed" and n.low is not None]


def _grams(text: str) -> set[tuple[str, ...]]:
    words = text.lower().split()
    return {tuple(words[at : at + 5]) for at in range(len(words) - 4)}
