"""Annotated chains -> which anchor is carried by which cue."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Final

import numpy as np
from numpy.typing import NDArray

from reportedly.models.neural.geometry import Range
from reportedly.models.neural.labels import Link
from reportedly.schema import Span
from reportedly.train.examples import UNKNOWN, link_column, no_links

_GOVERNS: Final = link_column(Link.GOVERNS)


@dataclass(slots=True)
class Told:
    """An anchor that somebody tells: its number, its words, and the cues of its chain, outermost first."""

    anchor: int
    words: list[Range]
    cues: list[Span]


def governing(count: int, cue_at: Mapping[Span, int], told: Sequence[Told]) -> NDArray[np.int8]:
    """Links among `count` anchors, (count, count, links): each cue carries what its chain tells, and the inner cues.

    Args:
        cue_at: the anchors that are cues.
        told: the anchors that somebody may tell.
    """
    links = no_links(count)
    cues = list(cue_at.values())
    for number in cues:
        for other in (*cues, *(each.anchor for each in told)):
            links[number, other, _GOVERNS] = UNKNOWN if number == other else 0
    for each in told:
        chain = [cue_at.get(cue) for cue in each.cues]
        for outer in chain:
            if outer is not None:
                links[outer, each.anchor, _GOVERNS] = 1
        for outer, inner in combinations(chain, 2):
            if outer is not None and inner is not None and outer != inner:
                links[outer, inner, _GOVERNS] = 1
    return links
