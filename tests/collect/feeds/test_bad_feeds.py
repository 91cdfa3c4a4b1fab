"""Feeds that are broken, endless or hostile: what is whole is kept, what is not is named, nothing is expanded."""

import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.collect.feeds import FeedPage, parse
from reportedly.errors import InputError

Page = Callable[..., FeedPage]
Build = Callable[..., str]

ITEM = "<item><title>Part {0}</title><link>https://news.example/a/{0}</link></item>"
BOMB = (
    '<?xml version="1.0"?><!DOCTYPE rss [<!-- a > comment ]> --><!ENTITY a "ha">'
    + "".join(f'<!ENTITY {new} "{f"&{old};" * 10}">' for old, new in zip("abcdefghi", "bcdefghij", strict=True))
    + '<!ENTITY file SYSTEM "file://{path}"><!ENTITY % more SYSTEM "http://127.0.0.1:9/x.dtd"> %more;]>'
    + '<rss version="2.0"><channel><title>&j; &file;</title>'
    + "<item><title>&j; &file; caf&eacute;</title><link>https://news.example/a</link></item></channel></rss>"
)


def test_entities_are_never_expanded(page: Page, tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("the secret")
    started = time.perf_counter()
    found = page(BOMB.replace("{path}", str(secret)))
    assert time.perf_counter() - started < 5
    assert found.title == "&j; &file;"
    assert found.items[0].title == "&j; &file; café"
    assert [issue.problem for issue in found.issues] == ["declares entities, which are not expanded"]


def test_a_bomb_in_a_sitemap(page: Page) -> None:
    body = (
        BOMB.partition("<rss")[0]
        + "<urlset><url><loc>https://news.example/a</loc><lastmod>&j;</lastmod></url></urlset>"
    )
    found = page(body)
    assert [item.link for item in found.items] == ["https://news.example/a"]
    assert len(found.issues) == 2


@pytest.mark.parametrize(
    "doctype", ['<!DOCTYPE rss [<!ENTITY a "', "<!DOCTYPE rss [", "<!DOCTYPE rss <!-- ", "<!DOCTYPE"]
)
def test_a_document_type_that_never_ends(page: Page, doctype: str) -> None:
    with pytest.raises(InputError):
        page(f'<?xml version="1.0"?>{doctype}<rss><channel>{ITEM.format(1)}</channel></rss>'[:-12])


def test_too_many_items(page: Page, rss: Build) -> None:
    started = time.perf_counter()
    found = page(rss(*(ITEM.format(number) for number in range(100_000))), most=500)
    assert time.perf_counter() - started < 30
    assert [item.title for item in found.items] == [f"Part {number}" for number in range(500)]
    assert found.issues[0].problem == "100,000 items, of which 500 were looked at"


@pytest.mark.parametrize(
    "rest",
    [
        "<item><title>cut",
        "<item><title>cut</title><link>https://news.example/a/trunc",
        "<item",
        "<item><title><![CDATA[cut",
        "<!-- cut",
        "",
    ],
)
def test_cut_off(page: Page, rss: Build, rest: str) -> None:
    body = rss(ITEM.format(1), ITEM.format(2)).removesuffix("</channel></rss>") + rest
    found = page(body)
    assert [item.title for item in found.items] == ["Part 1", "Part 2"]
    assert found.title == "Ostrel Gazette"
    assert "whole items read: 2" in found.issues[0].problem


@pytest.mark.parametrize(
    "broken",
    [
        "<item><title>bad</wrong></item>",
        "<item><title>a < b</title><link>/x</link></item>",
        "<item <title>bad</title></item>",
        "<item><title>bad</title></channel>",
        f"<item>{'<b>' * 300}{'</b>' * 300}</item>",
        "<item a=1><title>bad</title></item>",
        f"<item>{'<b/>' * 6000}</item>",
        "<item " + " ".join(f"a{number}='x'" for number in range(300)) + "/>",
    ],
)
def test_a_broken_item_costs_no_other(page: Page, rss: Build, broken: str) -> None:
    found = page(rss(ITEM.format(1), broken, ITEM.format(2), ITEM.format(3)))
    assert [item.title for item in found.items] == ["Part 1", "Part 2", "Part 3"]
    assert "damaged" in found.issues[0].problem


@pytest.mark.parametrize("broken", ["<a:b:c/>", "<b xmlns:xml='x'/>", "<c xmlns:d=''/>"])
def test_names_that_are_none_cost_their_item_only(page: Page, rss: Build, broken: str) -> None:
    found = page(rss(ITEM.format(1), f"<item><link>/x</link>{broken}</item>", ITEM.format(2)))
    assert [item.title for item in found.items] == ["Part 1", "Part 2"]
    assert [issue.problem for issue in found.issues] == ["1 item of a shape that cannot be read"]


def test_a_feed_of_nothing_but_tags_takes_no_time(page: Page, rss: Build) -> None:
    started = time.perf_counter()
    found = page(rss(*(f"<item><link>/{number}</link>{'<b/>' * 4000}</item>" for number in range(200))), most=200)
    assert time.perf_counter() - started < 20
    assert 0 < len(found.items) < 200
    assert "too many tags" in found.issues[0].problem


def test_a_broken_head_costs_no_item(page: Page, rss: Build) -> None:
    found = page(rss(ITEM.format(1), head="<title>T</title><description>a < b</description>"))
    assert (found.title, len(found.items), len(found.issues)) == ("T", 1, 1)


def test_stray_signs_cost_nothing(page: Page, rss: Build) -> None:
    body = rss(
        "<item><title>a & b &nbsp;&copy; &#0; &bogus; \x01</title><link>https://n.example/a?b=1&c=2</link>"
        "<media:thumbnail url='x'/><description><![CDATA[1 & 2 &amp; 3]]></description></item>"
    )
    found = page("\ufeff \n Warning: something & <br>" + body)
    (item,) = found.items
    assert item.link == "https://n.example/a?b=1&c=2"
    assert item.title == "a & b © \ufffd &bogus;"
    assert item.summary == "1 & 2 & 3"
    assert found.issues == ()


@pytest.mark.parametrize(
    ("said", "truth"),
    [
        ("utf-8", "cp1251"),
        ("utf-8", "koi8-r"),
        ("iso-8859-1", "utf-8"),
        ("utf-16", "utf-8"),
        ("nonsense", "cp1251"),
        ("windows-1251", "cp1251"),
    ],
)
def test_a_lie_about_the_encoding(page: Page, said: str, truth: str) -> None:
    title = "Войска перешли реку у города на рассвете"
    items = "".join(f"<item><title>{title}</title><link>/{number}</link></item>" for number in range(12))
    body = f'<?xml version="1.0" encoding="{said}"?><rss version="2.0"><channel>{items}</channel></rss>'
    assert {item.title for item in page(body.encode(truth)).items} == {title}


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-8-sig", "utf-32"])
def test_wide_encodings(page: Page, rss: Build, encoding: str) -> None:
    assert len(page(rss(*(ITEM.format(number) for number in range(40))).encode(encoding)).items) == 40


def test_what_the_server_says_counts_where_the_bytes_say_nothing(page: Page) -> None:
    body = "<rss version='2.0'><channel><item><title>Ostrel à l'été</title><link>/a</link></item></channel></rss>"
    assert page(body.encode("cp1252"), charset="windows-1252").items[0].title == "Ostrel à l'été"
    assert page(body.encode("utf-8"), charset="windows-1252").items[0].title == "Ostrel à l'été"
    assert page(body.encode("utf-8"), charset="no-such").items[0].title == "Ostrel à l'été"


@pytest.mark.parametrize(
    ("body", "problem"),
    [
        (b"", "an empty answer"),
        (b" \n", "an empty answer"),
        (b"<!DOCTYPE html><html><body><p>Hello</p></body></html>", "a page, not a feed"),
        (b'<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><body/></html>', "a page, not a feed"),
        (b"Not found", "neither XML nor JSON"),
        (b'<?xml version="1.0"?><note><to>x</to></note>', "its first element is note"),
        (b'<opml version="2.0"><body/></opml>', "a list of feeds (OPML)"),
        (b'{"items": []}', "JSON, but no JSON Feed"),
        (b'{"version": 3}', "JSON, but no JSON Feed"),
        (b'{"version": ', "damaged JSON"),
        (b'{"a":' + b"[" * 100_000, "JSON"),
        (b"<rss><channel><item>", "a damaged feed without one whole item"),
        (b"<rss>" + b"<a>" * 50_000, "a damaged feed without one whole item"),
        (b"<urlset><url>", "a damaged sitemap"),
        (b"\x00\x01\x02\x03" * 100, "not text"),
    ],
)
def test_what_is_no_feed(body: bytes, problem: str) -> None:
    with pytest.raises(InputError, match=problem.replace("(", r"\(").replace(")", r"\)")) as caught:
        parse(body, url="https://news.example/feed", as_of=datetime(2026, 6, 1, tzinfo=UTC), most=500)
    assert caught.value.where == "https://news.example/feed"


def test_a_page_names_its_feeds(page: Page) -> None:
    with pytest.raises(InputError, match=r"a page, not a feed; it names: https://news\.example/rss\.xml"):
        page("<html><head><link rel=alternate type='application/rss+xml' href='/rss.xml'></head></html>")


def test_an_empty_feed_is_a_feed(page: Page, rss: Build) -> None:
    assert page(rss()).items == ()
    assert page(rss()).issues == ()


def _parsed(body: bytes) -> FeedPage | None:
    try:
        return parse(body, url="https://news.example/feed", as_of=datetime(2026, 6, 1, tzinfo=UTC), most=5)
    except InputError:
        return None


_WHOLE = (
    "<?xml version='1.0'?><!DOCTYPE rss [<!ENTITY a 'b'>]><rss version='2.0'><channel><title>T</title>"
    + "".join(ITEM.format(number) for number in range(4))
    + "</channel></rss>"
).encode()


@settings(max_examples=150)
@given(st.integers(0, len(_WHOLE)), st.binary(max_size=12), st.integers(0, 60))
def test_no_damage_raises_anything_else(at: int, inserted: bytes, dropped: int) -> None:
    found = _parsed(_WHOLE[:at] + inserted + _WHOLE[at + dropped :])
    assert found is None or len(found.items) <= 5


_PIECES = st.sampled_from(
    """<rss version='2.0'> <rss> </rss> <channel> </channel> <item> </item> <item/> <feed> <entry> </entry> <link>
    <link/> </link> <title> </title> http://[bad /a <![CDATA[ ]]> &a; & <!-- --> <source url='http://[x'> </source>
    <!DOCTYPE <!ENTITY ]> <urlset> <url> <loc> </loc> </url> <a:b c:d='e'> </a:b> <?x ?> <pubDate> 2026-05-25
    </pubDate> <guid> </guid> <content:encoded> </content:encoded> <enclosure/> <image> <url/> </image>""".split()
)


@settings(max_examples=300)
@given(st.lists(_PIECES, max_size=40))
def test_no_pile_of_tags_raises_anything_else(pieces: list[str]) -> None:
    found = _parsed("".join(["<rss><channel>", *pieces]).encode())
    assert found is None or len(found.items) <= 5


@given(st.integers(0, 4))
def test_every_cut_keeps_the_whole_items_before_it(kept: int) -> None:
    ends = [0]
    while (end := _WHOLE.find(b"</item>", ends[-1])) >= 0:
        ends.append(end + 7)
    for at in range(ends[kept] if kept else 60, ends[kept + 1] - 1 if kept < 4 else len(_WHOLE)):
        found = _parsed(_WHOLE[:at])
        assert (found is None and kept == 0) or (found is not None and len(found.items) == kept), at
