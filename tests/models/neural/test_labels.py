from itertools import pairwise

from reportedly.models.neural.labels import KINDS, MODE_NAMES, NO_MODE, TAG_COLUMNS, Head, columns, width
from reportedly.schema import MODES


def test_the_heads_share_the_columns_without_gap_or_overlap() -> None:
    ranges = [columns(head) for head in Head]
    assert ranges[0].start == 0
    assert all(one.stop == other.start for one, other in pairwise(ranges))
    assert ranges[-1].stop == TAG_COLUMNS


def test_a_head_has_two_labels_a_kind_and_one_for_outside() -> None:
    assert all(width(head) == 1 + 2 * len(KINDS[head]) for head in Head)


def test_every_mode_of_the_codebook_has_one_class() -> None:
    assert {mode for modes in MODES.values() for mode in modes} == set(MODE_NAMES) - {NO_MODE}
    assert len(set(MODE_NAMES)) == len(MODE_NAMES)
