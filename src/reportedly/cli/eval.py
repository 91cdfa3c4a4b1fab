"""`reportedly eval`: measures a reader and the extraction on gold, and holds the figures to their floors."""

import os
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path

import click
import msgspec

from reportedly import __version__, codec, settings
from reportedly.cli import FAILED, complain, eval_tables, eval_times, output, progress, readers
from reportedly.collect.files import FileFeed
from reportedly.collect.html import body_text
from reportedly.errors import InputError, UsageError
from reportedly.evals import corpora, extraction, gate, gold, mistakes, report, tasks
from reportedly.evals.corpora import Corpora, Corpus
from reportedly.evals.gate import Floor
from reportedly.evals.gold import GoldArticle
from reportedly.evals.measures import Measure
from reportedly.evals.report import Report
from reportedly.evals.tasks import TaskResult
from reportedly.pipeline import Pipeline
from reportedly.protocols import Reader
from reportedly.schema import Article, Issue

FLOORS = Path("evals", "floors.json")
_FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)
_NEW_FILE = click.Path(dir_okay=False, writable=True, path_type=Path)


@click.command(name="eval")
@click.option("--reader", metavar="NAME", help="The reader to measure; that of reportedly.toml if not given.")
@click.option("--gold", "folders", multiple=True, type=_FOLDER, help="Only this gold; may be repeated.")
@click.option("--train", is_flag=True, help="Also the training gold beside the project.")
@click.option("--dated", is_flag=True, help="Tell the reader the outlet and the day of each article.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON instead of tables.")
@click.option("--floors", type=_NEW_FILE, help=f"The floors; {FLOORS} if not given.")
@click.option(
    "--raise", "raises", is_flag=True, help=f"Raise the floors to {gate.TOLERANCE} under the figures."
)
@click.option("--report", "page", type=_NEW_FILE, help="Write a Markdown report there.")
@click.option("--mistakes", "limit", type=click.IntRange(min=0), default=0, help="Show the N worst articles.")
@click.pass_context
def command(
    ctx: click.Context,
    *,
    reader: str | None,
    folders: tuple[Path, ...],
    train: bool,
    dated: bool,
    as_json: bool,
    floors: Path | None,
    raises: bool,
    page: Path | None,
    limit: int,
) -> None:
    """Measure what is read and extracted against the gold, beside the floors that it must keep.

    Gold is what lies in evals/gold and, where it is present, beside the project. The exit status is 1 when a
    figure is under its floor. Gold of your own is held to the floors in --floors alone, a --dated run to none.
    """
    usual = settings.load().reader
    foreign = corpora.foreign(folders, Path.cwd(), os.environ)
    _refuse(floors, raises=raises, dated=dated, other=bool(foreign) or reader not in {None, usual})
    found = _corpora(folders, train=train)
    path = _floors_file(floors, dated=dated, foreign=foreign)
    known = _known(path, raises=raises)
    chosen = readers.chosen(reader)
    with readers.accounted(chosen):
        run = _run(found, chosen, known, dated=dated)
    measures = [measure for result in run.results for measure in result.measures]
    _show(run, as_json=as_json, limit=limit)
    if raises and path is not None:
        _raise_floors(measures, known, path)
    if page is not None:
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text(report.markdown(run), encoding="utf-8")
    if path is not None and not _hold(measures, known, raises=raises):
        ctx.exit(FAILED)


def _refuse(floors: Path | None, *, raises: bool, dated: bool, other: bool) -> None:
    """Floors are those of one task, read by one reader from the bare text: no other run may move them.

    Raises:
        UsageError: the run is dated, or `other` gold or another reader would raise the project's own floors.
    """
    if dated and (raises or floors is not None):
        raise UsageError("floors hold for readings of the bare text; leave out --dated, or --floors and --raise")
    if raises and other and floors is None:
        raise UsageError(f"{FLOORS} is for the project's own gold and reader; name another file with --floors")


def _floors_file(given: Path | None, *, dated: bool, foreign: Sequence[Path]) -> Path | None:
    """The floors that the run is held to, None where there are none for it; then that is said."""
    if dated:
        complain("no floor is checked, for floors hold for readings without --dated")
        return None
    if foreign and given is None:
        complain(f"no floor is checked, for {foreign[0]} is not the project's gold; name its floors with --floors")
        return None
    return given or FLOORS


