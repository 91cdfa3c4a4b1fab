"""`reportedly.toml` -> one frozen `Settings`, read when asked and passed down as values."""

import tomllib
from pathlib import Path

import msgspec

from reportedly.errors import SettingsError
from reportedly.schema import Noun

FILE_NAME = "reportedly.toml"


class Settings(Noun, frozen=True, kw_only=True):
    """What a user may set for all commands.

    Attributes:
        reader: name of the reader, as `--reader` takes it.
    """

    reader: str = "rules"


def load(path: Path | None = None) -> Settings:
    """The settings in `path`, or in `reportedly.toml` of the working directory; defaults where that is absent.

    Raises:
        SettingsError: `path` cannot be read, is not TOML, or holds an unknown key or a wrong kind of value.
    """
    if path is None:
        path = Path(FILE_NAME)
        if not path.exists():
            return Settings()
    try:
        values = tomllib.loads(path.read_text(encoding="utf-8"))
        return msgspec.convert(values, Settings)
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        raise SettingsError(f"{path}: {error}; see docs/reference/settings.md") from error
