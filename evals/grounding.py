"""When, where, who, on sixty texts of our own: `python evals/grounding.py > evals/reports/grounding.md`.

The mentions of places and actors are given as annotated in gold/grounding; measured is what is made of them. Times are
found by the reader itself, so that a time that was not found counts as wrong.
"""

import json
import re
import sys
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from reportedly import __version__
from reportedly.extract import timex
from reportedly.extract.geocode.geocoder import geocoder_by_settings
from reportedly.extract.link import Coder, published
from reportedly.extract.link_dates import event_days
from reportedly.extract.reader import TaggedReader
from reportedly.knowledge.directory import directory
from reportedly.knowledge.globe import Point, distance_km
from reportedly.schema import Article, Mention, MentionKind, MentionTag, Passage, Predictions, Span
from reportedly.settings import DEFAULTS

Row = dict[str, Any]
"""One annotated text, as its file has it."""
GOLD = Path(__file__).parent / "gold" / "grounding"
READ_WITH_CARE = """\
Read with care: this gold is no longer unseen. The rules for actors were written with the errors of g001 to g045 in
sight, those for nights, bare dates, countries from the words around and roles at the date of what is told with all
errors in sight; they are rules for any news text, but on new texts they are likely to reach less. A place without an
answer counts as wrong. Roles are asked for at the date that the sentence names, else on the day of publication.
"""
KINDS = {"installation": MentionKind.INSTALLATION}
NEAR_KM = 50.0
SECTORS = ({"GOV", "MIL"},)
"""Sectors that PLOVER's users give to one office: a defence minister is of the government and of the military."""


@dataclass
class Count:
    """How many are right, of how many; and what was wrong."""

    hit: int = 0
    all: int = 0
    wrong: list[str] = field(default_factory=list)

    def add(self, right: bool, what: str) -> None:
        """Count one."""
        self.hit += right
        self.all += 1
        if not right:
            self.wrong.append(what)


class Given:
    """A tagger that gives the annotated mentions of places and actors; implements `protocols.Tagger`."""

    model = "given"
    config = ""

    def __init__(self, tags: Sequence[MentionTag]) -> None:
        self._tags = tags

    def predict(self, batch: Sequence[Passage]) -> list[Predictions]:
        """The mentions and the times of each passage."""
        return [Predictions(mentions=tuple(self._of(passage))) for passage in batch]

    def _of(self, passage: Passage) -> Iterator[MentionTag]:
        end = passage.start + len(passage.text)
        yield from (tag for tag in self._tags if passage.start <= tag.span.start < end)
        yield from (MentionTag(span=span, kind=MentionKind.TIME, score=1.0) for span in passage.times)


def main() -> None:
    """Print the page, and with `--wrong` every mistake."""
    _page(measure())


def measure() -> dict[str, Count]:
    """What is right, by what was asked."""
    counts: dict[str, Count] = {}
    geocoder = geocoder_by_settings(DEFAULTS)
    for row in rows():
        given = article(row)
        tags = [MentionTag(span=span_of(row["text"], each), kind=KINDS.get(each.get("kind"), kind), score=1.0)
                for key, kind in (("places", MentionKind.PLACE), ("actors", MentionKind.ACTOR))
                for each in row[key]]  # fmt: skip
        (reading,) = TaggedReader("given", Given(tags), geocoder=geocoder).read([given])
        found = {mention.span: mention for mention in reading.mentions}
        _places(row, found, counts)
        _times(row, reading.mentions, counts)
        _actors(row, given, counts)
    return counts


def rows() -> Iterator[Row]:
    """The annotated texts, in order."""
    for path in sorted(GOLD.glob("g*.json")):
        yield json.loads(path.read_text(encoding="utf-8"))


def _page(counts: dict[str, Count]) -> None:
    print(f"# Grounding, reportedly {__version__}\n")
    print("Made by `python evals/grounding.py` from [sixty texts of our own](../gold/grounding/README.md).\n")
    print(READ_WITH_CARE)
    print("| what | n | right |")
    print("|---|---|---|")
    for name, count in counts.items():
        print(f"| {name} | {count.all} | {count.hit / count.all:.3f} |")
    if "--wrong" in sys.argv:
        for name, count in counts.items():
            print(f"\n{name}\n", *count.wrong, sep="\n")


