"""Lists of feeds: read, written, and read again."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.collect.feeds import opml, subscription_id
from reportedly.errors import InputError
from reportedly.schema import FeedKind, Subscription

NESTED = """<?xml version="1.0"?><!-- mine --><opml version="1.1"><head><title>My feeds</title></head><body>
<outline text="World"><outline title="Asia &amp; more"><outline xmlUrl="https://www.nytimes.com/rss" type="rss"/>
  <outline text="No address" type="rss"/><outline text="Only a note"/></outline>
  <outline title="Named" text="Shown" xmlURL="HTTPS://News.Example/feed#x" htmlUrl="/home" language="en_gb"/></outline>
<outline text="https://other.example/rss" xmlUrl="https://other.example/rss"/>
<outline text="Again" xmlUrl="http://news.example/feed"/>
<outline text="Old form" type="rss" url="https://old.example/rss"/>
<outline text="A link" type="link" url="https://link.example/"/>
<outline text="Local" xmlUrl="file:///etc/passwd"/></body></opml>"""


def test_nested_groups_missing_names_and_repeats() -> None:
    found = opml.read(NESTED.encode(), "my.opml")
    assert found.title == "My feeds"
    assert [(feed.url, feed.title, feed.group) for feed in found.subscriptions] == [
        ("https://www.nytimes.com/rss", None, "World / Asia & more"),
        ("https://News.Example/feed", "Named", "World"),
        ("https://other.example/rss", None, None),
        ("https://old.example/rss", "Old form", None),
    ]
    assert [feed.outlet for feed in found.subscriptions] == ["new-york-times", None, None, None]
    named = found.subscriptions[1]
    assert (named.home, named.language, named.verified) == ("https://News.Example/home", "en-GB", False)
    assert [issue.problem for issue in found.issues] == [
        "No address: no address",
        "http://news.example/feed stands there twice",
        "Local: 'file:///etc/passwd' is no address of the web",
    ]


@pytest.mark.parametrize(
    "body", [b"", b"<html><body/></html>", b"<rss><channel/></rss>", b"not xml", b"<opml version='2.0'", b"\0\1" * 90]
)
def test_what_is_no_opml(body: bytes) -> None:
    with pytest.raises(InputError):
        opml.read(body, "my.opml")


def test_a_cut_list_keeps_what_came_before() -> None:
    found = opml.read(NESTED.partition('<outline text="Again"')[0].encode() + b"<outline te", "my.opml")
    assert len(found.subscriptions) == 3
    assert found.issues[0].problem.startswith("damaged or cut off")


def test_a_long_list_in_one_group() -> None:
    feeds = "".join(f'<outline text="f" xmlUrl="https://news.example/{number}"/>' for number in range(8000))
    found = opml.read(f"<opml version='2.0'><body><outline text='All'>{feeds}</outline></body></opml>".encode())
    assert (len(found.subscriptions), found.issues) == (8000, ())


def test_a_list_without_feeds() -> None:
    assert opml.read(b"<opml version='2.0'><head/><body/></opml>").subscriptions == ()
    assert opml.read(b"<opml version='2.0'/>").subscriptions == ()
    assert opml.read(opml.write(())).subscriptions == ()


def test_entities_stay_as_they_are_written() -> None:
    body = (
        b'<!DOCTYPE opml [<!ENTITY x SYSTEM "file:///etc/passwd">]><opml version="2.0"><body>'
        b'<outline text="&x;" xmlUrl="https://news.example/rss"/></body></opml>'
    )
    assert opml.read(body).subscriptions[0].title == "&x;"


def test_deep_lists_are_refused_or_read_without_trouble() -> None:
    body = b"<opml version='2.0'><body>" + b"<outline text='g'>" * 5000
    assert opml.read(body).subscriptions == ()


_WORDS = (
    st.text(
        st.characters(codec="utf-8", exclude_categories=("Cs", "Cc"), exclude_characters="\ufffe\uffff"),
        min_size=1,
        max_size=20,
    )
    .map(str.strip)
    .filter(lambda text: text != "" and text.split() == text.split(" "))
)
_HOSTS = st.sampled_from(["news.example", "www.nytimes.com", "feeds.bbci.co.uk", "a.example:8080"])
_URLS = st.builds(
    lambda scheme, host, path: f"{scheme}://{host}/{path}",
    st.sampled_from(["http", "https"]),
    _HOSTS,
    st.from_regex(r"\A[a-z0-9/.?=&%_-]{0,15}\Z").filter(lambda path: "utm_" not in path),
).filter(lambda url: opml.identity.absolute(url, "") == url)


def _subscription(url: str, **rest: object) -> Subscription:
    return Subscription(id=subscription_id(url), url=url, **rest)


_SUBSCRIPTIONS = st.lists(
    st.builds(
        _subscription,
        _URLS,
        title=st.none() | _WORDS,
        home=st.none() | _URLS,
        outlet=st.none() | st.sampled_from(["bbc", "reuters", "one-of-mine"]),
        language=st.sampled_from([None, "en", "pt-BR", "zh-Hant"]),
        group=st.none() | _WORDS | st.just("World / Asia"),
        kind=st.sampled_from(FeedKind),
        verified=st.booleans(),
    ),
    max_size=8,
    unique_by=lambda feed: feed.id,
)


@given(_SUBSCRIPTIONS)
def test_what_is_written_is_read_again(subscriptions: list[Subscription]) -> None:
    written = opml.write(subscriptions)
    found = opml.read(written)
    assert list(found.subscriptions) == subscriptions
    assert found.issues == ()
    assert opml.write(found.subscriptions) == written


def test_ids_are_short_and_steady() -> None:
    assert subscription_id("https://news.example/rss") == subscription_id("HTTP://News.Example:80/rss")
    assert subscription_id("https://news.example/rss") != subscription_id("https://news.example/RSS")
    assert subscription_id("https://news.example:8080/") != subscription_id("https://news.example/")
    assert len(subscription_id("no address")) == len(subscription_id("http://[bad")) == 12
