"""The demo pages are real enough to be read, and their gold says what its annotation says."""

import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from reportedly import demo
from reportedly.collect.cleaner import StandardCleaner
from reportedly.collect.files import FileFeed
from reportedly.evals.annotation import compiled
from reportedly.evals.annotation_words import Annotation, load, read
from reportedly.schema import Article, Capture, EventType, Status

GOLD = Path(__file__).parents[2] / "evals" / "gold"
PAGES = demo.articles()
IDS = [page.name.partition(".")[0] for page in PAGES]


@cache
def article(name: str) -> Article:
    (capture,) = FileFeed([str(PAGES[IDS.index(name)])]).captures()
    assert isinstance(capture, Capture)
    (found,) = StandardCleaner().articles(capture)
    assert isinstance(found, Article), found
    return found


@cache
def gold(name: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((GOLD / "demo" / f"{name}.gold.json").read_text("utf-8"))
    return found


@cache
def annotation(name: str) -> dict[str, Any]:
    found = load(GOLD / "demo" / f"{name}.yaml")
    assert isinstance(found, dict)
    return found


def claims() -> Iterator[dict[str, Any]]:
    for name in IDS:
        yield from gold(name)["claims"]


def named_chains(name: str) -> list[list[str | None]]:
    return [[hop["name"] for hop in claim["chain"]] for claim in gold(name)["claims"]]


def hop_pairs(given: dict[str, Any], done: dict[str, Any]) -> Iterator[tuple[str | None, list[int] | None]]:
    for hop, made in zip(given.get("chain", []), done["chain"], strict=True):
        yield hop["source"], made["source"]
        yield hop["cue"], made["cue"]


def event_pairs(given: dict[str, Any], done: dict[str, Any]) -> Iterator[tuple[str | None, list[int] | None]]:
    yield given["trigger"], done["trigger"]
    for role in ("actors", "recipients", "places"):
        for words, party in zip(given.get(role, []), done[role], strict=True):
            yield words, party["span"]
    for number, made in zip(given.get("numbers", []), done["numbers"], strict=True):
        yield number["words"], made["span"]
    if given.get("date"):
        yield given["date"]["words"], done["date"]["span"]


def pairs(name: str) -> Iterator[tuple[str | None, list[int] | None]]:
    """The words of the annotation beside the spans of the gold."""
    given, done = annotation(name), gold(name)
    said = iter(done["claims"])
    for event, made in zip(given["events"], done["events"], strict=True):
        yield from event_pairs(event, made)
        for claim in event["claims"]:
            found = next(said)
            yield claim["content"], found["content"]
            yield from hop_pairs(claim, found)
    for figure, made in zip(given.get("figures", []), done["figures"], strict=True):
        yield from ((figure["words"], made["span"]), (figure["holder"], made["holder"]))
    for relation, made in zip(given.get("relations", []), done["relations"], strict=True):
        yield from ((relation["subject"], made["subject"]), (relation["object"], made["object"]))
    for citation, made in zip(given.get("citations", []), done["citations"], strict=True):
        yield citation["words"], made["span"]


def test_every_page_of_the_folder_is_listed_once() -> None:
    folder = Path(str(PAGES[0])).parent
    assert sorted(page.name for page in PAGES) == sorted(path.name for path in folder.iterdir())


def test_the_list_is_in_order_of_publication() -> None:
    days = [when.date().isoformat() for name in IDS if (when := article(name).published_at)]
    assert days == [gold(name)["published"] for name in IDS]
    assert days == sorted(days)


@pytest.mark.parametrize("name", IDS)
def test_a_page_yields_its_text_and_outlet(name: str) -> None:
    found = article(name)
    assert found.id == name
    assert found.text.encode() == (GOLD / "demo" / f"{name}.txt").read_bytes()
    assert found.outlet == gold(name)["outlet"]
    assert 200 <= len(found.text.split()) <= 500


@pytest.mark.parametrize("name", IDS)
def test_the_gold_is_compiled_from_the_annotation(name: str) -> None:
    assert compiled(read(annotation(name), Annotation), article(name).text) == gold(name)


@pytest.mark.parametrize("name", IDS)
def test_spans_slice_to_the_words_of_the_annotation(name: str) -> None:
    text = (GOLD / "demo" / f"{name}.txt").read_bytes().decode()
    for words, span in pairs(name):
        if words is None or span is None:
            assert words is None and span is None
            continue
        sliced = text[span[0] : span[1]]
        marked = re.search(r"\[(.+)\]", words)
        head, _, tail = (marked[1] if marked else words).partition(" ... ")
        assert sliced.startswith(head)
        assert sliced.endswith(tail or head)
        assert "\n" not in sliced


def test_every_status_and_every_type_occurs() -> None:
    assert {claim["status"] for claim in claims()} == {status.value for status in Status}
    assert {event["type"] for name in IDS for event in gold(name)["events"]} == {
        kind.value for kind in EventType
    }


def test_chains_of_two_and_three_hops_exist() -> None:
    assert ["Meridian Post", "Orvanian officials"] in named_chains("pendra-observer")
    assert ["Meridian Post", "diplomat", "Tarvosia"] in named_chains("pendra-observer")
    assert ["Pendra Observer", "Meridian Post", "Orvanian officials"] in named_chains("coastline24-live")


def test_one_attack_is_planned_averted_and_denied() -> None:
    told = {claim["status"] for claim in gold("transmar-denial")["claims"] if claim["event"] == "e1"}
    assert told == {"denied", "averted"}
    assert gold("meridian-post")["claims"][0]["status"] == "planned"


def test_outlets_disagree_about_the_dead() -> None:
    dead = {
        number["low"]
        for name in IDS
        for event in gold(name)["events"]
        if any("Korvin" in article(name).text[slice(*place["span"])] for place in event["places"])
        for number in event["numbers"]
        if number["what"] == "killed"
    }
    assert dead >= {6, 9, 10}


def test_no_page_points_outside_the_invented_world() -> None:
    for page in PAGES:
        (capture,) = FileFeed([str(page)]).captures()
        assert isinstance(capture, Capture)
        hosts = set(re.findall(r"https?://([^/\"'\s<>]+)", capture.body.decode("latin-1")))
        assert all(host.endswith(".example") for host in hosts - {"schema.org"}), page.name
