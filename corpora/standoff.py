"""Counts the stand-off annotation, and scores its second readings against the first.

    python corpora/standoff.py --data DATA

DATA holds the public data sets whose windows were annotated; their texts are found again by key and checked by hash.
"""

import argparse
import sys
from collections import Counter
from pathlib import Path

import msgspec

from reportedly.errors import InputError
from reportedly.evals import readings
from reportedly.evals.gold import GoldArticle, to_reading
from reportedly.train import standoff

FOLDER = Path(__file__).parent / "standoff"


def articles(folder: Path, data: Path) -> dict[str, GoldArticle]:
    """The annotated windows of a folder, by id.

    Raises:
        InputError: a line is broken, or a text is missing or another than was annotated.
    """
    return {found.gold.id: found for path in sorted(folder.glob("*.jsonl")) for found in standoff.load(path, data)}


def main() -> None:
    """The command line; see the module's docstring."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--data", type=Path, required=True, metavar="DATA")
    given = parser.parse_args()
    try:
        first, second = articles(FOLDER, given.data), articles(FOLDER / "second", given.data)
    except InputError as error:
        sys.exit(str(error))
    claims = [claim for article in first.values() for claim in article.gold.claims]
    print(f"{len(first)} windows, {sum(len(a.gold.events) for a in first.values())} events, {len(claims)} claims")
    print("statuses:", ", ".join(f"{name} {count}" for name, count in Counter(c.status for c in claims).most_common()))
    lengths = sorted(Counter(len(claim.chain) for claim in claims).items())
    print("hops:", ", ".join(f"{hops} {count}" for hops, count in lengths))
    twice = [name for name in second if name in first]
    found = readings.score(
        [first[name] for name in twice], [to_reading(second[name].gold, second[name].text) for name in twice]
    )
    print(f"read by two: {len(twice)}")
    print(msgspec.json.format(msgspec.json.encode(found), indent=1).decode())


if __name__ == "__main__":
    main()
