import pytest

from reportedly.knowledge.pronouns import PRONOUNS, pronoun


@pytest.mark.parametrize("words", sorted(PRONOUNS))
def test_a_pronoun_is_known_in_lower_case_and_at_the_head_of_a_sentence(words: str) -> None:
    assert pronoun(words) == pronoun(words.capitalize()) == words


@pytest.mark.parametrize("words", ["US", "WHO", "IT", "HE", "the us", "Ian", "", "he said"])
def test_what_is_in_capitals_or_has_more_words_is_none(words: str) -> None:
    assert pronoun(words) is None
