import gzip
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.collect.fetch.coding import CodingError, TooLarge, coding, opened

FOLDS = {
    "gzip": gzip.compress,
    "x-gzip": gzip.compress,
    "deflate": zlib.compress,
    "identity": bytes,
    "": bytes,
}


def unfold(said: str, body: bytes, step: int, most: int = 10**9) -> bytes:
    unfolding = coding(said, most)
    for start in range(0, len(body), step):
        unfolding.feed(body[start : start + step])
    return unfolding.finish()


@given(st.binary(max_size=3000), st.sampled_from(sorted(FOLDS)), st.integers(1, 400))
def test_unfolding_undoes_folding_however_it_is_cut(body: bytes, said: str, step: int) -> None:
    assert unfold(said, FOLDS[said](body), step) == body


@given(st.lists(st.binary(max_size=300), max_size=5), st.integers(1, 50))
def test_several_members_of_gzip_are_one_body(parts: list[bytes], step: int) -> None:
    assert unfold("gzip", b"".join(map(gzip.compress, parts)), step) == b"".join(parts)


@given(st.binary(min_size=1, max_size=2000), st.integers(1, 400))
def test_deflate_without_its_head(body: bytes, step: int) -> None:
    squeezer = zlib.compressobj(9, zlib.DEFLATED, -15)
    assert unfold("deflate", squeezer.compress(body) + squeezer.flush(), step) == body


@given(st.binary(max_size=300), st.sampled_from(["gzip", "deflate"]), st.integers(1, 50))
def test_no_bytes_break_it(body: bytes, said: str, step: int) -> None:
    try:
        assert isinstance(unfold(said, body, step), bytes)
    except CodingError as error:
        assert "fold" in str(error)


@given(st.integers(0, 3000), st.integers(0, 3000), st.sampled_from(sorted(FOLDS)))
def test_the_limit_holds_to_the_byte(size: int, most: int, said: str) -> None:
    body = FOLDS[said](b"a" * size)
    if size <= most:
        assert len(unfold(said, body, 64, most)) == size
    else:
        with pytest.raises(TooLarge):
            unfold(said, body, 64, most)


def test_what_follows_the_end_is_left_out() -> None:
    assert unfold("gzip", gzip.compress(b"words") + b"\0" * 99, 7) == b"words"
    assert unfold("deflate", zlib.compress(b"words") + b"more", 5) == b"words"


def test_a_beginning_is_a_beginning() -> None:
    unfolding = coding("gzip", 10**6)
    unfolding.feed(gzip.compress(b"a" * 100_000)[:60])
    assert 0 < len(unfolding.so_far()) < 100_000
    with pytest.raises(CodingError, match="too early"):
        unfolding.finish()


@pytest.mark.parametrize("said", ["br", "zstd", "gzip, gzip", "deflate,gzip", "compress", "x" * 5000])
def test_what_was_not_asked_for(said: str) -> None:
    with pytest.raises(CodingError) as caught:
        coding(said, 100)
    assert len(str(caught.value)) < 100


def test_a_file_of_gzip_is_opened_once() -> None:
    once = gzip.compress(b"words")
    assert opened(once, 100) == b"words"
    assert opened(gzip.compress(once), 100) == once
    assert opened(b"words", 100) == b"words"
    with pytest.raises(CodingError):
        opened(b"\x1f\x8b", 100)
