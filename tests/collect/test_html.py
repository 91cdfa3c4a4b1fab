import json
import logging
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from reportedly.collect.html import body_text
from reportedly.schema import Article, DatePrecision, DateSource, Issue

HEADLINE = "Varland troops cross the river at Ostrel"
Page = Callable[..., str]


def test_the_text_is_the_headline_and_the_paragraphs(
    page: Page, article: Callable[..., Article], paragraphs: tuple[str, ...]
) -> None:
    assert article(page()).text == "\n\n".join([HEADLINE, *paragraphs])
    assert body_text(page().encode()) == "\n\n".join(paragraphs)


def test_a_headline_that_the_page_does_not_show_is_the_title_only(
    page: Page, article: Callable[..., Article], paragraphs: tuple[str, ...]
) -> None:
    found = article(page(headline="", head=f"<meta property='og:title' content='{HEADLINE}'>"))
    assert (found.title, found.text) == (HEADLINE, "\n\n".join(paragraphs))


def test_a_whole_page(article: Callable[..., Article], paragraphs: tuple[str, ...]) -> None:
    linked = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": HEADLINE,
        "datePublished": "2026-03-12T08:15:00+02:00",
        "dateModified": "2026-03-13T09:00:00+02:00",
        "author": [{"@type": "Person", "name": "Mara Quill"}, {"@type": "Person", "name": "Ilo Brandt"}],
        "publisher": {"@type": "Organization", "name": "The Ostrel Courier"},
    }
    found = article(
        f"""<!doctype html><html lang="en-GB"><head><title>{HEADLINE} | The Ostrel Courier</title>
        <link rel="canonical" href="https://courier.example/world/river">
        <script type="application/ld+json">{json.dumps(linked)}</script></head><body>
        <nav><a href="/">Home</a> <a href="/world">World</a></nav>
        <div class="cookie-banner"><p>We use cookies to improve this site. Accept all</p></div>
        <article><h1>{HEADLINE}</h1>
        <div class="byline">By <a href="/mara">Mara Quill</a> and Ilo Brandt</div>
        <div class="share-bar"><a>Facebook</a> <a>Twitter</a> <a>Email</a></div>
        <figure><img src="a.jpg"><figcaption>Soldiers rest beside the bridge on Thursday.
        <span>Photo: Ana Vell/Reuters</span></figcaption></figure>
        <div class="article-body"><p>OSTREL (Reuters) - {paragraphs[0]}</p>
        <p><strong>Also read:</strong> <a href="/x">What we know of the river crossing</a></p>
        <div class="ad">Advertisement</div><p>{paragraphs[1]}</p>
        <div class="newsletter-signup"><h3>Sign up for our newsletter</h3>
        <p>Get the day's news in your inbox.</p></div>
        <p>{paragraphs[2]}</p><p>Follow us on Facebook and Twitter.</p><p>(With inputs from AFP)</p></div></article>
        <div class="related"><h2>Related stories</h2><ul><li><a href="/1">Border closed for a third day</a></li>
        <li><a href="/2">Ministers meet in the capital</a></li></ul></div>
        <footer><p>© 2026 The Ostrel Courier. All rights reserved.</p></footer></body></html>"""
    )
    assert found == Article(
        id="x",
        url="https://courier.example/world/river",
        title=HEADLINE,
        outlet="The Ostrel Courier",
        byline="Mara Quill, Ilo Brandt",
        wire="Reuters",
        dateline="OSTREL (Reuters)",
        language="en",
        published_at=datetime(2026, 3, 12, 6, 15, tzinfo=UTC),
        date_source=DateSource.JSON_LD,
        date_precision=DatePrecision.TIME,
        text="\n\n".join(
            [
                HEADLINE,
                "Soldiers rest beside the bridge on Thursday.",
                f"OSTREL (Reuters) - {paragraphs[0]}",
                paragraphs[1],
                paragraphs[2],
                "(With inputs from AFP)",
            ]
        ),
    )


