import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.evals.attribution import Attribution, score
from reportedly.schema import Span

TEXT = "The port, an officer said, is shut. It burns, say two sailors."


def attribution(source: str, cue: str, *content: str) -> Attribution:
    return Attribution(
        source=tuple(span(words) for words in [source] if words), cue=(span(cue),), content=tuple(map(span, content))
    )


def span(words: str) -> Span:
    return Span(TEXT.index(words), TEXT.index(words) + len(words))


OFFICER = attribution("an officer", "said", "The port,", "is shut.")
SAILORS = attribution("two sailors", "say", "It burns")


def test_what_is_the_same_scores_in_full() -> None:
    found = score([TEXT], [[OFFICER, SAILORS]], [[SAILORS, OFFICER]])
    assert [getattr(found, role).f1 for role in ("source", "cue", "content", "linked")] == [1, 1, 1, 1]


def test_punctuation_and_spaces_do_not_count() -> None:
    found = score([TEXT], [[OFFICER]], [[attribution("an officer", "said,", "The port", "is shut")]])
    assert (found.content.f1, found.linked.f1) == (1, 1)


def test_an_attribution_needs_half_of_its_source_and_of_its_content() -> None:
    other = attribution("two sailors", "said", "The port,", "is shut.")
    half = attribution("an officer", "said", "is shut.")
    less = attribution("an officer", "said", "is")
    assert score([TEXT], [[OFFICER]], [[other]]).linked.f1 == 0
    assert score([TEXT], [[OFFICER]], [[half]]).linked.f1 == 1
    assert score([TEXT], [[OFFICER]], [[less]]).linked.f1 == 0


def test_two_without_a_source_agree_in_it() -> None:
    one = attribution("", "say", "It burns")
    assert score([TEXT], [[one]], [[one]]).linked.f1 == 1
    assert score([TEXT], [[one]], [[SAILORS]]).linked.f1 == 0


def test_one_found_attribution_serves_one_of_the_gold() -> None:
    found = score([TEXT], [[OFFICER, OFFICER]], [[OFFICER]])
    assert (found.linked.p, found.linked.r) == (1, 0.5)


@pytest.mark.parametrize(("gold", "found"), [([OFFICER], []), ([], [OFFICER]), ([], [])])
def test_nothing_found_or_nothing_to_find_is_no_error(gold: list[Attribution], found: list[Attribution]) -> None:
    assert score([TEXT], [gold], [found]).linked.f1 == 0


SOME = st.lists(st.sampled_from([OFFICER, SAILORS]), max_size=4)


@given(SOME, SOME)
def test_gold_and_found_may_change_places(gold: list[Attribution], found: list[Attribution]) -> None:
    one, other = score([TEXT], [gold], [found]), score([TEXT], [found], [gold])
    assert one.linked.f1 == other.linked.f1
    assert (one.source.p, one.source.r) == (other.source.r, other.source.p)
