"""The reference of the library, made from the docstrings: one page a room.

Of a room whose inside is nobody's business but its own, only the doors are described; of the others every public name.
"""

import logging
from collections.abc import Iterable, Iterator
from pathlib import Path

import griffe
from pages import ROOT

NOTE = "Generated from the docstrings by `make docs`; change them there."
_RECORDS = frozenset({"Noun", "Headed", "msgspec.Struct", "NamedTuple"})
_QUOTES = "'\""
_WIDE = 100

LEFT_OUT = frozenset({"cli"})
"""Rooms without a page: the command line has `reference/cli.md`."""

DOORS = {
    "collect": {"cleaner", "files", "formats", "html", "inputs", "streams"},
    "extract": {"attribution", "chat_reader", "quantities", "reader", "segment", "timex"},
    "models": {"chat.costs", "rules.tagger"},
    "store": {"batch", "opening", "records", "store"},
    "evals": {"corpora", "extraction", "gate", "gold", "measures", "readings", "report", "tasks"},
}
"""Room -> the modules of it that are described; the others are only named."""


def pages() -> dict[str, str]:
    """File name -> page: one for each room and each module beside them, and the list of all."""
    logging.getLogger("griffe").setLevel(logging.ERROR)
    package = griffe.load("reportedly", search_paths=[ROOT / "src"], docstring_parser="google")
    assert isinstance(package, griffe.Module)  # noqa: S101 - a package is a module
    rooms = {name: room for name, room in sorted(package.modules.items()) if _is_shown(name, room)}
    made = {f"{name}.md": _page(module) for name, module in rooms.items()}
    lines = [f"| [`reportedly.{name}`]({name}.md) | {_summary(module)} |" for name, module in rooms.items()]
    head = f"# The library, name by name\n\n{NOTE}\n\n{_public(package)}\n\n| module | owns |\n|---|---|\n"
    return {"README.md": head + "\n".join(lines) + "\n", **made}


def _public(package: griffe.Module) -> str:
    names = ", ".join(f"`{name}`" for name in package.exports or ())
    return f"`import reportedly` gives: {names}. Everything else is imported from the module that owns it."


def _page(room: griffe.Module) -> str:
    parts = [f"# `{room.path}`", NOTE, _text(room), _inside(room)]
    doors = DOORS.get(room.name)
    for module in _modules(room):
        if module is room or doors is None or module.path.removeprefix(f"{room.path}.") in doors:
            parts += _module(module, top=module is room)
    return "\n\n".join(part for part in parts if part) + "\n"


def _inside(room: griffe.Module) -> str:
    rows = [f"| `{module.path}` | {_summary(module)} |" for module in _modules(room) if module is not room]
    return "\n".join(["| module | owns |", "|---|---|", *rows]) if rows else ""


def _modules(room: griffe.Module) -> Iterator[griffe.Module]:
    yield room
    for name, module in sorted(room.modules.items()):
        if _is_shown(name, module):
            yield from _modules(module)


def _is_shown(name: str, module: griffe.Module | griffe.Alias) -> bool:
    return not (name.startswith("_") or name in LEFT_OUT or module.is_alias)


def _module(module: griffe.Module, *, top: bool) -> Iterator[str]:
    if not top:
        yield f"## `{module.path}`"
        yield _text(module)
    for name, member in module.members.items():
        if name.startswith("_") or member.is_alias or member.is_module:
            continue
        if isinstance(member, griffe.Class):
            yield from _class(member)
        elif isinstance(member, griffe.Function):
            yield f"### `{name}`\n\n{_signature(member)}\n\n{_text(member)}"
        elif isinstance(member, griffe.Attribute) and member.docstring:
            yield f"### `{name}`\n\n{_text(member)}"


def _class(found: griffe.Class) -> Iterator[str]:
    bases = ", ".join(str(base) for base in found.bases)
    yield f"### `{found.name}`" + (f"\n\nA `{bases}`." if bases else "")
    yield _text(found)
    yield _fields(found)
    for name, member in found.members.items():
        if isinstance(member, griffe.Function) and (not name.startswith("_") or name == "__init__"):
            if name != "__init__":
                yield f"#### `{found.name}.{name}`\n\n{_signature(member)}\n\n{_text(member)}"
            elif not _is_record(found):
                yield _signature(member, called=found.name)
        elif isinstance(member, griffe.Attribute) and member.has_labels("property"):
            yield f"#### `{found.name}.{name}`\n\n`{name}: {member.annotation}`\n\n{_text(member)}"


