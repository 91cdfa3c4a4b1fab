import gzip
import tracemalloc
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.collect import formats
from reportedly.collect.files import FileFeed
from reportedly.collect.prefilter import Passed
from reportedly.collect.warc import WarcFeed
from reportedly.errors import UsageError
from reportedly.schema import Capture, Issue
from warc_files import answer, packed, record

PROSE = "Troops from Varland crossed the river at dawn on Thursday and took the customs post at Ostrel, it was said. "
PAGE = f"<html lang=en><title>Ostrel</title><article><p>{PROSE}</p><p>{PROSE * 2}</p></article></html>".encode()
PAGES = [record(answer(PAGE), url=f"https://news.example/{number}") for number in range(5)]


@pytest.fixture
def archive(tmp_path: Path) -> Callable[..., WarcFeed]:
    def build(*records: bytes, name: str = "news.warc.gz", prefilter: bool = False) -> WarcFeed:
        path = tmp_path / name
        path.write_bytes(b"".join(records))
        return WarcFeed([path], prefilter=prefilter)

    return build


def urls(feed: WarcFeed) -> list[str | None]:
    """The addresses of the captures, and None for each issue."""
    return [item.url if isinstance(item, Capture) else None for item in feed.captures()]


def test_a_page_is_a_capture_named_after_its_archive_and_offset(
    archive: Callable[..., WarcFeed], tmp_path: Path
) -> None:
    first, second = packed(PAGES[:2])
    *_, found = archive(first, second).captures()
    assert found == Capture(
        name=f"{tmp_path}/news.warc.gz:{len(first)}",
        url="https://news.example/1",
        captured_at=datetime(2026, 3, 14, 10, 30, tzinfo=UTC),
        media_type=formats.PAGE,
        body=PAGE,
        charset="utf-8",
        feed="news.warc.gz",
    )


@pytest.mark.parametrize("form", ["plain", "packed", "in one"])
def test_archives_are_read_in_every_form(archive: Callable[..., WarcFeed], form: str) -> None:
    records = {"plain": PAGES, "packed": packed(PAGES), "in one": [gzip.compress(b"".join(PAGES))]}[form]
    assert urls(archive(*records)) == [f"https://news.example/{number}" for number in range(5)]


def test_what_is_no_page_is_counted_by_kind(archive: Callable[..., WarcFeed]) -> None:
    feed = archive(
        record(b"robots: classic\r\n", kind="warcinfo", media_type="application/warc-fields"),
        record(b"GET / HTTP/1.1\r\n\r\n", kind="request"),
        record(answer(b""), kind="revisit"),
        record(answer(PAGE, status="404 Not Found")),
        record(answer(b"", status="301 Moved", more="Location: /\r\n")),
        record(b"nonsense"),
        record(answer(b"\x89PNG", content_type="image/png")),
        record(answer(b"%PDF-1.7")),
        record(answer(b"")),
        record(b"A 10.0.0.1", media_type="text/dns"),
        *PAGES[:1],
    )
    assert urls(feed) == ["https://news.example/0"]
    assert {kind: feed.tally.count(kind) for kind in Passed} == {
        Passed.OTHER: 3,
        Passed.REVISIT: 1,
        Passed.STATUS: 3,
        Passed.MEDIA_TYPE: 3,
        Passed.NO_ARTICLE: 0,
        Passed.LANGUAGE: 0,
    }
    assert str(feed.tally) == "1 revisit, 3 other record, 3 not a success, 3 neither page nor text"


def test_text_resources_and_pages_without_a_type_are_taken(archive: Callable[..., WarcFeed]) -> None:
    feed = archive(
        record(answer(PROSE.encode(), content_type="text/plain")),
        record(PAGE, kind="resource", media_type="text/html"),
        record(answer(PAGE, content_type="")),
        record(answer(PAGE, content_type="application/xhtml+xml")),
    )
    kinds = [item.media_type for item in feed.captures() if isinstance(item, Capture)]
    assert kinds == [formats.TEXT, formats.PAGE, formats.PAGE, formats.PAGE]


