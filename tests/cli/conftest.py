import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from reportedly import plugins
from reportedly.cli import main

HERE = Path(__file__).parent
sys.path.append(str(HERE))


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Callable[..., Result]:
    """Call `reportedly` in this process, in an empty directory, with the stub as the reader."""
    monkeypatch.syspath_prepend(HERE)
    monkeypatch.setitem(plugins.READERS, "stub", "stub:Stub")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "80")
    Path("reportedly.toml").write_text('reader = "stub"\n')

    def call(*arguments: object, stdin: str | bytes | None = None) -> Result:
        return CliRunner().invoke(main, [str(each) for each in arguments], input=stdin, prog_name="reportedly")

    return call


@pytest.fixture
def command() -> list[str]:
    """The words that start `reportedly`, with the stub among its readers, as a process."""
    return [sys.executable, str(HERE / "stub.py")]


@pytest.fixture
def environment() -> dict[str, str]:
    """What a process of ours finds around it: this package, 80 columns, no wish about colour."""
    kept = {name: value for name, value in os.environ.items() if name not in {"FORCE_COLOR", "NO_COLOR"}}
    return {**kept, "COLUMNS": "80", "PYTHONPATH": os.pathsep.join(sys.path)}


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    """A directory of five texts."""
    folder = tmp_path / "pages"
    folder.mkdir()
    for number in range(5):
        (folder / f"{number}.txt").write_text(f"Gunners{number} shelled the pier of Lind on Sunday night.\n")
    return folder
