"""Folders of data -> the named lists of examples that recipes speak of, and a hash of each."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Final

from reportedly.errors import InputError
from reportedly.evals.gold import GoldArticle, load, to_reading
from reportedly.extract.reader import rules_reader
from reportedly.models.neural.card import file_hash
from reportedly.models.neural.labels import Head
from reportedly.models.neural.windows import Cutter
from reportedly.models.rules import RulesTagger
from reportedly.train import sentences, standoff, treebanks
from reportedly.train.codebook import CodebookExamples
from reportedly.train.examples import Example

CODEBOOK: Final = "codebook"
DEVELOPMENT: Final = 10
"""One outlet in so many is kept for development, with all its articles."""

_FILES: Final[dict[str, tuple[str, Callable[[Path, Cutter], Iterator[Example]]]]] = {
    "polnear": ("polnear/train.jsonl.gz", sentences.polnear),
    "uds": ("uds_factuality/train.jsonl.gz", sentences.uds),
    "re3d": ("re3d/ner-train.jsonl", lambda path, cutter: sentences.tagged(path, cutter, Head.RE3D, "re3d")),
    "cameo": ("cameo_ner/train.jsonl", lambda path, cutter: sentences.tagged(path, cutter, Head.CAMEO, "cameo")),
    "ewt": ("ud/ewt-train.conllu.gz", treebanks.sentences),
    "gum": ("ud/gum-train.conllu.gz", treebanks.sentences),
    "plv": ("plv/train.jsonl", sentences.plv),
}


@dataclass(frozen=True, kw_only=True)
class Sources:
    """Where data lies.

    Attributes:
        data: the public data sets, a folder each.
        gold: folders of articles annotated by the codebook; the articles of one outlet in ten are left out.
        written: folders of the same that are used whole.
        standoff: files of annotation whose texts lie in `data`; used whole.
    """

    data: Path
    gold: tuple[Path, ...]
    written: tuple[Path, ...] = ()
    standoff: tuple[Path, ...] = ()


def collect(names: Iterable[str], sources: Sources, cutter: Cutter) -> dict[str, list[Example]]:
    """The examples of the data sets of these names.

    Raises:
        InputError: a name is unknown, or its file or folder is missing.
    """
    paths = {name: _path(name, sources) for name in names}
    return {
        name: _codebook(sources, cutter) if path is None else list(_FILES[name][1](path, cutter))
        for name, path in paths.items()
    }


def digests(names: Iterable[str], sources: Sources) -> dict[str, str]:
    """Of each data set the hash over the files that it is made of, hexadecimal.

    Raises:
        InputError: a name is unknown, or its file or folder is missing.
    """
    found: dict[str, str] = {}
    for name in names:
        path = _path(name, sources)
        found[name] = file_hash(path) if path else _codebook_hash(sources)
    return found


def _path(name: str, sources: Sources) -> Path | None:
    """The file of a data set; None for the codebook's, which lie in folders."""
    if name == CODEBOOK:
        return None
    if name not in _FILES:
        known = ", ".join((CODEBOOK, *_FILES))
        raise InputError(name, "is no data set", f"name one of {known} in the recipe")
    path = sources.data / _FILES[name][0]
    if not path.is_file():
        raise InputError(str(path), "is missing", "name the folder of the data with --data")
    return path


def is_development(article: GoldArticle) -> bool:
    """Whether an article measures and does not train: all articles of one outlet in ten do."""
    name = str(article.gold.outlet).encode()
    return int(sha256(name).hexdigest(), 16) % DEVELOPMENT == 0


def _codebook(sources: Sources, cutter: Cutter) -> list[Example]:
    examples: list[Example] = []
    for folder in (*sources.gold, *sources.written):
        kept = [a for a in load(folder) if folder in sources.written or not is_development(a)]
        examples += codebook(kept, cutter)
    for path in sources.standoff:
        examples += codebook(standoff.load(path, sources.data), cutter)
    return examples


def _codebook_hash(sources: Sources) -> str:
    digest = sha256()
    for folder in (*sources.gold, *sources.written):
        for path in sorted(folder.glob("*.gold.json")):
            digest.update(path.read_bytes())
    for path in sources.standoff:
        digest.update(path.read_bytes())
    return digest.hexdigest()


def codebook(articles: Iterable[GoldArticle], cutter: Cutter) -> list[Example]:
    """Annotated articles as examples, with mentions and certainty from a reading by rules."""
    make = CodebookExamples(cutter, RulesTagger())
    reader = rules_reader()
    found: list[Example] = []
    for article in articles:
        silver = next(iter(reader.read([to_reading(article.gold, article.text).article])))
        found += make.of(article, silver)
    return found
