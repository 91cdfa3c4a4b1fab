import json
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reportedly.collect.metadata import PageFacts, page_facts
from reportedly.collect.tree import parse

Page = Callable[..., str]


def facts(html: str, url: str | None = None) -> PageFacts:
    return page_facts(parse(html, "x"), url)


def linked(value: object) -> str:
    return f"<script type='application/ld+json'>{json.dumps(value)}</script>"


@pytest.mark.parametrize(
    ("head", "outlet"),
    [
        ("<meta property='og:site_name' content='The Ostrel Courier'>", "The Ostrel Courier"),
        ("<meta property='og:site_name' content='courier.example'><meta name=publisher content=Courier>", "Courier"),
        ("<meta property='og:site_name' content='@courier'>", None),
        (linked({"@type": "NewsArticle", "publisher": {"name": "Courier"}}), "Courier"),
        (linked({"@type": "NewsArticle", "publisher": [{"name": "Courier"}]}), "Courier"),
        (linked({"@type": "NewsArticle", "publisher": "Courier"}), "Courier"),
        (
            linked({"@graph": [{"@type": "Organization", "@id": "#org", "name": "Courier"},
                               {"@type": ["NewsArticle"], "publisher": {"@id": "#org"}}]}),
            "Courier",
        ),
        ("<meta property='og:site_name' content='Sund &amp;amp; Ostrel'>", "Sund & Ostrel"),
        ("<link rel=canonical href='https://www.reuters.com/world/x'>", "Reuters"),
        ("<meta property='og:url' content='https://www.reuters.com/world/x'>", "Reuters"),
        ("<link rel=canonical href='https://nobody.example/x'>", None),
        ("", None),
    ],
)  # fmt: skip
def test_the_outlet(page: Page, head: str, outlet: str | None) -> None:
    assert facts(page(head=head)).outlet == outlet


@pytest.mark.parametrize(
    ("head", "headline", "title", "shown"),
    [
        ("<title>Shells fall on Ostrel</title>", "<h1>Shells fall on Ostrel</h1>", "Shells fall on Ostrel", True),
        ("<title>Shells fall on Ostrel - Courier</title><meta property='og:site_name' content='Courier'>",
         "", "Shells fall on Ostrel", False),
        ("<title>Courier | Shells</title><meta property='og:site_name' content='Courier'>", "", "Shells", False),
        ("<title>Courier</title><meta property='og:title' content='Shells fall on Ostrel'>",
         "<h1>Courier</h1><h2>Shells fall on Ostrel</h2>", "Shells fall on Ostrel", True),
        ("<meta property='og:title' content='Shells fall on Ostrel: live'>",
         "<h1>The Courier</h1><h1>Shells fall on Ostrel</h1>", "Shells fall on Ostrel", True),
        ("<meta property='og:title' content='What we know'>",
         "<h1>Shells fall on the town of Ostrel</h1>", "Shells fall on the town of Ostrel", True),
        ("<meta property='og:title' content='What we know'>", "<h1>Courier</h1>", "What we know", False),
        ("", "<h1>Courier</h1>", None, False),
        (linked({"@type": "NewsArticle", "headline": "Shells &amp; shots"}), "", "Shells & shots", False),
    ],
)  # fmt: skip
def test_the_headline(page: Page, head: str, headline: str, title: str | None, shown: bool) -> None:
    found = facts(page(head=head, headline=headline))
    assert found.title == title
    assert found.headline == (title if shown else None)


@pytest.mark.parametrize(
    ("head", "before", "byline"),
    [
        (linked({"@type": "NewsArticle", "author": {"name": "Mara Quill"}}), "", "Mara Quill"),
        (linked({"@type": "Article", "author": ["M. Quill", {"name": ["Ilo Brandt"]}]}), "", "M. Quill, Ilo Brandt"),
        ("<meta name=author content='By Mara Quill'>", "", "Mara Quill"),
        ("<meta property='article:author' content='https://facebook.com/x'><meta name=byl content='By Mara Quill'>",
         "", "Mara Quill"),
        ("", "<a rel=author href='/m'>Mara Quill</a>", "Mara Quill"),
        ("", "<div class='article-byline'><span>By</span> <b>Mara Quill</b></div>", "Mara Quill"),
        ("<meta name=author content=admin>", "", None),
    ],
)  # fmt: skip
def test_the_byline(page: Page, head: str, before: str, byline: str | None) -> None:
    assert facts(page(head=head, before=before)).byline == byline


