import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.knowledge.folding import fold, folded, is_spelling, normal

LETTERS = string.ascii_letters + "āēīōūḥṣṭẓ‘’' -łøßæİ"
NAMES = st.text(LETTERS, max_size=24)


@given(NAMES | st.text(max_size=24))
def test_the_normal_form_is_its_own_normal_form(name: str) -> None:
    assert normal(normal(name)) == normal(name)


@given(NAMES | st.text(max_size=24))
def test_folding_a_key_changes_nothing(name: str) -> None:
    assert fold(fold(name)) == fold(name)


@given(NAMES)
def test_names_of_one_normal_form_have_one_key(name: str) -> None:
    assert fold(name) == folded(normal(name)) == fold(name.upper())


@given(st.text(string.ascii_lowercase, min_size=1, max_size=16))
def test_hyphens_marks_and_articles_do_not_part_names(name: str) -> None:
    assert fold(f"Al-{name}") == fold(f"al {name}")
    assert fold(name.replace("a", "ā")) == fold(name)


@given(st.text(string.ascii_letters, min_size=1))
def test_no_name_of_letters_has_an_empty_key(name: str) -> None:
    assert fold(name)


@pytest.mark.parametrize(
    "spellings",
    [
        "Deir ez-Zor|Dayr az Zawr|Deir Ezzor|Deir al-Zour",
        "Kharkiv|Kharkov",
        "Kyiv|Kiev",
        "Lviv|Lvov",
        "Erbil|Arbil|Irbil",
        "Hodeidah|Al Ḩudaydah|Hudaida|Hodeida",
        "Qamishli|Al Qāmishlī|Kamishli",
        "Bukamal|Abu Kamal|Albu Kamal|Al-Bukamal|Ālbū Kamāl",
        "As Suwayda|Suweida|Soueida|Sweida",
        "Ar Raqqah|Raqqa|Rakka",
        "Al-Hasakah|Hassakeh|Hasaka",
        "Jabalia|Jabaliya|Jabalya",
        "Al-Tanf|At Tanf|Tanf",
        "Islamabad|Islam Abad|Islam-abad",
        "Sana'a|Sanaa|Şan‘ā’",
        "Khan Younis|Khān Yūnis",
        "Zhytomyr|Zhitomir",
        "Fallujah|Falluja|Fallouja",
    ],
)
def test_spellings_of_one_name_share_a_key(spellings: str) -> None:
    assert len({fold(each) for each in spellings.split("|")}) == 1


@pytest.mark.parametrize("names", ["Mosul|Basra", "Homs|Hama", "Natanz|Natanya", "Karaj|Kirkuk", "Rafah|Raqqa"])
def test_other_names_have_other_keys(names: str) -> None:
    one, other = names.split("|")
    assert fold(one) != fold(other)


def test_a_name_of_articles_alone_keeps_them() -> None:
    assert fold("Al") == "al"


@pytest.mark.parametrize("code", ["bghdad", "BGW", "Багдад", "بغداد", "東京"])
def test_codes_and_other_alphabets_are_no_spellings(code: str) -> None:
    assert not is_spelling(code)


@pytest.mark.parametrize("name", ["Baghdad", "Bağdat", "Ş‘arā’", "al-Asad", "Us"])
def test_names_in_latin_letters_are_spellings(name: str) -> None:
    assert is_spelling(name)
