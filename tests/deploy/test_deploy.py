"""What lies in deploy/ can be parsed, and says nothing that the program does not know."""

import re
import tomllib
from collections import Counter
from collections.abc import Iterator
from configparser import ConfigParser
from pathlib import Path
from typing import Any

import click
import msgspec
import pytest
import yaml

from reportedly.cli import COMMANDS, main
from reportedly.keep.metrics import Metrics
from reportedly.settings import Settings

DEPLOY = Path(__file__).parents[2] / "deploy"
ROOT = DEPLOY.parent


def parses(name: str, options: list[str]) -> None:
    """Hold a command line to what the command takes.

    Raises:
        click.UsageError: it does not take that.
    """
    with click.Context(main, info_name="reportedly") as context:
        command = main.get_command(context, name)
    assert command is not None, name
    if isinstance(command, click.Group):
        command, options = command.commands[options[0]], options[1:]
    command.make_parser(click.Context(command, info_name=name)).parse_args(list(options))


def compose() -> dict[str, Any]:
    loaded: dict[str, Any] = yaml.safe_load((DEPLOY / "compose.yaml").read_text(encoding="utf-8"))
    return loaded


def unit() -> ConfigParser:
    parser = ConfigParser(strict=False, interpolation=None, delimiters=("=",))
    parser.optionxform = str  # type: ignore[assignment,method-assign]
    parser.read(DEPLOY / "reportedly-watch.service", encoding="utf-8")
    return parser


def words_of_the_container() -> Iterator[list[str]]:
    text = (DEPLOY / "Containerfile").read_text(encoding="utf-8")
    yield re.search(r"^RUN reportedly (.+)$", text, re.MULTILINE)[1].split()  # type: ignore[index]
    yield yaml.safe_load(re.search(r"^CMD (\[.+\])$", text, re.MULTILINE)[1])  # type: ignore[index]


def test_the_compose_file_starts_a_watch_and_a_database_that_only_it_can_reach() -> None:
    services = compose()["services"]
    assert set(services) == {"postgres", "watch"}
    assert services["postgres"]["image"].endswith("postgres:17")
    assert "ports" not in services["postgres"]
    watch = services["watch"]
    parses(watch["command"][0], watch["command"][1:])
    assert all(port.startswith("127.0.0.1:") for port in watch["ports"])
    assert (ROOT / watch["build"]["dockerfile"]).exists()
    assert watch["cap_drop"] == ["ALL"]


def test_no_password_stands_in_a_file() -> None:
    environment = compose()["services"]["watch"]["environment"]
    assert environment["PGPASSWORD"].startswith("${POSTGRES_PASSWORD")
    assert compose()["services"]["postgres"]["environment"]["POSTGRES_PASSWORD"].startswith("${POSTGRES_PASSWORD")
    assert "@" in environment["REPORTEDLY_STORE"]
    assert re.search(r"//\w+@", environment["REPORTEDLY_STORE"])


def test_the_image_runs_as_nobody_in_particular_and_looks_after_itself() -> None:
    text = (DEPLOY / "Containerfile").read_text(encoding="utf-8")
    assert re.search(r"^USER (?!0|root)", text, re.MULTILINE)
    assert "HEALTHCHECK" in text
    assert "/health" in text
    for words in words_of_the_container():
        parses(words[0], words[1:])


def test_the_unit_starts_a_watch_and_may_do_no_more_than_it_must() -> None:
    parser = unit()
    assert parser.sections() == ["Unit", "Service", "Install"]
    service = parser["Service"]
    _, name, *options = service["ExecStart"].split()
    parses(name, options)
    assert service["KillSignal"] == "SIGTERM"
    hardened = ("NoNewPrivileges", "PrivateTmp", "PrivateDevices", "ProtectHome", "LockPersonality", "DynamicUser")
    assert {service[key] for key in hardened} == {"yes"}
    assert service["ProtectSystem"] == "strict"
    assert service["CapabilityBoundingSet"] == ""
    keys = re.findall(r"^([A-Za-z]+)=", (DEPLOY / "reportedly-watch.service").read_text("utf-8"), re.MULTILINE)
    assert {key for key, number in Counter(keys).items() if number > 1} == {"Environment", "SystemCallFilter"}


@pytest.mark.parametrize("name", ["prometheus.yaml", "prometheus-rules.yaml"])
def test_what_prometheus_reads_is_yaml(name: str) -> None:
    assert isinstance(yaml.safe_load((DEPLOY / name).read_text(encoding="utf-8")), dict)


def metrics() -> set[str]:
    families = Metrics().registry.collect()
    return {
        f"{family.name}{end}"
        for family in families
        for end in (("", "_total") if family.type == "counter" else ("",))
        if family.name.startswith("reportedly_")
    }


def test_alerts_speak_of_metrics_that_there_are() -> None:
    text = (DEPLOY / "prometheus-rules.yaml").read_text(encoding="utf-8")
    assert set(re.findall(r"reportedly_\w+", text)) <= metrics()


def test_every_metric_is_documented() -> None:
    page = (ROOT / "docs" / "reference" / "watch.md").read_text(encoding="utf-8")
    named = set(re.findall(r"^\| `(reportedly_\w+)`", page, re.MULTILINE))
    counters = {name.removesuffix("_total") for name in named if name.endswith("_total")}
    assert named | counters == metrics()


def test_the_example_of_settings_is_one() -> None:
    settings = msgspec.convert(tomllib.loads((DEPLOY / "reportedly.example.toml").read_text("utf-8")), Settings)
    assert settings.collect.contact is not None


def test_commands_in_comments_exist() -> None:
    for path in DEPLOY.iterdir():
        for name in re.findall(r"(?:exec watch|bin/)\s*reportedly (\w+)", path.read_text(encoding="utf-8")):
            assert name in COMMANDS