@pytest.mark.parametrize(
    ("lang", "head", "language"),
    [
        (" lang='en-GB'", "", "en-GB"),
        ("", "<meta http-equiv='Content-Language' content='de'>", "de"),
        ("", linked({"@type": "NewsArticle", "inLanguage": "fr"}), "fr"),
        ("", "", None),
    ],
)
def test_the_language(page: Page, lang: str, head: str, language: str | None) -> None:
    assert facts(page(head=head, lang=lang)).language == language


def test_the_address_of_the_capture_counts_where_the_page_gives_none(page: Page) -> None:
    assert facts(page(), "https://www.reuters.com/x").outlet == "Reuters"
    assert (
        facts(page(head="<link rel=canonical href='/x'>"), "https://www.reuters.com/x").url
        == "https://www.reuters.com/x"
    )
    assert (
        facts(page(head="<link rel=canonical href='https://nobody.example/y'>"), "https://www.reuters.com/x").outlet
        is None
    )


def test_whether_it_calls_itself_an_article(page: Page) -> None:
    assert facts(page(head="<meta property='og:type' content='article'>")).is_article
    assert facts(page(head=linked([{"@type": "WebSite"}, {"@type": "https://schema.org/NewsArticle"}]))).is_article
    assert not facts(page(head=linked({"@type": "WebPage", "name": "Home"}))).is_article


def test_the_article_is_found_before_the_page_and_the_dated_before_others(page: Page) -> None:
    head = linked([{"@type": "WebPage", "datePublished": "2026-01-01"}, {"@type": "Article", "headline": "One"}])
    found = facts(page(head=head + linked({"@type": "NewsArticle", "headline": "Two", "datePublished": "2026-02-02"})))
    assert found.linked is not None
    assert (found.linked.headline, found.linked.published) == ("Two", "2026-02-02")


@pytest.mark.parametrize(
    "script",
    [
        "",
        "no json",
        "[" * 100_000,
        '{"@type": "NewsArticle", "headline": "a\nb",}',
        "null",
        '{"@type": 5, "@graph": 7}',
        '{"@type": ["NewsArticle", null], "author": {"name": 5}, "publisher": [[]], "datePublished": {}}',
    ],
)
def test_broken_linked_data_does_no_harm(page: Page, script: str) -> None:
    found = facts(page(head=f"<script type='application/ld+json'>{script}</script>"))
    assert found.headline == "Varland troops cross the river at Ostrel"


def test_linked_data_in_comments_and_with_line_ends_is_read(page: Page) -> None:
    script = '<!-- {"@type": "NewsArticle", "publisher": {"name": "The\n Courier"}}; -->'
    assert facts(page(head=f"<script type='application/ld+json'>{script}</script>")).outlet == "The Courier"


_json = st.recursive(
    st.none() | st.integers() | st.text(max_size=6),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                ["@type", "@id", "@graph", "author", "publisher", "name", "datePublished", "mainEntity", "headline"]
            ),
            inner | st.sampled_from(["NewsArticle", "#org", "2026-03-14"]),
            max_size=4,
        )
    ),
    max_leaves=12,
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(_json)
def test_any_linked_data_is_read(page: Page, value: object) -> None:
    assert isinstance(facts(page(head=linked(value))), PageFacts)


def test_half_of_a_surrogate_pair_is_replaced(page: Page) -> None:
    head = r'<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Shells \ud83d fell"}</script>'
    found = facts(page(head=head)).linked
    assert found is not None
    assert found.headline == "Shells \N{REPLACEMENT CHARACTER} fell"
