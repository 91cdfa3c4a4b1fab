"""Seconds that `import reportedly` takes in a fresh interpreter: the best of seven."""

import subprocess
import sys

import measured

TARGET = 0.3
RUNS = 7
CODE = """
import time
started = time.perf_counter()
import reportedly
print(time.perf_counter() - started)
for name in getattr(reportedly, "__all__", ()):
    getattr(reportedly, name)
print(time.perf_counter() - started)
"""
"""Prints the seconds for the import, and until every public name was used: they may load on first use."""


def main() -> None:
    """Import it in new processes, one after another."""
    runs = [_once() for _ in range(RUNS)]
    seconds = [bare for bare, _ in runs]
    best = min(seconds)
    measured.show(
        measured.Result(
            benchmark="import_time",
            figure=round(best, 3),
            unit="s",
            target=f"< {TARGET}",
            met=best < TARGET,
            details={
                "runs": RUNS,
                "slowest": round(max(seconds), 3),
                "with every public name, s": round(min(whole for _, whole in runs), 3),
                "memory peak, MiB": measured.peak_mib(children=True),
            },
        )
    )


def _once() -> tuple[float, float]:
    run = subprocess.run([sys.executable, "-c", CODE], capture_output=True, text=True, check=True)
    bare, whole = map(float, run.stdout.split())
    return bare, whole


if __name__ == "__main__":
    main()
