"""One event or two: `python evals/coreference.py [--data FOLDER]` measures events that articles have in common.

On ECB+ topics 26 to 35 with gold actions, in one pool, in predicted stories, in gold topics and sub-topics; everything
was tuned on topics 1 to 25. On generated families with hand-made readings, for the events themselves and for the
origins that are counted over them. An action counts by the rule in `ecb_mentions.py`.
"""

import argparse
import os
from collections import defaultdict
from collections.abc import Callable, Iterable
from pathlib import Path

from ecb_mentions import Document, documents, labelled
from families import Figures, add_origins

from reportedly.assess.corroboration import corroborate
from reportedly.evals.coreference import CoreferenceScore, coreference
from reportedly.evals.families import Family, family
from reportedly.resolve.coreference import common
from reportedly.resolve.coreference.common import weigh
from reportedly.resolve.coreference.sighting import Sighting
from reportedly.resolve.duplicates import reuses
from reportedly.resolve.rereports import rests
from reportedly.resolve.stories import stories
from reportedly.schema import Article, CommonEvent, Rest

ROOT = Path(__file__).parents[1]
DATA = Path(os.environ.get("REPORTEDLY_DATA", ROOT.parent / "shared" / "data"))

Rows = list[tuple[Sighting, str]]
Key = Callable[[Document], object]


def main() -> None:
    """Print the figures beside their bars."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=DATA, help="the folder that holds ecbplus")
    parser.add_argument("--seed", type=int, default=777)
    parser.add_argument("--families", type=int, default=200)
    options = parser.parse_args()
    path = options.data / "ecbplus" / "topics-1-35.jsonl.gz"
    if path.exists():
        ecb_plus([each for each in documents(path) if 26 <= each.topic <= 35])
    else:
        print(f"{path} is absent; name its folder in --data")
    of_families(options.seed, options.families)


def ecb_plus(some: list[Document]) -> None:
    """The table over ways to part the documents, for both ways to count actions."""
    told = stories(Article(id=each.id, text=text(each)) for each in some)
    story = {article: each.id for each in told for article in each.articles}
    ways: tuple[tuple[str, Key], ...] = (
        ("one pool", lambda _: 0), ("predicted stories", lambda each: story[each.id]),
        ("gold topics", lambda each: each.topic), ("gold sub-topics", lambda each: (each.topic, each.subtopic)),
    )  # fmt: skip
    for joined in (False, True):
        rows = {each.id: list(labelled(each, joined=joined)) for each in some}
        count = sum(map(len, rows.values()))
        print(f"ECB+ 26 to 35, {count} actions{' that are joined to others' * joined}, CoNLL (>= .76 in stories)")
        for name, key in ways:
            groups: dict[object, Rows] = defaultdict(list)
            for each in some:
                groups[key(each)] += rows[each.id]
            ours, lemma = scored(groups.values(), clustered), scored(groups.values(), by_trigger)
            print(f"  {name:18} {ours.conll:.3f}  {parts(ours)}   same trigger {lemma.conll:.3f}  {parts(lemma)}")


def text(each: Document) -> str:
    """A document without its line of address and date."""
    return "\n".join(each.text(tokens) for _, tokens in sorted(each.sentences.items()))


def parts(score: CoreferenceScore) -> str:
    """The three figures of a mean."""
    return f"MUC {score.muc.f1:.3f} B3 {score.b_cubed.f1:.3f} CEAF-e {score.ceaf_e.f1:.3f}"


def scored(groups: Iterable[Rows], partition: Callable[[list[Sighting]], Iterable[set[str]]]) -> CoreferenceScore:
    """The figures of a partition that is made group by group."""
    gold: dict[str, set[str]] = defaultdict(set)
    found: list[set[str]] = []
    for rows in groups:
        for sighting, event in rows:
            gold[event].add(sighting.key)
        found += partition(sorted((sighting for sighting, _ in rows), key=lambda each: each.key))
    return coreference(gold.values(), found)


def clustered(some: list[Sighting]) -> Iterable[set[str]]:
    """As the package does it."""
    return ({some[at].key for at in cluster} for cluster in weigh(some).clusters)


def by_trigger(some: list[Sighting]) -> Iterable[set[str]]:
    """The baseline: one trigger is one event."""
    found: dict[str, set[str]] = defaultdict(set)
    for each in some:
        found[each.stems[-1]].add(each.key)
    return found.values()


def of_families(seed: int, count: int) -> None:
    """Events of two families in one pool, and origins over the events that were found."""
    gold: list[set[tuple[str, str]]] = []
    found: list[set[tuple[str, str]]] = []
    figures = Figures()
    for number in range(count):
        one = family(seed, number)
        readings = [each.reading for each in one.articles]
        events = common(readings)[0]
        gold += map(members, one.events)
        found += map(members, events)
        named = as_named(one, events)
        ties = rests(readings, reuses(each.article for each in one.articles), named)
        add_known(figures, one, named, ties)
    score = coreference(gold, found)
    print(
        f"families: {len(gold)} events, {sum(map(len, gold))} tellings; B-cubed {score.b_cubed.f1:.3f}, {parts(score)}"
    )
    print(f"  origins over these, exact {figures.exact / figures.counted:.3f}  (>= .88), of {figures.counted}")
    print(f"  both within one           {figures.near / figures.counted:.3f}  (>= .97)")
    print(f"  either too high           {figures.over / figures.counted:.3f}  (<= .05)")


def members(event: CommonEvent) -> set[tuple[str, str]]:
    """The tellings of a common event."""
    return {(ref.article, ref.event) for ref in event.members}


def as_named(one: Family, events: Iterable[CommonEvent]) -> tuple[CommonEvent, ...]:
    """The events found, each true event's id on the one that holds most of its tellings."""
    left = {event.id: event for event in events}
    named = []
    for true in one.events:
        best = max(left.values(), key=lambda each: (len(members(each) & members(true)), each.id), default=None)
        if best is not None and members(best) & members(true):
            named.append(CommonEvent(id=true.id, members=left.pop(best.id).members))
    return (*named, *left.values())


def add_known(figures: Figures, one: Family, named: tuple[CommonEvent, ...], ties: tuple[Rest, ...]) -> None:
    """The origins over the events found; a true event and status that was not found at all counts as wrong."""
    found = corroborate([each.reading for each in one.articles], ties, named)
    there = {(each.event, each.status) for each in found}
    known = tuple(each for each in one.origins if (each.event, each.status) in there)
    figures.counted += len(one.origins) - len(known)
    add_origins(figures, Family(id=one.id, articles=one.articles, events=named, origins=known), found)


if __name__ == "__main__":
    main()
