"""The four variants keep what they say they keep."""
# ruff: noqa: S311 - seeded, for the same text every time

from random import Random

import pytest

from reportedly.evals.families import articles
from reportedly.evals.families.variants import Variant, vary

FIRST, OTHER = (reading.article.text for reading in (*articles(1, 40),)[::39])


def varied(variant: Variant, seed: int = 0) -> str:
    return vary(FIRST, variant, OTHER, Random(seed))


def test_boilerplate_stands_around_the_whole_text() -> None:
    assert FIRST in varied(Variant.BOILERPLATE)
    assert len(varied(Variant.BOILERPLATE).split()) > len(FIRST.split()) + 40


def test_about_an_eighth_of_the_words_are_others() -> None:
    before, after = FIRST.split(), varied(Variant.SUBSTITUTED).split()
    assert len(before) == len(after)
    changed = sum(old != new for old, new in zip(before, after, strict=True)) / len(before)
    assert 0.06 < changed < 0.2


def test_a_cut_is_the_beginning() -> None:
    assert FIRST.startswith(varied(Variant.CUT))
    assert len(varied(Variant.CUT).split()) / len(FIRST.split()) == pytest.approx(0.4, abs=0.03)


def test_what_is_embedded_stands_within_the_other_text() -> None:
    embedded = varied(Variant.EMBEDDED)
    assert varied(Variant.CUT) in embedded
    assert embedded.startswith(OTHER[:40])


@pytest.mark.parametrize("variant", Variant)
def test_the_same_dice_give_the_same_text(variant: Variant) -> None:
    assert varied(variant, 4) == varied(variant, 4)


def test_a_text_without_words_stays_as_it_is() -> None:
    assert vary("…", Variant.CUT, "other words", Random(1)) == "…"
    assert vary("…", Variant.SUBSTITUTED, "", Random(1)) == "…"