def _fields(found: griffe.Class) -> str:
    """The values of a closed set, or the fields of a record; nothing for any other class."""
    fields = [
        member
        for name, member in found.members.items()
        if isinstance(member, griffe.Attribute) and not (name[0] == "_" or member.has_labels("property"))
    ]
    if any("StrEnum" in str(base) for base in found.bases):
        return "Values: " + ", ".join(f"`{str(field.value).strip(_QUOTES)}`" for field in fields) + "."
    if not fields or not _is_record(found):
        return ""
    said = {item.name: _line(item.description) for item in _attributes(found)}
    rows = "\n".join(_field(field, said.get(field.name, "")) for field in fields)
    return f"| field | type | default | |\n|---|---|---|---|\n{rows}"


def _field(field: griffe.Attribute, said: str) -> str:
    default = f"`{field.value}`" if field.value is not None else ""
    annotation = str(field.annotation).replace("|", "\\|")
    return f"| `{field.name}` | `{annotation}` | {default} | {said} |"


def _attributes(found: griffe.Object) -> list[griffe.DocstringAttribute]:
    sections = found.docstring.parsed if found.docstring else []
    return [item for section in sections if section.kind.value == "attributes" for item in section.value]


def _signature(function: griffe.Function, called: str | None = None) -> str:
    parameters = [str(piece) for piece in _parameters(function)]
    returns = f" -> {function.returns}" if function.returns is not None and called is None else ""
    name = called or function.name
    line = f"{name}({', '.join(parameters)}){returns}"
    if len(line) > _WIDE:
        line = f"{name}(\n    " + ",\n    ".join(parameters) + f",\n){returns}"
    return f"```text\n{line}\n```"


def _parameters(function: griffe.Function) -> Iterator[str]:
    named = False
    for parameter in function.parameters:
        if parameter.name in ("self", "cls"):
            continue
        kind = parameter.kind.value if parameter.kind else ""
        if kind == "keyword-only" and not named:
            named = True
            yield "*"
        stars = {"variadic positional": "*", "variadic keyword": "**"}.get(kind, "")
        annotation = f": {parameter.annotation}" if parameter.annotation is not None else ""
        default = "" if parameter.default is None or stars else f" = {parameter.default}"
        yield f"{stars}{parameter.name}{annotation}{default}"


def _text(found: griffe.Object) -> str:
    """The docstring: its prose, what it says of arguments and errors as lists, and its examples."""
    if found.docstring is None:
        return ""
    parts: list[str] = []
    for section in found.docstring.parsed:
        kind = section.kind.value
        if kind == "text":
            parts.append(str(section.value))
        elif kind == "parameters" or (kind == "attributes" and not _is_record(found)):
            parts.append(_list((f"`{item.name}`", item.description) for item in section.value))
        elif kind == "raises":
            parts.append(_list((f"raises `{item.annotation}`", item.description) for item in section.value))
        elif kind == "examples":
            parts += (f"```pycon\n{text}\n```" for _, text in section.value)
    return "\n\n".join(parts)


def _list(items: Iterable[tuple[str, str]]) -> str:
    return "\n".join(f"- {name}: {_line(said)}" for name, said in items)


def _is_record(found: griffe.Object) -> bool:
    if not isinstance(found, griffe.Class):
        return False
    bases = {str(base) for base in found.bases}
    marks = {str(decorator.value).partition("(")[0] for decorator in found.decorators}
    return bool(bases & _RECORDS) or "dataclass" in marks


def _summary(module: griffe.Module) -> str:
    text = module.docstring.value if module.docstring else ""
    return _line(text.split("\n\n")[0])


def _line(text: str) -> str:
    return " ".join(text.split())


def folder() -> Path:
    """Where the pages go."""
    return ROOT / "docs" / "reference" / "api"
