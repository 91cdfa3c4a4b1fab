"""Makes the generated pages anew, and the examples of output in the others; `--check` only says what is out of date.

    python docs/tools/build.py [--check] [PAGE ...]

With pages named, only those are made or checked.
"""

import argparse
import json
import sys
from pathlib import Path

import api
import commands
import console
from pages import ROOT, blocks, markdown

from reportedly import codec

REFERENCE = ROOT / "docs" / "reference"


def generated() -> dict[Path, str]:
    """Every page that is made from the code alone."""
    schema = json.dumps(codec.json_schema(), indent=2, ensure_ascii=False)
    made = {api.folder() / name: page for name, page in api.pages().items()}
    return {**made, REFERENCE / "cli.md": commands.page(), REFERENCE / "reading.schema.json": f"{schema}\n"}


def with_output() -> dict[Path, str]:
    """Every page with examples of output, as they are now."""
    texts = {path: path.read_text(encoding="utf-8") for path in markdown()}
    return {path: console.refreshed(text) for path, text in texts.items() if list(blocks(text, "console"))}


def stale(made: dict[Path, str]) -> list[Path]:
    """Which of the pages are not as they are made."""
    return [path for path, text in made.items() if not path.exists() or path.read_text("utf-8") != text]


def left_over(made: dict[Path, str]) -> list[Path]:
    """The pages in the folder of the library's reference that nothing makes any more."""
    return [path for path in sorted(api.folder().glob("*")) if path not in made]


def main() -> None:
    """Write what is out of date, or only name it; the exit status is 1 where it is only named."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pages", nargs="*", type=Path, metavar="PAGE")
    parser.add_argument("--check", action="store_true", help="write nothing")
    options = parser.parse_args()
    made = {**generated(), **with_output()}
    old = stale(made) + left_over(made)
    wanted = {page.resolve() for page in options.pages} or set(old)
    if unknown := sorted(wanted - {*made, *old}):
        parser.error(f"{unknown[0]} is no page that is made here")
    old = [path for path in old if path in wanted]
    for path in old:
        print(f"{path.relative_to(ROOT)}: {'out of date; run make docs' if options.check else 'made anew'}")
        if not options.check:
            _write(path, made)
    sys.exit(int(options.check and bool(old)))


def _write(path: Path, made: dict[Path, str]) -> None:
    if path not in made:
        path.unlink()
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(made[path], encoding="utf-8")


if __name__ == "__main__":
    main()
