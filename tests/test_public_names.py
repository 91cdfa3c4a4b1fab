import subprocess
import sys

import pytest

import reportedly
from reportedly import errors, pipeline, schema

HEAVY = ("trafilatura", "lxml", "rich", "yaml", "click", "jinja2", "msgspec")


def run(code: str) -> str:
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=False)
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout.strip()


def test_these_are_the_public_names() -> None:
    assert sorted(reportedly.__all__) == [
        "Article",
        "Claim",
        "Event",
        "InputError",
        "Issue",
        "Pipeline",
        "Reading",
        "ReportedlyError",
        "Span",
        "__version__",
        "read",
        "read_all",
    ]


@pytest.mark.parametrize("name", ["Article", "Claim", "Event", "Issue", "Reading", "Span"])
def test_a_noun_is_that_of_the_schema(name: str) -> None:
    assert getattr(reportedly, name) is getattr(schema, name)


@pytest.mark.parametrize("name", ["Pipeline", "read", "read_all"])
def test_a_verb_is_that_of_the_pipeline(name: str) -> None:
    assert getattr(reportedly, name) is getattr(pipeline, name)


@pytest.mark.parametrize("name", ["InputError", "ReportedlyError"])
def test_an_error_is_that_of_the_errors(name: str) -> None:
    assert getattr(reportedly, name) is getattr(errors, name)


def test_every_public_name_can_be_imported_in_a_fresh_process() -> None:
    names = ", ".join(reportedly.__all__)
    assert run(f"from reportedly import {names}; print(Reading.__name__, __version__)") == (
        f"Reading {reportedly.__version__}"
    )


def test_a_star_import_gives_the_public_names() -> None:
    got = run("from reportedly import *; print(sorted(n for n in dir() if n == '__version__' or n[:1] != '_'))")
    assert got == str(sorted(reportedly.__all__))


def test_the_import_alone_loads_nothing_heavy() -> None:
    loaded = f"print([n for n in {HEAVY} if n in sys.modules], 'reportedly.schema' in sys.modules)"
    assert run(f"import reportedly, sys; {loaded}") == "[] False"


def test_the_pipeline_is_named_without_loading_what_reads_pages() -> None:
    heavy = tuple(name for name in HEAVY if name != "msgspec")
    assert run(f"import reportedly, sys; reportedly.read; print([n for n in {heavy} if n in sys.modules])") == "[]"


def test_the_names_not_yet_imported_are_listed() -> None:
    assert run("import reportedly; print({*reportedly.__all__} <= {*dir(reportedly)})") == "True"


def test_an_unknown_name_is_an_error() -> None:
    with pytest.raises(AttributeError, match="module 'reportedly' has no attribute 'Reeding'"):
        reportedly.Reeding  # noqa: B018
