"""Levels and ties as figures and relations."""

from draft import Draft
from reportedly.extract.figures import figures, relations
from reportedly.extract.numerals import Number
from reportedly.schema import Counted, Figure, LevelTag, Mention, MentionKind, RelationKind, Span

TROOPS = Counted.TROOPS
TEXT = (
    "Varn keeps some 2,500 troops in Orra.\n\nSeld has asked for more than 900 guards, but Orra and Varn said that "
    "Orra was safe. Officials said 40 tanks are in the country.\n\nMore than 60 stand there."
)
DRAFT = Draft(TEXT)


def made(*levels: LevelTag, cue_on: str = "", low: int = 1, high: int | None = 2) -> list[Figure]:
    numbers = {level.span: Number(span=level.span, low=low, high=high, approx=True) for level in levels}
    cues = [DRAFT.cue("Officials said", "Officials", cue_on)] if cue_on else []
    places = [
        Mention(id=f"m{n}", span=DRAFT.at(words, nth), kind=MentionKind.PLACE)
        for n, (words, nth) in enumerate([("Orra", 1), ("Seld", 1), ("Orra", 2), ("Varn", 2), ("Orra", 3)])
    ]
    people = [Mention(id="m9", span=DRAFT.at("Officials"), kind=MentionKind.ACTOR)]
    mentions = [*places, *people]
    return list(figures(levels, numbers, DRAFT.chains(*cues), TEXT, DRAFT.passages(), mentions))


def test_a_level_is_a_figure_with_its_holder_place_and_number() -> None:
    (figure,) = made(DRAFT.level("some 2,500", TROOPS, "Varn", "Orra"), low=2500, high=2500)
    assert figure == Figure(
        holder=DRAFT.at("Varn"),
        what=TROOPS,
        low=2500,
        high=2500,
        approx=True,
        span=DRAFT.at("some 2,500"),
        place=DRAFT.at("Orra"),
    )


def test_a_figure_has_the_chain_of_its_place_in_the_text() -> None:
    told, own = made(
        DRAFT.level("40", Counted.VEHICLES), DRAFT.level("some 2,500", TROOPS), cue_on="40 tanks are in the country"
    )
    assert [hop.name for hop in told.chain] == ["Officials"]
    assert own.chain == ()


def test_a_level_that_is_no_number_is_left_out() -> None:
    level = DRAFT.level("some 2,500", TROOPS)
    assert figures([level], {}, DRAFT.chains(), TEXT, DRAFT.passages(), []) == ()


def test_an_open_number_stays_open() -> None:
    (figure,) = made(DRAFT.level("900", TROOPS), low=901, high=None)
    assert (figure.low, figure.high) == (901, None)


def test_the_country_is_the_place_that_the_paragraph_before_it_names_most() -> None:
    (figure,) = made(DRAFT.level("40", Counted.VEHICLES, place="the country"))
    assert figure.place == DRAFT.at("Orra", 2)


def test_there_is_a_place_of_the_paragraph_before_where_its_own_names_none() -> None:
    (figure,) = made(DRAFT.level("60", Counted.VEHICLES, place="there"))
    assert figure.place == DRAFT.at("Orra", 2)


def test_a_place_that_opens_its_paragraph_is_named_there() -> None:
    draft = Draft("Varn is far. Some 40 tanks are in the country.")
    level = draft.level("40", Counted.VEHICLES, place="the country")
    number = Number(span=level.span, low=40, high=40)
    varn = Mention(id="m1", span=draft.at("Varn"), kind=MentionKind.PLACE)
    (figure,) = figures([level], {level.span: number}, draft.chains(), draft.text, draft.passages(), [varn])
    assert figure.place == draft.at("Varn")


def test_the_country_of_no_known_place_stays_as_it_is() -> None:
    draft = Draft("Some 40 tanks are in the country. Varn knows.")
    level = draft.level("40", Counted.VEHICLES, place="the country")
    number = Number(span=level.span, low=40, high=40)
    behind = Mention(id="m1", span=draft.at("Varn"), kind=MentionKind.PLACE)
    (figure,) = figures([level], {level.span: number}, draft.chains(), draft.text, draft.passages(), [behind])
    assert figure.place == draft.at("the country")


def test_each_different_tie_is_a_relation_once_at_its_first_mention() -> None:
    draft = Draft("Brigades of Varn fight. The brigades of Varn won. Brigades left the alliance.")
    first = draft.tie("Brigades", RelationKind.PROXY_OF, "Varn")
    again = draft.tie("brigades", RelationKind.PROXY_OF, draft.at("Varn", 2))
    other = draft.tie("Brigades", RelationKind.MEMBER_OF, "alliance", former=True)
    made_ = relations([first, again, other], draft.text, draft.coder())
    assert [(each.subject, each.kind, each.object, each.former) for each in made_] == [
        (Span(0, 8), RelationKind.PROXY_OF, draft.at("Varn"), False),
        (Span(0, 8), RelationKind.MEMBER_OF, draft.at("alliance"), True),
    ]
    assert relations([], draft.text, draft.coder()) == ()
