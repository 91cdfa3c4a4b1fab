import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.errors import UsageError
from reportedly.store import cursors

keys = st.lists(st.none() | st.integers(-(2**53), 2**53) | st.text(max_size=40), max_size=4).map(tuple)


@given(keys, st.binary(max_size=30))
def test_a_cursor_gives_back_its_key(key: cursors.Key, asked: bytes) -> None:
    query = cursors.mark(asked)
    assert cursors.read(cursors.write(key, query), query) == key


@given(keys)
def test_a_cursor_of_another_query_is_refused(key: cursors.Key) -> None:
    cursor = cursors.write(key, cursors.mark(b"claims"))
    with pytest.raises(UsageError, match="another query"):
        cursors.read(cursor, cursors.mark(b"events"))


@given(keys, st.data())
def test_a_cursor_that_was_changed_is_refused(key: cursors.Key, data: st.DataObject) -> None:
    query = cursors.mark(b"claims")
    cursor = cursors.write(key, query)
    place = data.draw(st.integers(0, len(cursor) - 2))  # the last letter holds bits that stand for nothing
    letter = data.draw(st.sampled_from("abcXYZ012-_"))
    changed = cursor[:place] + letter + cursor[place + 1 :]
    if changed == cursor:
        return
    with pytest.raises(UsageError):
        cursors.read(changed, query)


@given(st.text(max_size=60))
def test_whatever_is_no_cursor_is_refused(words: str) -> None:
    with pytest.raises(UsageError):
        cursors.read(words, "q")


def test_a_cursor_of_a_later_version_is_refused() -> None:
    body = b'[9,"q",[]]'
    with pytest.raises(UsageError, match="another version"):
        cursors.read(cursors.base64.urlsafe_b64encode(cursors._check(body) + body).decode().rstrip("="), "q")


def test_an_endless_cursor_is_refused_before_it_is_looked_at() -> None:
    with pytest.raises(UsageError):
        cursors.read("A" * 10_000_000, "q")
