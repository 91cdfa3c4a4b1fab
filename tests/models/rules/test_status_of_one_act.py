"""One act, said in the ways that tell how far along it is."""

import pytest

from tagged import read

ATTACKS = [
    ("Iran attacked Iraq.", "attacked", "occurred"),
    ("Iran did not attack Iraq.", "attack", "denied"),
    ("Iran will attack Iraq.", "attack", "planned"),
    ("Iran may attack Iraq.", "attack", "warned"),
    ("Iran is planning to attack Iraq.", "attack", "planned"),
    ("Iran is planning an attack on Iraq.", "attack", "planned"),
    ("Iran threatened to attack Iraq.", "attack", "threatened"),
    ("Iran denied attacking Iraq.", "attacking", "denied"),
    ("The United States said Iran attacked Iraq.", "attacked", "occurred"),
    ("The United States warned that Iran may attack Iraq.", "attack", "warned"),
    ("If Iran attacked Iraq, the United States would respond.", "attacked", "hypothetical"),
    ("Iran has been attacking Iraq.", "attacking", "ongoing"),
    ("Iran is attacking Iraq.", "attacking", "ongoing"),
    ("Iran must attack Iraq, the general said.", "attack", "demanded"),
    ("The general called on Iran to attack Iraq.", "attack", "demanded"),
    ("Iran attempted to attack Iraq.", "attack", "averted"),
    ("Iran tried to attack Iraq.", "attack", "averted"),
    ("Iran has tried to attack Iraq.", "attack", "averted"),
    ("Iran is trying to attack Iraq.", "attack", "planned"),
    ("Iran will attempt to attack Iraq.", "attack", "planned"),
    ("Iran has continued to attack Iraq.", "attack", "ongoing"),
    ("Iran called off plans to attack Iraq.", "attack", "averted"),
    ("Iran never attacked Iraq.", "attacked", "denied"),
    ("Iran is likely to attack Iraq.", "attack", "warned"),
    ("Iran vowed to attack Iraq.", "attack", "threatened"),
    ("Iran plans to attack Iraq.", "attack", "planned"),
    ("Iran plans attacks on Iraq.", "attacks", "planned"),
    ("US officials said Iran plans to attack Iraq.", "attack", "planned"),
    ("Iran moves to attack Iraq.", "attack", "planned"),
    ("Iran aims to attack Iraq.", "attack", "planned"),
]


@pytest.mark.parametrize(("text", "trigger", "status"), ATTACKS)
def test_the_words_around_a_verb_tell_how_far_along_it_is(text: str, trigger: str, status: str) -> None:
    found = read(text).trigger(trigger)
    assert (found.type, found.status) == ("ASSAULT", status)


@pytest.mark.parametrize(("text", "trigger"), [(text, trigger) for text, trigger, _ in ATTACKS])
def test_actor_and_recipient_are_the_same_in_every_status(text: str, trigger: str) -> None:
    found = read(text)
    tag = found.trigger(trigger)
    assert found.parties(tag.actors) == (["Iran"])
    assert found.parties(tag.recipients) == ["Iraq"]


@pytest.mark.parametrize(
    ("text", "trigger", "status"),
    [
        ("Police foiled an attack on the embassy in Nairobi.", "attack", "averted"),
        ("The strike on the depot was called off at the last minute.", "strike on", "averted"),
        ("The talks between Sudan and Egypt were postponed.", "talks", "averted"),
        ("There was no attack on the convoy, the ministry said.", "attack", "denied"),
        ("No soldier was killed in the village, the army said.", "killed", "denied"),
        ("The war between the two countries has cost them dear.", "war between", "ongoing"),
        ("A planned attack on the port was reported to the police.", "attack", "planned"),
        ("Officials fear an attack on the port.", "attack", "warned"),
        ("Ministers demanded an attack on the port.", "attack", "demanded"),
    ],
)
def test_the_words_around_a_noun_tell_how_far_along_it_is(text: str, trigger: str, status: str) -> None:
    assert read(text).trigger(trigger).status == status


def test_a_condition_is_supposed_while_what_hangs_on_it_is_threatened() -> None:
    text = "The rebels have threatened to bomb the airport unless the government withdraws its troops."
    found = read(text)
    assert found.trigger("bomb").status == "threatened"
    assert found.trigger("withdraws its troops").status == "hypothetical"


def test_verbs_that_are_joined_share_what_governs_the_first() -> None:
    found = read("The militia plans to shell the town and seize the bridge.")
    assert found.trigger("shell").status == "planned"
    assert found.trigger("seize").status == "planned"


def test_what_a_voice_says_of_its_own_deeds_is_a_threat_and_not_a_warning() -> None:
    own = read("Tehran warned Washington that it could attack American bases.")
    other = read("Tehran warned Washington that Israel could attack American bases.")
    assert own.trigger("attack").status == "threatened"
    assert own.parties(own.trigger("attack").actors) == ["Tehran"]
    assert other.trigger("attack").status == "warned"


def test_an_answer_to_come_makes_its_cause_hypothetical() -> None:
    found = read("Tehran warned that it could attack American bases in response to a strike on its harbours.")
    assert found.trigger("strike on").status == "hypothetical"


def test_what_only_governs_another_event_is_none_of_its_own() -> None:
    found = read("The two governments agreed to withdraw their troops.")
    assert [kind for kind, _ in found.triggers()] == ["RETREAT"]
    assert found.predictions.triggers[0].status == "planned"


def test_urging_somebody_not_to_act_leaves_the_act_out() -> None:
    found = read("Officials urged the militia not to attack the base.")
    assert ("ASSAULT", "attack") not in found.triggers()


def test_calling_off_without_a_word_for_the_act_is_an_echo() -> None:
    found = read("So far the French-backed rebels have held off.")
    (echo,) = found.predictions.echoes
    assert (found.words(echo.span), echo.status) == ("held off", "averted")
    assert found.words(echo.party) == "the French-backed rebels"


def test_having_no_part_is_an_echo_of_denial() -> None:
    found = read("The FBI says the gunman had no connection to terrorist groups.")
    (echo,) = found.predictions.echoes
    assert (found.words(echo.party), echo.status) == ("the gunman", "denied")
