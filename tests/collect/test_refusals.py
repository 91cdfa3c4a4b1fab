import time
from collections.abc import Callable

import pytest

from reportedly.collect.tree import MOST_TAGS
from reportedly.schema import Article, Issue

TEASERS = (
    "The army said that it had crossed the river at dawn on Thursday.",
    "Ministers are to meet in the capital for a second day, officials say.",
    "Prices of bread have doubled since the border was closed in March.",
    "A court has ordered the release of two journalists, their lawyer said.",
    "Aid workers wait at the bridge for a permit that does not come.",
    "The harbour of Sund has been closed to foreign ships, its master said.",
)
FRONT = "".join(
    f"<div class='card'><h3><a href='/{n}'>A headline about the river, number {n}</a></h3><p>{text}</p></div>"
    for n, text in enumerate(TEASERS * 3)
)
WALLS = {
    "a check against robots, not an article": (
        "<title>Just a moment...</title><body><h1>courier.example</h1><p>Checking your browser before you reach "
        "the site. This may take a few seconds, please wait.</p></body>"
    ),
    "a page that shows its article only by script": (
        "<body><div id='root'></div><noscript>You need to enable JavaScript to run this app.</noscript></body>"
    ),
    "a consent wall, not an article": (
        "<body><h1>We value your privacy</h1><p>We and our 842 partners store and access information on a device, "
        "such as cookies, and work with personal data, such as unique identifiers, for advertising and content. "
        "With your permission we and our partners may use precise location data. You may click to consent to our "
        "processing as described above. Your choices apply to this site only and can be changed at any time in "
        "the privacy settings at the foot of the page.</p><button>Accept all</button></body>"
    ),
    "a login or subscription wall, not an article": (
        "<body><h1>River crossing</h1><p>Subscribe to continue reading. Already a subscriber? Log in</p></body>"
    ),
    "an error page, not an article": "<body><h1>404</h1><p>The page you requested is not here.</p></body>",
    "no article found in the page": "<body><h1>Hello</h1><p>It works!</p></body>",
    "a page of links, not an article": f"<body><h1>The Ostrel Courier</h1>{FRONT}</body>",
}


@pytest.mark.parametrize("problem", WALLS)
def test_a_page_without_an_article_says_what_it_is(issue: Callable[..., Issue], problem: str) -> None:
    assert issue(f"<!doctype html><html lang='en'>{WALLS[problem]}</html>").problem == problem


def test_a_list_of_links_alone_is_a_page_of_links(issue: Callable[..., Issue]) -> None:
    links = "".join(f"<li><a href='/{n}'>Headline number {n}</a></li>" for n in range(40))
    assert issue(f"<body><ul>{links}</ul></body>").problem == "a page of links, not an article"


def test_a_short_article_among_many_links_is_an_article(
    page: Callable[..., str], article: Callable[..., Article], paragraphs: tuple[str, ...]
) -> None:
    html = page().replace("</body>", f"<section class='more'>{FRONT}</section></body>")
    assert all(paragraph in article(html).text for paragraph in paragraphs)


def test_an_article_about_cookies_and_robots_is_an_article(
    page: Callable[..., str], article: Callable[..., Article]
) -> None:
    after = "<p>The regulator said that sites must not make readers accept all cookies, nor solve a captcha.</p>"
    head = "<meta property='og:type' content='article'>"
    assert "captcha" in article(page(head=head, after=after)).text


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"   ",
        b"<",
        b"<html>",
        b"<html></html>",
        b"<!doctype html>",
        b"<?xml version='1.0'?>",
        b"\0\0",
        b"plain words",
    ],
)
def test_a_page_with_nothing_in_it_is_an_issue(issue: Callable[..., Issue], body: bytes) -> None:
    assert issue(body).problem


def test_a_page_in_another_language_is_an_issue(issue: Callable[..., Issue]) -> None:
    german = "Die Armee teilte mit, dass sie am Donnerstag den Fluss überquert und die Stadt mit dem Zoll besetzt hat. "
    html = f"<html lang='de'><body><article><h1>Armee am Fluss</h1><p>{german * 6}</p></article></body></html>"
    found = issue(html)
    assert (found.problem, found.remedy) == ("looks German", "only English is read so far")


@pytest.mark.parametrize(
    "opening", ["<div>", "<span>", "<table><tr><td>", "<ul><li>", "<b><i>", "<blockquote>", "<p><a>", "<font>"]
)
def test_deep_markup_is_an_issue_and_takes_no_time(issue: Callable[..., Issue], opening: str) -> None:
    start = time.process_time()
    found = issue("<html><body>" + opening * 40_000 + "A sentence at the bottom of the page, of some length.")
    assert found.problem == "markup nested too deeply"
    assert time.process_time() - start < 5


def test_too_much_markup_is_an_issue(issue: Callable[..., Issue]) -> None:
    assert issue("<p>word</p>" * MOST_TAGS).problem == f"more than {MOST_TAGS:,} tags"


def test_a_page_of_one_long_line_is_read(article: Callable[..., Article]) -> None:
    sentence = "The army said that shells fell on the town of Ostrel at dawn. "
    found = article(f"<html><body><article><p>{sentence * 30_000}</p></article></body></html>")
    assert len(found.text) > 1_800_000


def test_pictures_that_are_part_of_the_page_do_no_harm(
    page: Callable[..., str], article: Callable[..., Article], paragraphs: tuple[str, ...]
) -> None:
    picture = f"<img src='data:image/png;base64,{'A' * 12_000_000}'>"
    assert paragraphs[-1] in article(page(before=picture)).text
