"""The little language of alternatives, slots and choices."""
# ruff: noqa: S311 - seeded, for the same text every time

from random import Random

import pytest

from reportedly.evals.families.grammar import Mark, Piece, drawn


def test_the_marks_of_a_piece_in_a_slot_move_with_it() -> None:
    clause = Piece("the army shelled the port", (Mark("actor", 0, 8),))
    slots = {"source": "the mayor", "cue": "said", "clause": clause, "accord": "According to", "accord.small": "says"}
    for seed in range(20):
        piece = drawn("attributed", slots, Random(seed))
        where = {mark.name: piece.text[mark.start : mark.end] for mark in piece.marks}
        assert where["actor"] == "the army"
        assert where["source"] == "the mayor"
        assert where["clause"] == clause.text


def test_only_the_first_letter_is_made_large() -> None:
    assert Piece("“we saw it").capitalised() == Piece("“We saw it")
    assert Piece("12").capitalised() == Piece("12")


def test_an_empty_choice_leaves_one_blank() -> None:
    assert all("  " not in drawn("quote.denied", {"town": "Lind"}, Random(seed)).text for seed in range(200))


def test_a_slot_that_nothing_fills_is_an_error() -> None:
    with pytest.raises(ValueError, match="nothing fills the slot"):
        drawn("attributed", {}, Random(0))


def test_an_unknown_rule_is_an_error() -> None:
    with pytest.raises(ValueError, match="no rule 'surely'"):
        drawn("surely", {}, Random(0))
