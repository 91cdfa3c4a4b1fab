"""What texts share: laws over any articles, and what each kind looks like."""

from datetime import UTC, datetime, timedelta
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.evals.families import articles as generated
from reportedly.evals.families.variants import Variant, vary
from reportedly.resolve.duplicates import ReuseIndex, ReuseRules, reuses
from reportedly.schema import Article, DateSource, Reuse, ReuseKind

TEXTS = tuple(reading.article.text for reading in generated(11, 120, size=1))
START = datetime(2026, 3, 1, tzinfo=UTC)


def article(name: str, text: str, hours: int = 0) -> Article:
    at = START + timedelta(hours=hours)
    return Article(id=name, text=text, published_at=at, date_source=DateSource.GIVEN)


def pair(first: str, second: str) -> Reuse:
    (edge,) = reuses([article("first", first), article("second", second, 1)])
    return edge


def test_the_same_words_are_one_text_whatever_the_marks_and_letters() -> None:
    edge = pair(TEXTS[0], TEXTS[0].upper().replace("\n\n", "\n").replace(",", ";"))
    assert (edge.article, edge.other, edge.kind) == ("second", "first", ReuseKind.EXACT)


def test_a_text_with_a_few_other_words_is_a_near_copy() -> None:
    words = TEXTS[0].split(" ")
    assert pair(TEXTS[0], " ".join([*words[:-4], "otherwise", *words[-3:]])).kind is ReuseKind.NEAR


def test_a_cut_is_a_part_and_says_how_much_of_each_it_is() -> None:
    edge = pair(TEXTS[0], vary(TEXTS[0], Variant.CUT, TEXTS[1], Random(1)))  # noqa: S311
    assert edge.kind is ReuseKind.PART
    assert edge.share > 0.9
    assert 0.25 < edge.other_share < 0.55


def test_what_is_embedded_is_told_with_its_places_in_both_texts() -> None:
    embedded = vary(TEXTS[0], Variant.EMBEDDED, TEXTS[1], Random(1))  # noqa: S311
    edge = pair(TEXTS[0], embedded)
    longest = max(edge.shared, key=lambda each: each.span.end - each.span.start)
    assert longest.span.of(embedded) == longest.other.of(TEXTS[0])
    assert len(longest.span.of(embedded).split()) > 0.3 * len(TEXTS[0].split())


def test_a_quotation_alone_is_a_tie_and_is_called_one() -> None:
    said = "“We counted what we could by torchlight until help came from the other bank,” the mayor said."
    edge = pair(f"{TEXTS[0]} {said}", f"{TEXTS[1]} {said}")
    assert edge.kind is ReuseKind.QUOTE
    assert all(passage.quote for passage in edge.shared)


def test_texts_that_have_nothing_in_common_are_not_tied() -> None:
    assert reuses([article("first", TEXTS[0]), article("second", TEXTS[1])]) == ()


def test_the_later_published_is_the_article_even_where_it_came_first() -> None:
    index = ReuseIndex()
    index.add(article("late", TEXTS[0], 5))
    (edge,) = index.add(article("early", TEXTS[0] + " And no more.", 1))
    assert (edge.article, edge.other) == ("late", "early")


def test_a_thousand_copies_cost_no_more_ties_than_there_are_copies() -> None:
    index = ReuseIndex()
    edges = [index.add(article(f"copy {n}", f"{TEXTS[0]} Issue {n} of today.", n)) for n in range(300)]
    assert [len(some) for some in edges] == [0, *[1] * 299]
    assert {some[0].other for some in edges[1:]} == {"copy 0"}


def test_words_under_every_article_are_no_reuse() -> None:
    foot = "Read all our letters in the evening paper, and write to the night desk if you want to be in the next one."
    index = ReuseIndex(ReuseRules(run=99))
    late = [
        edge for n, text in enumerate(TEXTS) for edge in index.add(article(f"{n}", f"{text}\n\n{foot}", n)) if n > 30
    ]
    assert late == []


def test_an_article_that_is_known_changes_nothing_and_looking_takes_nothing_in() -> None:
    index = ReuseIndex()
    index.add(article("a", TEXTS[0]))
    assert index.add(article("a", TEXTS[0])) == ()
    assert len(index.peek(article("b", TEXTS[0]))) == 1
    assert index.peek(article("a", TEXTS[0])) == ()
    assert len(index) == 1


@pytest.mark.parametrize("text", ["…", "one", "one two three four", "no. No! NO?"])
def test_texts_too_short_for_a_gram_are_taken(text: str) -> None:
    made = reuses([article("a", text), article("b", text, 1)])
    assert len(made) == (0 if text == "…" else 1)


@pytest.mark.parametrize("variant", Variant)
def test_every_variant_of_a_generated_article_is_found_and_nothing_else(variant: Variant) -> None:
    dice = Random(7)  # noqa: S311
    index = ReuseIndex()
    for n, text in enumerate(TEXTS):
        index.add(article(f"{n}", text, n))
    found = false = 0
    for n, text in enumerate(TEXTS):
        other = (n + 1) % len(TEXTS)
        edges = index.peek(article("query", vary(text, variant, TEXTS[other], dice), 999))
        found += any(edge.other == f"{n}" for edge in edges)
        false += sum(edge.other not in {f"{n}", f"{other}"} for edge in edges)
    assert found / len(TEXTS) >= 0.98
    assert false / len(TEXTS) <= 0.02


pieces = st.lists(st.sampled_from([s for t in TEXTS[:6] for s in t.split("\n\n")]), min_size=1, max_size=6)
texts = st.lists(pieces.map("\n\n".join), min_size=1, max_size=7)


@settings(max_examples=60)
@given(texts, st.randoms(use_true_random=False))
def test_the_order_in_which_articles_come_changes_nothing(some: list[str], dice: Random) -> None:
    made = [article(f"{n}", text, n) for n, text in enumerate(some)]
    mixed = made[:]
    dice.shuffle(mixed)
    assert reuses(mixed) == reuses(made) == reuses(made + made)


@settings(max_examples=60)
@given(texts)
def test_every_passage_begins_and_ends_with_the_same_words_in_both_texts(some: list[str]) -> None:
    made = {f"{n}": article(f"{n}", text, n) for n, text in enumerate(some)}
    for edge in reuses(made.values()):
        for passage in edge.shared:
            ours, theirs = passage.span.of(made[edge.article].text), passage.other.of(made[edge.other].text)
            assert ours.split()[:4] == theirs.split()[:4]
            assert ours.split()[-4:] == theirs.split()[-4:]
