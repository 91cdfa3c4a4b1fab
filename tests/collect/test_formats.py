import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.collect import formats
from reportedly.errors import InputError


@pytest.mark.parametrize(
    ("name", "media_type"),
    [
        ("a.html", formats.PAGE),
        ("a.HTM", formats.PAGE),
        ("a.xhtml.gz", formats.PAGE),
        ("a.txt", formats.TEXT),
        ("a.md.gz", formats.TEXT),
        ("a.jsonl", formats.LINES),
        ("a.ndjson.gz", formats.LINES),
        ("a.json", formats.LINES),
        ("a.unknown", formats.TEXT),
        ("-", formats.TEXT),
    ],
)
def test_the_name_says_the_format(name: str, media_type: str) -> None:
    assert formats.detect(b"Shells fell.", name) == media_type


@pytest.mark.parametrize(
    ("head", "kind"),
    [
        (b"%PDF-1.4", "PDF"),
        (b"\x89PNG\r\n", "PNG"),
        (b"PK\x03\x04", "ZIP"),
        (b"{\\rtf1 x}", "Rich Text"),
        (b"\0\0\0\x18ftypmp42", "film"),
        (b"From: x\nMIME-Version: 1.0\n", "MHTML"),
        (b"<?xml version='1.0'?><feed xmlns='x'>", "feed"),
        (b"<urlset>", "sitemap"),
        (b"\xef\xbb\xbf<?xml version='1.0'?><rss version='2.0'>", "feed"),
        ("<?xml version='1.0'?><rss version='2.0'>".encode("utf-16"), "feed"),
        (b"", "empty"),
    ],
)
@pytest.mark.parametrize("name", ["-", "a.html", "a.txt", "a.jsonl"])
def test_foreign_formats_are_named_whatever_the_name(head: bytes, kind: str, name: str) -> None:
    with pytest.raises(InputError, match=kind):
        formats.detect(head, name)


@given(st.binary(max_size=200))
def test_any_bytes_have_a_format_or_none(head: bytes) -> None:
    try:
        assert formats.detect(head, "-") in (formats.PAGE, formats.TEXT, formats.LINES, formats.ARCHIVE)
    except InputError as error:
        assert error.where == "-"
