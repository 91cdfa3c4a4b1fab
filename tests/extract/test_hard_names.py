"""Names that are easily taken for others, resolved in little texts of our own."""

import pytest

from reportedly.extract.link import Coder
from reportedly.extract.link_roles import Resolved
from reportedly.knowledge.directory import directory
from reportedly.knowledge.spells import period
from spans import span


def who(text: str, words: str, *, published: str | None = None, event: str | None = None, nth: int = 1) -> Resolved:
    """Whom the words mean in a text of that day, about an event of that day."""
    coder = Coder(text, directory(), period(published) if published else None)
    return coder.resolve(span(text, words, nth), period(event) if event else None)


@pytest.mark.parametrize(
    ("words", "entity"),
    [
        ("Kata'ib Hezbollah", "kataib-hezbollah"),
        ("Kata’ib Hizballah", "kataib-hezbollah"),
        ("Kataeb Hizbollah", "kataib-hezbollah"),
        ("Kataib Hezbollah fighters", "kataib-hezbollah"),
        ("the Iran-backed group Kataib Hezbollah", "kataib-hezbollah"),
        ("PMF", "popular-mobilisation-forces"),
        ("the Hashd al-Shaabi", "popular-mobilisation-forces"),
        ("Hashed ash-Sha'abi", "popular-mobilisation-forces"),
        ("Popular Mobilization Units", "popular-mobilisation-forces"),
        ("the IRGC", "islamic-revolutionary-guard-corps"),
        ("Iran's Revolutionary Guards", "islamic-revolutionary-guard-corps"),
        ("the IRGC's Quds Force", "quds-force"),
        ("the Quds Force of the IRGC", "quds-force"),
        ("Houthis", "houthis"),
        ("the Houthi movement", "houthis"),
        ("Ansar Allah", "houthis"),
        ("Ansarullah", "houthis"),
        ("Lebanon's Hezbollah", "hezbollah"),
        ("Hizbullah", "hezbollah"),
        ("Wagner", "wagner-group"),
        ("Wagner mercenaries", "wagner-group"),
        ("Asa'ib Ahl al-Haqq", "asaib-ahl-al-haq"),
        ("the Pentagon", "us-department-of-defense"),
        ("Foggy Bottom", "us-state-department"),
        ("the Kremlin", "RUS"),
        ("Baghdad", "IRQ"),
        ("the Iraqi government", "IRQ"),
        ("the government of Iraq", "IRQ"),
        ("Iraq", "IRQ"),
        ("Iran's foreign ministry", "iranian-foreign-ministry"),
        ("a spokesman for the Iranian foreign ministry", "iranian-foreign-ministry"),
        ("Qasim Suleimani", "IRN/Qassem Soleimani"),
    ],
)
def test_a_name_is_known_under_its_spellings(words: str, entity: str) -> None:
    assert who(f"On Sunday, {words} said no.", words, published="2019-06-01").entity == entity


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("Iraqi villagers", "IRQCVL"),
        ("US officials", "USAGOV"),
        ("police in Iraq", "IRQCOP"),
        ("militiamen from Iraq", "IRQREB"),
        ("Iraqi and Syrian soldiers", "SYRMIL"),
        ("enemies of Hamas", None),
        ("three gunmen", None),
        ("Nobody Roe", None),
    ],
)
def test_words_that_name_nobody_in_particular_have_no_identity(words: str, code: str | None) -> None:
    found = who(f"On Sunday, {words} left.", words, published="2019-06-01")
    assert (found.entity, found.code) == (None, code)


@pytest.mark.parametrize(
    ("text", "entity"),
    [
        ("RSF shelled Omdurman, and Khartoum burned.", "rapid-support-forces"),
        ("RSF counted the journalists in prison; press freedom fell.", "reporters-without-borders"),
        ("Journalists died when Sudan's RSF fired, a watchdog of press freedom said.", "rapid-support-forces"),
        ("Reporters Without Borders (RSF) wrote to Khartoum.", "reporters-without-borders"),
        ("RSF said no.", None),
    ],
)
def test_rsf_is_told_by_what_stands_around_it(text: str, entity: str | None) -> None:
    assert who(text, "RSF", published="2023-05-05").entity == entity


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Georgia and Russia fought over South Ossetia, Tbilisi said.", "GEOGOV"),
        ("Georgia sent its National Guard to Atlanta, as Republicans had asked.", "USA"),
        ("Georgia said no.", "GEOGOV"),
    ],
)
def test_georgia_is_a_country_or_a_state_of_the_us(text: str, code: str) -> None:
    found = who(text, "Georgia", published="2023-05-05")
    assert found.code == code
    assert found.entity == ("GEO" if code == "GEOGOV" else None)


