"""Outlets by domain."""

from collections import Counter

import pytest

from reportedly.knowledge.countries import by_iso3
from reportedly.knowledge.outlets import OutletKind, by_domain, outlets


@pytest.mark.parametrize(
    ("host", "entity"),
    [
        ("nytimes.com", "new-york-times"),
        ("www.nytimes.com", "new-york-times"),
        ("WWW.Reuters.com:443", "reuters"),
        ("edition.cnn.com", "cnn"),
        ("www.bbc.co.uk", "bbc"),
        ("arabic.rt.com.", "rt"),
        ("economictimes.indiatimes.com", "economic-times"),
        ("timesofindia.indiatimes.com", "times-of-india"),
    ],
)
def test_hosts_and_subdomains(host: str, entity: str) -> None:
    outlet = by_domain(host)
    assert outlet is not None
    assert outlet.id == entity


@pytest.mark.parametrize("host", ["", "com", "localhost", "notnytimes.com", "nytimes.com.example", "co.uk"])
def test_hosts_of_nobody(host: str) -> None:
    assert by_domain(host) is None


def test_the_table_is_large_clean_and_from_everywhere() -> None:
    assert len(outlets()) >= 450
    ids = Counter(outlet.id for outlet in outlets())
    assert max(ids.values()) == 1
    for outlet in outlets():
        assert by_iso3(outlet.country) is not None, outlet.id
        assert outlet.domains, outlet.id
        for domain in outlet.domains:
            assert domain == domain.lower(), domain
            assert not domain.startswith("www."), domain
            assert "." in domain, domain
    assert len({outlet.country for outlet in outlets()}) >= 100
    assert {outlet.kind for outlet in outlets()} == set(OutletKind)
