"""Asks the model about one part of an article until the answer can be used: from the journal, once, and once more."""

import logging
from collections.abc import Callable
from hashlib import sha256
from threading import Lock

from reportedly.errors import AnswerError
from reportedly.models.chat import prompt
from reportedly.models.chat.answer import Answer, parse
from reportedly.models.chat.client import ChatClient, Message, RefusedError
from reportedly.models.chat.costs import Usage
from reportedly.models.chat.envelope import Completion
from reportedly.models.chat.journal import Entry, Journal, Key
from reportedly.models.chat.parts import Part
from reportedly.schema import Article, Noun
from reportedly.settings import AnswerFormat, ChatSettings

_log = logging.getLogger(__name__)
_BAD_REQUEST = 400


class Asked(Noun, frozen=True, kw_only=True):
    """An answer, the model that gave it, and whether it was kept from before."""

    answer: Answer
    model: str
    usage: Usage
    kept: bool


class Asker:
    """Asks one server; may be used by several threads.

    Args:
        settings: the server, and how to ask it.
        client: sends the requests.
        journal: has the answers so far.
    """

    def __init__(self, settings: ChatSettings, client: ChatClient, journal: Journal) -> None:
        self._client = client
        self._journal = journal
        self._config = prompt.config(settings)
        self._may_fall_back = settings.response_format == AnswerFormat.AUTO
        self._form = AnswerFormat.JSON_SCHEMA if self._may_fall_back else settings.response_format
        self._lock = Lock()

    def ask(self, article: Article, part: Part, paid: Callable[[Usage], object]) -> Asked:
        """The answer about a part.

        Args:
            article: the article.
            part: what of it is shown.
            paid: told of what each answer cost, whether it can be used or not.

        Raises:
            AnswerError: there is none that can be used.
            ServiceError: the server would refuse every request.
        """
        shown = prompt.question(article, part)
        key = Key(article=article.id, shown=sha256(shown.encode()).hexdigest(), config=self._config)
        if (entry := self._journal.get(key)) is not None:
            return Asked(answer=parse(entry.content), model=entry.model, usage=entry.usage, kept=True)
        total = Usage()

        def spend(usage: Usage) -> None:
            nonlocal total
            total += usage
            paid(usage)

        answer, said = self._converse(shown, spend)
        self._journal.add(
            Entry(
                article=key.article, shown=key.shown, config=key.config,
                content=said.content, model=said.model, usage=total,
            )
        )  # fmt: skip
        return Asked(answer=answer, model=said.model, usage=total, kept=False)

    def _converse(self, shown: str, spend: Callable[[Usage], None]) -> tuple[Answer, Completion]:
        """Ask, and ask once more where the answer is not as asked for."""
        first = self._complete(shown, ())
        spend(first.usage)
        try:
            return _used(first), first
        except AnswerError as error:
            if first.cut:
                raise
            problem = error.problem
        second = self._complete(shown, prompt.again(first.content, problem))
        spend(second.usage)
        return _used(second), second

    def _complete(self, shown: str, further: tuple[Message, ...]) -> Completion:
        """What the model answers, in the form that the server is known to take."""
        form = self._form
        try:
            return self._send(shown, further, form)
        except RefusedError as error:
            if form == AnswerFormat.JSON_OBJECT or error.status != _BAD_REQUEST:
                raise
            if not self._may_fall_back:
                raise AnswerError(
                    error.problem, 'if it does not know json_schema, set response_format = "auto" under [chat]'
                ) from error
            plain = self._send(shown, further, AnswerFormat.JSON_OBJECT)
            self._fall_back(error)
            return plain

    def _send(self, shown: str, further: tuple[Message, ...], form: AnswerFormat) -> Completion:
        return self._client.complete((*prompt.opening(shown, form), *further), prompt.response_format(form))

    def _fall_back(self, error: RefusedError) -> None:
        """From now on ask for any JSON object, and say so once."""
        with self._lock:
            if self._form != AnswerFormat.JSON_OBJECT:
                self._form = AnswerFormat.JSON_OBJECT
                _log.warning("%s; asking for json_object in place of json_schema from now on", error.problem)


def _used(said: Completion) -> Answer:
    """The answer, where it can be used.

    Raises:
        AnswerError: it is cut short, refused, or not as asked for.
    """
    if said.cut:
        raise AnswerError("the answer was cut short", "raise max_tokens, or lower part_size, under [chat]")
    if said.refusal is not None:
        raise AnswerError(f"the model refuses to answer: {said.refusal}", "try another model")
    return parse(said.content)
