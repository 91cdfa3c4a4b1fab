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


FURNITURE = (
    "<p><a href='/x'>Read more: the river and its bridges</a></p>",
    "<p><b>Also read |</b> <a href='/x'>Ministers meet in the capital</a></p>",
    "<p><a href='/x'>Ministers meet in the capital for a second day</a></p>",
    "<p>Read also</p><ul><li><a href='/x'>Ministers meet in the capital</a></li></ul>",
    "<h3>Related</h3><p><a href='/x'>Ministers meet</a></p><p>Ministers meet in the capital</p>",
    "<p>Sign up for our daily briefing and get the news in your inbox.</p>",
    "<p>Subscribe to our newsletter</p>",
    "<form class='newsletter'><p>Enter your email address to receive alerts from us</p><input></form>",
    "<p>Follow the Courier on Twitter, Instagram and YouTube</p>",
    "<p>Join our WhatsApp channel for all the latest from the border</p>",
    "<div class='social-links'><p>Share this article with your friends on Facebook</p></div>",
    "<p>Facebook Twitter WhatsApp Email Copy link</p>",
    "<p>ADVERTISEMENT</p>",
    "<p>Story continues below advertisement</p>",
    "<p>Photo: Ana Vell/Getty Images</p>",
    "<figure><img><figcaption>Ana Vell/AFP via Getty Images</figcaption></figure>",
    "<p>[File: Ana Vell/Reuters]</p>",
    "<p>We use cookies to give you the best experience.</p>",
    "<p>This video can not be played</p>",
    "<p>© 2026 The Ostrel Courier. All rights reserved.</p>",
    "<p>Last updated: 14 March 2026, 10:30 GMT</p>",
    "<p>3 min read</p>",
    "<p>Tags: Varland, Ostrel, river</p>",
    "<p>0 Comments</p>",
    "<p>Click here for more on the river.</p>",
    "<div class='recommended'><ul><li><a>One</a></li><li><a>Two</a></li></ul></div>",
    "<p>Ministers furious at crossing [VIDEO]</p>",
    "<p>mara.quill@courier.example</p>",
)


@pytest.mark.parametrize("furniture", FURNITURE)
@pytest.mark.parametrize("inside", [True, False])
def test_furniture_does_not_reach_the_text(
    page: Page, article: Callable[..., Article], paragraphs: tuple[str, ...], furniture: str, inside: bool
) -> None:
    first, *rest = (f"<p>{paragraph}</p>" for paragraph in paragraphs)
    html = page(body=first + furniture + "".join(rest)) if inside else page(after=furniture)
    assert article(html).text == "\n\n".join([HEADLINE, *paragraphs])


SENTENCES = (
    "<p>Read the full text of the ceasefire before you sign it, the minister told both delegations.</p>",
    "<p>Follow-up talks are to be held in Geneva on Monday.</p>",
    "<p>Share prices fell in the capital after the first reports of the crossing.</p>",
    "<p>Related charges against two officers were dropped last year.</p>",
    "<p>Watch towers on the far bank were hit by shells, residents said.</p>",
    "<p>“Get out of the town now,” the loudspeakers said.</p>",
    "<p>The <a href='/x'>ministry of defence said on Thursday that it knew nothing of the crossing.</a></p>",
    "<p>Photographs of the bridge showed two burnt-out trucks.</p>",
    "<p>Twitter and Facebook were blocked across Varland, a watchdog said.</p>",
    "<p>Subscribers to the state telephone network were cut off at noon.</p>",
    "<p>Video: a clip verified by this newspaper shows the bridge burning, and soldiers who run from it.</p>",
    "<p>(Reporting by Mara Quill; additional reporting by AFP)</p>",
    "<blockquote class='twitter-tweet social'><p>We have crossed the river. – the army of Varland</p></blockquote>",
    "<ul><li>At least four people were hurt in the shelling.</li></ul>",
    "<p>4:14 p.m.</p>",
)


@pytest.mark.parametrize("sentence", SENTENCES)
def test_no_real_sentence_is_dropped(page: Page, article: Callable[..., Article], sentence: str) -> None:
    import re

    words = " ".join(re.sub(r"<[^>]*>", "", sentence).split())
    assert words in article(page(after=sentence)).text


def test_captions_are_kept_where_they_are_sentences(page: Page, article: Callable[..., Article]) -> None:
    captions = (
        "Smoke rises over Ostrel on Thursday, March 12, 2026. (AP Photo/Ana Vell)",
        "A soldier looks at the river from the far bank [Ana Vell/Reuters]",
        "The bridge after the shelling on Thursday | Photo Credit: AFP",
        "Image caption The customs post was burnt to the ground Image: EPA",
        "The bridge",
    )
    figures = "".join(f"<figure><img src='a'><figcaption>{caption}</figcaption></figure>" for caption in captions)
    text = article(page(after=figures)).text.split("\n\n")
    assert text[-4:] == [
        "Smoke rises over Ostrel on Thursday, March 12, 2026.",
        "A soldier looks at the river from the far bank",
        "The bridge after the shelling on Thursday",
        "The customs post was burnt to the ground",
    ]


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


def test_the_library_underneath_is_quiet(page: Page, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG):
        body_text(page().encode())
        body_text(b"<html><body></body></html>")
    assert [record for record in caplog.records if record.levelno >= logging.WARNING] == []


@pytest.mark.parametrize("name", ["a.html", "b.html"])
def test_body_text_of_no_article_is_none(name: str) -> None:
    assert body_text(b"" if name == "a.html" else b"<p>Home</p>") is None


@pytest.mark.parametrize(
    ("error", "problem"), [(RecursionError(), "markup nested too deeply"), (AttributeError("x"), "damaged markup")]
)
def test_a_page_that_cannot_be_walked_is_an_issue(
    issue: Callable[..., Issue], page: Page, monkeypatch: pytest.MonkeyPatch, error: Exception, problem: str
) -> None:
    def give_up(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr("trafilatura.bare_extraction", give_up)
    assert issue(page()).problem == problem


def test_the_demo_pages_are_articles(article: Callable[..., Article]) -> None:
    demo = Path(__file__).parents[2] / "src" / "reportedly" / "demo"
    pages = sorted(demo.rglob("*.html"))
    if not pages:
        pytest.skip("the demo articles are not there")
    for path in pages:
        assert len(article(path.read_bytes()).text) > 300, path.name
