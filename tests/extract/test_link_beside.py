import pytest

from reportedly.extract.link_beside import apposition, holds_until, is_dead, is_until
from spans import marked, span


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("[Jane Roe], the army's chief, said so.", "the army's chief"),
        ("[Jane Roe], the army's chief.", "the army's chief"),
        ("[Roe], the army's chief, said so.", None),
        ("[the army], its chief said, left.", None),
        ("[Jane Roe] said so.", None),
    ],
)
def test_a_title_stands_in_commas_behind_a_full_name(text: str, title: str | None) -> None:
    plain, (name,) = marked(text)
    found = apposition(plain, name)
    assert (found.of(plain) if found else None) == title


def test_a_title_may_be_over() -> None:
    text = "Jane Roe, army chief until May, fled."
    assert holds_until(text, span(text, "Jane Roe"))
    assert is_until(text, span(text, "army chief"))
    assert not holds_until("Jane Roe, army chief, fled until May.", span(text, "Jane Roe"))
    assert not is_until(text, span(text, "fled"))


def test_words_of_death_near_a_name() -> None:
    text = "Jane Roe was killed."
    assert is_dead(text, span(text, "Jane Roe"))
    assert not is_dead("Jane Roe left.", span(text, "Jane Roe"))