def damaged(members: list[bytes], which: int) -> bytes:
    one = members[which]
    return b"".join([*members[:which], one[:30] + b"\xff" * 40 + one[70:], *members[which + 1 :]])


def test_behind_a_damaged_record_the_rest_is_read(archive: Callable[..., WarcFeed]) -> None:
    found = list(archive(damaged(packed(PAGES), 2)).captures())
    assert [item.url[-1] if isinstance(item, Capture) and item.url else None for item in found] == [*"01", None, *"34"]
    (issue,) = (item for item in found if isinstance(item, Issue))
    assert issue.problem.startswith("damaged")


def test_before_the_end_of_an_archive_that_is_cut_short_all_is_read(archive: Callable[..., WarcFeed]) -> None:
    for whole in (b"".join(PAGES), b"".join(packed(PAGES))):
        *pages, issue = archive(whole[:-60]).captures()
        assert [item.url[-1] for item in pages if isinstance(item, Capture) and item.url] == [*"0123"]
        assert isinstance(issue, Issue)
        assert issue.problem == "the record is cut short"


@pytest.mark.parametrize("length", [10, 90_000])
@pytest.mark.parametrize("is_packed", [True, False])
def test_a_record_that_lies_about_its_length_takes_none_with_it(
    archive: Callable[..., WarcFeed], length: int, is_packed: bool
) -> None:
    records = [PAGES[0], record(answer(PAGE), length=length), *PAGES[2:]]
    found = urls(archive(*(packed(records) if is_packed else records)))
    assert {url for url in found if url} >= {f"https://news.example/{number}" for number in (0, 2, 3, 4)}
    assert None in found or length == 10


@pytest.mark.parametrize("noise", [b"GARBAGE\r\n", b"\x1f\x8b\x08garbage", bytes(500)])
def test_noise_between_records_is_one_issue(archive: Callable[..., WarcFeed], noise: bytes) -> None:
    members = packed(PAGES)
    assert urls(archive(*members[:2], noise, *members[2:])).count(None) == 1
    assert set(urls(archive(*members[:2], noise, *members[2:]))) >= {f"https://news.example/{n}" for n in range(5)}


def test_a_record_over_the_cap_is_one_issue(archive: Callable[..., WarcFeed]) -> None:
    huge = record(answer(bytes(21 * 2**20)))
    bomb = record(answer(gzip.compress(b"a" * (21 * 2**20)), more="Content-Encoding: gzip\r\n"))
    found = list(archive(*packed([huge, bomb, *PAGES[:1]])).captures())
    assert [item.problem for item in found if isinstance(item, Issue)] == ["more than 20 MiB for one article"] * 2
    assert isinstance(found[-1], Capture)


def test_the_prefilter_passes_over_what_holds_no_english_article(archive: Callable[..., WarcFeed]) -> None:
    german = (
        "<p>Die Truppen haben den Fluss überquert und die Stadt am Morgen nicht verlassen, sagte der Sprecher. </p>"
    )
    links = "<a href=/1>More from the region</a> <a href=/2>Sport</a>" * 9
    feed = archive(
        record(answer(f"<html><body>{german * 6}</body></html>".encode())),
        record(answer(f"<html><body>{links}</body></html>".encode())),
        record(answer(b"\x00\x01\x02\x03" * 50)),
        record(
            answer(b"<html><title>Just a moment...</title><p>Checking your browser</p></html>"),
            url="https://w.example/",
        ),
        *PAGES[:1],
        prefilter=True,
    )
    assert urls(feed) == ["https://w.example/", "https://news.example/0"]
    counts = [feed.tally.count(kind) for kind in (Passed.LANGUAGE, Passed.NO_ARTICLE, Passed.MEDIA_TYPE)]
    assert counts == [1, 1, 1]


