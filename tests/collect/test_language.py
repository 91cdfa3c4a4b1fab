import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.collect.language import checked
from reportedly.errors import InputError

TEXTS = {
    "German": "Die Armee hat nach eigenen Angaben den Fluss überquert und die Stadt mit dem Zollamt besetzt. ",
    "French": "Les troupes ont traversé le fleuve dans la nuit et elles ont pris le poste de douane de la ville. ",
    "Spanish": "Las tropas cruzaron el río en la noche y tomaron el puesto de aduanas de la ciudad, según un oficial. ",
    "Italian": "Le truppe hanno attraversato il fiume nella notte e sono entrate nel posto di dogana della città. ",
    "Portuguese": "As tropas atravessaram o rio durante a noite e não encontraram resistência no posto da cidade. ",
    "Dutch": "De troepen zijn in de nacht de rivier overgestoken en hebben het douanekantoor van de stad bezet. ",
    "Swedish": "Trupperna gick över floden under natten och tog tullen i staden, som är den största på gränsen. ",
    "Polish": "Wojska przeszły rzekę w nocy i zajęły posterunek w mieście, jak podało ministerstwo, że nie ma ofiar. ",
    "Turkish": "Birlikler gece nehri geçti ve bu kentte bir gümrük noktasını ele geçirdi, daha sonra da geri döndü. ",
    "Indonesian": "Pasukan itu menyeberangi sungai pada malam hari dan tidak ada yang terluka dalam serangan ini. ",
    "Croatian": "Vojska je noću prešla rijeku i zauzela carinu u gradu, kako kažu u ministarstvu, a nije bilo žrtava. ",
    "Vietnamese": "Quân đội đã vượt sông vào ban đêm và chiếm trạm hải quan của thị trấn, không có ai bị thương. ",
    "Russian or Ukrainian": "Войска ночью пересекли реку и заняли таможенный пост в городе, сообщило министерство. ",
    "Arabic": "عبرت القوات النهر ليلا واستولت على مركز الجمارك في المدينة حسبما ذكرت وزارة الدفاع. ",
    "Chinese": "国防部表示，部队在夜间渡过河流，占领了该市的海关检查站。",
    "Japanese": "国防省によると、部隊は夜に川を渡り、この町の税関を占拠したということです。",
    "Korean": "국방부는 부대가 밤에 강을 건너 도시의 세관을 점령했다고 밝혔다. ",
    "Khmer": "កងទ័ពបានឆ្លងទន្លេនៅពេលយប់ ហើយបានកាន់កាប់ប៉ុស្តិ៍គយនៃទីក្រុង នេះបើតាមក្រសួងការពារជាតិ។ ",
}
UNLISTED = {
    "lt": "Kariuomenė naktį perėjo upę ir užėmė miesto muitinės postą, pranešė gynybos ministerija. ",
    "so": "Ciidanku waxay habeenkii ka gudbeen webiga oo waxay qabsadeen xarunta kastamka ee magaalada. ",
    "tl": "Tumawid ang hukbo sa ilog noong gabi at kinuha ang himpilan ng aduana sa bayan, ayon sa alkalde. ",
}
ENGLISH = "The army said that it had crossed the river at night and taken the customs post of the town. "


@pytest.mark.parametrize("language", TEXTS)
def test_a_text_in_another_language_is_named(language: str) -> None:
    with pytest.raises(InputError, match=f"looks {language}; only English"):
        checked(TEXTS[language] * 6, None, "x")


@pytest.mark.parametrize("declared", [None, "en"])
@pytest.mark.parametrize("code", UNLISTED)
def test_a_text_in_a_language_that_we_do_not_know_is_refused(code: str, declared: str | None) -> None:
    with pytest.raises(InputError, match="x: not in English; only English"):
        checked(UNLISTED[code] * 5, declared, "x")


def test_a_script_that_we_do_not_know_is_refused() -> None:
    with pytest.raises(InputError, match="x: looks not Latin; only English"):
        checked("\N{CHEROKEE LETTER GA}\N{CHEROKEE LETTER KA} " * 80, "en", "x")


@pytest.mark.parametrize("language", ["German", "French", "Spanish", "Italian"])
def test_one_sentence_in_another_language_is_enough(language: str) -> None:
    with pytest.raises(InputError, match=f"looks {language}; only English"):
        checked(TEXTS[language], None, "x")


def test_one_sentence_in_english_is_never_refused() -> None:
    assert checked(ENGLISH, None, "x") is None
    assert checked("I have tried disarmament: a drawer, a timer, a cottage without a mast.", None, "x") is None
    assert checked("Shells hit El Amal, La Paz, Las Flores, Los Robles, De Mar and Por Venir.", None, "x") is None


@pytest.mark.parametrize("declared", [None, "en", "en-GB", "de", "fr_FR"])
def test_english_is_english_whatever_the_page_says(declared: str | None) -> None:
    assert checked(ENGLISH * 6, declared, "x") == "en"


def test_english_with_names_and_quotations_is_english() -> None:
    quoted = ENGLISH + "“Die Armee hat den Fluss überquert,” said Jürgen von der Heyde of the Süddeutsche Zeitung. "
    assert checked(quoted * 4, None, "x") == "en"


def test_a_list_of_names_is_no_language() -> None:
    assert checked("Kabul Herat Kandahar Kunduz Jalalabad " * 20, None, "x") is None


def test_what_a_page_says_counts_where_the_text_is_short() -> None:
    assert checked("Shells fell.", "en-US", "x") == "en"
    assert checked("Shells fell.", None, "x") is None
    with pytest.raises(InputError, match="looks German"):
        checked("Granaten fielen.", "de-AT", "x")
    assert checked("The shells fell on the town.", "de", "x") is None


@pytest.mark.parametrize(
    "text",
    [
        "Archive January 2018 December 2017 November 2017 October 2017 September 2017 August 2017 " * 6,
        "Rockledge 14 11 6 15: 44\n\nPalm Bay: Tolivert 25 points. Davis 17 points. Burgher 10 points.\n\n" * 6,
    ],
)
def test_lists_and_tables_are_no_language(text: str) -> None:
    assert checked(text, None, "x") is None
    assert checked(text, "en", "x") == "en"


def test_headlines_and_nothing_else_are_english() -> None:
    text = (
        "DAWN RAID ON REBEL PORT\n\nMarines ashore at Sabra, says admiralty\n40 prisoners, two gunboats taken\n"
        "Rebels: “We lost nine men, they lost thirty”\nQueen to address nation tonight\nNeighbours call for truce; "
        "embassy families out by air\n\nSport: Harbour Lions bury Dockers 5-0\n"
    )
    assert checked(text, None, "x") == "en"


def test_a_declared_language_counts_whether_we_know_its_name_or_not() -> None:
    with pytest.raises(InputError, match="looks Croatian"):
        checked("Granate su pale.", "hr-HR", "x")
    with pytest.raises(InputError, match="x: not in English"):
        checked("Sviediniai krito.", "lt", "x")


@pytest.mark.parametrize("declared", ["", "und", "x-default", "mul", "English", "1", "zz-", "-"])
def test_a_declaration_that_names_no_language_says_nothing(declared: str) -> None:
    assert checked("The shells fell.", declared, "x") is None


@given(st.text(max_size=60), st.text(alphabet="-0123456789_/ ", max_size=4))
def test_a_short_text_is_never_refused_for_its_words(text: str, declared: str) -> None:
    assert checked(text, None, "x") is None
    assert checked(text, declared, "x") is None
    assert checked("the " + text.replace(" ", "")[:4], "fr", "x") is None
