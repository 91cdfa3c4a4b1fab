"""Compiles the annotation of the demo articles: the words in ID.yaml become the spans of ID.gold.json.

    python evals/gold/compile.py [--text-from DIR] [--into DIR] [--check] [ID ...]

The text is what `reportedly` collects from the page, or, with --text-from, what stands in DIR/ID.txt. ID.txt
and ID.gold.json are written; with --check nothing is, and what is out of date makes the exit status 1.
How words become spans stands in `reportedly.evals.annotation`.
"""

import argparse
import json
import sys
from pathlib import Path

from reportedly import demo
from reportedly.collect.cleaner import StandardCleaner
from reportedly.collect.files import FileFeed
from reportedly.evals.annotation import compiled
from reportedly.evals.annotation_words import Annotation, GoldError, load, read
from reportedly.schema import Article, Capture

DEMO = Path(__file__).parent / "demo"


def collected(name: str) -> str:
    """The text of a demo article as `reportedly` collects it.

    Raises:
        GoldError: there is no such page, or it yields no article.
    """
    pages = [str(page) for page in demo.articles() if page.name.partition(".")[0] == name]
    for capture in FileFeed(pages).captures():
        found = StandardCleaner().articles(capture) if isinstance(capture, Capture) else iter([capture])
        for article in found:
            if isinstance(article, Article):
                return article.text
            raise GoldError(f"{name}: {article}")
    raise GoldError(f"{name}: there is no such demo article")


def stale(name: str, text: str, into: Path, *, check: bool) -> bool:
    """Compile one article and write its files; whether they differed, all that is done with `check`."""
    source = read(load(DEMO / f"{name}.yaml"), Annotation)
    gold = json.dumps(compiled(source, text), ensure_ascii=False, indent=1) + "\n"
    different = False
    for path, body in ((into / f"{name}.txt", text), (into / f"{name}.gold.json", gold)):
        written = path.read_bytes() if path.exists() else b""
        different = different or written != body.encode()
        if not check:
            path.write_bytes(body.encode())
    return different


def main() -> None:
    """The command line; see the module's docstring."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("ids", nargs="*", metavar="ID", help="articles to compile; by default all")
    parser.add_argument("--text-from", type=Path, metavar="DIR", help="take the texts from DIR/ID.txt")
    parser.add_argument("--into", type=Path, default=DEMO, metavar="DIR", help="where to write")
    parser.add_argument(
        "--check", action="store_true", help="write nothing; fail if something is out of date"
    )
    given = parser.parse_args()
    old = []
    try:
        for name in given.ids or sorted(path.stem for path in DEMO.glob("*.yaml")):
            source = given.text_from
            text = collected(name) if source is None else (source / f"{name}.txt").read_bytes().decode()
            if stale(name, text, given.into, check=given.check):
                old.append(name)
    except (GoldError, OSError) as error:
        sys.exit(str(error))
    if given.check and old:
        sys.exit(f"out of date: {', '.join(old)}; run {Path(__file__).name}")


if __name__ == "__main__":
    main()
