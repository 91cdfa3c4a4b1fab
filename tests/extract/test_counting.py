import pytest

from reportedly.extract.quantities import counted, find
from reportedly.schema import Counted, Span


def what(text: str, nth: int = 0) -> str | None:
    found = counted(find(text)[nth], text)
    return None if found is None else found.value


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The blast killed 20 people.", "killed"),
        ("At least six civilians died.", "killed"),
        ("It left 32 civilians dead.", "killed"),
        ("The death toll in the harbour town climbed to at least seven.", "killed"),
        ("The collapse cost the lives of 75 miners.", "killed"),
        ("They found 40 bodies.", "killed"),
        ("Dozens of soldiers who died in the raid were buried.", "killed"),
        ("wounding at least 90, officials said", "injured"),
        ("More than 100 others were wounded.", "injured"),
        ("Hundreds of wounded lay in the hall.", "injured"),
        ("80 people were rushed to hospital.", "injured"),
        ("Police detained 14 activists.", "arrested"),
        ("the arrest of two agents", "arrested"),
        ("some 1,500 soldiers were arrested", "arrested"),
        ("They kidnapped 11 workers.", "abducted"),
        ("The group holds 200 hostages.", "abducted"),
        ("forcing hundreds of villagers to flee", "displaced"),
        ("tens of thousands fleeing the town", "displaced"),
        ("some 3,400 Varnian troops on the island", "troops"),
        ("roughly 1,200 Tarvian service members", "troops"),
        ("three suicide bombers", "people"),
        ("A 500-strong force crossed.", "troops"),
        ("the 22-member board", "people"),
        ("Five F-16s took off.", "vehicles"),
        ("two S-400 batteries", "weapons"),
        ("None of the 181 aboard survived.", "people"),
        ("12 people, among them a cook, died.", "killed"),
        ("A drone killed the commander and two of his bodyguards.", "killed"),
        ("They fear the Houthis; 20 Houthis came.", "people"),
        ("It would cut its forces to less than 1,000 next year.", "troops"),
        ("None of the 40 passengers was hurt.", "people"),
        ("Casualties: 17 injured.", "injured"),
        ("Millions fled.", "displaced"),
        ("It lost 40 tanks and planes.", "vehicles"),
        ("They seized two ships.", "vehicles"),
        ("They fired 5,000 rockets.", "weapons"),
        ("It destroyed 967 vehicle bombs.", "weapons"),
        ("more than half a million artillery shells", "weapons"),
        ("They paid $6 million.", "money"),
        ("two million members", "people"),
        ("some 300 Varians marched", "people"),
        ("Hundreds of protesters came.", "people"),
        ("Twenty-two voted against it.", "people"),
        ("Two gunmen killed a guard.", "troops"),
    ],
)
def test_what_is_counted(text: str, kind: str) -> None:
    assert what(text) == kind


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Four villagers were killed and over 310 were injured.", ["killed", "injured"]),
        ("killing six civilians and wounding 120", ["killed", "injured"]),
        ("One person died and three were critically wounded.", ["killed", "injured"]),
        ("The attack left nine dead and dozens wounded.", ["killed", "injured"]),
        ("The death toll rose to 1,200, including 240 children.", ["killed", "killed"]),
        ("It killed thousands and displaced millions.", ["killed", "displaced"]),
        ("Over 90 wounded villagers, including at least 12 pupils, came by boat.", ["injured", "injured"]),
        ("This union has 1.4 million members and the rival one 600,000.", ["people", "people"]),
    ],
)
def test_neighbouring_numbers_keep_apart(text: str, kinds: list[str]) -> None:
    assert [what(text, nth) for nth in range(len(kinds))] == kinds


@pytest.mark.parametrize(
    "text", ["They burned 15 villages.", "5 percent agreed", "It is 15 miles away.", "They flew 20 sorties."]
)
def test_what_the_codebook_does_not_count(text: str) -> None:
    assert what(text) is None


def test_the_context_bounds_the_search() -> None:
    text = "Ten men; they were killed later"
    (number,) = find(text)
    assert counted(number, text, Span(0, 7)) is Counted.PEOPLE


def test_a_number_beside_a_change_counts_what_it_counts_alone() -> None:
    assert what("It would halve its forces to less than 1,000 next year.", 1) == "troops"
