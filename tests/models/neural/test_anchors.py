from handmade_windows import SURE, nothing_tagged, tag, window
from reportedly.models.neural import anchors
from reportedly.models.neural.labels import KINDS, Head, columns
from reportedly.models.neural.tuning import Tuning
from reportedly.schema import EventType

WINDOW = window("Rebels shelled the port. The army fired back.")
ASSAULT = KINDS[Head.TRIGGER].index(EventType.ASSAULT)


def test_a_tagged_span_is_found_with_its_kind_and_score() -> None:
    encoded = nothing_tagged(8)
    tag(encoded, Head.TRIGGER, ASSAULT, 6, 8)
    (found,) = anchors.find(Head.TRIGGER, encoded.tags, WINDOW, Tuning())
    assert (found.at, found.kind) == ((6, 8), ASSAULT)
    assert 0.99 < found.score <= 1


def test_two_spans_side_by_side_stay_two() -> None:
    encoded = nothing_tagged(8)
    tag(encoded, Head.CUE, 0, 2, 4)
    tag(encoded, Head.CUE, 0, 4, 5)
    found = anchors.find(Head.CUE, encoded.tags, WINDOW, Tuning())
    assert [one.at for one in found] == [(2, 4), (4, 5)]


def test_a_span_without_a_beginning_is_taken_all_the_same() -> None:
    encoded = nothing_tagged(8)
    tag(encoded, Head.CUE, 0, 2, 4)
    encoded.tags[2] = encoded.tags[3]
    assert [one.at for one in anchors.find(Head.CUE, encoded.tags, WINDOW, Tuning())] == [(2, 4)]


def test_context_holds_no_anchor() -> None:
    encoded = nothing_tagged(8)
    tag(encoded, Head.CUE, 0, 2, 3)
    assert not list(anchors.find(Head.CUE, encoded.tags, window("a b c d e f g h", own=4), Tuning()))


def test_a_lean_finds_what_is_nearly_as_likely_as_outside() -> None:
    encoded = nothing_tagged(8)
    start = columns(Head.CUE).start
    encoded.tags[3, start] = SURE
    encoded.tags[3, start + 1] = SURE - 1
    assert not list(anchors.find(Head.CUE, encoded.tags, WINDOW, Tuning()))
    (found,) = anchors.find(Head.CUE, encoded.tags, WINDOW, Tuning(lean={"cue": 1.5}))
    assert found.at == (3, 4)
    assert 0.2 < found.score < 0.5


def test_a_curve_makes_less_sure_and_finds_the_same() -> None:
    encoded = nothing_tagged(8)
    tag(encoded, Head.CUE, 0, 2, 3)
    (plain,) = anchors.find(Head.CUE, encoded.tags, WINDOW, Tuning())
    (curved,) = anchors.find(Head.CUE, encoded.tags, WINDOW, Tuning(curves={"cue": ((0.5, 0.2), (1.0, 0.6))}))
    assert curved.at == plain.at
    assert plain.score > 0.9
    assert 0.55 < curved.score <= 0.6


def test_two_triggers_of_one_type_side_by_side_are_one() -> None:
    encoded = nothing_tagged(8)
    tag(encoded, Head.TRIGGER, ASSAULT, 2, 3)
    tag(encoded, Head.TRIGGER, ASSAULT, 3, 4)
    assert [one.at for one in anchors.find(Head.TRIGGER, encoded.tags, WINDOW, Tuning())] == [(2, 4)]
