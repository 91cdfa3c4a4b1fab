from pathlib import Path

import pytest


@pytest.fixture(autouse=True)
def on_the_path(monkeypatch: pytest.MonkeyPatch) -> None:
    """The programs of the corpus find each other, as they do when one is run."""
    monkeypatch.syspath_prepend(str(Path(__file__).parents[2] / "corpora"))