@pytest.mark.parametrize(
    ("printed", "dateline", "kept"),
    [
        ("OSTREL, Varland — ", "OSTREL, Varland", False),
        ("OSTREL (Reuters) - ", "OSTREL (Reuters)", True),
        ("", None, True),
    ],
)
def test_a_dateline_stays_in_the_text_where_it_credits_an_agency(
    page: Page, article: Callable[..., Article], paragraphs: tuple[str, ...], printed: str, dateline: str, kept: bool
) -> None:
    found = article(page(body=f"<p>{printed}{paragraphs[0]}</p><p>{paragraphs[1]}</p>"))
    assert found.dateline == dateline
    assert found.text.split("\n\n")[1] == (printed if kept else "") + paragraphs[0]


def test_a_dateline_on_its_own_line_is_split_off(
    page: Page, article: Callable[..., Article], paragraphs: tuple[str, ...]
) -> None:
    found = article(page(before="<p>New Ostrel:</p>"))
    assert (found.dateline, found.text) == ("New Ostrel", "\n\n".join([HEADLINE, *paragraphs]))


def test_a_page_of_nothing_but_its_byline_keeps_it(article: Callable[..., Article]) -> None:
    sentence = "Nobody knows who wrote this one sentence about the river."
    found = article(
        f"<html><head><meta name='author' content='{sentence}'></head><body><p>{sentence}</p></body></html>"
    )
    assert found.text == sentence


def test_a_dateline_under_standfirst_and_caption_is_found(page: Page, article: Callable[..., Article]) -> None:
    before = "<p class='standfirst'>The crossing is the first since the ceasefire</p>" + "".join(
        f"<figure><img><figcaption>Soldiers rest beside bridge number {n}</figcaption></figure>" for n in range(3)
    )
    found = article(page(before=f"{before}<p>New Ostrel:</p>"))
    assert found.dateline == "New Ostrel"
    assert "New Ostrel" not in found.text


def test_a_byline_on_its_own_line_is_split_off(
    page: Page, article: Callable[..., Article], paragraphs: tuple[str, ...]
) -> None:
    found = article(page(body=f"<p>By Mara Quill and Ilo Brandt</p><p>{'</p><p>'.join(paragraphs)}</p>"))
    assert (found.byline, found.text) == ("Mara Quill and Ilo Brandt", "\n\n".join([HEADLINE, *paragraphs]))


def test_lines_parted_by_breaks_are_paragraphs_and_wrapped_lines_are_not(
    page: Page, article: Callable[..., Article], paragraphs: tuple[str, ...]
) -> None:
    one = paragraphs[0].replace(" customs", "<br>customs")
    found = article(page(body=f"<div>{one}<br><br>{paragraphs[1]}<br/>{paragraphs[2]}</div>"))
    assert found.text == "\n\n".join([HEADLINE, *paragraphs])


def test_blanks_are_single_and_invisible_characters_are_gone(
    page: Page, article: Callable[..., Article], paragraphs: tuple[str, ...]
) -> None:
    odd = paragraphs[0].replace(" ", "&nbsp;\n ", 3).replace("officials", "offi&shy;ci&#8203;als")
    assert article(page(body=f"<p>{odd}</p><p>{paragraphs[1]}</p>")).text.split("\n\n")[1] == paragraphs[0]


@pytest.mark.parametrize(
    "odd",
    [
        "\f",
        "\x01",
        "\x1f",
        "&#1;",
        "&#x1F;",
        "&#12;",
        "&#xD800;",
        "&#xFFFE;",
        "&#x110000;",
        "&#0;",
        "\ufffe",
        "&&#1;#1;",
    ],
)
def test_characters_that_no_tree_can_hold_are_gone(
    page: Page, article: Callable[..., Article], paragraphs: tuple[str, ...], odd: str
) -> None:
    figure = f"<figure><img><figcaption>A bridge{odd} over the wide river</figcaption></figure>"
    boxes = f"{odd}<div class='share'>Share</div>{odd}{figure}"
    found = article(page(head=f"<meta property='og:site_name' content='Cou{odd}rier'>", before=boxes, after=odd * 3))
    assert set(paragraphs) <= set(found.text.split("\n\n"))
    assert not set(found.text) & set("\f\x01\x1f\0\ufffe")


