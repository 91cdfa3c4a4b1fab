"""The front of the house: the Makefile says what it can do, and the README promises no more than that."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
TARGETS = {"help", "setup", "demo", "test", "check", "fix", "eval", "bench", "docs", "knowledge"}

needs_make = pytest.mark.skipif(shutil.which("make") is None, reason="no make here")


def make(*arguments: str, cwd: Path = ROOT) -> str:
    ran = subprocess.run(["make", *arguments], cwd=cwd, capture_output=True, encoding="utf-8", check=False)
    return ran.stdout + ran.stderr


@needs_make
def test_make_alone_lists_every_target_with_what_it_does() -> None:
    listed = re.findall(r"^  make (\w+) +\S.*$", make("--no-print-directory"), re.MULTILINE)
    assert set(listed) == TARGETS


@needs_make
def test_a_python_that_is_too_old_is_refused_in_one_line(tmp_path: Path) -> None:
    checkout = tmp_path / "a checkout"
    checkout.mkdir()
    for name in ("Makefile", "pyproject.toml"):
        shutil.copy(ROOT / name, checkout / name)
    said = make("--no-print-directory", "setup", "PYTHON=false", cwd=checkout)
    assert said.startswith("reportedly needs Python 3.11, 3.12 or 3.13; name one:")
    assert not (checkout / ".venv").exists()


def test_the_readme_names_the_commands_that_ci_types() -> None:
    blocks = re.findall(r"^```sh\n(.*?)^```$", (ROOT / "README.md").read_text("utf-8"), re.MULTILINE | re.DOTALL)
    named = re.findall(r"^make (\w+)", "\n".join(blocks), re.MULTILINE)
    assert named[:2] == ["demo", "test"]
    assert set(named) <= TARGETS
    assert {"check", "eval"} <= set(named)


@pytest.mark.skipif(shutil.which("bash") is None, reason="no bash here")
def test_ci_is_a_program_without_mistakes_of_syntax() -> None:
    script = ROOT / ".ci" / "run"
    assert script.stat().st_mode & 0o111
    assert subprocess.run(["bash", "-n", str(script)], check=False).returncode == 0
    assert "set -euo pipefail" in script.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "SECURITY.md", "CHANGELOG.md"])
def test_a_page_at_the_front_is_short_enough_to_be_read(name: str) -> None:
    assert 10 < len((ROOT / name).read_text(encoding="utf-8").splitlines()) < 260
