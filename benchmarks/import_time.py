"""Seconds that `import reportedly` takes in a fresh interpreter: the best of seven."""

import subprocess
import sys

import measured

TARGET = 0.3
RUNS = 7
CODE = "import time; t = time.perf_counter(); import reportedly; print(time.perf_counter() - t)"


def main() -> None:
    """Import it in new processes, one after another."""
    seconds = [_once() for _ in range(RUNS)]
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
                "memory peak, MiB": measured.peak_mib(children=True),
            },
        )
    )


def _once() -> float:
    run = subprocess.run([sys.executable, "-c", CODE], capture_output=True, text=True, check=True)
    return float(run.stdout)


if __name__ == "__main__":
    main()
