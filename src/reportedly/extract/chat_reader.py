"""The reader `chat`: asks a language model about each article, and keeps only what the text supports."""

import os
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from reportedly import __version__
from reportedly.errors import AnswerError, UsageError
from reportedly.extract import quantities, segment
from reportedly.extract.ahead import in_order
from reportedly.extract.chat_reading import reading
from reportedly.extract.chat_spans import Finder, FoundEvent
from reportedly.extract.geocode.fill import located
from reportedly.extract.geocode.geocoder import Geocoder, geocoder_by_settings
from reportedly.knowledge.directory import configuration
from reportedly.models.chat import client, prompt
from reportedly.models.chat.asking import Asked, Asker
from reportedly.models.chat.costs import Account, Drop, Report, Usage
from reportedly.models.chat.journal import Journal
from reportedly.models.chat.parts import Part, parts
from reportedly.models.chat.quotes import Quotes
from reportedly.schema import Article, Issue, Noun, Passage, Provenance, Reading
from reportedly.settings import ChatSettings, Settings

NAME = "chat"


class _Asking(Noun, frozen=True, kw_only=True):
    """What came of asking about one article; `failed` where an answer is missing."""

    parts: tuple[tuple[Part, Asked], ...]
    paid: Usage
    failed: AnswerError | None = None


class ChatReader:
    """Reads with a language model behind an OpenAI-compatible address; implements `protocols.Reader`.

    Args:
        settings: the server, and how to ask it.
        key: sent as a bearer token; None for a server that wants none.
        now: the time, for a server that names a moment at which to ask again.
        sleep: waits so many seconds before a request is sent again.
        knowledge: files of actors, people and offices beside our own.
        geocoder: finds out where places lie; None for readings without coordinates.

    Raises:
        UsageError: httpx is not installed.
        InputError: the file of the journal is none.
    """

    def __init__(
        self,
        settings: ChatSettings,
        *,
        key: str | None = None,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
        sleep: Callable[[float], object] | None = None,
        knowledge: tuple[str, ...] = (),
        geocoder: Geocoder | None = None,
    ) -> None:
        client.require()
        self._knowledge = knowledge
        self._settings = settings
        self._key = key
        self._now = now
        self._sleep = sleep
        self._geocoder = geocoder
        self._config = prompt.config(settings)
        self._journal = Journal(Path(settings.journal) if settings.journal else None, self._config)
        self._accounts: list[Account] = []

    @property
    def name(self) -> str:
        """`chat`."""
        return NAME

    @property
    def ahead(self) -> int:
        """Enough for every thread to have an article while the oldest is still waited for."""
        return 2 * self._settings.concurrency - 1

    @property
    def report(self) -> Report:
        """What the articles read so far cost, and what was left out of their readings."""
        return Report(accounts=tuple(self._accounts))

    def read(self, articles: Iterable[Article]) -> Iterator[Reading | Issue]:
        """One reading an article, in the order given; an issue where the model gave no answer that can be used.

        Raises:
            ServiceError: the server would refuse every request.
        """
        given = ((article, segment.passages(article.text)) for article in articles)
        with self._open() as (asker, pool):
            done = in_order(given, lambda one: pool.submit(self._ask, asker, *one), self.ahead)
            for (article, passages), asking in done:
                yield self._done(article, passages, asking)

    @contextmanager
    def _open(self) -> Iterator[tuple[Asker, ThreadPoolExecutor]]:
        """Connections and threads; when no more readings are wanted, only what is under way is finished and kept."""
        sending = client.ChatClient(self._settings, self._key, self._now, self._sleep)
        pool = ThreadPoolExecutor(max_workers=self._settings.concurrency, thread_name_prefix="reportedly-chat")
        try:
            yield Asker(self._settings, sending, self._journal), pool
        finally:
            sending.stop()
            pool.shutdown(wait=True, cancel_futures=True)
            sending.close()

    def _ask(self, asker: Asker, article: Article, passages: tuple[Passage, ...]) -> _Asking:
        """Ask about each part of an article; what was answered before a failure stays in the journal."""
        asked: list[tuple[Part, Asked]] = []
        bills: list[Usage] = []
        failed = None
        try:
            for part in parts(passages, self._settings.part_size):
                asked.append((part, asker.ask(article, part, bills.append)))  # noqa: PERF401 - kept when one fails
        except AnswerError as error:
            failed = error
        return _Asking(parts=tuple(asked), paid=sum(bills, start=Usage()), failed=failed)

    def _done(
        self, article: Article, passages: tuple[Passage, ...], asking: _Asking
    ) -> Reading | Issue:
        if asking.failed is not None:
            self._account(article, asking, ())
            return Issue(where=article.id, problem=asking.failed.problem, remedy=asking.failed.remedy)
        numbers = quantities.find(article.text)
        found: list[FoundEvent] = []
        dropped: list[Drop] = []
        for part, asked in asking.parts:
            finder = Finder(Quotes(article.text, part.sentences), numbers)
            found += finder.events(asked.answer)
            dropped += finder.dropped
        sentences = tuple(sentence for passage in passages for sentence in passage.sentences)
        made, repeated = reading(article, sentences, found, numbers, self._provenance(asking), self._knowledge)
        self._account(article, asking, (*dropped, *repeated))
        return made if self._geocoder is None else located(made, self._geocoder)

    def _provenance(self, asking: _Asking) -> Provenance:
        models = dict.fromkeys(asked.model for _, asked in asking.parts)
        model = ", ".join(models) or self._settings.model
        config = configuration(self._config, self._knowledge)
        return Provenance(reader=NAME, version=__version__, model=model, config=config)

    def _account(self, article: Article, asking: _Asking, dropped: tuple[Drop, ...]) -> None:
        kept = sum((asked.usage for _, asked in asking.parts if asked.kept), start=Usage())
        self._accounts.append(
            Account(
                article=article.id,
                usage=asking.paid,
                money=asking.paid.money(self._settings),
                kept=kept,
                dropped=dropped,
                failed=asking.failed is not None,
            )
        )


def chat_reader(settings: Settings) -> ChatReader:
    """The reader of the table `[chat]`, with the key from the environment variable that it names.

    Raises:
        UsageError: there is no such table, the variable is not set or holds no key, or httpx is not installed.
    """
    if settings.chat is None:
        raise UsageError(
            "the reader 'chat' needs a table [chat] with base_url and model in reportedly.toml; "
            "see docs/howto/read-with-a-language-model.md"
        )
    variable = settings.chat.api_key_env
    key = None if variable is None else os.environ.get(variable, "").strip()
    if key is not None and not (key.isascii() and key.isprintable() and key):
        raise UsageError(f"the environment variable {variable}, which [chat] names, holds no key; set it")
    return ChatReader(
        settings.chat, key=key, knowledge=settings.knowledge, geocoder=geocoder_by_settings(settings)
    )
