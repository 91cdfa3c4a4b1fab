"""Feeds: what they hold, where they are, when to look at them, and how they do; bytes and records in, no network."""

from reportedly.collect.feeds.discovery import discover
from reportedly.collect.feeds.identity import subscription_id
from reportedly.collect.feeds.page import FeedPage, poll_of
from reportedly.collect.feeds.reading import parse

__all__ = ["FeedPage", "discover", "parse", "poll_of", "subscription_id"]
