"""Where the reference scorer and its gold lie, and the comparison with it."""

import importlib.util
import json
import os
from collections.abc import Callable, Sequence
from pathlib import Path
from types import ModuleType

import pytest

from reportedly.codec import encode
from reportedly.evals.gold import GoldArticle
from reportedly.evals.readings import score
from reportedly.schema import Reading

SHARED = Path(os.environ.get("REPORTEDLY_SHARED", Path(__file__).parents[3] / "shared"))


@pytest.fixture(scope="session")
def reference() -> ModuleType:
    """The reference scorer, where it lies beside the project."""
    path = SHARED / "tools" / "score_readings.py"
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
    path = SHARED / "gold" / "train"
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
