"""What every benchmark shares: the machine it ran on, one core, the memory peak, and the line it prints."""

import json
import os
import platform
import resource
import subprocess
import sys
from dataclasses import asdict, dataclass
from pathlib import Path

from reportedly import __version__

ROOT = Path(__file__).resolve().parent.parent


@dataclass(frozen=True, kw_only=True)
class Result:
    """One benchmark's outcome; `target` says in words what it must reach, `met` whether it did, None if unknown."""

    benchmark: str
    figure: float
    unit: str
    target: str
    met: bool | None
    details: dict[str, float | int | str | None]


@dataclass(frozen=True, kw_only=True)
class Machine:
    """Where and with what a figure was measured."""

    cpu: str
    cores: int
    python: str
    platform: str
    version: str
    commit: str


def machine() -> Machine:
    """This machine, this Python and this checkout."""
    return Machine(
        cpu=_cpu(),
        cores=os.cpu_count() or 1,
        python=platform.python_version(),
        platform=f"{platform.system()} {platform.machine()}",
        version=__version__,
        commit=_commit(),
    )


def show(result: Result) -> None:
    """Print the result with its machine as one line of JSON."""
    print(json.dumps({**asdict(result), "machine": asdict(machine())}))


def pin(cores: int = 1) -> None:
    """Keep this process to so many cores, where the system can."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[:cores])


def peak_mib(*, children: bool = False) -> float:
    """The largest resident memory of this process, or of its children, in MiB."""
    peak = resource.getrusage(resource.RUSAGE_CHILDREN if children else resource.RUSAGE_SELF).ru_maxrss
    return round(peak / (2**20 if sys.platform == "darwin" else 2**10), 1)


def _cpu() -> str:
    info = Path("/proc/cpuinfo")
    if info.exists():
        for line in info.read_text(encoding="utf-8").splitlines():
            if line.startswith("model name"):
                return line.partition(":")[2].strip()
    return platform.processor() or "unknown"


def _commit() -> str:
    git = ["git", "-C", str(ROOT)]
    head = subprocess.run([*git, "rev-parse", "--short", "HEAD"], capture_output=True, text=True, check=False)
    if head.returncode:
        return "unknown"
    status = [*git, "status", "--porcelain", "--untracked-files=no"]
    changed = subprocess.run(status, capture_output=True, text=True, check=False).stdout.strip()
    return f"{head.stdout.strip()}{' with changes' if changed else ''}"
