"""Checks and counts the corpus of written paragraphs; with --into it also writes the compiled gold.

    python corpora/check.py [--into DIR] [FILE ...]

Every file under corpora/crisis is a YAML list of documents. Each is compiled by `reportedly.evals.annotation`; a
word that is not found, an unknown key or label is reported with file and document, and the exit status is 1.
"""

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from reportedly.evals.annotation import GoldError, compiled

CRISIS = Path(__file__).parent / "crisis"
_OWN = ("style", "frame", "text")


def documents(path: Path) -> Iterator[dict[str, Any]]:
    """The documents of one file.

    Raises:
        GoldError: the file is no YAML list of tables with an id and a text.
    """
    try:
        found = yaml.load(path.read_text(encoding="utf-8"), getattr(yaml, "CSafeLoader", yaml.SafeLoader))  # noqa: S506
    except yaml.YAMLError as error:
        raise GoldError(f"{path.name}: {error}") from error
    if not isinstance(found, list):
        raise GoldError(f"{path.name}: a list of documents is wanted")
    for document in found:
        if not isinstance(document, dict) or not {"id", "text", "style", "frame", "events"} <= set(document):
            raise GoldError(f"{path.name}: a document needs id, style, frame, text and events: {str(document)[:80]}")
        yield document


def gold(document: dict[str, Any]) -> dict[str, Any]:
    """The stand-off annotation of one document.

    Raises:
        GoldError: its words, keys or labels do not fit.
    """
    source = {"outlet": None, "published": None, **document}
    text = source["text"]
    try:
        return compiled({key: value for key, value in source.items() if key not in _OWN}, text)
    except (KeyError, ValueError, TypeError) as error:
        raise GoldError(f"{document['id']}: {error!r}") from error


def main() -> None:
    """The command line; see the module's docstring."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("files", nargs="*", type=Path, metavar="FILE")
    parser.add_argument("--into", type=Path, metavar="DIR", help="write ID.txt and ID.gold.json there")
    given = parser.parse_args()
    counts: dict[str, Counter[str]] = {}
    seen: set[str] = set()
    faults = 0
    for path in given.files or sorted(CRISIS.glob("*.yaml")):
        try:
            for document in documents(path):
                faults += not _take(path, document, seen, counts, given.into)
        except GoldError as error:
            print(error, file=sys.stderr)
            faults += 1
    for name, counter in counts.items():
        print(f"{name} ({len(counter)} different, {sum(counter.values())} in all):", end=" ")
        print(", ".join(f"{key} {count}" for key, count in counter.most_common(40)))
    sys.exit(1 if faults else 0)


def _take(
    path: Path, document: dict[str, Any], seen: set[str], counts: dict[str, Counter[str]], into: Path | None
) -> bool:
    try:
        made = gold(document)
        if document["id"] in seen:
            raise GoldError(f"{document['id']}: the id is taken")
    except GoldError as error:
        print(f"{path.name}: {error}", file=sys.stderr)
        return False
    seen.add(document["id"])
    for name, keys in {
        "documents": [path.stem],
        "style": [document["style"]],
        "frames": [document["frame"]],
        "types": [event["type"] for event in made["events"]],
        "statuses": [claim["status"] for claim in made["claims"]],
        "hops in a chain": [str(len(claim["chain"])) for claim in made["claims"]],
        "kinds of voice": [hop["kind"] for claim in made["claims"] for hop in claim["chain"]],
        "figures, relations, citations": [k for k in ("figures", "relations", "citations") for _ in made[k]],
    }.items():
        counts.setdefault(name, Counter()).update(keys)
    if into is not None:
        into.mkdir(parents=True, exist_ok=True)
        (into / f"{document['id']}.txt").write_text(document["text"], encoding="utf-8", newline="")
        (into / f"{document['id']}.gold.json").write_text(json.dumps(made, ensure_ascii=False), encoding="utf-8")
    return True


if __name__ == "__main__":
    main()
