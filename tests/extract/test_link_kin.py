"""Roles at the date of what is told, and words that lead to somebody by way of another."""

from datetime import UTC, datetime

import pytest

from reportedly.extract import timex
from reportedly.extract.link import Coder, published
from reportedly.extract.link_dates import event_days
from reportedly.extract.link_roles import Resolved
from reportedly.knowledge.directory import directory
from reportedly.schema import Article
from spans import marked


def resolved(text: str, day: str) -> Resolved:
    """Who the words in square brackets mean, in an article of that day."""
    plain, (span,) = marked(text)
    article = Article(
        id="a",
        text=plain,
        published_at=datetime.fromisoformat(day).replace(tzinfo=UTC),
        date_source="given",
        date_precision="day",
    )
    times = timex.find(plain)
    values = timex.resolve_all(plain, times, datetime.fromisoformat(day).date())
    days = event_days(article, {time.span: value for time, value in zip(times, values, strict=True)})
    return Coder(plain, directory(), published(article), days).resolve(span)


@pytest.mark.parametrize(
    ("text", "day", "entity", "code"),
    [
        ("In May 2013 [Barack Obama] spoke in Berlin.", "2020-05-01", "USA/Barack Obama", "USAGOV"),
        ("[Barack Obama] spoke in Berlin.", "2020-05-01", "USA/Barack Obama", "USAELI"),
        ("[President Barack Obama] spoke in Berlin.", "2020-05-01", "USA/Barack Obama", "USAELI"),
        ("[Former president Dmitry Medvedev] spoke.", "2022-12-07", "RUS/Dmitry Medvedev", "RUSGOV"),
        ("Boris Pistorius took over. [His predecessor] left.", "2023-03-01", "DEU/Christine Lambrecht", "DEUELI"),
        ("Christine Lambrecht left. [Her successor] came.", "2023-03-01", "DEU/Boris Pistorius", "DEUGOV"),
        ("Vladimir Putin met [his French counterpart].", "2023-03-01", "FRA/Emmanuel Macron", "FRAGOV"),
        ("Joe Biden agreed. [His defence secretary] flew in.", "2023-03-01", "USA/Lloyd Austin", "USAGOV"),
        ("Ferdinand Marcos flew in. [The former president] did not.", "2023-04-12", None, "PHLELI"),
        ("[Bashar al-Assad], president until Sunday, fled.", "2024-12-09", "SYR/Bashar al-Assad", "SYRELI"),
        ("Bashar al-Assad, [president] until Sunday, fled.", "2024-12-09", "SYR/Bashar al-Assad", "SYRELI"),
        ("[Jovenel Moise] was killed at home.", "2021-07-09", "HTI/Jovenel Moïse", "HTIGOV"),
    ],
)
def test_roles_are_those_of_the_day_that_is_told(text: str, day: str, entity: str | None, code: str) -> None:
    found = resolved(text, day)
    assert (found.entity, found.code) == (entity, code)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("[Tariq Qwelza], a spokesman for the government of Iraq, said so.", "IRQGOV"),
        ("[Tariq Qwelza], an Iraqi army commander, said so.", "IRQMIL"),
        ("[Tariq Qwelza], in a blue coat, said so.", None),
    ],
)
def test_who_is_not_known_has_the_code_of_the_title_behind_the_name(text: str, code: str | None) -> None:
    found = resolved(text, "2024-02-04")
    assert (found.entity, found.code) == (None, code)


def test_the_leader_of_a_group_that_was_named() -> None:
    found = resolved("Hezbollah fired rockets. [The group's leader] kept silent.", "2024-06-28")
    assert found.code == "LBNREB"


def test_without_somebody_before_nobody_is_meant() -> None:
    assert resolved("[His predecessor] left.", "2023-03-01") == Resolved()
