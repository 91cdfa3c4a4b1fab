"""Spellings of one name fall together, names of different people do not."""

import pytest

from reportedly.knowledge.spelling import fold


@pytest.mark.parametrize(
    "spellings",
    [
        ("Kata'ib Hezbollah", "Kataeb Hizbollah", "Kataib Hizballah", "Kata’ib Hizbullah"),
        ("Qassem Soleimani", "Qasem Soleimani", "Kassem Suleimani", "Qassim Sulaimani"),
        ("Ansar Allah", "Ansarullah", "Ansar-Allah", "Ansarallah"),
        ("Mohammed bin Salman", "Muhammad bin Salman", "Mohamed Bin Salman"),
        ("Abdel Fattah el-Sisi", "Abdul Fattah al-Sissi"),
        ("Zelensky", "Zelenskyy", "Zelenskiy"),
        ("Hashd al-Shaabi", "Hashd ash-Sha'abi"),
        ("Asaib Ahl al-Haq", "Asa'ib Ahl al-Haqq"),
    ],
)
def test_spellings_of_one_name_have_one_key(spellings: tuple[str, ...]) -> None:
    assert len({fold(spelling) for spelling in spellings}) == 1
    assert fold(spellings[0]) is not None


@pytest.mark.parametrize(
    ("one", "other"),
    [("Hassan Rouhani", "Hossein Rahnaei"), ("Ali Salem", "Ali Salim Roe"), ("Saad Hariri", "Said Hariri")],
)
def test_names_of_different_people_stay_apart(one: str, other: str) -> None:
    assert fold(one) != fold(other)


@pytest.mark.parametrize("name", ["US", "UN", "PLO", ""])
def test_a_short_name_has_no_key(name: str) -> None:
    assert fold(name) is None
