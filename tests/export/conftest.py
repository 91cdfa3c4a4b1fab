import importlib.util
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType

import pytest

from reportedly.schema import Reading


@pytest.fixture(scope="session")
def handmade() -> ModuleType:
    spec = importlib.util.spec_from_file_location("handmade", Path(__file__).with_name("handmade.py"))
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def readings_of(handmade: ModuleType) -> Callable[[int], Iterator[Reading]]:
    """So many readings of one text, made as they are asked for."""
    return lambda count: (handmade.militia(f"militia-{number}") for number in range(count))
