"""Claims: one for each event, status and origin."""

from draft import Draft
from reportedly.extract.status import claims
from reportedly.schema import Claim, Counted, CueTag, HopKind, Quantity, Status, TriggerTag

OCCURRED, PLANNED, DENIED = Status.OCCURRED, Status.PLANNED, Status.DENIED
TEXT = (
    "Rebels shelled Seld, killing 12, officials said. NBC said rebels shelled Seld. Officials said the attack "
    "killed 12 and hurt 30, but Varn denied the attack was planned. About 15 died."
)
DRAFT = Draft(TEXT)
OFFICIALS = DRAFT.cue("said", "officials", "Rebels shelled Seld, killing 12", score=0.5)
NBC = DRAFT.cue(DRAFT.at("said", 2), "NBC", "rebels shelled Seld", HopKind.OUTLET)
AGAIN = DRAFT.cue(DRAFT.at("said", 3), "Officials", "the attack killed 12 and hurt 30")
VARN = DRAFT.cue("denied", "Varn", "the attack was planned")


def number(words: str, what: Counted, low: int, nth: int = 1) -> Quantity:
    return Quantity(what=what, low=low, high=low, span=DRAFT.at(words, nth))


NUMBERS = {
    quantity.span: quantity
    for quantity in (
        number("12", Counted.KILLED, 12),
        number("12", Counted.KILLED, 12, 2),
        number("30", Counted.INJURED, 30),
        number("15", Counted.KILLED, 15),
    )
}


def made(
    *triggers: TriggerTag, cues: tuple[CueTag, ...] = (OFFICIALS, NBC, AGAIN, VARN), first: int = 1
) -> list[Claim]:
    return claims("e1", triggers, DRAFT.chains(*cues), NUMBERS, first)


def told(found: list[Claim]) -> list[tuple[Status, str | None, str]]:
    """Status, origin and content of each claim."""
    return [(each.status, each.chain[-1].name if each.chain else None, each.content.of(TEXT)) for each in found]


def test_a_claim_says_who_claims_it_how_far_along_and_how_sure() -> None:
    (claim,) = made(DRAFT.trigger("shelled", content="Rebels shelled Seld", certainty=0.876, score=0.9), first=5)
    assert (claim.id, claim.event, claim.status, claim.certainty) == ("c5", "e1", OCCURRED, 0.88)
    assert claim.confidence == 0.45
    assert claim.content.of(TEXT) == "Rebels shelled Seld"
    assert [hop.name for hop in claim.chain] == ["officials"]


def test_one_origin_with_one_status_is_one_claim_at_its_fullest_mention() -> None:
    bare = DRAFT.trigger("shelled", content="Rebels shelled Seld", actors="Rebels")
    full = DRAFT.trigger("attack", content="the attack killed 12", recipients="Seld", actors="rebels")
    assert told(made(bare, full)) == [(OCCURRED, "Officials", "the attack killed 12")]
    assert told(made(full, bare)) == [(OCCURRED, "Officials", "the attack killed 12")]


def test_of_two_as_full_the_longer_chain_then_the_longer_content_counts() -> None:
    outer = DRAFT.cue("NBC said", "Seld", "rebels shelled Seld", HopKind.OUTLET)
    inner = DRAFT.cue(DRAFT.at("said", 2), "NBC", "rebels shelled Seld", HopKind.OUTLET)
    short = DRAFT.trigger(DRAFT.at("shelled", 2), content="rebels shelled Seld")
    long = DRAFT.trigger("shelled", content="Rebels shelled Seld, killing 12")
    only = DRAFT.cue("said", "NBC", "Rebels shelled Seld, killing 12", HopKind.OUTLET)
    assert told(made(long, short, cues=(outer, inner, only)))[0][2] == "rebels shelled Seld"
    assert told(made(short, long, cues=()))[0][2] == "Rebels shelled Seld, killing 12"


def test_another_origin_is_another_claim() -> None:
    found = made(DRAFT.trigger("shelled"), DRAFT.trigger(DRAFT.at("shelled", 2)), DRAFT.trigger("died"))
    assert [name for _, name, _ in told(found)] == ["officials", "NBC News", None]


def test_another_status_is_another_claim_and_none_deletes_another() -> None:
    found = made(DRAFT.trigger("shelled"), DRAFT.trigger(DRAFT.at("attack", 2), DENIED))
    assert [(status, name) for status, name, _ in told(found)] == [(OCCURRED, "officials"), (DENIED, "Varn")]
    assert [claim.id for claim in found] == ["c1", "c2"]


def test_a_bare_reference_is_no_claim_that_it_occurred() -> None:
    attack = DRAFT.at("attack")
    assert made(DRAFT.trigger(attack, reference=True)) == []
    assert [claim.status for claim in made(DRAFT.trigger(attack, DENIED, reference=True))] == [DENIED]
    assert [claim.status for claim in made(DRAFT.trigger(attack, PLANNED, reference=True))] == [PLANNED]


def test_the_numbers_of_a_claim_are_those_of_all_its_mentions_each_once() -> None:
    (claim,) = made(
        DRAFT.trigger("shelled", numbers="12"),
        DRAFT.trigger("attack", numbers=(DRAFT.at("30"), DRAFT.at("12", 2))),
    )
    assert claim.numbers == (number("12", Counted.KILLED, 12), number("30", Counted.INJURED, 30))


def test_numbers_of_another_voice_stay_with_it() -> None:
    officials, own = made(DRAFT.trigger("shelled", numbers="12"), DRAFT.trigger("died", numbers="15"))
    assert [each.low for each in officials.numbers] == [12]
    assert [each.low for each in own.numbers] == [15]


def test_a_number_that_counts_nothing_of_the_codebook_is_left_out() -> None:
    (claim,) = made(DRAFT.trigger("shelled", numbers=("12", "Seld")))
    assert len(claim.numbers) == 1


def test_no_mention_gives_no_claim() -> None:
    assert made() == []
