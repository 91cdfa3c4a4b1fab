"""Stories: laws over generated families, identity through merges, closing, and real articles where they lie about."""

import os
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.codec import decode, encode
from reportedly.evals.clusters import adjusted_mutual_information, b_cubed
from reportedly.evals.families import families
from reportedly.resolve.stories import StoryIndex, StoryMemory, StoryRules, stories, weights
from reportedly.resolve.stories.deciding import names
from reportedly.schema import Article, DateSource, Reading

MADE = tuple(one for _, one in zip(range(14), families(21, size=6), strict=False))
READINGS = tuple(each.reading for one in MADE for each in one.articles)
ARTICLES = tuple(each.article for each in READINGS)
FAMILY = {each.article.id: one.id for one in MADE for each in one.articles}
SHARED = Path(__file__).parents[3] / "shared"
SEEDS = st.integers(0, 10_000)


def shuffled(told: tuple[Article, ...] | tuple[Reading, ...], seed: int) -> list[Article | Reading]:
    order: list[Article | Reading] = list(told)
    Random(seed).shuffle(order)  # noqa: S311
    return order


def filled(told: list[Article | Reading]) -> StoryIndex:
    index = StoryIndex()
    for each in told:
        index.add(each)
    index.repair()
    return index


def groups(index: StoryIndex) -> dict[str, str]:
    return {article.id: index.story_of(article.id) for article in ARTICLES}


def dated(name: str, text: str, days: float) -> Article:
    at = datetime(2026, 3, 1, tzinfo=UTC) + timedelta(days=days)
    return Article(id=name, text=text, published_at=at, date_source=DateSource.GIVEN)


@settings(max_examples=5, deadline=None)
@given(SEEDS, SEEDS, st.booleans())
def test_two_orders_of_arrival_give_nearly_the_same_stories(one: int, other: int, read: bool) -> None:
    told = READINGS if read else ARTICLES
    first, second = (groups(filled(shuffled(told, seed))) for seed in (one, other))
    assert adjusted_mutual_information(first, second) >= 0.95


@pytest.mark.parametrize("told", [ARTICLES, READINGS], ids=["bare", "read"])
def test_a_family_is_a_story(told: tuple[Article, ...] | tuple[Reading, ...]) -> None:
    assert b_cubed(FAMILY, groups(filled(list(told)))).f1 >= 0.9


def test_running_twice_changes_nothing() -> None:
    index = filled(list(ARTICLES))
    before = (index.stories(), index.closed(), index.snapshot())
    for article in ARTICLES:
        index.add(article)
    index.repair()
    assert (index.stories(), index.closed(), index.snapshot()) == (before[0], (), before[2])


@settings(max_examples=10, deadline=None)
@given(st.integers(0, len(ARTICLES) - 1), st.integers(1, len(ARTICLES)))
def test_a_duplicate_never_changes_other_stories(which: int, at: int) -> None:
    copied = ARTICLES[min(which, at - 1)]
    copy = dated("copy", copied.text.upper().replace(",", ";"), 400)
    index = StoryIndex(StoryRules(window=timedelta(days=3000)))
    without = StoryIndex(StoryRules(window=timedelta(days=3000)))
    for number, article in enumerate(ARTICLES):
        index.add(article)
        without.add(article)
        if number == at - 1:
            index.add(copy)
    index.repair()
    without.repair()
    assert groups(index) == groups(without)
    assert len(index) == len(ARTICLES) + 1


def test_an_exact_copy_goes_where_its_words_are() -> None:
    some: list[Article | Reading] = [Article(id=each.id, title=each.title, text=each.text) for each in ARTICLES[:20]]
    index = filled(some)
    copied = ARTICLES[4]
    copy = Article(id="copy", title=copied.title, text=copied.text)
    before = [story for story in index.stories() if copied.id not in story.articles]
    assert index.add(copy) == index.story_of(copied.id)
    assert [story for story in index.stories() if copied.id not in story.articles] == before
    assert "copy" in next(story.articles for story in index.stories() if copied.id in story.articles)


@settings(max_examples=5, deadline=None)
@given(st.integers(1, len(ARTICLES) - 1))
def test_a_snapshot_goes_on_as_if_it_had_never_stopped(at: int) -> None:
    index = StoryIndex()
    for article in ARTICLES[:at]:
        index.add(article)
    memory = index.snapshot()
    again = StoryIndex.restored(decode(encode(memory), StoryMemory))
    assert again.snapshot() == memory
    for article in ARTICLES[at:]:
        assert index.add(article) == again.add(article)
    index.repair()
    again.repair()
    assert groups(index) == groups(again)


def test_titles_and_leads_are_words_of_the_articles() -> None:
    texts = {article.id: article for article in ARTICLES}
    for story in stories(ARTICLES):
        for excerpt in (story.title, story.lead):
            assert excerpt.article in story.articles
            article = texts[excerpt.article]
            assert excerpt.words == (article.title if excerpt.span is None else excerpt.span.of(article.text))


def test_a_story_closes_when_nothing_comes_and_its_words_are_forgotten() -> None:
    text = (
        "Talks in Oster\n\nThe Brigades and the Pendran army met in Oster on Monday, said Mirel Varn of the Red Bridge."
    )
    index = StoryIndex(StoryRules(late=0))
    first = index.add(dated("a", text, 0))
    index.add(dated("b", f"Again: {text}", 1))
    late = index.add(dated("c", f"At last: {text}", 40))
    index.repair()
    (closed,) = index.closed()
    assert (closed.id, closed.articles, closed.closed) == (first, ("a", "b"), True)
    assert index.closed() == ()
    assert [story.id for story in index.stories()] == [late]
    assert (late != first, index.story_of("a"), index.open_articles) == (True, first, 1)


def test_an_article_never_added_has_no_story() -> None:
    with pytest.raises(KeyError):
        StoryIndex().story_of("nobody")


def test_the_weights_say_what_they_were_learned_from() -> None:
    assert weights().names == names()
    assert weights().trained.data
    assert "topics" in weights().trained.figures


@pytest.fixture(scope="module")
def visible() -> tuple[Article, ...]:
    path = Path(os.environ.get("REPORTEDLY_GOLD", SHARED / "gold")) / "visible"
    if not path.exists():
        pytest.skip(f"no gold at {path}")
    return tuple(Article(id=each.stem, text=each.read_text(encoding="utf-8")) for each in sorted(path.glob("*.txt")))


@pytest.mark.parametrize("seed", range(4))
def test_six_articles_on_one_attack_are_one_story(visible: tuple[Article, ...], seed: int) -> None:
    together = next(story for story in stories(shuffled(visible, seed)) if "v01" in story.articles)
    assert set(together.articles) == {f"v0{number}" for number in range(1, 7)}
