"""Continuous integration skips nothing that it could run."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SCRIPT = (ROOT / ".ci" / "run").read_text(encoding="utf-8")


def function(name: str) -> str:
    found = re.search(rf"^{name}\(\) \{{\n.*?^\}}\n", SCRIPT, re.MULTILINE | re.DOTALL)
    assert found is not None
    return found[0]


def test_everything_beside_the_checkout_that_code_or_tests_look_for_is_named_to_the_clone() -> None:
    kinds = re.search(r"^for kind in (.+); do$", SCRIPT, re.MULTILINE)
    assert kinds is not None
    places = [path for folder in ("src", "tests") for path in (ROOT / folder).rglob("*.py")]
    wanted = {
        name for path in places for name in re.findall(r"\"REPORTEDLY_([A-Z]+)\"", path.read_text(encoding="utf-8"))
    }
    assert wanted >= {"GOLD", "DATA", "TOOLS"}
    assert {kind.upper() for kind in kinds[1].split()} == wanted - {"GAZETTEER", "STORE"}  # built where needed


def test_the_tests_in_a_browser_know_that_they_must_not_be_skipped() -> None:
    assert re.search(r"^export CI=1$", SCRIPT, re.MULTILINE)


@pytest.mark.parametrize(("step", "says"), [("browser", "no Chromium"), ("database", "no PostgreSQL")])
def test_without_a_program_and_the_right_to_install_it_the_step_fails(step: str, says: str) -> None:
    bash = shutil.which("bash")
    if bash is None:
        pytest.skip("no bash on this machine")
    script = f"id() {{ echo 1000; }}\ncompgen() {{ false; }}\n{function(step)}\n{step}"
    done = subprocess.run([bash, "-c", script], env={"PATH": ""}, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert f"{says}, and no right to install it" in done.stderr
