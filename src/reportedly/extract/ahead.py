"""Work that is begun ahead and handed back in order: what readers on several threads share."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future
from typing import TypeVar

Given = TypeVar("Given")
Done = TypeVar("Done")


def in_order(
    items: Iterable[Given], start: Callable[[Given], Future[Done]], most: int
) -> Iterator[tuple[Given, Done]]:
    """Each item with what came of it, in the order given; at most `most` are begun and not yet handed back.

    An error in one item is raised in its place.
    """
    waiting: deque[tuple[Given, Future[Done]]] = deque()
    for item in items:
        waiting.append((item, start(item)))
        if len(waiting) >= most:
            oldest, future = waiting.popleft()
            yield oldest, future.result()
    for item, future in waiting:
        yield item, future.result()
