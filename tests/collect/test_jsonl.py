import json
from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reportedly.schema import Article, DatePrecision, DateSource, Issue

JSON = "application/json"


def line(**fields: object) -> str:
    return json.dumps({"id": "a1", "text": "Shells fell."} | fields)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(min_size=1, max_size=200).filter(str.strip), escape=st.booleans())
def test_the_text_is_the_input_code_point_for_code_point(
    article: Callable[..., Article], text: str, escape: bool
) -> None:
    found = article(json.dumps({"id": "a", "text": text}, ensure_ascii=escape), JSON)
    assert (found.id, found.text) == ("a", text)


def test_all_fields_are_read(article: Callable[..., Article]) -> None:
    found = article(
        line(
            url="https://example.org/a",
            title="Shells fall",
            outlet="The Ostrel Courier",
            byline="Mara Quill",
            published_at="2026-03-14T10:30:00+01:00",
        ),
        JSON,
    )
    assert found == Article(
        id="a1",
        url="https://example.org/a",
        title="Shells fall",
        outlet="The Ostrel Courier",
        byline="Mara Quill",
        published_at=datetime(2026, 3, 14, 9, 30, tzinfo=UTC),
        date_source=DateSource.GIVEN,
        date_precision=DatePrecision.TIME,
        text="Shells fell.",
    )


def test_other_keys_and_nulls_are_passed_over(article: Callable[..., Article]) -> None:
    found = article(line(title=None, outlet=None, published_at=None, score=0.5, tags=["x", {"y": []}]), JSON)
    assert found == Article(id="a1", text="Shells fell.")


def test_the_dateline_is_recorded_and_stays(article: Callable[..., Article]) -> None:
    text = "GENEVA, March 3 (AFP) — Talks went on."
    found = article(line(text=text), JSON)
    assert (found.dateline, found.text) == ("GENEVA, March 3 (AFP)", text)


@pytest.mark.parametrize(
    ("value", "at", "precision"),
    [
        ("2026-03-14", datetime(2026, 3, 14, tzinfo=UTC), DatePrecision.DAY),
        ("2026-03-14T23:30:00Z", datetime(2026, 3, 14, 23, 30, tzinfo=UTC), DatePrecision.TIME),
        ("2026-03-14T23:30:00", datetime(2026, 3, 14, tzinfo=UTC), DatePrecision.DAY),
        ("1985-01-02", datetime(1985, 1, 2, tzinfo=UTC), DatePrecision.DAY),
    ],
)
def test_a_date_is_as_precise_as_it_is_given(
    article: Callable[..., Article], value: str, at: datetime, precision: DatePrecision
) -> None:
    found = article(line(published_at=value), JSON)
    assert (found.published_at, found.date_precision) == (at, precision)


@pytest.mark.parametrize(
    ("body", "problem"),
    [
        ("not json at all", "not JSON"),
        ('{"id": "a", "text": "b"', "not JSON"),
        ('{"id": "a", "text": "b"} {}', "not JSON"),
        (r'{"id": "a", "text": "\ud800"}', "not JSON: half of a surrogate pair"),
        (b'{"id": "a", "text": "\xed\xa0\x80"}', "not JSON"),
        (b'{"id": "a", "text": "\xff"}', "not JSON: not in UTF-8"),
        ('["id", "text"]', "not an article"),
        ("17", "not an article"),
        ("null", "not an article"),
        ('{"text": "b"}', "not an article"),
        ('{"id": "a"}', "not an article"),
        (line(id=17), 'not an article: expected a string, got a number - at "id"'),
        (line(id=None), "not an article"),
        (line(text=["b"]), "not an article"),
        (line(url=5), "not an article"),
        (line(published_at=20260314), "not an article"),
        (line(id=" "), '"id" is empty'),
        (line(text=" \n"), '"text" is empty'),
        (line(published_at="14 March"), '"published_at" is no date'),
        (line(published_at="2026-02-30"), '"published_at" is no date'),
        (line(published_at=""), '"published_at" is no date'),
        (line(published_at="2026-03-14T24:30:00Z"), '"published_at" is no date'),
        (line(published_at="2026-03-14T10:61:00Z"), '"published_at" is no date'),
        (line(published_at="2026-03-14T10:30:00+99:00"), '"published_at" is no date'),
        ('{"id":"a","text":"b","x":' + "[" * 100_000, "not JSON"),
    ],
)
def test_a_bad_line_is_an_issue(issue: Callable[..., Issue], body: str | bytes, problem: str) -> None:
    found = issue(body, JSON)
    assert found.where == "x"
    assert found.problem.startswith(problem), found
    assert "\n" not in str(found)


_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=6,
)
_objects = st.fixed_dictionaries(
    {},
    optional=dict.fromkeys(("id", "text", "url", "title", "outlet", "published_at", "other"), _values),
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(_objects | _values)
def test_any_json_is_an_article_or_an_issue(cleaned: Callable[..., Article | Issue], value: object) -> None:
    assert isinstance(cleaned(json.dumps(value), JSON), Article | Issue)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.binary(max_size=100), st.integers(min_value=0, max_value=60))
def test_any_bytes_are_an_article_or_an_issue(cleaned: Callable[..., Article | Issue], junk: bytes, at: int) -> None:
    good = line(title="Shells fall", published_at="2026-03-14").encode()
    assert isinstance(cleaned(junk, JSON), Article | Issue)
    assert isinstance(cleaned(good[:at] + junk + good[at:], JSON), Article | Issue)
