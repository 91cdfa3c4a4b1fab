"""Sitemaps: of news, of pages, indexes, and robots.txt."""

from collections.abc import Callable
from datetime import UTC, datetime

from reportedly.collect.feeds import FeedPage
from reportedly.collect.feeds.sitemaps import sitemaps
from reportedly.schema import FeedKind

_SPACES = (
    'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" '
    'xmlns:news="http://www.google.com/schemas/sitemap-news/0.9" '
    'xmlns:image="http://www.google.com/schemas/sitemap-image/1.1"'
)


def _url(name: str, date: str, inside: str = "") -> str:
    return f"<url><loc>https://news.example/{name}</loc><lastmod>{date}</lastmod>{inside}</url>"


def test_a_news_sitemap(page: Callable[..., FeedPage]) -> None:
    news = (
        "<image:image><image:loc>https://news.example/x.jpg</image:loc><image:title>No</image:title></image:image>"
        "<news:news><news:publication><news:name>Ostrel Gazette</news:name><news:language>en</news:language>"
        "</news:publication><news:publication_date>2026-05-25T12:00:00+02:00</news:publication_date>"
        "<news:title>Troops cross &amp; return</news:title></news:news>"
    )
    found = page(f"<?xml version='1.0'?><urlset {_SPACES}>{_url('a', '2026-05-26', news)}</urlset>")
    assert (found.kind, found.version) == (FeedKind.SITEMAP, "news sitemap")
    (item,) = found.items
    assert (item.link, item.title, item.outlet) == ("https://news.example/a", "Troops cross & return", "Ostrel Gazette")
    assert item.published_at == datetime(2026, 5, 25, 10, tzinfo=UTC)
    assert item.updated_at == datetime(2026, 5, 26, tzinfo=UTC)
    assert item.language == "en"


def test_the_newest_are_taken_wherever_they_stand(page: Callable[..., FeedPage]) -> None:
    urls = [_url(str(day), f"2026-05-{day:02}") for day in range(1, 29)]
    found = page(f"<urlset {_SPACES}>{''.join(urls)}{_url('undated', '')}</urlset>", most=2)
    assert [item.link[-2:] for item in found.items] == ["28", "27"]
    assert found.issues[0].problem == "29 items, of which 2 were looked at"
    assert found.version == "sitemap"


def test_an_index_gives_its_children(page: Callable[..., FeedPage]) -> None:
    children = (
        "<sitemap><loc>https://news.example/old.xml</loc><lastmod>2020-01-01</lastmod></sitemap>"
        "<sitemap><loc>/new.xml</loc><lastmod>2026-05-25T10:00Z</lastmod></sitemap>"
        "<sitemap><loc>https://news.example/undated.xml</loc></sitemap>"
    )
    found = page(f"<sitemapindex {_SPACES}>{children}</sitemapindex>")
    assert found.version == "sitemap index"
    assert found.items == ()
    assert [each.rpartition("/")[2] for each in found.more] == ["new.xml", "old.xml", "undated.xml"]


def test_a_cut_sitemap(page: Callable[..., FeedPage]) -> None:
    found = page(f"<urlset {_SPACES}>{_url('a', '2026-05-25')}<url><loc>https://news.exa")
    assert [item.link for item in found.items] == ["https://news.example/a"]
    assert "whole items read: 1" in found.issues[0].problem


def test_robots_names_sitemaps() -> None:
    robots = (
        "User-agent: *\nDisallow: /x\n SITEMAP : https://news.example/news.xml\r\nsitemap:/map.xml # ours\n"
        "# Sitemap: https://news.example/no.xml\nSitemap: ftp://news.example/no.xml\nSitemap: https://news.example/news.xml"
    )
    assert sitemaps(robots, "https://news.example/robots.txt") == (
        "https://news.example/news.xml",
        "https://news.example/map.xml",
    )
    assert sitemaps("", "https://news.example/robots.txt") == ()
