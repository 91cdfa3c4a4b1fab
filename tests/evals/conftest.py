"""Where the reference scorer and its gold lie, and the comparison with it."""

import importlib.util
import json
import os
from collections.abc import Callable, Sequence
from hashlib import sha256
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from reportedly.codec import encode
from reportedly.evals.gold import Gold, GoldArticle, GoldCitation, GoldClaim, GoldEvent, GoldPlace, to_reading
from reportedly.evals.readings import score
from reportedly.schema import (
    Counted,
    EventDate,
    EventType,
    Figure,
    Hop,
    HopKind,
    Participant,
    Quantity,
    Reading,
    Relation,
    RelationKind,
    Span,
    Status,
)

SHARED = Path(__file__).parents[3] / "shared"

TEXT = (
    "Rebels backed by Varn plan to attack Selm, the Meridian Post reported, quoting officials. "
    "The army shelled Orra on 4 March, killing 12, a witness said; Arvak denied it. "
    "Some 900 troops are in Selm."
)


def span(words: str, text: str = TEXT) -> Span:
    """Where `words` stand first in the text."""
    start = text.index(words)
    return Span(start, start + len(words))


def party(words: str) -> Participant:
    return Participant(span=span(words))


def hop(words: str, cue: str, kind: HopKind) -> Hop:
    return Hop(source=span(words), cue=span(cue), kind=kind)


POST = hop("Meridian Post", "reported", HopKind.OUTLET)
OFFICIALS = hop("officials", "quoting", HopKind.OFFICIAL)

ANNOTATION: dict[str, Any] = {
    "outlet": "Varn Chronicle",
    "published": "2026-03-10",
    "events": (
        GoldEvent(
            id="e1",
            type=EventType.ASSAULT,
            mode="assassinate",
            trigger=span("attack"),
            actors=(party("Rebels"),),
            recipients=(party("Selm"),),
        ),
        GoldEvent(
            id="e2",
            type=EventType.ASSAULT,
            mode="heavy-weapons",
            trigger=span("shelled"),
            actors=(party("army"),),
            recipients=(party("Orra"),),
            places=(GoldPlace(span=span("Orra")),),
            date=EventDate(span=span("4 March"), value="2026-03-04"),
            numbers=(Quantity(what=Counted.KILLED, low=12, high=12, span=span("12")),),
        ),
    ),
    "claims": (
        GoldClaim(
            event="e1", status=Status.PLANNED, content=span("plan to attack Selm"), chain=(POST, OFFICIALS)
        ),
        GoldClaim(
            event="e2",
            status=Status.OCCURRED,
            content=span("The army shelled Orra"),
            chain=(hop("witness", "said", HopKind.WITNESS),),
        ),
        GoldClaim(
            event="e2",
            status=Status.DENIED,
            content=span("denied it"),
            chain=(hop("Arvak", "denied", HopKind.OFFICIAL),),
        ),
    ),
    "figures": (
        Figure(what=Counted.TROOPS, low=900, high=900, approx=True, span=span("900"), place=span("Selm")),
    ),
    "relations": (Relation(subject=span("Rebels"), kind=RelationKind.BACKED_BY, object=span("Varn")),),
    "citations": (GoldCitation(span=span("Meridian Post"), main=True),),
}


@pytest.fixture(scope="session")
def reference() -> ModuleType:
    """The reference scorer, where it lies beside the project."""
    path = Path(os.environ.get("REPORTEDLY_TOOLS", SHARED / "tools")) / "score_readings.py"
    if not path.exists():
        pytest.skip(f"no reference scorer at {path}")
    spec = importlib.util.spec_from_file_location("score_readings", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="session")
def real_gold() -> Path:
    """A folder of several hundred annotated articles, where it lies beside the project."""
    path = Path(os.environ.get("REPORTEDLY_GOLD", SHARED / "gold")) / "train"
    if not path.exists():
        pytest.skip(f"no gold at {path}")
    return path


@pytest.fixture(scope="session")
def agrees_with_reference(reference: ModuleType) -> Callable[..., None]:
    """Asserts that both scorers give the same figures, over a folder that the gold is written to."""

    def compare(folder: Path, articles: Sequence[GoldArticle], readings: Sequence[Reading]) -> None:
        for article in articles:
            (folder / f"{article.gold.id}.txt").write_bytes(article.text.encode())
            (folder / f"{article.gold.id}.gold.json").write_bytes(encode(article.gold))
        given = {reading.article.id: json.loads(encode(reading)) for reading in readings}
        assert json.loads(encode(score(articles, readings))) == reference.score(folder, given)

    return compare


@pytest.fixture
def article() -> GoldArticle:
    """`TEXT`, annotated: a planned attack at two hops, and a shelling that one voice tells and one denies."""
    return GoldArticle(gold=Gold(id="g1", sha256=sha256(TEXT.encode()).hexdigest(), **ANNOTATION), text=TEXT)


@pytest.fixture
def perfect(article: GoldArticle) -> Reading:
    """The reading of that article that makes no mistake."""
    return to_reading(article.gold, article.text)


@pytest.fixture
def folder(article: GoldArticle, tmp_path: Path) -> Path:
    """A folder with that article's text and annotation."""
    path = tmp_path / "invented"
    path.mkdir()
    (path / "g1.txt").write_bytes(article.text.encode())
    (path / "g1.gold.json").write_bytes(encode(article.gold))
    return path
