import json
from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from reportedly.collect.metadata import page_facts
from reportedly.collect.published import published
from reportedly.collect.tree import parse

AS_OF = datetime(2026, 6, 1, tzinfo=UTC)
Page = Callable[..., str]


def when(html: str) -> tuple[str, str, str] | None:
    tree = parse(html, "x")
    found = published(tree, page_facts(tree, None), AS_OF)
    if found is None:
        return None
    moment, source = found
    return source.value, moment.precision.value, moment.at.strftime("%Y-%m-%dT%H:%M")


def linked(**fields: object) -> str:
    return f"<script type='application/ld+json'>{json.dumps({'@type': 'NewsArticle'} | fields)}</script>"


META = "<meta property='article:published_time' content='2026-03-02T10:00:00Z'>"
TIME = "<time datetime='2026-03-03T10:00:00Z'>3 March</time>"
LINK = "<link rel=canonical href='https://courier.example/2026/03/04/river'>"


def test_the_order_of_what_is_believed(page: Page) -> None:
    dated = linked(datePublished="2026-03-01T10:00:00Z", dateModified="2026-04-01T10:00:00Z")
    assert when(page(head=dated + META + LINK, before=TIME)) == ("json-ld", "time", "2026-03-01T10:00")
    assert when(page(head=META + LINK, before=TIME)) == ("meta", "time", "2026-03-02T10:00")
    assert when(page(head=LINK, before=TIME)) == ("page", "time", "2026-03-03T10:00")
    assert when(page(head=LINK)) == ("url", "day", "2026-03-04T00:00")
    assert when(page()) is None


@pytest.mark.parametrize(
    "head",
    [
        linked(datePublished="2026-03-01"),
        linked(dateCreated="2026-03-01"),
        linked(**{"@type": "WebPage", "@graph": [{"@type": "Article", "datePublished": "2026-03-01"}]}),
        linked(**{"@type": "Thing", "mainEntity": [{"@type": ["NewsArticle"], "datePublished": "2026-03-01"}]}),
        linked(datePublished="March 1, 2026"),
        linked(datePublished="2026-03-01T23:30:00"),
    ],
)
def test_dates_in_linked_data(page: Page, head: str) -> None:
    assert when(page(head=head)) == ("json-ld", "day", "2026-03-01T00:00")


@pytest.mark.parametrize(
    "tag",
    [
        "<meta property='article:published_time' content='2026-03-01'>",
        "<meta name='datePublished' content='2026-03-01'>",
        "<meta itemprop='datePublished' content='2026-03-01'>",
        "<meta name='DC.date.issued' content='2026-03-01'>",
        "<meta name='parsely-pub-date' content='2026-03-01'>",
        "<meta name='pubdate' content='20260301'>",
        "<meta name='date' content='Sun, 1 Mar 2026'>",
    ],
)
def test_dates_in_meta_tags(page: Page, tag: str) -> None:
    assert when(page(head=tag)) == ("meta", "day", "2026-03-01T00:00")


@pytest.mark.parametrize(
    "shown",
    [
        "<time datetime='2026-03-01'>yesterday</time>",
        "<time>March 1, 2026</time>",
        "<time itemprop='dateModified' datetime='2026-03-09'>x</time><time datetime='2026-03-01'>x</time>",
        "<p>Updated <time datetime='2026-03-09'>9 March</time></p><time datetime='2026-03-01'>x</time>",
        "<span class='publish-date'>Sunday 1 March 2026</span>",
        "<p>By Mara Quill | March 1, 2026</p>",
        "<p>Published March 1, 2026; updated March 9, 2026</p>",
        "<div class='dateline'>1 Mar 2026, 10:30</div>",
    ],
)
def test_dates_that_the_page_shows(page: Page, shown: str) -> None:
    assert when(page(before=shown)) == ("page", "day", "2026-03-01T00:00")


@pytest.mark.parametrize(
    "shown",
    [
        "<p>Updated March 9, 2026</p>",
        "<p class='last-modified'>March 9, 2026</p>",
        "<time class='updated' datetime='2026-03-09'></time>",
        "<aside><time datetime='2026-03-01'>x</time></aside>",
        "<div class='related'><a>Other</a> <time datetime='2026-03-01'>x</time></div>",
        "<ul><li>Other article, March 1, 2026</li></ul>",
        "<p>The two countries signed a treaty on March 1, 2006, and have quarrelled over its words ever since.</p>",
        "<span>03/04/2026</span>",
    ],
)
def test_dates_that_are_not_the_publication(page: Page, shown: str) -> None:
    assert when(page(before=shown)) is None


@pytest.mark.parametrize(
    ("url", "day"),
    [
        ("https://courier.example/2026/03/01/river", "2026-03-01"),
        ("https://courier.example/2026/3/1/river", "2026-03-01"),
        ("https://courier.example/world/2026/mar/01/river", "2026-03-01"),
        ("https://courier.example/river-2026-03-01.html", "2026-03-01"),
        ("https://courier.example/river-20260301", "2026-03-01"),
        ("https://courier.example/2026/03/river", None),
        ("https://courier.example/2026/13/01/river", None),
        ("https://courier.example/a120260301234", None),
    ],
)
def test_dates_in_the_address(page: Page, url: str, day: str | None) -> None:
    expected = None if day is None else ("url", "day", f"{day}T00:00")
    assert when(page(head=f"<link rel=canonical href='{url}'>")) == expected


@pytest.mark.parametrize(
    "absurd", ["2026-06-03T00:00:01Z", "2199-01-01", "1970-01-01T00:00:00Z", "0001-01-01", "1989-12-31"]
)
def test_absurd_dates_are_passed_over(page: Page, absurd: str) -> None:
    assert when(page(head=linked(datePublished=absurd))) is None
    assert when(page(head=linked(datePublished=absurd) + META)) == ("meta", "time", "2026-03-02T10:00")


def test_a_headline_outside_the_body_does_no_harm() -> None:
    html = (
        "<html><body><p>x</p></body></html><h1>Shells fall on the town</h1><frameset><h1>Shells fall on the town</h1>"
    )
    assert when(f"<h1>Shells fall on the town</h1>{html}") is None