def _known(path: Path | None, *, raises: bool) -> tuple[Floor, ...]:
    """The floors in the file, which may be absent only where they are about to be written.

    Raises:
        InputError: there is no such file, or it is broken.
    """
    if path is None or (raises and not path.exists()):
        return ()
    if not path.exists():
        raise InputError(str(path), "there is no such file of floors", "write it with: reportedly eval --raise")
    return gate.load(path)


def _hold(measures: Sequence[Measure], floors: Sequence[Floor], *, raises: bool) -> bool:
    """Whether every floor is kept; says which is not, and what no floor holds."""
    if not raises:
        for figure in gate.unheld(measures, floors):
            complain(f"no floor holds {figure}; set it with: reportedly eval --raise")
    for task in gate.unmeasured(measures, floors):
        complain(f"the floors of {task} are not checked, for it was not measured")
    breaches = gate.check(measures, floors)
    for breach in breaches:
        complain(f"floor broken: {breach}")
    return not breaches


def _corpora(folders: tuple[Path, ...], *, train: bool) -> Corpora:
    if folders:
        return corpora.given(folders)
    found = corpora.standard(Path.cwd(), os.environ, train=train)
    if not found.readings and not found.extraction:
        raise UsageError(
            "there is no gold here; run this in the project's root, or name a folder with --gold"
        )
    for folder in found.absent:
        complain(f"{folder} is absent and is not measured")
    return found


def _run(found: Corpora, reader: Reader, floors: tuple[Floor, ...], *, dated: bool) -> Report:
    pipeline = Pipeline(reader=reader)
    readings = [_read(corpus, pipeline, dated=dated) for corpus in found.readings]
    pages = [tasks.extract(corpus, extraction.pages(corpus.folder), body_text) for corpus in found.extraction]
    return Report(
        version=__version__,
        reader=reader.name,
        measured_on=datetime.now(UTC).date(),
        results=(*readings, *pages, *eval_times.results(found)),
        floors=floors,
        absent=tuple(folder.name for folder in found.absent),
    )


def _read(corpus: Corpus, pipeline: Pipeline, *, dated: bool) -> TaskResult:
    """The reading task on the texts as files, as `reportedly read` would get them."""
    annotated = gold.load(corpus.folder)
    articles = pipeline.collect(FileFeed([corpus.folder / f"{one.gold.id}.txt" for one in annotated]))
    if dated:
        articles = _dated(articles, annotated)
    results = pipeline.extract(articles)
    return tasks.read(corpus, annotated, progress.Readings(results, total=len(annotated)))


def _dated(
    articles: Iterator[Article | Issue], annotated: tuple[GoldArticle, ...]
) -> Iterator[Article | Issue]:
    """The articles with the outlet and the day that the gold gives them."""
    known = {one.gold.id: one for one in annotated}
    for article in articles:
        if isinstance(article, Issue):
            yield article
        else:
            said = gold.to_reading(known[article.id].gold, article.text).article
            yield msgspec.structs.replace(
                article,
                outlet=said.outlet,
                published_at=said.published_at,
                date_source=said.date_source,
                date_precision=said.date_precision,
            )


def _show(run: Report, *, as_json: bool, limit: int) -> None:
    with output.stream(None, "json" if as_json else "table") as out:
        if as_json:
            shortened = tuple(_shortened(result, limit) for result in run.results)
            out.write(f"{codec.encode(msgspec.structs.replace(run, results=shortened)).decode()}\n")
        else:
            eval_tables.write(run, limit, out)


def _shortened(result: TaskResult, limit: int) -> TaskResult:
    return msgspec.structs.replace(
        result,
        mistakes=tuple(mistakes.worst(result.mistakes, limit)),
        pages=tuple(extraction.worst(result.pages, limit)),
    )


def _raise_floors(measures: Sequence[Measure], floors: Sequence[Floor], path: Path) -> None:
    higher = gate.raised(measures, floors)
    path.parent.mkdir(parents=True, exist_ok=True)
    gate.write(path, higher)
    complain(f"{len(set(higher) - set(floors))} floors raised in {path}")
