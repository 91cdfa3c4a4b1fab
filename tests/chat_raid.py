"""An article about a raid, what a model may answer about it, and the reader that asks a server of the tests."""

from datetime import UTC, datetime
from typing import Any

from chat_server import Answering, ChatServer, Json, answer, claim, event, hop, in_turn, quote, says
from reportedly.extract.chat_reader import ChatReader
from reportedly.schema import Article, DateSource

TEXT = """Brigades deny raid on Oster

The Sarn Free Brigades shelled a convoy near Oster on Sunday, killing at least 12 soldiers, Reuters reported, quoting \
French officials. A spokesman for the group denied it. He said nobody had been hurt.
"""
ARTICLE = Article(
    id="a", text=TEXT, outlet="The Mail", published_at=datetime(2026, 3, 11, tzinfo=UTC), date_source=DateSource.GIVEN
)
REUTERS = hop(quote(2, "Reuters"), quote(2, "reported"), "outlet")
OFFICIALS = hop(quote(2, "French officials"), quote(2, "quoting"))
SHELLED = claim(
    quote(2, "The Sarn Free Brigades shelled a convoy near Oster"),
    chain=(REUTERS, OFFICIALS),
    numbers=({"what": "killed", "quote": quote(2, "at least 12 soldiers")},),
)
DENIED = claim(quote(3, "denied it"), "denied", (hop(quote(3, "A spokesman for the group"), quote(3, "denied")),))
RAID = {
    "mode": "heavy-weapons",
    "actors": [quote(2, "The Sarn Free Brigades")],
    "recipients": [quote(2, "a convoy")],
    "places": [quote(2, "Oster")],
    "date": quote(2, "on Sunday"),
}


def raid(*claims: Json, **changed: Any) -> str:
    return answer(event(quote(2, "shelled"), *(claims or (SHELLED, DENIED)), **{**RAID, **changed}))


def read(server: ChatServer, said: str | Answering, *articles: Article, **changed: Any) -> tuple[ChatReader, list[Any]]:
    """What the server makes of the articles when it says that."""
    server.requests.clear()
    server.answering = in_turn(says(said)) if isinstance(said, str) else said
    reader = ChatReader(server.settings(**changed), sleep=lambda _: None)
    return reader, list(reader.read(articles or [ARTICLE]))

