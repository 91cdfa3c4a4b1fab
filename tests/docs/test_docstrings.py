"""Examples in docstrings do what they show."""

import doctest
import pkgutil
from importlib import import_module
from importlib.util import find_spec

import pytest

import reportedly

TRAINS = find_spec("torch") is not None
MODULES = [
    module.name
    for module in pkgutil.walk_packages(reportedly.__path__, "reportedly.")
    if TRAINS or not module.name.startswith("reportedly.train.")
]
"""Every module; those of the extra `[train]` where it is installed."""


WITH_EXAMPLES = ("reportedly.codec", "reportedly.pipeline", "reportedly.schema.base")


def examples(name: str) -> doctest.TestResults:
    return doctest.testmod(import_module(name), optionflags=doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE)


@pytest.mark.parametrize("name", MODULES)
def test_the_examples_of_a_module_hold(name: str) -> None:
    assert examples(name).failed == 0


@pytest.mark.parametrize("name", WITH_EXAMPLES)
def test_what_a_newcomer_calls_first_has_examples(name: str) -> None:
    assert examples(name).attempted > 0


@pytest.mark.parametrize("name", MODULES)
def test_a_module_says_what_it_owns(name: str) -> None:
    said = import_module(name).__doc__
    assert said is not None and len(said.split("\n\n")[0]) > 10
