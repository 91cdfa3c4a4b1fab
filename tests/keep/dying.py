"""`reportedly`, with the stub among its readers, that is killed as by kill -9 before its Nth statement of SQL.

    python dying.py N ingest PATH --store ADDRESS --reader stub
"""

import os
import signal
import sys
from itertools import count
from pathlib import Path

from sqlalchemy import Engine
from sqlalchemy.event import listen

sys.path[:0] = [str(Path(__file__).parents[1]), str(Path(__file__).parents[1] / "cli")]

from kept_pages import Counted  # noqa: E402
from reportedly import plugins  # noqa: E402
from reportedly.cli import main  # noqa: E402

plugins.READERS["stub"] = "kept_pages:Counted"
assert Counted


def die_at(number: int) -> None:
    """Kill this process before the statement of that number; 0 lets it live."""
    counted = count(1)

    def before(*_: object) -> None:
        if next(counted) == number:
            os.kill(os.getpid(), signal.SIGKILL)

    listen(Engine, "before_cursor_execute", before)


if __name__ == "__main__":
    die_at(int(sys.argv.pop(1)))
    main(prog_name="reportedly")
