from collections.abc import Iterator

import pytest

from chat_server import ChatServer, first_word, serving


@pytest.fixture(scope="module")
def parrot() -> Iterator[ChatServer]:
    """A server whose answers a test sets."""
    with serving(first_word) as server:
        yield server