@given(which=st.integers(0, 4), at=st.integers(0, 10_000), byte=st.integers(0, 255), is_packed=st.booleans())
def test_one_wrong_byte_costs_no_more_than_its_record(
    tmp_path_factory: pytest.TempPathFactory, which: int, at: int, byte: int, is_packed: bool
) -> None:
    path = tmp_path_factory.mktemp("archive") / "a.warc"
    records = [bytearray(one) for one in (packed(PAGES) if is_packed else PAGES)]
    records[which][at % len(records[which])] = byte
    path.write_bytes(b"".join(records))
    found = set(urls(WarcFeed([path], prefilter=False)))
    assert found >= {f"https://news.example/{number}" for number in range(5) if number != which}
    assert not is_packed or None in found or len(found) == 5


@given(cut=st.integers(1, 10_000), is_packed=st.booleans())
def test_that_an_archive_is_cut_short_is_told(
    tmp_path_factory: pytest.TempPathFactory, cut: int, is_packed: bool
) -> None:
    path = tmp_path_factory.mktemp("archive") / "a.warc"
    records = packed(PAGES) if is_packed else PAGES
    whole = b"".join(records)
    path.write_bytes(whole[: len(whole) - (4 + cut) % len(records[-1])])
    found = urls(WarcFeed([path], prefilter=False))
    assert found[:4] == [f"https://news.example/{number}" for number in range(4)]
    assert len(found) == 4 if (4 + cut) % len(records[-1]) == 0 else found[-1] is None or len(found) == 5


def test_a_file_of_nothing_but_beginnings_is_given_up(archive: Callable[..., WarcFeed]) -> None:
    begun = b"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 9999999\r\n\r\nx\n"
    assert urls(archive(begun * 5000)) == [None]


@pytest.mark.parametrize("content", [b"", b"no archive", gzip.compress(b"no archive"), b"\x1f\x8b\x08"])
def test_a_file_that_is_no_archive_gives_no_capture(archive: Callable[..., WarcFeed], content: bytes) -> None:
    found = list(archive(content).captures())
    assert all(isinstance(item, Issue) for item in found)
    assert len(found) == (1 if content else 0)


def test_an_absent_archive_is_an_issue(tmp_path: Path) -> None:
    (found,) = WarcFeed([tmp_path / "absent.warc"]).captures()
    assert isinstance(found, Issue)
    assert found.problem == "no such file"


def test_one_path_is_refused() -> None:
    with pytest.raises(UsageError):
        WarcFeed("news.warc.gz")


@given(start=st.integers(0, 8), which=st.integers(0, 4), cut=st.integers(0, 400))
def test_a_part_goes_on_where_it_stopped(
    tmp_path_factory: pytest.TempPathFactory, start: int, which: int, cut: int
) -> None:
    path = tmp_path_factory.mktemp("archive") / "a.warc.gz"
    whole = damaged(packed(PAGES), which)
    path.write_bytes(whole[: len(whole) - cut])
    (part,) = WarcFeed([path], prefilter=False).parts()
    everything = list(part.captures())
    positions = [position for position, _ in everything]
    assert positions == sorted(set(positions))
    assert list(part.captures(start)) == [(position, item) for position, item in everything if position > start]


@given(noise=st.binary(max_size=60), at=st.integers(0, 2000))
def test_no_bytes_break_the_feed(tmp_path_factory: pytest.TempPathFactory, noise: bytes, at: int) -> None:
    path = tmp_path_factory.mktemp("archive") / "a.warc"
    whole = b"".join([PAGES[0], *packed(PAGES[1:2]), *PAGES[2:3]])
    path.write_bytes(whole[:at] + noise + whole[at:])
    found = list(FileFeed([path]).captures())
    assert all(item.name.startswith(str(path)) for item in found if isinstance(item, Capture))


def test_memory_stays_flat_over_an_archive(tmp_path: Path) -> None:
    path = tmp_path / "a.warc.gz"
    path.write_bytes(b"".join(packed([record(answer(PAGE + b" " * 20_000))])) * 3000)
    tracemalloc.start()
    count = sum(isinstance(item, Capture) for item in WarcFeed([path], prefilter=False).captures())
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert count == 3000
    assert peak < 4_000_000
