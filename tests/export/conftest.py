import importlib.util
from pathlib import Path
from types import ModuleType

import pytest


@pytest.fixture(scope="session")
def handmade() -> ModuleType:
    spec = importlib.util.spec_from_file_location("handmade", Path(__file__).with_name("handmade.py"))
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
