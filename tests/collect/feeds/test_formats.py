"""Every format that is understood gives the same fields."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from reportedly.collect.feeds import FeedPage
from reportedly.collect.feeds.page import said
from reportedly.schema import FeedKind

_WHEN = datetime(2026, 5, 25, 10, tzinfo=UTC)
_RDF = '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="{space}"{more}>{inside}</rdf:RDF>'
_OLD_ITEM = "<item><title>Troops cross the river</title><link>https://news.example/a</link>{0}</item>"
_CHANNEL = "<channel>{0}<title>Ostrel Gazette</title><link>https://news.example/</link>{1}</channel>"
_ATOM_ENTRY = (
    "<title>Troops cross the river</title><id>tag:news.example,2026:a</id>"
    '<link rel="alternate" href="https://news.example/a"/>{0}<summary>Four were taken to hospital.</summary>'
)

FEEDS = {
    "RSS 0.90": _RDF.format(
        space="http://my.netscape.com/rdf/simple/0.9/",
        more="",
        inside=_CHANNEL.format("", "") + _OLD_ITEM.format(""),
    ),
    "RSS 0.91": '<!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN" '
    '"http://my.netscape.com/publish/formats/rss-0.91.dtd"><rss version="0.91">'
    + _CHANNEL.format("", _OLD_ITEM.format(""))
    + "</rss>",
    "RSS 0.92": f'<rss version="0.92">{_CHANNEL.format("", _OLD_ITEM.format(""))}</rss>',
    "RSS 1.0": _RDF.format(
        space="http://purl.org/rss/1.0/",
        more=' xmlns:dc="http://purl.org/dc/elements/1.1/"',
        inside=_CHANNEL.format("", "") + _OLD_ITEM.format("<dc:date>2026-05-25T12:00:00+02:00</dc:date>"),
    ),
    "RSS 2.0": '<rss version="2.0">'
    + _CHANNEL.format("", _OLD_ITEM.format("<pubDate>Mon, 25 May 2026 06:00:00 EDT</pubDate>"))
    + "</rss>",
    "Atom 0.3": '<feed version="0.3" xmlns="http://purl.org/atom/ns#"><title>Ostrel Gazette</title>'
    '<link rel="alternate" href="https://news.example/"/><entry>'
    + _ATOM_ENTRY.format("<issued>2026-05-25T10:00:00Z</issued>")
    + "</entry></feed>",
    "Atom 1.0": '<feed xmlns="http://www.w3.org/2005/Atom"><title>Ostrel Gazette</title>'
    '<link href="https://news.example/"/><entry>'
    + _ATOM_ENTRY.format("<updated>2026-05-25T10:00:00Z</updated>")
    + "</entry></feed>",
    "JSON Feed 1": '{"version": "https://jsonfeed.org/version/1", "title": "Ostrel Gazette", '
    '"home_page_url": "https://news.example/", "items": [{"id": 7, "url": "https://news.example/a", '
    '"title": "Troops cross the river", "date_published": "2026-05-25T10:00:00Z"}]}',
    "JSON Feed 1.1": '{"version": "https://jsonfeed.org/version/1.1", "title": "Ostrel Gazette", '
    '"home_page_url": "https://news.example/", "items": [{"id": "a", "url": "/a", '
    '"title": "Troops cross the river", "date_published": "2026-05-25T10:00:00Z"}]}',
}
_UNDATED = {"RSS 0.90", "RSS 0.91", "RSS 0.92"}


@pytest.mark.parametrize("version", FEEDS)
def test_every_format(page: Callable[..., FeedPage], version: str) -> None:
    found = page(FEEDS[version])
    assert found.kind is FeedKind.FEED
    assert found.version == version
    assert (found.title, found.home) == ("Ostrel Gazette", "https://news.example/")
    assert found.issues == ()
    (item,) = found.items
    assert (item.link, item.title) == ("https://news.example/a", "Troops cross the river")
    assert said(item) == (None if version in _UNDATED else _WHEN)


@pytest.mark.parametrize("media_type", ["text/html", "application/octet-stream", "application/json", None])
def test_bytes_tell_the_format_not_the_server(page: Callable[..., FeedPage], media_type: str | None) -> None:
    assert len(page(FEEDS["RSS 2.0"], media_type=media_type).items) == 1


def test_atom_has_pages_and_sources_and_plain_titles(page: Callable[..., FeedPage]) -> None:
    found = page(
        '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="de_AT"><title>T</title><link rel="next" href="?p=2"/>'
        '<link rel="self" href="/feed"/><entry><id>x</id><title type="text">1 &lt; 2 &amp;amp; 3</title>'
        '<link rel="self" href="/x.atom"/><link rel="enclosure" href="/x.mp3"/>'
        '<link rel="alternate" type="application/pdf" href="/x.pdf"/><link rel="alternate" href="/x"/>'
        '<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>One</p><p>two</p></div></content>'
        "<source><title>Other Post</title><link href='https://other.example/'/></source></entry></feed>"
    )
    (item,) = found.items
    assert item.link == "https://news.example/x"
    assert item.title == "1 < 2 &amp; 3"
    assert item.summary == "One two"
    assert item.language == found.language == "de-AT"
    assert (item.outlet, item.outlet_url) == ("Other Post", "https://other.example/")
    assert found.more == ("https://news.example/feed?p=2",)


def test_one_bad_item_of_a_json_feed_is_counted(page: Callable[..., FeedPage]) -> None:
    found = page(
        '{"version": "https://jsonfeed.org/version/1.1", "next_url": "/2", "items": [{"url": 3}, 5, '
        '{"url": "/a", "content_html": "<p>One</p>", "authors": [{"name": "AFP"}, {}]}]}'
    )
    assert [item.link for item in found.items] == ["https://news.example/a"]
    assert found.items[0].wire == "AFP"
    assert found.more == ("https://news.example/2",)
    assert "2 items of a shape" in str(found.issues[0])
