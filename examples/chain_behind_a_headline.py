"""Who stands behind each headline? The longest way that a claim of each article has come.

    python examples/chain_behind_a_headline.py [PATH ...]

Without paths it reads the bundled articles.
"""

import sys
from contextlib import ExitStack
from importlib.resources import as_file

import reportedly
from reportedly import demo
from reportedly.schema import Claim, Reading


def voices(reading: Reading, claim: Claim) -> list[str]:
    """The chain in words, from the outlet inward."""
    text = reading.article.text
    hops = (hop.source.of(text) if hop.source else "(unnamed)" for hop in claim.chain)
    return [reading.article.outlet or "this article", *hops]


with ExitStack() as kept:
    paths = sys.argv[1:] or [kept.enter_context(as_file(page)) for page in demo.articles()]
    for reading in reportedly.read_all(paths):
        if not isinstance(reading, Reading):
            print(reading, file=sys.stderr)
        elif reading.claims:
            claim = max(reading.claims, key=lambda claim: len(claim.chain))
            print(reading.article.title or reading.article.id)
            print(f"  {claim.status}: {claim.content.of(reading.article.text)}")
            print(f"  {' <- '.join(voices(reading, claim))}\n")