def article(row: Row) -> Article:
    """A text as it would be read."""
    day = datetime.fromisoformat(row["published"]).replace(tzinfo=UTC)
    return Article(id=row["id"], text=row["text"], outlet=row["outlet"], published_at=day, date_source="given",
                   date_precision="day")  # fmt: skip


def span_of(text: str, mention: dict[str, Any]) -> Span:
    """Where an annotated mention stands."""
    at = -1
    for _ in range(mention["nth"]):
        at = text.index(mention["text"], at + 1)
    return Span(at, at + len(mention["text"]))


def _places(row: dict[str, Any], found: dict[Span, Mention], counts: dict[str, Count]) -> None:
    for gold in row["places"]:
        mention = found[span_of(row["text"], gold)]
        place = mention.location
        said = f"{row['id']} {gold['text']}: {gold['country']} {gold['key']} | {mention.entity} {place}"
        if gold["country"]:
            _count(counts, "place: country").add(place is not None and place.country == gold["country"], said)
        if gold.get("lat") is not None:
            near = place is not None and place.lat is not None and place.lon is not None and (
                distance_km(Point(place.lat, place.lon), Point(gold["lat"], gold["lon"])) <= NEAR_KM)  # fmt: skip
            _count(counts, "place: within 50 km").add(near, said)
            if gold["kind"] == "installation":
                _count(counts, "installation: within 50 km").add(near, said)


def _times(row: dict[str, Any], mentions: Sequence[Mention], counts: dict[str, Count]) -> None:
    times = [mention for mention in mentions if mention.kind is MentionKind.TIME]
    for gold in row["times"]:
        span = span_of(row["text"], gold)
        over = [mention.time for mention in times if mention.span.overlaps(span) and mention.time]
        bounds = gold["earliest"], gold["latest"]
        right = any((time.earliest, time.latest) == bounds for time in over)
        said = f"{row['id']} ({row['published']}) {gold['text']}: {bounds} | {[(t.earliest, t.latest) for t in over]}"
        _count(counts, "time: interval, all").add(right or (bounds == (None, None) and not over), said)
        if bounds != (None, None):
            _count(counts, "time: interval, where there is one").add(right, said)
            if gold["type"] != "DURATION":
                _count(counts, "time: interval, durations left out").add(right, said)


def _actors(row: dict[str, Any], article: Article, counts: dict[str, Count]) -> None:
    times = timex.find(article.text)
    values = timex.resolve_all(article.text, times, article.published_at and article.published_at.date())
    dates = {time.span: value for time, value in zip(times, values, strict=True)}
    coder = Coder(article.text, directory(), published(article), event_days(article, dates))
    for gold in row["actors"]:
        found = coder.resolve(span_of(row["text"], gold))
        said = f"{row['id']} {gold['text']}: {gold['entity']} {gold['code']} | {found.entity} {found.code}"
        named = gold["entity"] is not None or "holder" in gold
        right = _same(found.entity, {gold["entity"], gold.get("holder")})
        _count(counts, "actor: entity id" if named else "actor: none where none is meant").add(right, said)
        if "office" in gold:
            _count(counts, "actor: role at the event's date").add(_same_code(found.code, gold["code"]), said)


def _same(found: str | None, wanted: set[str | None]) -> bool:
    """Ids of people are compared by their words: `person:mattis-james` is `USA/James Mattis`."""
    return found in wanted or any(
        found and each and each.startswith("person:") and _words(each[7:]) <= _words(found) for each in wanted
    )


def _words(entity: str) -> set[str]:
    plain = unicodedata.normalize("NFKD", entity.lower())
    return set(re.findall(r"[a-z0-9]+", "".join(char for char in plain if not unicodedata.combining(char))))


def _same_code(found: str | None, wanted: str) -> bool:
    if found == wanted:
        return True
    return bool(found) and found[:3] == wanted[:3] and any({found[3:6], wanted[3:6]} <= pair for pair in SECTORS)


def _count(counts: dict[str, Count], name: str) -> Count:
    return counts.setdefault(name, Count())


if __name__ == "__main__":
    main()
