"""A process that writes to a store, to be stopped, killed and raced.

    python store_writer.py ADDRESS FIRST LAST [HOLD]

It keeps readings FIRST to LAST, two a batch, goes on where its position says, and prints a line after each batch. With
HOLD it keeps the lock of the writer in its hands until its input ends.
"""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from subprocess import PIPE, Popen

from handmade import militia
from reportedly.schema import Capture
from reportedly.store import Store, open_store

EACH = 2


def keep(store: Store, first: int, last: int) -> Iterator[int]:
    """Keeps some readings with a page of each; after each batch, how many are done."""
    found = store.position("archive")
    start = first if found is None else found.done
    for number in range(start, last, EACH):
        with store.batch() as batch:
            upto = min(number + EACH, last)
            for each in range(number, upto):
                reading = militia(f"m{each:04d}")
                page = Capture(name=f"{each}.html", media_type="text/html", body=b"<p>%d" % each * 500)
                article = batch.article(reading.article, capture=batch.capture(page))
                batch.reading(reading, article=article)
            batch.position("archive", "same", upto, upto == last)
        yield upto


@contextmanager
def process(*given: object) -> Iterator[Popen[str]]:
    """The process, which is ended at the end; its output and input are text."""
    command = [sys.executable, __file__, *map(str, given)]
    with Popen(command, stdin=PIPE, stdout=PIPE, text=True) as child:
        try:
            yield child
        finally:
            child.kill()


def _main(address: str, first: str, last: str, hold: str = "") -> None:
    with open_store(address) as store:
        if hold:
            with store.batch():
                sys.stdout.write("held\n")
                sys.stdout.flush()
                sys.stdin.read()
        for done in keep(store, int(first), int(last)):
            sys.stdout.write(f"{done}\n")
            sys.stdout.flush()


if __name__ == "__main__":
    _main(*sys.argv[1:])