def test_a_table_is_one_paragraph_a_row(page: Page, article: Callable[..., Article]) -> None:
    table = "<table><tr><th>Town</th><th>Killed</th></tr><tr><td>Ostrel</td><td>4</td></tr></table>"
    assert article(page(after=table)).text.split("\n\n")[-2:] == ["Town | Killed", "Ostrel | 4"]


def test_the_address_that_a_browser_notes_is_used(page: Page, article: Callable[..., Article]) -> None:
    html = page().replace("<html", "<!-- saved from url=(0035)https://www.reuters.com/world/river --><html", 1)
    found = article(html)
    assert (found.url, found.outlet) == ("https://www.reuters.com/world/river", "Reuters")


def test_a_page_in_a_wrong_encoding_is_read(page: Page, article: Callable[..., Article]) -> None:
    quoted = "<p>“We crossed – twice,” said Señor Núñez, an officer who spoke on Thursday.</p>"
    assert "“We crossed – twice,” said Señor Núñez" in article(page(after=quoted).encode("cp1252")).text
    assert "“We crossed – twice,” said Señor Núñez" in article(page(after=quoted).encode("utf-16")).text


def test_what_is_marked_as_furniture_stays_where_it_holds_the_article(
    page: Page, article: Callable[..., Article], paragraphs: tuple[str, ...]
) -> None:
    body = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    for kind in ("class='share'", "class='related' itemprop='articleBody'"):
        assert article(page(body=f"<div {kind}>{body}</div>")).text == "\n\n".join([HEADLINE, *paragraphs])


def test_a_picture_in_a_figure_with_a_table_is_left_to_the_table(page: Page, article: Callable[..., Article]) -> None:
    table = "<table><tr><td>Ostrel</td><td>4 people were killed</td></tr></table>"
    text = article(
        page(after=f"<figure>{table}<figcaption>The toll as of Thursday, by town</figcaption></figure>")
    ).text
    assert "Ostrel | 4 people were killed" in text


def test_the_same_page_gives_the_same_article(page: Page, article: Callable[..., Article]) -> None:
    assert article(page()) == article(page())


def test_the_loggers_of_others_are_left_as_they_are(page: Page, monkeypatch: pytest.MonkeyPatch) -> None:
    logger = logging.getLogger("trafilatura")
    monkeypatch.setattr(logger, "level", logging.NOTSET)
    body_text(page().encode())
    assert logger.level == logging.NOTSET


@pytest.mark.parametrize("name", ["a.html", "b.html"])
def test_body_text_of_no_article_is_none(name: str) -> None:
    assert body_text(b"" if name == "a.html" else b"<p>Home</p>") is None


@pytest.mark.parametrize(
    ("error", "problem"),
    [
        (RecursionError(), "markup nested too deeply"),
        (AttributeError("x"), "damaged markup (AttributeError: x)"),
    ],
)
def test_a_page_that_cannot_be_walked_is_an_issue(
    issue: Callable[..., Issue], page: Page, monkeypatch: pytest.MonkeyPatch, error: Exception, problem: str
) -> None:
    def give_up(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr("trafilatura.bare_extraction", give_up)
    assert issue(page()).problem == problem
    assert body_text(page().encode()) is None


def test_the_demo_pages_are_articles(article: Callable[..., Article]) -> None:
    demo = Path(__file__).parents[2] / "src" / "reportedly" / "demo"
    pages = sorted(demo.rglob("*.html"))
    assert pages
    for path in pages:
        assert len(article(path.read_bytes()).text) > 300, path.name
