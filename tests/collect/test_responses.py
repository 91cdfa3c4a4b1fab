import gzip
import io
import zlib

import pytest
from fastwarc.stream_io import BrotliWriter
from hypothesis import given
from hypothesis import strategies as st

from reportedly.collect import responses
from reportedly.collect.responses import UnpackingError
from warc_files import answer

PAGE = b"<html><p>Shells fell on the town.</p></html>"
CAP = 10_000


def unpacked(body: bytes, more: str) -> bytes:
    return responses.unpacked(responses.response(answer(body, more=more)), CAP)


def brotli(data: bytes) -> bytes:
    out = io.BytesIO()
    writer = BrotliWriter(out)
    writer.write(data)
    writer.close()
    return out.getvalue()


def bare_deflate(data: bytes) -> bytes:
    made = zlib.compressobj(wbits=-15)
    return made.compress(data) + made.flush()


def test_head_and_body_are_told_apart() -> None:
    found = responses.response(answer(PAGE, status="404 Not Found", content_type='Text/HTML; Charset="Windows-1252"'))
    assert (found.status, found.media_type, found.charset, found.body) == (404, "text/html", "windows-1252", PAGE)


@pytest.mark.parametrize("block", [b"", b"no answer", b"\r\n\r\nrest", b"HTTP/1.1 OK\r\n\r\n"])
def test_what_is_no_answer_has_no_status(block: bytes) -> None:
    assert responses.response(block).status is None


@pytest.mark.parametrize(
    ("body", "more"),
    [
        (PAGE, ""),
        (gzip.compress(PAGE), "Content-Encoding: gzip\r\n"),
        (zlib.compress(PAGE), "Content-Encoding: deflate\r\n"),
        (bare_deflate(PAGE), "content-encoding: deflate\r\n"),
        (brotli(PAGE), "Content-Encoding: br\r\n"),
        (b"5\r\n" + PAGE[:5] + b"\r\n27;x=y\r\n" + PAGE[5:] + b"\r\n0\r\n\r\n", "Transfer-Encoding: chunked\r\n"),
        (gzip.compress(gzip.compress(PAGE)), "Content-Encoding: gzip, gzip\r\n"),
    ],
)
def test_what_the_head_says_is_undone(body: bytes, more: str) -> None:
    assert unpacked(body, more) == PAGE


def test_chunks_of_what_is_packed_are_joined_first() -> None:
    body = gzip.compress(PAGE)
    more = "Transfer-Encoding: chunked\r\nContent-Encoding: gzip\r\n"
    assert unpacked(b"%x\r\n%b\r\n0\r\n\r\n" % (len(body), body), more) == PAGE


@pytest.mark.parametrize("packing", ["gzip", "deflate", "br", "zstd", "nonsense"])
def test_a_body_that_was_kept_unpacked_beside_its_old_head_is_as_it_is(packing: str) -> None:
    assert unpacked(PAGE, f"Content-Encoding: {packing}\r\nTransfer-Encoding: chunked\r\n") == PAGE


@pytest.mark.parametrize(
    ("body", "more"),
    [
        (gzip.compress(PAGE)[:-8] + bytes(8), "Content-Encoding: gzip\r\n"),
        (gzip.compress(bytes(CAP + 1)), "Content-Encoding: gzip\r\n"),
        (zlib.compress(bytes(CAP * 500)), "Content-Encoding: deflate\r\n"),
        (brotli(bytes(CAP * 500)), "Content-Encoding: br\r\n"),
        (b"\xff\xfe\x00\x01" * 40, "Content-Encoding: br\r\n"),
    ],
)
def test_damaged_packing_and_bombs_are_errors(body: bytes, more: str) -> None:
    with pytest.raises(UnpackingError):
        unpacked(body, more)


@given(block=st.binary(max_size=300))
def test_any_bytes_are_taken_apart(block: bytes) -> None:
    found = responses.response(block)
    assert block.endswith(found.body)


@given(body=st.binary(max_size=200), packing=st.sampled_from(["gzip", "deflate", "br", "zstd", "chunked"]))
def test_no_body_breaks_anything_but_itself(body: bytes, packing: str) -> None:
    head = f"Content-Encoding: {packing}\r\nTransfer-Encoding: {packing}\r\n"
    try:
        assert len(unpacked(body, head)) <= CAP
    except UnpackingError as error:
        assert str(error)
