"""Which feeds a home page names."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.collect.feeds import discover
from reportedly.collect.feeds.discovery import MEDIA_TYPES, named

URL = "https://news.example/"


@pytest.mark.parametrize("kind", sorted(MEDIA_TYPES))
def test_every_media_type(kind: str) -> None:
    page = f'<html><head><link rel="Alternate" type="{kind.upper()}; charset=utf-8" href="/rss/all"></head></html>'
    assert discover(page.encode(), URL) == ("https://news.example/rss/all",)


def test_the_best_come_first() -> None:
    page = """<html><head><base href="/en/">
    <link rel="alternate" type="application/rss+xml" title="Comments" href="/comments/feed">
    <link rel="alternate" type="application/rss+xml" href="https://other.example/rss">
    <link rel="alternate stylesheet" type="application/rss+xml" href="/style">
    <link rel="alternate" type="application/atom+xml" title="News" href="atom.xml">
    <link rel="alternate" hreflang="fr" href="/fr/"><link rel="alternate" type="application/json" href="/wp-json/1">
    </head><body><a href="/rss.xml">RSS</a><a href="/feedback">no</a><a href="atom.xml">again</a>
    <a href="mailto:rss@news.example">no</a></body></html>"""
    assert discover(page.encode(), URL) == (
        "https://news.example/en/atom.xml",
        "https://other.example/rss",
        "https://news.example/comments/feed",
        "https://news.example/rss.xml",
    )


def test_common_paths_are_the_last_resort() -> None:
    found = discover(b"<html><body><a href='/about'>About</a></body></html>", URL)
    assert found[0] == "https://news.example/feed/"
    assert len(found) == len(set(found)) == 8
    assert named(b"<html></html>", URL) == ()


@given(st.binary(max_size=300))
def test_whatever_is_given_there_are_addresses(body: bytes) -> None:
    found = discover(body, URL)
    assert 0 < len(found) <= 30
    assert all(each.startswith(("http://", "https://")) for each in found)
