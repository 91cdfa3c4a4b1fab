"""Known figures of hand-made tallies."""

import pytest

from reportedly.evals.metrics import F1, Confused, Share, StatusPair, Tally, accuracy, confusion, macro_f1
from reportedly.schema import Status

PLANNED, OCCURRED, DENIED = Status.PLANNED, Status.OCCURRED, Status.DENIED
PAIRS = [
    StatusPair(gold=OCCURRED, said=OCCURRED),
    StatusPair(gold=OCCURRED, said=OCCURRED),
    StatusPair(gold=PLANNED, said=OCCURRED),
    StatusPair(gold=PLANNED, said=PLANNED),
    StatusPair(gold=OCCURRED, said=DENIED),
    StatusPair(gold=PLANNED, said=None),
]


@pytest.mark.parametrize(
    ("tally", "figures"),
    [
        (Tally(hit=3, gold=4, pred=6), F1(p=0.5, r=0.75, f1=0.6, n=4)),
        (Tally(hit=0.5, gold=1, pred=1), F1(p=0.5, r=0.5, f1=0.5, n=1)),
        (Tally(hit=0, gold=2, pred=0), F1(p=0.0, r=0.0, f1=0.0, n=2)),
        (Tally(), F1(p=0.0, r=0.0, f1=0.0, n=0)),
    ],
)
def test_precision_recall_and_f1(tally: Tally, figures: F1) -> None:
    assert tally.f1() == figures


def test_tallies_and_shares_add_up() -> None:
    assert Tally(hit=1, gold=2, pred=3) + Tally(hit=0.5, gold=1, pred=1) == Tally(hit=1.5, gold=3, pred=4)
    assert Share(hit=1, n=2) + Share(hit=0, n=1) == Share(hit=1, n=3)


def test_a_share_of_nothing_is_none() -> None:
    assert Share(hit=1, n=3).rate() == 0.333
    assert Share().rate() is None


def test_accuracy_counts_equal_pairs() -> None:
    assert accuracy(PAIRS) == Share(hit=3, n=6)


def test_macro_f1_is_the_mean_over_the_statuses_of_the_gold() -> None:
    # occurred: 2 hits of 3, 3 said: 2/3; planned: 1 hit of 3, 1 said: 1/2; denied is not in the gold
    assert macro_f1(PAIRS) == round((2 / 3 + 1 / 2) / 2, 3)
    assert macro_f1([]) == 0.0


def test_confusion_keeps_the_order_of_the_codebook_and_no_empty_cell() -> None:
    assert confusion(PAIRS) == (
        Confused(gold=OCCURRED, said=OCCURRED, count=2),
        Confused(gold=OCCURRED, said=DENIED, count=1),
        Confused(gold=PLANNED, said=OCCURRED, count=1),
        Confused(gold=PLANNED, said=PLANNED, count=1),
        Confused(gold=PLANNED, said=None, count=1),
    )
