import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.collect.addresses import canonical, derived_id, host, web


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("HTTPS://WWW.Example.org:443/A/b?x=1#top", "https://www.example.org/A/b?x=1"),
        ("https://example.org", "https://example.org/"),
        ("https://example.org/a?utm_source=x&id=3&fbclid=y", "https://example.org/a?id=3"),
        ("http://example.org:8080/a", "http://example.org:8080/a"),
        ("mailto:x@example.org", "mailto:x@example.org"),
        ("https://[bad", "https://[bad"),
        ("", ""),
    ],
)
def test_canonical_addresses(url: str, expected: str) -> None:
    assert canonical(url) == expected


@given(st.text(max_size=60), st.text(max_size=30))
def test_canonical_is_stable(url: str, query: str) -> None:
    for given_url in (url, f"https://example.org/{url}?{query}"):
        assert canonical(canonical(given_url)) == canonical(given_url)


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        (" https://example.org/a ", "https://example.org/a"),
        ("/a/b", None),
        ("javascript:void(0)", None),
        ("https://localhost", None),
        ("https://example.org/" + "a" * 3000, None),
        ("https://[bad.example/", None),
        (None, None),
        ("", None),
    ],
)
def test_what_is_an_address_on_the_web(url: str | None, expected: str | None) -> None:
    assert web(url) == expected


def test_the_host() -> None:
    assert host("https://WWW.example.org:80/a") == "www.example.org"
    assert host("https://[bad") is None


def test_ids_follow_address_and_text() -> None:
    assert derived_id("https://example.org/a#x", "t") == derived_id("https://example.org/a?utm_medium=y", "t")
    assert len({derived_id(url, text) for url in (None, "https://example.org/a") for text in ("t", "u")}) == 4
