"""What is taken from an item: link, guid, plain text, dates, outlet and wire credit."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from reportedly.collect.feeds import FeedPage
from reportedly.schema import Item


@pytest.mark.parametrize(
    ("given", "link"),
    [
        ("<link>/a?id=3&amp;utm_source=rss&amp;x=#top</link>", "https://news.example/a?id=3&x="),
        ("<link> https://news.example/a b </link>", "https://news.example/a%20b"),
        ("<link>https://news.example/#!/story</link>", "https://news.example/#!/story"),
        ("<guid>https://news.example/g</guid>", "https://news.example/g"),
        ('<guid isPermaLink="false">https://news.example/g</guid>', "https://news.example/g"),
        ("<link>https://go.example/x</link><guid>7</guid>", "https://go.example/x"),
        ("<link>javascript:void(0)</link><guid>https://news.example/g</guid>", "https://news.example/g"),
        (
            "<link>https://go.example/1</link><feedburner:origLink>https://news.example/o</feedburner:origLink>",
            "https://news.example/o",
        ),
    ],
)
def test_the_link(item: Callable[..., Item], given: str, link: str) -> None:
    assert item("<title>t</title>", link=given).link == link


@pytest.mark.parametrize(
    "link",
    [
        "",
        "<link/>",
        "<link>mailto:a@b.example</link>",
        "<link>http://u:p@h.example/</link>",
        "<link>ftp://h.example/</link>",
    ],
)
def test_an_item_without_an_address_is_an_issue(
    page: Callable[..., FeedPage], rss: Callable[..., str], link: str
) -> None:
    found = page(rss(f"<item><title>Nowhere</title>{link}</item>"))
    assert found.items == ()
    assert "no link (first: Nowhere)" in found.issues[0].problem


def test_text_is_plain(item: Callable[..., Item]) -> None:
    found = item(
        "<title>Ministry &amp;amp; army: &lt;b&gt;no&lt;/b&gt; troops</title><description><![CDATA[<style>p{}</style>"
        "<p>One</p><p>two&nbsp;<b>th</b>ree</p><script>x()</script><img src=x alt='no'>]]></description>"
    )
    assert found.title == "Ministry & army: no troops"
    assert found.summary == "One two three"


def test_long_texts_are_cut_at_a_word(item: Callable[..., Item]) -> None:
    found = item(f"<title>{'word ' * 500}</title><description>{'x' * 9000}</description>")
    assert found.title is not None and found.summary is not None
    assert len(found.title) <= 500 and found.title.endswith("word…")
    assert len(found.summary) == 4000


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mon, 25 May 2026 10:00:00 +0200", datetime(2026, 5, 25, 8, tzinfo=UTC)),
        ("25 May 26 10:00 GMT", datetime(2026, 5, 25, 10, tzinfo=UTC)),
        ("2026-05-25T10:00:00.123Z", datetime(2026, 5, 25, 10, tzinfo=UTC)),
        ("2026-05-25 10:00:00", datetime(2026, 5, 25, tzinfo=UTC)),
        ("Mon, 25 May 2026 10:00:00", datetime(2026, 5, 25, tzinfo=UTC)),
        ("May 25, 2026 10:00 PM UTC", datetime(2026, 5, 25, 22, tzinfo=UTC)),
        ("1779703200", datetime(2026, 5, 25, 10, tzinfo=UTC)),
        ("1779703200000", datetime(2026, 5, 25, 10, tzinfo=UTC)),
        ("Mon, 25 May 2026 23:59:60 GMT", datetime(2026, 5, 25, tzinfo=UTC)),
        ("2026년 5월 25일 오전 10:00", None),
        ("yesterday", None),
        ("Thu, 01 Jan 1970 00:00:00 GMT", None),
        ("Fri, 01 Jan 2038 00:00:00 GMT", None),
        ("99999-99-99", None),
    ],
)
def test_dates(page: Callable[..., FeedPage], rss: Callable[..., str], text: str, expected: datetime | None) -> None:
    found = page(rss(f"<item><link>/a</link><pubDate>{text}</pubDate></item>"))
    assert found.items[0].published_at == expected
    assert [f"date not believed (first: {text})" in issue.problem for issue in found.issues] == [True] * (
        expected is None
    )


def test_a_future_item_is_kept_as_undated(page: Callable[..., FeedPage], rss: Callable[..., str]) -> None:
    ahead = "<item><link>/a</link><pubDate>Tue, 02 Jun 2026 12:00:00 GMT</pubDate></item>"
    zone = "<item><link>/b</link><pubDate>Mon, 01 Jun 2026 20:00:00 GMT</pubDate></item>"
    found = page(rss(ahead, zone))
    assert [item.published_at for item in found.items] == [None, datetime(2026, 6, 1, 20, tzinfo=UTC)]
    assert found.issues[0].problem.startswith("1 item: date not believed")


def test_guids_that_repeat(page: Callable[..., FeedPage], rss: Callable[..., str]) -> None:
    items = [
        f"<item><link>/{link}</link><guid isPermaLink='false'>{guid}</guid></item>"
        for link, guid in ("ax", "ax", "bx", "cy")
    ]
    found = page(rss(*items))
    assert [(item.link[-1], item.guid) for item in found.items] == [
        ("a", "x"),
        ("b", "https://news.example/b"),
        ("c", "y"),
    ]
    assert [issue.problem for issue in found.issues] == [
        "1 item: given twice (first: x)",
        "1 item: guid shared by different links (first: x)",
    ]


def test_the_source_element_is_the_outlet(item: Callable[..., Item]) -> None:
    found = item('<title>t</title><source url="https://post.example/rss">Meridian Post</source>')
    assert (found.outlet, found.outlet_url) == ("Meridian Post", "https://post.example/rss")


@pytest.mark.parametrize(
    ("given", "wire"),
    [
        ("<author>desk@news.example (Reuters)</author>", "Reuters"),
        ("<dc:creator>Jane Roe and AFP</dc:creator>", "AFP"),
        ("<dc:creator>By Jane Roe, Associated Press</dc:creator>", "Associated Press"),
        ("<dc:creator>Reuters Staff</dc:creator>", "Reuters"),
        ("<dc:source>AP</dc:source>", "AP"),
        ("<dc:publisher>Kyodo News</dc:publisher>", "Kyodo News"),
        ("<title>Troops cross the river (Reuters)</title>", "Reuters"),
        ("<title>Troops cross the river - AFP</title>", "AFP"),
        ("<description>KABUL, March 3 (Reuters) - Troops crossed the river.</description>", "Reuters"),
        ("<description>Troops crossed the river. (AFP)</description>", "AFP"),
        ("<media:credit role='author'>Xinhua</media:credit>", "Xinhua"),
        ("<media:credit>AP</media:credit>", None),
        ("<media:content><media:credit role='photographer'>AFP</media:credit></media:content>", None),
        ("<dc:creator>Ap Roe</dc:creator>", None),
        ("<title>Army says Reuters was wrong (updated)</title>", None),
        ("<title>t - Reuters</title><source url='https://reuters.com/rss'>Reuters</source>", None),
    ],
)
def test_wire_credits(item: Callable[..., Item], given: str, wire: str | None) -> None:
    assert item(given).wire == wire


def test_languages(item: Callable[..., Item]) -> None:
    assert item("<title>t</title>", head="<language>en_us</language>").language == "en-US"
    assert item("<title>t</title>", head="<language>English please</language>").language is None
    assert item("<title xml:lang='fr'>t</title>", head="<language>en</language>").language == "fr"
