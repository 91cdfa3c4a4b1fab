"""Owns the extraction task: how much of the main text of saved pages is found, and how little else.

A page's truth is the article's body. Both texts are cut into shingles of four words; precision and recall of
a page count the shingles that both hold, and the figures are their means over the pages, as the article
extraction benchmark of Scrapinghub defines them.
"""

import gzip
import re
import zlib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import msgspec

from reportedly.errors import InputError
from reportedly.evals.metrics import F1
from reportedly.schema import Noun

Extract = Callable[[bytes], str | None]
"""The bytes of a page -> its main text, None where it holds no article."""

SHINGLE = 4
"""Words in a shingle."""

_WORD = re.compile(r"\w+")


class Page(Noun, frozen=True, kw_only=True):
    """A saved page and the body that a reader of it would call the article."""

    id: str
    html: bytes
    body: str


class PageScore(Noun, frozen=True, kw_only=True):
    """One page, 0 to 1; None where nothing was extracted (`precision`) or nothing is there (`recall`)."""

    id: str
    precision: float | None
    recall: float | None


class _Truth(msgspec.Struct, frozen=True):
    article_body: str = msgspec.field(name="articleBody")


def pages(folder: Path) -> Iterator[Page]:
    """The pages of `folder`, one at a time: `ground-truth.json`, and `html/ID.html`, gzipped or not.

    Raises:
        InputError: the truth or one of its pages is missing or cannot be read.
    """
    truth = folder / "ground-truth.json"
    try:
        bodies = msgspec.json.decode(truth.read_bytes(), type=dict[str, _Truth])
    except (OSError, msgspec.MsgspecError, UnicodeDecodeError) as error:
        raise InputError(str(truth), f"cannot be read: {error}", "see evals/README.md") from error
    for name, true in bodies.items():
        yield Page(id=name, html=_html(folder / "html" / f"{name}.html"), body=true.article_body)


def score(pages: Iterable[Page], extract: Extract) -> F1:
    """Mean precision and recall of `extract` over the pages, and the F1 of the two; `n` is the pages."""
    return summary([score_page(page, extract) for page in pages])


def summary(scores: Iterable[PageScore]) -> F1:
    """The means over the pages that have the figure; 0 where none has."""
    rows = list(scores)
    precision = _mean([row.precision for row in rows if row.precision is not None])
    recall = _mean([row.recall for row in rows if row.recall is not None])
    return F1.of(precision, recall, len(rows))


def score_page(page: Page, extract: Extract) -> PageScore:
    """The shares of the extracted and of the true shingles that the other text holds as well."""
    true, found = _shingles(page.body), _shingles(extract(page.html) or "")
    both = (true & found).total()
    return PageScore(
        id=page.id,
        precision=both / found.total() if found else None,
        recall=both / true.total() if true else None,
    )


def worst(scores: Iterable[PageScore], limit: int) -> list[PageScore]:
    """The `limit` pages with the lowest of their figures, worst first; a page without any is well read."""
    return sorted(scores, key=lambda row: (_lowest(row), row.id))[:limit]


def _lowest(row: PageScore) -> float:
    return min((figure for figure in (row.precision, row.recall) if figure is not None), default=1.0)


def _shingles(text: str) -> Counter[tuple[str, ...]]:
    tokens = _WORD.findall(text)
    starts = range(max(1, len(tokens) - SHINGLE + 1)) if tokens else ()
    return Counter(tuple(tokens[start : start + SHINGLE]) for start in starts)


def _mean(values: list[float]) -> float:
    return sum(values) / len(values) if values else 0.0


def _html(path: Path) -> bytes:
    zipped = path.with_name(f"{path.name}.gz")
    try:
        return gzip.decompress(zipped.read_bytes()) if zipped.exists() else path.read_bytes()
    except (OSError, EOFError, zlib.error) as error:
        raise InputError(
            str(path), f"cannot be read: {error}", "put the page there, gzipped or not"
        ) from error
