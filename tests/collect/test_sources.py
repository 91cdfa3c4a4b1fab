import gzip
import io
import os
import zipfile
from pathlib import Path

import pytest

from reportedly.collect.sources import Meant, meant
from reportedly.errors import InputError
from warc_files import record

GKG = "20260314103000-1\t20260314103000\t1\tnews.example\thttps://news.example/a\t" + "x" * 9000
MENTION = "\t".join(
    ["1", "20260314103000", "20260314103000", "1", "news.example", "https://news.example/a", *"0123456789"]
)


def zipped(name: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr(name, "x")
    return out.getvalue()


@pytest.mark.parametrize(
    ("name", "content", "kind"),
    [
        ("a.html", b"<p>Shells fell.", Meant.PAGE),
        ("a", b"<!doctype html><p>Shells fell.", Meant.PAGE),
        ("a.txt", b"Shells fell.", Meant.TEXT),
        ("a.jsonl", b'{"id": "a"}', Meant.LINES),
        ("a.warc.gz", b"\x1f\x8bdamaged", Meant.WARC),
        ("a", record(b"x"), Meant.WARC),
        ("feed.xml", b"<?xml version='1.0'?>\n<!-- x --><rss version='2.0'>", Meant.FEED),
        ("feed.html", b"<feed xmlns='http://www.w3.org/2005/Atom'>", Meant.FEED),
        ("feed", b"<?xml version='1.0'?><rdf:RDF xmlns='http://purl.org/rss/1.0/'>", Meant.FEED),
        ("feed.json", b'{"version": "https://jsonfeed.org/version/1.1", "items": []}', Meant.FEED),
        ("sitemap.xml", b"<?xml version='1.0'?><?xml-stylesheet href='x'?><urlset xmlns='x'>", Meant.FEED),
        ("feeds.opml", b"\xef\xbb\xbf<?xml version='1.0'?>\n<opml version='2.0'>", Meant.OPML),
        ("lastupdate.txt", b"9 " + b"0a" * 16 + b" http://data.example/20260314103000.gkg.csv.zip", Meant.GDELT_LIST),
        ("a.csv", GKG.encode(), Meant.GDELT_TABLE),
        ("a.CSV", MENTION.encode(), Meant.GDELT_TABLE),
        ("a.zip", zipped("20260314103000.export.CSV"), Meant.GDELT_TABLE),
    ],
)
@pytest.mark.parametrize("packed", [False, True])
def test_a_file_is_told_by_its_first_bytes(
    tmp_path: Path, name: str, content: bytes, kind: Meant, packed: bool
) -> None:
    path = tmp_path / (f"{name}.gz" if packed and not name.endswith(".gz") else name)
    path.write_bytes(gzip.compress(content) if packed else content)
    assert meant(path) is kind


def test_what_is_no_file_is_told_by_its_looks(tmp_path: Path) -> None:
    odd = tmp_path / "what[1].txt"
    odd.write_bytes(b"Shells fell.")
    assert meant(odd) is Meant.TEXT
    assert meant(tmp_path) is Meant.DIRECTORY
    assert meant(f"{tmp_path}/*.html") is Meant.PATTERN
    assert meant("-") is Meant.STANDARD_INPUT
    assert {meant(url) for url in ("https://news.example/feed", "http://localhost:8000/a", "HTTP://127.0.0.1/")} == {
        Meant.URL
    }


@pytest.mark.parametrize(
    "given", ["", "a\0b", "absent.html", "absent.warc", "file:///etc/hosts", "ftp://news.example/a"]
)
def test_what_is_nothing_is_an_error(given: str) -> None:
    with pytest.raises(InputError):
        meant(given)


@pytest.mark.parametrize("content", [b"%PDF-1.7", zipped("word/document.xml"), b"", b"\x1f\x8bdamaged"])
def test_a_foreign_file_is_an_error(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "a"
    path.write_bytes(content)
    with pytest.raises(InputError):
        meant(path)


def test_nobody_looks_into_a_pipe_which_can_be_read_once(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    assert meant(pipe) is Meant.PIPE
