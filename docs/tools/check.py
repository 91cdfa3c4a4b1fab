"""Holds the documentation to what is there: links and anchors, paths of code, commands and their options.

    python docs/tools/check.py

Prints one line for each mistake, `page:line: what is wrong`; the exit status is 1 where there is one.
"""

import re
import shlex
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import click
from commands import command
from pages import ROOT, blocks, commands, markdown, prose

from reportedly.cli import COMMANDS

_LINK = re.compile(r"(?<!\\)\[[^\]\n]*\]\((?P<target>[^)\s]+)(?:\s+\"[^\"]*\")?\)")
_CODE = re.compile(r"(?P<ticks>`+)(?P<code>.+?)(?P=ticks)")
_HEADING = re.compile(r"^#{1,6}\s+(?P<text>.+?)\s*#*$", re.M)
_PATH = re.compile(r"(?:\.{0,2}/)?[\w.-]+(?:/[\w.*-]+)*/?")
_BESIDE: Final = "../shared"
"""What may lie beside the project, and in a clone does not."""
_STANDS_FOR_ANY = re.compile(r"\b[A-Z]{2,}\b|\*|\.\.\.")
_TOPS = ("src", "docs", "tests", "evals", "benchmarks", "examples", "corpora", "recipes", ".ci")


def mistakes(page: Path, root: Path = ROOT) -> Iterator[str]:
    """What is wrong with one page, each as `page:line: what`."""
    text = page.read_text(encoding="utf-8")
    for line, what in (*_links(page, text), *_paths(page, text, root), *_commands(text, root)):
        yield f"{page.relative_to(root)}:{line}: {what}"


def _links(page: Path, text: str) -> Iterator[tuple[int, str]]:
    bare = _CODE.sub(lambda found: " " * len(found[0]), prose(text))
    for found in _LINK.finditer(bare):
        target, _, anchor = found["target"].partition("#")
        if re.match(r"[a-z]+:", target):
            continue
        line = bare.count("\n", 0, found.start()) + 1
        other = (page.parent / target).resolve() if target else page
        if not other.exists():
            yield line, f"the link {found['target']} leads nowhere"
        elif anchor and other.suffix == ".md" and anchor not in anchors(other.read_text(encoding="utf-8")):
            yield line, f"{other.name} has no heading for #{anchor}"


def anchors(text: str) -> set[str]:
    """The anchors of a page's headings, as GitHub makes them."""
    found: set[str] = set()
    for heading in _HEADING.finditer(prose(text)):
        plain = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", heading["text"]).lower()
        slug = re.sub(r"[^\w\- ]", "", plain).replace(" ", "-")
        number = 0
        while (name := f"{slug}-{number}" if number else slug) in found:
            number += 1
        found.add(name)
    return found


def _paths(page: Path, text: str, root: Path) -> Iterator[tuple[int, str]]:
    """Paths of the project in code, from where the page may mean them."""
    for number, line in enumerate(prose(text).splitlines(), start=1):
        for found in _CODE.finditer(line):
            path = found["code"].strip().rstrip(",;:")
            if not _PATH.fullmatch(path) or _STANDS_FOR_ANY.search(path) or path.startswith(_BESIDE):
                continue
            bases = list(_bases(path, page, root))
            if bases and not any((base / path).exists() for base in bases):
                yield number, f"there is no {path}"


def _bases(path: str, page: Path, root: Path) -> Iterator[Path]:
    """The folders that a path may start in: a README speaks of its own, a room lies in `src/reportedly`."""
    first, slash, _ = path.partition("/")
    package = root / "src" / "reportedly"
    if slash and first in _TOPS:
        yield root
    if slash and (package / first).is_dir():
        yield from (package, root)
    if page.name == "README.md" and ((page.parent / first).is_dir() if slash else first.endswith(".py")):
        yield page.parent


def _commands(text: str, root: Path) -> Iterator[tuple[int, str]]:
    targets = set(re.findall(r"^([a-z]+):", (root / "Makefile").read_text(encoding="utf-8"), re.M))
    for block in blocks(text, "sh", "console"):
        for line in commands(block):
            for words in _simple(line):
                what = _mistake(words, targets, root)
                if what:
                    yield block.line, what


def _simple(line: str) -> Iterator[list[str]]:
    """The simple commands of a line of the shell, as words."""
    lexer = shlex.shlex(line, posix=True, punctuation_chars=True)
    lexer.whitespace_split = True
    words: list[str] = []
    for word in (*lexer, ";"):
        if set(word) <= set("|&;()<>"):
            if words:
                yield words
            words = []
        else:
            words.append(word)


def _mistake(words: list[str], targets: set[str], root: Path) -> str | None:
    name, *rest = words
    if name == "make":
        unknown = [word for word in rest if "=" not in word and word[0] != "-" and word not in targets]
        return f"there is no make {unknown[0]}" if unknown else None
    if Path(name).name == "reportedly" and rest and not rest[0].startswith("-"):
        return _wrong_usage(rest[0], rest[1:])
    if Path(name).name == "python" and rest and rest[0].endswith(".py") and not (root / rest[0]).exists():
        return f"there is no {rest[0]}"
    return None


def _wrong_usage(name: str, options: list[str]) -> str | None:
    if name not in COMMANDS:
        return f"there is no reportedly {name}"
    found = command(name)
    if isinstance(found, click.Group) and options and not options[0].startswith("-"):
        inner, *options = options
        if inner not in found.commands:
            return f"there is no reportedly {name} {inner}"
        found = found.commands[inner]
    try:
        found.make_parser(click.Context(found, info_name=name)).parse_args(list(options))
    except click.UsageError as error:
        return f"reportedly {name}: {error.format_message()}"
    return None


def main() -> None:
    """Check every page."""
    found = [mistake for page in markdown() for mistake in mistakes(page)]
    for mistake in found:
        print(mistake)
    sys.exit(int(bool(found)))


if __name__ == "__main__":
    main()
