"""Annotated articles in our own words, for what reads gold."""

from hashlib import sha256
from pathlib import Path

import msgspec

from reportedly.evals.annotation import compiled
from reportedly.evals.annotation_words import Annotation
from reportedly.evals.gold import Gold, GoldArticle

DENIAL = """\
Rebels shell port, officials say

The Daily Post reported that, according to officials, rebels shelled the port of Karm on 3 May 2024. \
At least 12 people died.

Rebels denied it. The army keeps 400 troops in Karm. The Reed Brigade, a proxy of Orvania, plans to march north."""


def denial() -> GoldArticle:
    """One event told through two voices and denied by a third, a plan, a level and a relation."""
    chain = [
        {"source": "The Daily Post", "cue": "reported", "kind": "outlet"},
        {"source": "according to [officials]", "cue": "according to", "kind": "official"},
    ]
    return article(
        "denial",
        DENIAL,
        events=[
            {
                "type": "ASSAULT",
                "mode": "heavy-weapons",
                "in": "The Daily Post ... people died",
                "trigger": "shelled",
                "actors": ["rebels"],
                "recipients": ["the port of Karm"],
                "places": ["Karm"],
                "date": {"words": "3 May 2024", "value": "2024-05-03"},
                "numbers": [{"what": "killed", "low": 12, "high": None, "words": "At least 12"}],
                "claims": [
                    {"status": "occurred", "content": "rebels shelled the port of Karm", "chain": chain},
                    {
                        "status": "denied",
                        "in": "Rebels denied it",
                        "content": "denied it",
                        "chain": [{"source": "Rebels", "cue": "denied", "kind": "organisation"}],
                    },
                ],
            },
            {
                "type": "MOBILIZE",
                "in": "The Reed Brigade ... north",
                "trigger": "march",
                "actors": ["The Reed Brigade"],
                "claims": [{"status": "planned", "content": "plans to march north"}],
            },
        ],
        figures=[
            {
                "in": "The army ... Karm",
                "holder": "The army",
                "what": "troops",
                "low": 400,
                "high": 400,
                "words": "400",
                "place": "in [Karm]. The Reed",
            }
        ],
        relations=[{"subject": "The Reed Brigade", "kind": "proxy_of", "object": "Orvania"}],
    )


def article(name: str, text: str, **annotation: object) -> GoldArticle:
    """An article annotated by words."""
    made = compiled(msgspec.convert({"id": name, "outlet": None, "published": None, **annotation}, Annotation), text)
    return GoldArticle(gold=msgspec.convert(made, Gold), text=text)


def write(folder: Path, *articles: GoldArticle) -> None:
    """Lay articles out as a folder of gold."""
    folder.mkdir(parents=True, exist_ok=True)
    for each in articles:
        assert each.gold.sha256 == sha256(each.text.encode()).hexdigest()
        (folder / f"{each.gold.id}.txt").write_text(each.text, encoding="utf-8", newline="")
        (folder / f"{each.gold.id}.gold.json").write_bytes(msgspec.json.encode(each.gold))