@pytest.mark.parametrize(
    ("day", "entity"),
    [
        ("2019-11-20", "IRQ/Najah al-Shammari"),
        ("2021-03", "IRQ/Juma Inad"),
        ("2023-06-01", "IRQ/Thabet al-Abbasi"),
        ("2020-05", "IRQ/defence minister"),
        ("1990", "IRQ/defence minister"),
    ],
)
@pytest.mark.parametrize(
    "words", ["the defence minister of Iraq", "Iraq's defense minister", "the Iraqi defence minister"]
)
def test_an_office_is_its_holder_at_the_day_of_the_event(words: str, day: str, entity: str) -> None:
    found = who(f"On Sunday, {words} left.", words, published="2025-01-01", event=day)
    assert found.entity == entity
    assert found.code == "IRQGOV"


def test_an_office_without_a_day_is_the_office() -> None:
    assert who("Iraq's defence minister left.", "Iraq's defence minister").entity == "IRQ/defence minister"


def test_the_same_words_on_two_days_are_two_people() -> None:
    text = "The prime minister of Iraq left."
    coder = Coder(text, directory(), period("2024-01-01"))
    words = span(text, "The prime minister of Iraq")
    found = [coder.resolve(words, when).entity for when in (None, period("2021-02-01"), period("2019-02-01"))]
    assert found == ["IRQ/Mohammed Shia al-Sudani", "IRQ/Mustafa al-Kadhimi", "IRQ/Adel Abdul Mahdi"]


@pytest.mark.parametrize(
    ("words", "day", "code", "in_office"),
    [
        ("Adel Abdul Mahdi", "2019-06-01", "IRQGOV", True),
        ("Adel Abdul Mahdi", "2023-06-01", "IRQELI", False),
        ("Mustafa al-Kadhimi", "2009-06-01", "IRQ", False),
        ("former prime minister Mustafa al-Kadhimi", "2021-06-01", "IRQELI", False),
    ],
)
def test_a_role_is_that_of_the_day(words: str, day: str, code: str, in_office: bool) -> None:
    found = who(f"On Sunday, {words} left.", words, published=day)
    assert found.entity == f"IRQ/{words.removeprefix('former prime minister ')}"
    assert (found.code, found.in_office) == (code, in_office)


def test_a_deputy_is_not_the_minister() -> None:
    words = "Iraq's deputy prime minister's aide"
    assert who(f"{words} left.", words, published="2021-01-01").entity is None


@pytest.mark.parametrize(
    "words", ["Tehran's Lebanon-based proxy", "Iran's Lebanon-based proxy", "The Lebanon-based proxy of Iran"]
)
def test_a_proxy_is_the_one_that_is_tied_to_its_backer(words: str) -> None:
    assert who(f"{words} said no.", words, published="2023-11-01").entity == "hezbollah"


def test_one_proxy_of_many_is_nobody_unless_the_article_names_it() -> None:
    assert who("Tehran's proxy in the region said no.", "Tehran's proxy", published="2023-11-01").entity is None
    text = "The Houthis fired. Tehran's proxy said so."
    assert who(text, "Tehran's proxy", published="2023-11-01").entity == "houthis"


@pytest.mark.parametrize(
    ("text", "words", "entity"),
    [
        ("Kataib Hezbollah fired. The group denied it.", "The group", "kataib-hezbollah"),
        ("Kataib Hezbollah met M23. The Iran-backed militia left.", "The Iran-backed militia", "kataib-hezbollah"),
        ("Hezbollah met Hamas. The Lebanese group left.", "The Lebanese group", "hezbollah"),
        ("The Iranian Foreign Ministry spoke. The ministry denied it.", "The ministry", "iranian-foreign-ministry"),
        ("Mustafa al-Kadhimi came. Kadhimi left.", "Kadhimi", "IRQ/Mustafa al-Kadhimi"),
        ("Mustafa al-Kadhimi came. The prime minister left.", "The prime minister", "IRQ/Mustafa al-Kadhimi"),
        ("The group left.", "The group", None),
        ("Hezbollah met Hamas. A group left.", "A group", None),
    ],
)
def test_words_that_point_back_mean_whom_the_article_named(text: str, words: str, entity: str | None) -> None:
    assert who(text, words, published="2021-06-01").entity == entity


def test_a_surname_inside_the_name_of_a_stranger_is_not_the_minister() -> None:
    assert who("On Sunday, Omar Kadhimi left.", "Omar Kadhimi", published="2021-06-01").entity is None


def test_a_place_that_is_struck_is_no_government() -> None:
    text = "Rockets hit Baghdad."
    coder = Coder(text, directory(), period("2021-06-01"))
    assert coder.struck(span(text, "Baghdad")) == Resolved(code="IRQ")
    assert coder.resolve(span(text, "Baghdad")).entity == "IRQ"


@pytest.mark.parametrize(
    ("text", "words", "entity"),
    [
        ("Rockets hit Ain al-Asad on Sunday.", "al-Asad", "al-asad-airbase"),
        ("Kataib Hezbollah said no.", "Kataib", "kataib-hezbollah"),
        ("Kataib Hezbollah said no.", "Hezbollah", "kataib-hezbollah"),
        ("Iraq said no.", "Iraq", "IRQ"),
    ],
)
def test_a_part_of_a_name_means_what_the_whole_name_means(text: str, words: str, entity: str) -> None:
    assert who(text, words, published="2024-02-06").entity == entity
