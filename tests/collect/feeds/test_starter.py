"""The feeds that come with the package."""

from collections import Counter

from reportedly.collect.feeds import identity, starter
from reportedly.knowledge.countries import by_iso3
from reportedly.knowledge.outlets import outlets

REGIONS = {
    "World",
    "International bodies",
    "Governments and travel advice",
    "Defence and security",
    "Middle East and North Africa",
    "Europe",
    "Ukraine, Russia and the Caucasus",
    "Central and South Asia",
    "East Asia",
    "Southeast Asia",
    "Oceania",
    "Sub-Saharan Africa",
    "North America",
    "Latin America and the Caribbean",
}


def test_the_set_is_large_clean_and_from_everywhere() -> None:
    feeds = starter.starter()
    assert len(feeds) >= 300
    assert list(starter.findings()) == []
    groups = Counter(feed.group for feed in feeds)
    assert set(groups) == REGIONS
    assert min(groups.values()) >= 7
    assert len({feed.id for feed in feeds}) == len(feeds)
    assert len({feed.language for feed in feeds}) >= 20
    for feed in feeds:
        assert identity.absolute(feed.url, "") == feed.url
        assert feed.id == identity.subscription_id(feed.url)
        assert not feed.verified


def test_most_name_an_outlet_that_is_known() -> None:
    feeds = starter.starter()
    countries = {outlet.id: outlet.country for outlet in outlets()}
    named = [feed.outlet for feed in feeds if feed.outlet is not None]
    assert len(named) >= 0.8 * len(feeds)
    assert len({countries[each] for each in named}) >= 60
    assert all(by_iso3(countries[each]) is not None for each in named)


def test_the_bodies_and_the_advice_that_were_asked_for() -> None:
    urls = " ".join(feed.url for feed in starter.starter())
    for host in (
        "news.un.org", "unocha.org", "reliefweb.int", "iaea.org", "nato.int", "who.int", "icrc.org", "osce.org",
        "travel.state.gov", "www.gov.uk/foreign-travel-advice.atom", "travel.gc.ca", "smartraveller.gov.au",
    ):  # fmt: skip
        assert host in urls, host
