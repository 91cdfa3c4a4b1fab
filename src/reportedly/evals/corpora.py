"""Owns where the gold and the pages lie: with the project always, beside it where they are present."""

from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path

from reportedly.errors import UsageError
from reportedly.evals.gold import SUFFIX
from reportedly.schema import Noun

SHARED_GOLD = "REPORTEDLY_GOLD"
"""The variable that names the folder of further gold, with `visible` and `train` in it."""

SHARED_DATA = "REPORTEDLY_DATA"
"""The variable that names the folder of further data, with `article_extraction` and `time` in it."""


class Corpus(Noun, frozen=True, kw_only=True):
    """One folder, or file, that a task measures on.

    Attributes:
        task: the task and the data, as `reading/demo`: the key of the floors.
        quotable: whether its words may stand in a report; only what belongs to the project may be quoted.
    """

    task: str
    folder: Path
    quotable: bool = False


class Corpora(Noun, frozen=True, kw_only=True):
    """What there is to measure on, and what is absent.

    Attributes:
        times: files of documents whose times are marked up.
        dates: folders of gold of which only the dates of the events are measured.
    """

    readings: tuple[Corpus, ...]
    extraction: tuple[Corpus, ...]
    times: tuple[Corpus, ...] = ()
    dates: tuple[Corpus, ...] = ()
    absent: tuple[Path, ...]


def given(folders: tuple[Path, ...]) -> Corpora:
    """The folders of gold that a user names, and no others.

    Raises:
        UsageError: two of them have the same name, so that their figures would be those of one task.
    """
    names = Counter(folder.resolve().name for folder in folders)
    name, count = max(names.items(), key=lambda item: item[1], default=("", 0))
    if count > 1:
        raise UsageError(f"{count} folders of gold are named {name!r}; a task has the name of its folder")
    return Corpora(readings=tuple(_reading(folder) for folder in folders), extraction=(), absent=())


def standard(root: Path, environment: Mapping[str, str], *, train: bool) -> Corpora:
    """The gold under `root/evals/gold`, then what lies beside the project.

    Args:
        root: the root of the project.
        environment: its variables; `SHARED_GOLD` and `SHARED_DATA` point elsewhere than the `shared` beside `root`.
        train: whether the large training gold is measured as well.
    """
    gold = Path(environment.get(SHARED_GOLD, root.parent / "shared" / "gold"))
    data = Path(environment.get(SHARED_DATA, root.parent / "shared" / "data"))
    shared = [_reading(gold / name) for name in (("visible", "train") if train else ("visible",))]
    own = sorted({path.parent for path in (root / "evals" / "gold").glob(f"*/*{SUFFIX}")})
    pages = Corpus(task="extraction/pages", folder=data / "article_extraction")
    wars = Corpus(task="times/wikiwars", folder=data / "time" / "wikiwars-train.jsonl.gz")
    dated = [Corpus(task=f"dates/{name}", folder=gold / name) for name in ("visible", "train")]
    return Corpora(
        readings=(
            *(_reading(folder, quotable=True) for folder in own),
            *(corpus for corpus in shared if corpus.folder.is_dir()),
        ),
        extraction=(pages,) if pages.folder.is_dir() else (),
        times=(wars,) if wars.folder.is_file() else (),
        dates=tuple(corpus for corpus in dated if corpus.folder.is_dir()),
        absent=tuple(corpus.folder for corpus in (*shared, pages, wars) if not corpus.folder.exists()),
    )


def foreign(folders: Iterable[Path], root: Path, environment: Mapping[str, str]) -> tuple[Path, ...]:
    """Those of the folders that are no gold of `standard`: its floors are not theirs, whatever their names."""
    known = {corpus.folder.resolve() for corpus in standard(root, environment, train=True).readings}
    return tuple(folder for folder in folders if folder.resolve() not in known)


def _reading(folder: Path, *, quotable: bool = False) -> Corpus:
    return Corpus(task=f"reading/{folder.resolve().name}", folder=folder, quotable=quotable)
