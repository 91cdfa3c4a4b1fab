import numpy as np

from handmade_windows import passage, window
from reportedly.models.neural.hints import WIDTH, hints, no_hints
from reportedly.models.rules import RulesTagger
from reportedly.schema import Predictions

TEXT = "The army said rebels shelled the port."


def test_each_hint_is_a_row_of_the_rules_on_its_words() -> None:
    found = RulesTagger().predict([passage(TEXT)])
    made = hints(window(TEXT), found)
    assert made.shape == (7, WIDTH)
    assert set(np.unique(made)) == {0.0, 1.0}
    (trigger,) = found[0].triggers
    (column,) = np.flatnonzero(made[4, :16])
    assert made[:, column].tolist() == [0, 0, 0, 0, 1, 0, 0]
    assert trigger.span.of(TEXT) == "shelled"
    assert made[0].any()


def test_a_row_outside_the_window_hints_at_nothing() -> None:
    found = RulesTagger().predict([passage(TEXT)])
    assert not hints(window("Nobody was there at all."), [Predictions()]).any()
    later = window("x" * 100 + " y z")
    assert not hints(later, found)[1:].any()


def test_no_hints_are_as_many_as_there_are_words() -> None:
    assert no_hints(window(TEXT)).shape == (7, WIDTH)
    assert not no_hints(window(TEXT)).any()
