"""What a long run counts, under Prometheus names of its own registry."""

from datetime import datetime

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram
from prometheus_client.exposition import CONTENT_TYPE_LATEST, generate_latest
from prometheus_client.gc_collector import GCCollector
from prometheus_client.process_collector import ProcessCollector

from reportedly import __version__

CONTENT_TYPE = CONTENT_TYPE_LATEST
_SECONDS = (0.005, 0.02, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0, 60.0)


class Metrics:
    """The counters and gauges of one run; every name stands in docs/reference/watch.md."""

    def __init__(self) -> None:
        self.registry = CollectorRegistry(auto_describe=True)
        ProcessCollector(registry=self.registry)
        GCCollector(registry=self.registry)
        self._count_what_is_done()
        self._show_what_stands()
        self.fetch_seconds = self._histogram("reportedly_fetch_seconds", "Time that a fetch took, waiting left out.")
        self.read_seconds = self._histogram("reportedly_read_seconds", "Time that the pages of a batch took to read.")
        self.write_seconds = self._histogram("reportedly_write_seconds", "Time that one transaction took.")

    def _count_what_is_done(self) -> None:
        self.polls = self._counter("reportedly_polls", "Polls of feeds, by what became of them.", "outcome")
        self.fetches = self._counter("reportedly_fetches", "Fetches of pages, by what became of them.", "outcome")
        self.items = self._counter("reportedly_items", "Items that feeds held: new or seen.", "state")
        self.articles = self._counter("reportedly_articles", "Articles that came in: new or seen.", "state")
        self.readings = self._counter("reportedly_readings", "Readings that were stored.")
        self.issues = self._counter("reportedly_issues", "What could not be read, by stage.", "stage")
        self.bytes = self._counter("reportedly_fetched_bytes", "Bytes that came over the net.")
        self.retries = self._counter("reportedly_store_retries", "Transactions that were tried again.")

    def _show_what_stands(self) -> None:
        self.feeds = self._gauge("reportedly_feeds", "Feeds that are followed.")
        self.queue = self._gauge("reportedly_queue", "Pages that wait to be fetched.")
        self.in_hand = self._gauge("reportedly_in_hand", "Fetches that are under way.")
        self.polled_at = self._gauge("reportedly_last_poll_timestamp_seconds", "When a feed was last polled.")
        self.stored_at = self._gauge("reportedly_last_article_timestamp_seconds", "When an article last came in.")
        version = Gauge("reportedly_build_info", "The version that runs.", ["version"], registry=self.registry)
        version.labels(__version__).set(1)

    def polled(self, outcome: str, at: datetime, *, items: int, new: int) -> None:
        """Count one poll of a feed."""
        self.polls.labels(outcome).inc()
        self.items.labels("new").inc(new)
        self.items.labels("seen").inc(items - new)
        self.polled_at.set(at.timestamp())

    def text(self) -> bytes:
        """All of it, as Prometheus reads it."""
        return generate_latest(self.registry)

    def _counter(self, name: str, says: str, *labels: str) -> Counter:
        return Counter(name, says, labels, registry=self.registry)

    def _gauge(self, name: str, says: str) -> Gauge:
        return Gauge(name, says, registry=self.registry)

    def _histogram(self, name: str, says: str) -> Histogram:
        return Histogram(name, says, registry=self.registry, buckets=_SECONDS)
