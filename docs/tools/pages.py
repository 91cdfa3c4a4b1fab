"""Where the documentation lies: the pages of the project, and the code and prose in them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
OUTSIDE = frozenset({".venv", ".git", "out", "dist", "build", "node_modules"})

_FENCE = re.compile(
    r"^ *(?P<fence>`{3,})(?P<language>[\w+-]*)[^\n]*\n(?P<body>.*?)^ *(?P=fence)[ \t]*$", re.MULTILINE | re.DOTALL
)


@dataclass(frozen=True, kw_only=True)
class Block:
    """A fenced block of a page.

    Attributes:
        line: number of its first line of code, from 1.
        start, end: where its body stands in the page.
    """

    language: str
    body: str
    line: int
    start: int
    end: int


def markdown(root: Path = ROOT) -> Iterator[Path]:
    """Every page of the project, in order; what git ignores is passed over."""
    for path in sorted(root.rglob("*.md")):
        parts = path.relative_to(root).parts
        if not any(part in OUTSIDE or part.startswith(".") for part in parts):
            yield path


def blocks(text: str, *languages: str) -> Iterator[Block]:
    """The fenced blocks of a page, or those in one of `languages`."""
    for found in _FENCE.finditer(text):
        if not languages or found["language"] in languages:
            start = found.start("body")
            yield Block(
                language=found["language"],
                body=found["body"],
                line=text.count("\n", 0, start) + 1,
                start=start,
                end=found.end("body"),
            )


def prose(text: str) -> str:
    """The page with its fenced blocks blanked out, so that lines keep their numbers."""
    return _FENCE.sub(lambda found: "\n" * found[0].count("\n"), text)


def commands(block: Block) -> Iterator[str]:
    """The commands of a `sh` or `console` block, without prompts, comments and what is printed."""
    lines = iter(block.body.splitlines())
    for line in lines:
        if block.language == "console" and not line.startswith("$ "):
            continue
        command = line.removeprefix("$ ").strip()
        while command.endswith("\\"):
            command = command[:-1].rstrip() + " " + next(lines, "").strip()
        if command and not command.startswith("#"):
            yield command
