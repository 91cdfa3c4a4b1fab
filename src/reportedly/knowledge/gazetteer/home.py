"""Where the gazetteer lies: a file that is named, or one in the user's data folder that is built when it is needed."""

import logging
import os
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Final

from reportedly.knowledge.gazetteer.build import build, fingerprint
from reportedly.knowledge.gazetteer.store import Gazetteer
from reportedly.settings import DEFAULTS, Settings

VARIABLE: Final = "REPORTEDLY_GAZETTEER"
"""The environment variable that names a gazetteer file; `gazetteer` in reportedly.toml goes before it."""

_log = logging.getLogger(__name__)


def named(settings: Settings = DEFAULTS, environment: Mapping[str, str] = os.environ) -> Path | None:
    """The file that the settings or the environment name; None where neither does."""
    said = settings.gazetteer or environment.get(VARIABLE)
    return Path(said).expanduser() if said else None


def standard_path() -> Path:
    """The file in the user's data folder; its name holds the hash of what it is built from, so it is never stale."""
    from platformdirs import user_data_path  # noqa: PLC0415 - the package starts without it

    return user_data_path("reportedly", appauthor=False) / f"gazetteer-{fingerprint()}.sqlite"


def is_missing(settings: Settings = DEFAULTS) -> bool:
    """Whether opening the gazetteer will build it first, which takes some seconds."""
    return named(settings) is None and not standard_path().exists()


def opened(settings: Settings = DEFAULTS) -> Gazetteer:
    """The gazetteer of these settings.

    Raises:
        GazetteerError: the file that is named is absent or no gazetteer, or the standard one cannot be built.
    """
    path = named(settings)
    return standard() if path is None else Gazetteer(path)


@cache
def standard() -> Gazetteer:
    """The gazetteer in the user's data folder, which is built where it is not there yet.

    Raises:
        GazetteerError: it cannot be built there.
    """
    path = standard_path()
    if not path.exists():
        _log.info("building the gazetteer in %s", path)
        for issue in build(path).issues:
            _log.warning("%s", issue)
    return Gazetteer(path)
