"""Seconds to the first line of `reportedly read` over 10,000 small files, and how its memory grows."""

import argparse
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import measured
import texts

COMMAND = [sys.executable, "-c", "from reportedly.cli import main; main()", "read", "--format", "jsonl"]
TARGET = 3.0
GROWTH = 1.1
EARLY = 0.1
WORDS = 40


def main() -> None:
    """Make the files, read them in a new process, and watch its output and its memory."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--files", type=int, default=10_000)
    parser.add_argument(
        "--texts", type=Path, default=texts.DEMO, help="a folder of *.txt to take paragraphs from"
    )
    options = parser.parse_args()
    made = texts.articles(texts.paragraphs(options.texts), options.files, WORDS)
    with tempfile.TemporaryDirectory() as folder:
        for number, text in enumerate(made):
            Path(folder, f"a{number:05}.txt").write_text(text, encoding="utf-8")
        measured.show(_watch(folder, options.files))


def _watch(folder: str, files: int) -> measured.Result:
    started = time.perf_counter()
    with (
        tempfile.TemporaryFile() as errors,
        subprocess.Popen([*COMMAND, folder], stdout=subprocess.PIPE, stderr=errors) as process,
    ):
        first, early, late, lines = 0.0, None, None, 0
        for lines, _ in enumerate(process.stdout or (), start=1):
            if lines == 1:
                first = time.perf_counter() - started
            if lines == int(files * EARLY):
                early = _resident_mib(process.pid)
            if lines % 100 == 0:
                late = _resident_mib(process.pid) or late
        status = process.wait()
        errors.seek(0)
        if lines == 0 or status not in {0, 1}:
            sys.exit(f"reportedly read ended with {status}: {errors.read(2000).decode()}")
    growth = round(late / early, 3) if early and late else None
    return measured.Result(
        benchmark="first_line",
        figure=round(first, 2),
        unit="s to the first line",
        target=f"< {TARGET:.0f}, memory at the end < {GROWTH} of that at a tenth",
        met=_met(first, growth),
        details={
            "files": files,
            "lines": lines,
            "whole run, s": round(time.perf_counter() - started, 1),
            "memory at a tenth, MiB": early,
            "memory at the end, MiB": late,
            "growth": growth,
            "memory peak, MiB": measured.peak_mib(children=True),
        },
    )


def _met(first: float, growth: float | None) -> bool | None:
    """Whether both targets are met; None where one is and the other could not be measured."""
    if first >= TARGET:
        return False
    return None if growth is None else growth < GROWTH


def _resident_mib(process: int) -> float | None:
    """Resident memory of a process in MiB, None where the system does not tell."""
    try:
        status = Path(f"/proc/{process}/status").read_text(encoding="utf-8")
    except OSError:
        return None
    line = next((line for line in status.splitlines() if line.startswith("VmRSS:")), None)
    return round(int(line.split()[1]) / 1024, 1) if line else None


if __name__ == "__main__":
    main()
