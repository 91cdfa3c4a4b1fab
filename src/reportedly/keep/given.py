"""What `ingest` is given -> steps: files, archives, feeds, lists of feeds and of links, addresses of any of these."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Final

from reportedly.collect import formats, gdelt, inputs
from reportedly.collect.feeds import opml, parse, subscription_id
from reportedly.collect.sources import Meant, meant, of_bytes
from reportedly.collect.streams import pieces, whole
from reportedly.errors import InputError
from reportedly.keep import filed
from reportedly.keep.batches import Step
from reportedly.keep.linked import Links
from reportedly.keep.pages import captured
from reportedly.keep.subscribing import subscribe
from reportedly.keep.summary import Summary
from reportedly.protocols import Clock, Fetcher
from reportedly.schema import Fetch, Issue, Item, Subscription
from reportedly.settings import CollectSettings
from reportedly.store import Store

GDELT: Final = "gdelt"
"""The feed that pages found through GDELT's lists come by."""

_FILES: Final = frozenset(
    {Meant.PAGE, Meant.TEXT, Meant.LINES, Meant.DIRECTORY, Meant.PATTERN, Meant.WARC, Meant.STANDARD_INPUT}
    | {Meant.PIPE}
)
_FETCHED: Final = frozenset({Meant.URL, Meant.FEED, Meant.GDELT_LIST, Meant.GDELT_TABLE})
_LARGEST: Final = 512 * 1024 * 1024


def needs_net(given: Sequence[str], *, fetch: bool = False) -> bool:
    """Whether anything of it must be fetched; `fetch` says that the feeds of OPML files are to be."""
    wanted = _FETCHED | ({Meant.OPML} if fetch else frozenset())
    return any(_kind(each) in wanted for each in given)


class Given:
    """Turns inputs into steps.

    Args:
        store: knows what an earlier run has done.
        machine: what is done with the articles, as `wanted.machine` names it.
        summary: counts what is passed over and subscribed to.
        fetcher: asks; None where nothing needs the net.
        clock: says when, and waits.
        settings: how many hosts are asked at once, and how much of a feed is looked at.
        again: begin files anew, whatever an earlier run did.
        fetch: fetch the items of the feeds in an OPML file as well.
        stop: whether somebody asked to stop.
    """

    def __init__(
        self,
        store: Store,
        machine: str,
        summary: Summary,
        *,
        fetcher: Fetcher | None,
        clock: Clock,
        settings: CollectSettings,
        again: bool = False,
        fetch: bool = False,
        stop: Callable[[], bool] = lambda: False,
    ) -> None:
        self._store = store
        self._machine = machine
        self._summary = summary
        self._fetcher = fetcher
        self._clock = clock
        self._settings = settings
        self._again = again
        self._fetch = fetch
        self._links = None if fetcher is None else Links(fetcher, clock, settings.connections, stop)

    def steps(self, given: Sequence[str]) -> Iterator[Step]:
        """The steps of all inputs, in the order given; what cannot be read is an issue in its place."""
        before = 0
        for each in given:
            kind = _kind(each)
            if kind is None or kind in _FILES:
                yield from filed.steps(
                    [each], self._store, self._machine, self._summary, again=self._again, before=before
                )
                before += filed.total_size([each]) or 0
                continue
            try:
                yield from self._address(each) if kind is Meant.URL else self._body(kind, _bytes(each), each)
            except InputError as error:
                yield Step(capture=Issue(where=error.where, problem=error.problem, remedy=error.remedy))

    def _address(self, url: str) -> Iterator[Step]:
        """What is at an address: a page, or anything that leads to pages."""
        fetch = self._asked(url)
        kind = None if fetch.body is None else _told(fetch.body, url)
        if fetch.body is None or kind is None or kind in _FILES:
            yield Step(capture=captured(fetch), fetch=fetch)
        else:
            yield from self._body(kind, fetch.body, fetch.url)

    def _body(self, kind: Meant, body: bytes, where: str) -> Iterator[Step]:
        if kind is Meant.OPML:
            yield from self._subscribed(opml.read(body, where))
        elif kind is Meant.FEED:
            yield from self._feed(body, where, subscription_id(where))
        elif kind is Meant.GDELT_TABLE:
            yield from self._linked(gdelt.items(body, where), GDELT)
        else:
            for file in gdelt.files(body, where):
                yield from [Step(capture=file)] if isinstance(file, Issue) else self._table(file.url)

    def _table(self, url: str) -> Iterator[Step]:
        fetch = self._asked(url)
        if fetch.body is None:
            yield Step(capture=captured(fetch), fetch=fetch)
        else:
            yield from self._linked(gdelt.items(fetch.body, url), GDELT)

    def _feed(self, body: bytes, where: str, feed: str) -> Iterator[Step]:
        page = parse(body, url=where, as_of=self._clock.now(), most=self._settings.items)
        yield from self._linked(iter((*page.issues, *page.items)), feed)

    def _linked(self, items: Iterator[Item | Issue], feed: str) -> Iterator[Step]:
        assert self._links is not None  # noqa: S101 - `needs_net` has said so
        yield from self._links.steps(list(items), feed, self._store, self._summary)

    def _subscribed(self, outline: opml.Outline) -> Iterator[Step]:
        """Subscribe to feeds, each once; with `fetch` what they hold comes as well."""
        self._summary.feeds += subscribe(self._store, outline.subscriptions, self._clock)
        yield from (Step(capture=issue) for issue in outline.issues)
        for feed in outline.subscriptions if self._fetch else ():
            yield from self._polled(feed)

    def _polled(self, feed: Subscription) -> Iterator[Step]:
        fetch = self._asked(feed.url)
        if fetch.body is None:
            yield Step(capture=captured(fetch), fetch=fetch)
            return
        try:
            yield from self._feed(fetch.body, fetch.url, feed.id)
        except InputError as error:
            yield Step(capture=Issue(where=error.where, problem=error.problem, remedy=error.remedy))

    def _asked(self, url: str) -> Fetch:
        assert self._fetcher is not None  # noqa: S101 - `needs_net` has said so
        return self._fetcher.fetch(url)


def _kind(given: str) -> Meant | None:
    """What an input means; None for what cannot be read, which is reported when it is."""
    try:
        return meant(given)
    except InputError:
        return None


def _told(body: bytes, name: str) -> Meant | None:
    try:
        return of_bytes(body[: formats.HEAD], name)
    except InputError:
        return None


def _bytes(path: str) -> bytes:
    """The bytes of a file, unpacked.

    Raises:
        InputError: it cannot be read, or is too large.
    """
    try:
        with Path(path).open("rb") as stream:
            return whole(pieces(stream, path), path, _LARGEST)
    except OSError as error:
        told = inputs.unreadable(path, error)
        raise InputError(told.where, told.problem, told.remedy) from error
