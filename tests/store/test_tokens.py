import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.store.tokens import terms, tokens


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Sana'a's militias", ["sanaa", "s", "militia"]),
        ("Łódź, İstanbul, Ærø", ["lodz", "istanbul", "aero"]),
        ("cafe\u0301 café CAFÉ", ["cafe", "cafe", "cafe"]),
        ("l'armée", ["l", "arme"]),
        ("Deir ez‑Zor", ["deir", "ez", "zor"]),
        ("co\u00adoperate", ["cooper"]),
        ("東京 ข่าว", ["東", "京", "ข", "า", "ว"]),
        ("مُحَمَّد", ["محمد"]),
        ("_ - ... \u0301", []),
        ("½ ﬁre", ["12", "fire"]),
    ],
)
def test_a_text_is_found_by_these_words(text: str, found: list[str]) -> None:
    assert terms(text) == found


@given(st.text(max_size=60))
def test_terms_are_safe_words_and_spans_lie_in_the_text_in_order(text: str) -> None:
    made = tokens(text)
    assert [token.term for token in made] == terms(text)
    assert all(term.isalnum() and len(term) <= 64 for term in terms(text))
    ends = [0, *(token.span.end for token in made)]
    assert all(token.span.start >= end for token, end in zip(made, ends, strict=False))
    assert ends[-1] <= len(text)


@given(st.text("aeioudnrt-\u0301 éÉ", max_size=30))
def test_case_and_marks_do_not_count(text: str) -> None:
    assert terms(text.upper()) == terms(text.lower())
