"""`reportedly ingest` of a web archive: pages a second with and without reading, memory, what the store costs beside
reading, and whether the store is the same after kill -9 at random moments; in SQLite and in PostgreSQL.

    benchmarks/ingest_speed.py --pages 500 --compare 200 --kills 4 --kind sqlite    # small

Times are those of the processor for the share of the store (other work on the machine weighs less), else of the wall.
"""

import argparse
import hashlib
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import archive
import measured

from reportedly import codec, plugins
from reportedly.collect.clock import SystemClock
from reportedly.collect.files import FileFeed
from reportedly.keep import filed
from reportedly.keep.ingest import ingest
from reportedly.keep.summary import Summary
from reportedly.keep.wanted import KeepOnly, machine
from reportedly.pipeline import Pipeline
from reportedly.protocols import Reader
from reportedly.schema import Reading
from reportedly.settings import Settings
from reportedly.store import open_store

TARGET = 0.15
GROWTH = 0.15
ROOT = Path(__file__).resolve().parents[1]


def main() -> None:
    """Ingest, compare, kill, and print one line."""
    options = _options()
    details: dict[str, float | int | str | None] = {"pages": options.pages, "reader": options.reader}
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        path = _archive(folder, options.pages)
        measured.pin()
        reader = plugins.reader(options.reader, Settings())
        for label, used in (("without reading", KeepOnly()), (f"with {options.reader}", reader)):
            details |= _whole(path, folder / f"{used.name}.db", used, label)
        share = _share(_archive(folder, options.compare), folder, reader, options.runs)
        details["share that the store adds to reading"] = round(share, 3)
        same = True
        if options.kills:
            killed = _archive(folder, options.kill_pages)
            for kind in options.kinds:
                same &= _killed(killed, folder, kind, options, details)
    curve = float(details[f"growth with {options.reader}"] or 0)
    measured.show(
        measured.Result(
            benchmark=f"ingest_speed, {options.reader}",
            figure=float(details[f"pages/s with {options.reader}"] or 0),
            unit="pages/s on one core, from archive to store",
            target=f"the store adds <= {TARGET:.0%} to reading; memory flat; the same store after kill -9",
            met=share <= TARGET and curve <= GROWTH and same,
            details=details,
        )
    )


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", type=int, default=20_000)
    parser.add_argument("--reader", default="neural")
    parser.add_argument("--compare", type=int, default=600, help="pages for the share that the store adds")
    parser.add_argument("--runs", type=int, default=2, help="of the comparison; the best of each counts")
    parser.add_argument("--kills", type=int, default=50)
    parser.add_argument("--kill-pages", type=int, default=1_000)
    parser.add_argument("--kill-reader", default="rules")
    parser.add_argument("--kind", choices=["sqlite", "postgresql", "both"], default="both")
    options = parser.parse_args()
    options.kinds = ["sqlite", "postgresql"] if options.kind == "both" else [options.kind]
    return options


def _archive(folder: Path, pages: int) -> Path:
    path = folder / f"news-{pages}.warc.gz"
    if not path.exists():
        archive.write(path, count=pages)
    return path


def _ingest(path: Path, address: str, reader: Reader, told: list[tuple[int, float]] | None = None) -> Summary:
    summary = Summary()
    with open_store(address) as store:
        steps = filed.steps([str(path)], store, machine(reader), summary)
        keep = None if told is None else lambda so_far, _: told.append((so_far.captures, _resident()))
        return ingest(steps, store, Pipeline(reader=reader), clock=SystemClock(), summary=summary, told=keep)


def _whole(path: Path, address: Path, reader: Reader, label: str) -> dict[str, float | int | str | None]:
    """One run over the whole archive: speed, and how memory goes from a tenth of it on."""
    told: list[tuple[int, float]] = []
    started = time.perf_counter()
    summary = _ingest(path, str(address), reader, told)
    seconds = time.perf_counter() - started
    pages = int(path.name.split("-")[1].split(".")[0])
    tenths = [told[min(len(told) - 1, len(told) * part // 10)][1] for part in range(1, 11)]
    return {
        f"pages/s {label}": round(pages / seconds, 1),
        f"articles new {label}": summary.new,
        f"failed {label}": summary.failed,
        f"MiB at each tenth {label}": " ".join(f"{each:.0f}" for each in tenths),
        f"growth {label}": round(max(tenths) / tenths[0] - 1, 3),
        f"MiB of the store {label}": round(address.stat().st_size / 2**20, 1),
    }


def _share(path: Path, folder: Path, reader: Reader, runs: int) -> float:
    """By how much of itself the time of reading grows where all of it is stored as well."""
    alone, stored = [], []
    for number in range(runs):
        started = time.process_time()
        count = sum(isinstance(one, Reading) for one in Pipeline(reader=reader).read(FileFeed([path])))
        alone.append(time.process_time() - started)
        started = time.process_time()
        summary = _ingest(path, str(folder / f"share-{number}.db"), reader)
        stored.append(time.process_time() - started)
        assert summary.readings <= count  # noqa: S101 - the same article twice is read once
    return min(stored) / min(alone) - 1


def _killed(
    path: Path, folder: Path, kind: str, options: argparse.Namespace, details: dict[str, float | int | str | None]
) -> bool:
    """Whether the store is the same after so many kills as after none."""
    with _addresses(folder, kind) as fresh:
        given = ["--reader", options.kill_reader]
        address = fresh()
        started = time.perf_counter()
        _run(path, address, given).wait()
        whole, wanted = time.perf_counter() - started, _canonical(address)
        chance, kills, stores, same = random.Random(kind), 0, 0, True  # noqa: S311 - no secret
        address = fresh()
        while kills < options.kills:
            process = _run(path, address, given)
            try:
                process.wait(chance.uniform(0.3, max(1.0, whole / 3)))
            except subprocess.TimeoutExpired:
                process.send_signal(signal.SIGKILL)
                process.wait()
                kills += 1
                continue
            stores += 1
            same &= _canonical(address) == wanted
            address = fresh()
        _run(path, address, given).wait()
        same &= _canonical(address) == wanted
    details[f"kill -9, {kind}"] = f"{kills} kills over {stores + 1} stores: {'the same' if same else 'NOT THE SAME'}"
    return same


def _run(path: Path, address: str, given: list[str]) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-c", "from reportedly.cli import main; main()", "ingest", str(path), "--store", address]
    return subprocess.Popen([*command, *given], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def _canonical(address: str) -> str:
    """A hash over all readings in the order of their ids, and over all other evidence."""
    hashed = hashlib.sha256()
    with open_store(address, create=False) as store:
        for reading in store.export():
            hashed.update(codec.encode(reading))
        return f"{hashed.hexdigest()} {store.digest()}"


@contextmanager
def _addresses(folder: Path, kind: str) -> Iterator:
    """Gives the address of a fresh store, again and again."""
    count = iter(range(1_000_000))
    if kind == "sqlite":
        yield lambda: str(folder / f"killed-{next(count)}.db")
        return
    sys.path.append(str(ROOT / "tests"))
    from postgres_server import PostgresServer  # noqa: PLC0415 - beside the tests

    with PostgresServer(durable=True) as server:
        yield server.database


def _resident() -> float:
    """Resident memory now, in MiB; its peak where the system does not tell."""
    status = Path("/proc/self/statm")
    if not status.exists():
        return measured.peak_mib()
    return int(status.read_text().split()[1]) * 4096 / 2**20


if __name__ == "__main__":
    main()
