"""Examples in docstrings do what they show."""

import doctest
import pkgutil
from importlib import import_module

import pytest

import reportedly

MODULES = [module.name for module in pkgutil.walk_packages(reportedly.__path__, "reportedly.")]


@pytest.mark.parametrize("name", MODULES)
def test_the_examples_of_a_module_hold(name: str) -> None:
    failed, _ = doctest.testmod(import_module(name), optionflags=doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE)
    assert failed == 0


@pytest.mark.parametrize("name", MODULES)
def test_a_module_says_what_it_owns(name: str) -> None:
    said = import_module(name).__doc__
    assert said is not None and len(said.split("\n\n")[0]) > 10
