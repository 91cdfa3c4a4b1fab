import gzip
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.collect import streams
from reportedly.errors import InputError


def read(data: bytes) -> bytes:
    return streams.whole(streams.pieces(io.BytesIO(data), "x"), "x")


@given(st.binary(max_size=3000))
def test_plain_and_packed_bytes_come_out_as_they_went_in(data: bytes) -> None:
    assert read(gzip.compress(data)) == data
    if not data.startswith(streams.GZIP):
        assert read(data) == data


def test_all_members_of_a_gzip_are_read_and_padding_is_passed_over() -> None:
    assert read(gzip.compress(b"one ") + gzip.compress(b"") + gzip.compress(b"two") + b"\0" * 70_000) == b"one two"


@pytest.mark.parametrize("size", [streams.PIECE - 1, streams.PIECE, streams.PIECE + 1, 5 * streams.PIECE])
def test_output_that_fills_the_pieces_exactly_is_whole(size: int) -> None:
    assert len(read(gzip.compress(b"a" * size))) == size


@given(st.integers(min_value=2, max_value=60))
def test_a_gzip_that_is_cut_anywhere_is_an_error(cut: int) -> None:
    packed = gzip.compress(bytes(range(64)))
    assert cut < len(packed)
    with pytest.raises(InputError, match="gzip"):
        read(packed[:cut])


def test_what_follows_a_gzip_and_is_none_is_an_error() -> None:
    with pytest.raises(InputError, match="damaged gzip"):
        read(gzip.compress(b"one") + b"and something else")


def test_a_body_over_the_cap_is_an_error() -> None:
    assert streams.whole([b"ab", b"cd"], "x", cap=4) == b"abcd"
    with pytest.raises(InputError, match="for one article"):
        streams.whole([b"ab", b"cd", b"e"], "x", cap=4)


@given(st.lists(st.binary(max_size=6), max_size=12))
def test_lines_are_those_of_the_whole_however_it_is_cut(parts: list[bytes]) -> None:
    whole = b"".join(parts).split(b"\n")
    expected = whole[:-1] if whole[-1] == b"" else whole
    assert list(streams.lines(parts, "x")) == expected


def test_a_line_over_the_cap_is_an_error_in_its_place() -> None:
    first, second, third = streams.lines([b"ab\ncdef", b"gh\nij"], "x", cap=4)
    assert (first, third) == (b"ab", b"ij")
    assert isinstance(second, InputError)
    assert second.where == "x:2"
