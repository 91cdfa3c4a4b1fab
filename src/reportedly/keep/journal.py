"""The journal of a long run: one line of JSON an action, and no secret in any."""

import json
import logging
from datetime import UTC, datetime, timedelta
from typing import Final

from reportedly.keep.secrets import bare
from reportedly.protocols import Clock

LOGGER: Final = "reportedly.watch"
"""The name under which the journal logs; whoever runs it says where the lines go."""

Field = str | int | float | bool | datetime | None


class Journal:
    """Says what is done, one line an action, through the standard library's logging.

    Args:
        clock: whose time the lines carry.
        logger: where they go.
    """

    def __init__(self, clock: Clock, logger: logging.Logger | None = None) -> None:
        self._clock = clock
        self._logger = logger if logger is not None else logging.getLogger(LOGGER)

    def say(self, action: str, **fields: Field) -> None:
        """One line: what was done, to what, and how it went; fields that are None are left out."""
        self._say(logging.INFO, action, fields)

    def warn(self, action: str, **fields: Field) -> None:
        """The same, for what somebody should look at."""
        self._say(logging.WARNING, action, fields)

    def fail(self, action: str, **fields: Field) -> None:
        """The same, for what stops the run."""
        self._say(logging.ERROR, action, fields)

    def _say(self, level: int, action: str, fields: dict[str, Field]) -> None:
        if self._logger.isEnabledFor(level):
            self._logger.log(level, action, extra={"at": self._clock.now(), "fields": fields})


class JsonLines(logging.Formatter):
    """Writes each record as one line of JSON: `at`, `level`, `action`, then the fields.

    A record of another logger has the action `log`, with `logger` and `message`.
    """

    def format(self, record: logging.LogRecord) -> str:
        """The line, without its end."""
        said = getattr(record, "fields", None)
        at = getattr(record, "at", None) or datetime.fromtimestamp(record.created, UTC)
        head = {"at": _plain(at), "level": record.levelname.lower()}
        if isinstance(said, dict):
            named = {name: _plain(value) for name, value in said.items() if value is not None}
            line = {**head, "action": record.msg, **named}
        else:
            line = {**head, "action": "log", "logger": record.name, "message": bare(record.getMessage())}
        if record.exc_info:
            line["error"] = bare(self.formatException(record.exc_info))
        return json.dumps(line, ensure_ascii=False)


def _plain(value: Field) -> Field:
    """A moment as text to the millisecond, a text without secrets, a number of few digits."""
    if isinstance(value, datetime):
        spec = "milliseconds" if value.utcoffset() == timedelta(0) else "auto"
        return value.isoformat(timespec=spec).replace("+00:00", "Z")
    if isinstance(value, float):
        return round(value, 3)
    return bare(value) if isinstance(value, str) else value
