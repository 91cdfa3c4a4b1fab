from collections.abc import Callable

import pytest

from reportedly.schema import Article

STANDFIRST = "The crossing is the first since the ceasefire of last year"
CAPTION = "<figure><img src='a'><figcaption>Smoke rises over the customs post at Ostrel</figcaption></figure>"


def paragraphs_of(found: Article) -> list[str]:
    return found.text.split("\n\n")


@pytest.mark.parametrize(
    "before",
    [
        f"<p class='standfirst'>{STANDFIRST}</p>{CAPTION}",
        f"<h2 class='sp-descp'>{STANDFIRST}</h2><div class='byline'>By Mara Quill</div>{CAPTION}",
        f"<p>{STANDFIRST}.</p><p>By Mara Quill</p><p>Share this article</p>{CAPTION}",
    ],
)
def test_what_stands_over_the_text_is_kept(
    page: Callable[..., str], article: Callable[..., Article], paragraphs: tuple[str, ...], before: str
) -> None:
    _, standfirst, caption, *rest = paragraphs_of(article(page(before=before)))
    assert standfirst.rstrip(".") == STANDFIRST
    assert caption == "Smoke rises over the customs post at Ostrel"
    assert tuple(rest) == paragraphs


@pytest.mark.parametrize(
    "before",
    [
        "<p>Home</p>",
        "<p><time>March 1, 2026</time></p>",
        "<p>By Mara Quill on Thursday, March 12, 2026.</p>",
        "<p>VIDEO 3:45 The bridge at Ostrel burns, seen from the far bank.</p>",
        "<aside><p>Another article about the river that is not this one.</p></aside>",
        "<div class='related'><p>Another article about the river that is not this one.</p></div>",
        "".join(f"<p>Comment number {n}, which says nothing about the river.</p>" for n in range(9)),
    ],
)
def test_what_is_no_text_is_not(
    page: Callable[..., str], article: Callable[..., Article], paragraphs: tuple[str, ...], before: str
) -> None:
    assert paragraphs_of(article(page(before=before)))[1:] == list(paragraphs)
