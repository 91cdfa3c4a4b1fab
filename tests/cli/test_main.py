import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from reportedly import __version__
from reportedly.cli import COMMANDS, main
from reportedly.errors import CodecError, InputError, SettingsError, UsageError

HEAVY = {"msgspec", "rich", "yaml", "lxml", "trafilatura", "jinja2"}


@pytest.mark.parametrize("arguments", [["--help"], ["--version"], []])
def test_help_and_version_import_nothing_heavy(arguments: list[str], environment: dict[str, str]) -> None:
    code = (
        "import sys; from reportedly.cli import main\n"
        f"try: main({arguments!r})\n"
        "except SystemExit: print('loaded:', *{name.split('.')[0] for name in sys.modules})"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, env=environment, check=True
    )
    assert HEAVY & set(done.stdout.rpartition("loaded:")[2].split()) == set()


def test_version(run: Callable[..., Result]) -> None:
    assert run("--version").output == f"reportedly {__version__}\n"


def test_help_names_every_command(run: Callable[..., Result]) -> None:
    shown = run("--help").output
    assert all(f"\n  {name} " in shown for name in COMMANDS)


@pytest.mark.parametrize("name", ["read", "demo", "schema"])
def test_each_command_has_help_of_its_own(run: Callable[..., Result], name: str) -> None:
    done = run(name, "--help")
    assert done.exit_code == 0
    assert done.output.startswith(f"Usage: reportedly {name}")


@pytest.mark.parametrize("arguments", [(), ("read",), ("reed",), ("read", "--colour"), ("--nope",)])
def test_wrong_usage_ends_with_two_and_a_word_on_it(
    run: Callable[..., Result], arguments: tuple[str, ...]
) -> None:
    done = run(*arguments)
    assert (done.exit_code, done.stdout) == (2, "")
    assert done.stderr.startswith("Usage: reportedly")


@pytest.mark.parametrize(
    ("error", "status", "message"),
    [
        (UsageError("no such reader"), 2, "reportedly: no such reader\n"),
        (SettingsError("reportedly.toml: unknown key"), 2, "reportedly: reportedly.toml: unknown key\n"),
        (
            InputError("a.html", "empty", "fetch\nit \x1b[2Jagain"),
            1,
            "reportedly: a.html: empty; fetch it [2Jagain\n",
        ),
        (CodecError("not a Reading"), 1, "reportedly: not a Reading\n"),
        (OSError(28, "No space left on device"), 1, "reportedly: the output: No space left on device\n"),
        (PermissionError(13, "Permission denied", "x"), 1, "reportedly: x: Permission denied\n"),
        (KeyboardInterrupt(), 130, ""),
    ],
)
def test_expected_errors_are_one_line(
    run: Callable[..., Result],
    monkeypatch: pytest.MonkeyPatch,
    error: BaseException,
    status: int,
    message: str,
) -> None:
    def fails() -> None:
        raise error

    monkeypatch.setattr("reportedly.codec.json_schema", fails)
    done = run("schema")
    assert (done.exit_code, done.stdout, done.stderr) == (status, "", message)


def test_an_error_of_ours_is_not_hidden(run: Callable[..., Result], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reportedly.codec.json_schema", lambda: 1 / 0)
    assert isinstance(run("schema").exception, ZeroDivisionError)


def test_schema_prints_the_contract(run: Callable[..., Result]) -> None:
    done = run("schema")
    assert done.exit_code == 0
    assert '"$ref": "#/$defs/Reading"' in done.stdout


def test_the_script_is_installed() -> None:
    pyproject = Path(__file__).parents[2] / "pyproject.toml"
    assert 'reportedly = "reportedly.cli:main"' in pyproject.read_text()
    assert main.name == "main"
