"""From one line of JSON lines to an article: strict on what it must hold, deaf to what else it holds."""

import re

import msgspec

from reportedly.collect import language
from reportedly.collect.byline import byline_of
from reportedly.collect.dateline import dateline_of
from reportedly.collect.dates import Moment, given
from reportedly.errors import InputError
from reportedly.schema import Article, Capture, DateSource


class _Line(msgspec.Struct, frozen=True):
    """The keys that are read; all others are passed over."""

    id: str
    text: str
    url: str | None = None
    title: str | None = None
    outlet: str | None = None
    byline: str | None = None
    published_at: str | None = None


_SURROGATE = re.compile(rb"\\u[dD][89a-fA-F]")
_decoder = msgspec.json.Decoder(_Line)
_KEYS = 'it needs "id" and "text" as strings, and may have url, title, outlet, byline, published_at'


def article(capture: Capture) -> Article:
    """The article of one line. Its `text` is the value of `text`, code point for code point.

    Keys other than `id text url title outlet byline published_at` are passed over.

    Raises:
        InputError: not JSON, not an object, a key missing or of the wrong type, or not in English.
    """
    line = _decode(capture)
    for key, value in (("id", line.id), ("text", line.text)):
        if not value.strip():
            raise InputError(capture.name, f'"{key}" is empty', _KEYS)
    moment = _moment(line.published_at, capture.name)
    first = [part.strip() for part in line.text[:20_000].splitlines() if part.strip()][:6]
    return Article(
        id=line.id,
        url=line.url or None,
        title=line.title or None,
        outlet=line.outlet or None,
        byline=line.byline or byline_of(first),
        dateline=dateline_of(first),
        language=language.checked(line.text, None, capture.name),
        published_at=moment.at if moment else None,
        date_source=DateSource.GIVEN if moment else None,
        date_precision=moment.precision if moment else None,
        text=line.text,
    )


def _decode(capture: Capture) -> _Line:
    try:
        return _decoder.decode(capture.body)
    except msgspec.ValidationError as error:
        raise InputError(capture.name, f"not an article: {_plain(error)}", _KEYS) from error
    except UnicodeDecodeError as error:
        raise InputError(capture.name, "not JSON: not in UTF-8", "save the lines as UTF-8") from error
    except (msgspec.DecodeError, RecursionError) as error:
        problem = "half of a surrogate pair" if _SURROGATE.search(capture.body) else _plain(error)
        raise InputError(capture.name, f"not JSON: {problem}", "put one JSON object on each line") from error


def _plain(error: Exception) -> str:
    """The message of the decoder in our words."""
    message = str(error).removeprefix("JSON is malformed: ").replace("$.", "")
    for theirs, ours in (("`str`", "a string"), ("`int`", "a number"), ("`", '"')):
        message = message.replace(theirs, ours)
    return message[:1].lower() + message[1:]


def _moment(value: str | None, name: str) -> Moment | None:
    if value is None:
        return None
    moment = given(value)
    if moment is None:
        remedy = "write 2026-03-14, or 2026-03-14T10:30:00Z with its time zone"
        raise InputError(name, f'"published_at" is no date: {value[:40]!r}', remedy)
    return moment
