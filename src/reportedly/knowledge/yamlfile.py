"""YAML text -> plain mappings, lists and strings, four times as fast as a general loader.

The data files need no types from YAML: what a word means is said by the record that it is read into.
"""

from collections.abc import Callable
from typing import Any, Final

Plain = str | None | list[Any] | dict[str, Any]
"""A document: strings, None for an unquoted `null`, and lists and mappings of these."""

_NULLS: Final = frozenset({"", "~", "null"})


class YamlShapeError(ValueError):
    """The text is YAML, but has an alias, a key that is no word, or a key twice."""


def read(text: str) -> Plain:
    """The one document in `text`.

    Raises:
        YamlShapeError: the document has an alias, a key that is no word, or a key twice.
        yaml.YAMLError: the text is no YAML.
    """
    import yaml  # noqa: PLC0415  (kept out of the start-up of the package)

    parser = getattr(yaml, "CBaseLoader", yaml.BaseLoader)(text)
    try:
        return _document(parser.get_event)
    finally:
        parser.dispose()


def _document(get_event: Callable[[], Any]) -> Plain:
    """What the events of one document build; None for an empty text."""
    from yaml import events as e  # noqa: PLC0415

    here: Any = []
    top, key, outer = here, None, []
    starts = {e.MappingStartEvent: dict, e.SequenceStartEvent: list}
    ends = {e.MappingEndEvent, e.SequenceEndEvent}
    while (kind := type(event := get_event())) is not e.StreamEndEvent:
        if kind is e.ScalarEvent:
            value = event.value
            if value in _NULLS and event.implicit[0]:
                value = None
            key = _put(here, key, value)
        elif kind in starts:
            made: Any = starts[kind]()
            if type(here) is dict and key is None:
                raise YamlShapeError(f"line {event.start_mark.line + 1}: a key must be one word")
            _put(here, key, made)
            outer.append(here)
            here, key = made, None
        elif kind in ends:
            here, key = outer.pop(), None
        elif kind is e.AliasEvent:
            raise YamlShapeError(f"line {event.start_mark.line + 1}: aliases are not read")
    return top[0] if top else None


def _put(here: Any, key: str | None, value: Any) -> str | None:
    """Adds `value` to the list, or to the mapping under `key`; without a key it becomes the next key."""
    if type(here) is list:
        here.append(value)
    elif key is not None:
        here[key] = value
    elif value is None or value in here:
        raise YamlShapeError(f"the key {value!r} stands twice or is empty")
    else:
        return str(value)
    return None
