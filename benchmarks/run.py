"""Runs every benchmark in a process of its own and prints one table; `--json` keeps the lines of JSON."""

import argparse
import json
import subprocess
import sys
from pathlib import Path

BENCHMARKS = {
    "import_time": ["import_time.py"],
    "read_speed": ["read_speed.py"],
    "read_speed_two_cores": ["read_speed.py", "--cores", "2"],
    "read_speed_rules": ["read_speed.py", "--reader", "rules"],
    "extraction_speed": ["extraction_speed.py"],
    "time_speed": ["time_speed.py"],
    "places_speed": ["places_speed.py"],
    "resolve_speed": ["resolve_speed.py"],
    "stories_speed": ["stories_speed.py"],
    "first_line": ["first_line.py"],
    "archive_speed": ["archive_speed.py"],
    "store_speed_sqlite": ["store_speed.py", "--kind", "sqlite"],
    "store_speed_postgresql": ["store_speed.py", "--kind", "postgresql"],
    "ingest_speed": ["ingest_speed.py", "--pages", "1000", "--kills", "6", "--kill-pages", "300"],
    "watch_soak": ["watch_soak.py", "--minutes", "2", "--feeds", "40"],
}
"""What each is called, and how it is run."""
OUTCOMES = {True: "met", False: "MISSED", None: "not all of it measured"}
HERE = Path(__file__).resolve().parent


def main() -> None:
    """Run all, or those that are named; the exit status is 1 where one could not be run."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"of {', '.join(BENCHMARKS)}")
    parser.add_argument("--json", action="store_true", help="print the lines of JSON instead of the table")
    options = parser.parse_args()
    unknown = set(options.names) - set(BENCHMARKS)
    if unknown:
        parser.error(f"no such benchmark: {', '.join(sorted(unknown))}")
    failed = False
    results = []
    for name in options.names or BENCHMARKS:
        script, *given = BENCHMARKS[name]
        run = subprocess.run(
            [sys.executable, str(HERE / script), *given], stdout=subprocess.PIPE, text=True, check=False
        )
        if run.returncode:
            print(f"{name}: failed with {run.returncode}", file=sys.stderr)
            failed = True
            continue
        if options.json:
            print(run.stdout, end="", flush=True)
        results.append(json.loads(run.stdout))
    if results and not options.json:
        _table(results)
    sys.exit(int(failed))


def _table(results: list[dict]) -> None:
    for name, value in results[0]["machine"].items():
        print(f"{name:10}{value}")
    for result in results:
        target = f"target {result['target']}: {OUTCOMES[result['met']]}"
        print(f"\n{result['benchmark']}: {result['figure']} {result['unit']} ({target})")
        for name, value in result["details"].items():
            print(f"  {name:28}{value}")


if __name__ == "__main__":
    main()
