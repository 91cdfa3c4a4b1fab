"""Articles a second of resolving times, places and actors together, on one core, on the sixty texts of the gold."""

import argparse
import sys
import time
from pathlib import Path

import measured

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "evals"))

import grounding

from reportedly.extract import timex
from reportedly.extract.geocode.fill import located
from reportedly.extract.geocode.geocoder import Geocoder
from reportedly.extract.link import Coder, published
from reportedly.extract.link_dates import event_days
from reportedly.knowledge.directory import directory
from reportedly.knowledge.gazetteer.home import standard
from reportedly.schema import Article, Mention, MentionKind, Provenance, Reading, Span

TARGET = 500.0


def main() -> None:
    """Resolve the texts several times, and print the best run."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=20)
    options = parser.parse_args()
    geocoder = Geocoder(standard)
    given = [_given(row) for row in grounding.rows()]
    measured.pin()
    taken = []
    for _ in range(options.runs):
        started = time.process_time()
        for reading, actors in given:
            resolve(reading, actors, geocoder)
        taken.append(time.process_time() - started)
    speed = len(given) / min(taken)
    measured.show(
        measured.Result(
            benchmark="grounding_speed",
            figure=round(speed),
            unit="articles/s of resolving times, places and actors, on one core",
            target=f">= {TARGET:.0f}",
            met=speed >= TARGET,
            details={
                "articles": len(given),
                "places an article": round(sum(len(reading.mentions) for reading, _ in given) / len(given), 1),
                "actors an article": round(sum(len(actors) for _, actors in given) / len(given), 1),
                "memory peak, MiB": measured.peak_mib(),
            },
        )
    )


def resolve(reading: Reading, actors: list[Span], geocoder: Geocoder) -> None:
    """Times found and resolved, places located, actors resolved at the dates told."""
    article = reading.article
    times = timex.find(article.text)
    values = timex.resolve_all(article.text, times, article.published_at and article.published_at.date())
    dates = {found.span: value for found, value in zip(times, values, strict=True)}
    located(reading, geocoder)
    coder = Coder(article.text, directory(), published(article), event_days(article, dates))
    for span in actors:
        coder.resolve(span)


def _given(row: grounding.Row) -> tuple[Reading, list[Span]]:
    article: Article = grounding.article(row)
    places = tuple(
        Mention(id=f"m{number}", span=grounding.span_of(row["text"], each), kind=MentionKind.PLACE)
        for number, each in enumerate(row["places"], 1)
    )
    made = Provenance(reader="made", version="1", model="none", config="none")
    return Reading(article=article, mentions=places, provenance=made), [
        grounding.span_of(row["text"], each) for each in row["actors"]
    ]


if __name__ == "__main__":
    main()
