from pathlib import Path

import pytest

from hands import START
from reportedly.keep.pages import PageFeed, captured
from reportedly.schema import Capture, Fetch, FetchOutcome, Issue, Item

URL = "https://news.example/pier"
PAGE = b"<html><body><p>Gunners shelled the pier.</p></body></html>"


def fetched(body: bytes = PAGE, media_type: str | None = "text/html") -> Fetch:
    return Fetch(
        asked=URL, url=f"{URL}/", at=START, outcome=FetchOutcome.OK, body=body, media_type=media_type, charset="utf-8"
    )


def test_a_page_becomes_a_capture_with_what_the_feed_said() -> None:
    item = Item(link=URL, guid="g", title="Pier shelled")
    capture = captured(fetched(), item=item, feed="f1")
    assert isinstance(capture, Capture)
    assert (capture.name, capture.url, capture.captured_at, capture.charset) == (URL, f"{URL}/", START, "utf-8")
    assert (capture.item, capture.feed, capture.media_type, capture.body) == (item, "f1", "text/html", PAGE)


@pytest.mark.parametrize(
    ("media_type", "body", "becomes"),
    [
        ("text/html", PAGE, "text/html"),
        ("application/xhtml+xml", PAGE, "text/html"),
        ("text/plain", PAGE, "text/html"),
        ("text/plain", b"Gunners shelled the pier.", "text/plain"),
        (None, b"Gunners shelled the pier.", "text/plain"),
        ("application/octet-stream", PAGE, "text/html"),
    ],
)
def test_the_bytes_tell_what_the_server_leaves_open(media_type: str | None, body: bytes, becomes: str) -> None:
    capture = captured(fetched(body, media_type))
    assert isinstance(capture, Capture)
    assert capture.media_type == becomes


@pytest.mark.parametrize(
    ("media_type", "body", "problem"),
    [
        ("application/pdf", b"%PDF-1.7 ...", "a PDF"),
        ("text/html", b"%PDF-1.7 ...", "a PDF"),
        ("application/json", b'{"a": 1}', "JSON"),
        ("video/mp4", b"words", "video/mp4"),
        ("text/html", b"", "empty"),
        ("text/html", b"<rss version='2.0'></rss>", "a feed"),
    ],
)
def test_what_is_no_page_is_an_issue(media_type: str, body: bytes, problem: str) -> None:
    found = captured(fetched(body, media_type))
    assert isinstance(found, Issue)
    assert problem in found.problem


def test_a_fetch_without_a_page_says_why() -> None:
    failed = Fetch(
        asked=URL, url=URL, at=START, outcome=FetchOutcome.PAYWALL, problem="a paywall", remedy="read it there"
    )
    assert captured(failed) == Issue(where=URL, problem="a paywall", remedy="read it there")
    unchanged = captured(Fetch(asked=URL, url=URL, at=START, outcome=FetchOutcome.UNCHANGED))
    assert isinstance(unchanged, Issue)


def test_addresses_and_files_come_in_the_order_given(tmp_path: Path) -> None:
    class Net:
        def fetch(self, url: str, *, etag: str | None = None, last_modified: str | None = None) -> Fetch:
            assert (url, etag, last_modified) == (URL, None, None)
            return fetched()

    text = tmp_path / "a.txt"
    text.write_text("Gunners shelled the pier.")
    names = [one.name for one in PageFeed([text, URL, str(text)], Net()).captures() if isinstance(one, Capture)]
    assert names == [str(text), URL, str(text)]
