"""What articles beside each other are refused for."""

import pytest

from reportedly.schema import Corroboration, Excerpt, Rest, RestReason, Reuse, ReuseKind, Status, Story


def test_an_article_is_not_compared_with_itself() -> None:
    with pytest.raises(ValueError, match="compared with itself"):
        Reuse(article="a", other="a", kind=ReuseKind.EXACT, share=1, other_share=1, words=3)


def test_a_share_of_more_than_all_is_refused() -> None:
    with pytest.raises(ValueError, match="between 0 and 1"):
        Reuse(article="a", other="b", kind=ReuseKind.NEAR, share=1.2, other_share=1, words=3)


def test_an_article_does_not_rest_on_itself() -> None:
    with pytest.raises(ValueError, match="rests on itself"):
        Rest(article="a", on="a", score=1, reasons=(RestReason.LINK,))


def test_a_rest_without_a_reason_is_refused() -> None:
    with pytest.raises(ValueError, match="needs a reason"):
        Rest(article="a", on="b", score=1, reasons=())


def test_there_are_no_more_independent_origins_than_origins() -> None:
    with pytest.raises(ValueError, match="do not go with 0 origins"):
        Corroboration(
            event="e",
            status=Status.OCCURRED,
            articles=(),
            outlets=(),
            origins=(),
            low=0,
            high=1,
            effective=1,
            sentence="",
        )


@pytest.mark.parametrize("articles", [(), ("a", "a")])
def test_a_story_has_articles_each_named_once(articles: tuple[str, ...]) -> None:
    words = Excerpt(article="a", words="a")
    with pytest.raises(ValueError, match="needs articles"):
        Story(id="s", articles=articles, title=words, lead=words)
