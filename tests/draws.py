"""What strategies of nouns are made of: words, moments, shares, and a few of anything."""

from datetime import UTC
from typing import Any, TypeVar

from hypothesis import strategies as st

from reportedly.schema import Noun

T = TypeVar("T")
Nouns = dict[type[Noun], st.SearchStrategy[Any]]

words = st.text(max_size=12)
named = st.none() | words
shares = st.floats(0, 1)
moments = st.datetimes(timezones=st.just(UTC))


def few(items: st.SearchStrategy[T], most: int = 3) -> st.SearchStrategy[tuple[T, ...]]:
    """None to three of them."""
    return st.lists(items, max_size=most).map(tuple)
