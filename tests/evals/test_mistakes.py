"""Each kind of error is found and put in words."""

import msgspec

from reportedly.evals.gold import GoldArticle
from reportedly.evals.mistakes import Common, Mistake, MistakeKind, chain_words, commonest, find, worst
from reportedly.schema import EventType, Hop, HopKind, Reading, Status


def changed(reading: Reading, place: int, **fields: object) -> Reading:
    claims = list(reading.claims)
    claims[place] = msgspec.structs.replace(claims[place], **fields)
    return msgspec.structs.replace(reading, claims=tuple(claims))


def only(article: GoldArticle, reading: Reading) -> Mistake:
    (mistake,) = find(article, reading).mistakes
    return mistake


def test_a_perfect_reading_has_none(article: GoldArticle, perfect: Reading) -> None:
    found = find(article, perfect)
    assert found.read
    assert found.mistakes == ()


def test_without_a_reading_every_event_is_missed(article: GoldArticle) -> None:
    found = find(article, None)
    assert not found.read
    assert [(m.kind, m.trigger, m.words, m.gold, m.said) for m in found.mistakes] == [
        (MistakeKind.MISSED, "attack", "plan to attack Selm", "ASSAULT, planned", ""),
        (MistakeKind.MISSED, "shelled", "The army shelled Orra", "ASSAULT, occurred, denied", ""),
    ]


def test_a_false_alarm_says_what_was_read(article: GoldArticle, perfect: Reading) -> None:
    meeting = msgspec.structs.replace(perfect.events[0], id="e3", type=EventType.CONSULT, mode=None)
    alone = msgspec.structs.replace(perfect, events=(*perfect.events, meeting))
    mistake = only(article, alone)
    assert (mistake.kind, mistake.label, mistake.said) == (MistakeKind.FALSE_ALARM, "CONSULT", "CONSULT")
    assert mistake.words == mistake.trigger == "attack"
    claimed = msgspec.structs.replace(perfect.claims[0], id="c4", event="e3")
    told = only(article, msgspec.structs.replace(alone, claims=(*perfect.claims, claimed)))
    assert (told.said, told.words, told.gold) == ("CONSULT, planned", "plan to attack Selm", "")


def test_a_wrong_status_names_both(article: GoldArticle, perfect: Reading) -> None:
    mistake = only(article, changed(perfect, 0, status=Status.OCCURRED))
    assert (mistake.kind, mistake.label) == (MistakeKind.STATUS, "planned as occurred")
    assert (mistake.gold, mistake.said, mistake.trigger) == ("planned", "occurred", "attack")


def test_an_event_without_a_claim_has_neither_status_nor_chain(
    article: GoldArticle, perfect: Reading
) -> None:
    found = find(article, msgspec.structs.replace(perfect, claims=perfect.claims[1:]))
    assert [(m.kind, m.label) for m in found.mistakes] == [
        (MistakeKind.STATUS, "planned as no claim"),
        (MistakeKind.CHAIN, "2 hops as no claim"),
    ]


def test_a_wrong_chain_is_shown_beside_the_right_one(article: GoldArticle, perfect: Reading) -> None:
    mistake = only(article, changed(perfect, 0, chain=perfect.claims[0].chain[:1]))
    assert (mistake.kind, mistake.label) == (MistakeKind.CHAIN, "2 hops as 1")
    assert (mistake.gold, mistake.said) == ("Meridian Post <- officials", "Meridian Post")


def test_a_chain_as_long_as_the_right_one_has_another_source(article: GoldArticle, perfect: Reading) -> None:
    mistake = only(article, changed(perfect, 0, chain=perfect.claims[0].chain[::-1]))
    assert mistake.label == "2 hops with another source"


def test_a_hop_without_a_name_is_shown_by_its_cue(article: GoldArticle, perfect: Reading) -> None:
    post = perfect.claims[0].chain[0]
    nobody = msgspec.structs.replace(post, source=None)
    assert chain_words(article.text, [post, nobody]) == "Meridian Post <- reported"
    assert chain_words(article.text, [Hop(kind=HopKind.UNNAMED)]) == "?"
    assert chain_words(article.text, []) == "own voice"


def test_the_worst_article_comes_first_and_a_faultless_one_not_at_all(
    article: GoldArticle, perfect: Reading
) -> None:
    rows = [
        find(article, perfect),
        find(article, changed(perfect, 0, status=Status.WARNED)),
        find(article, None),
    ]
    assert worst(rows, 5) == [rows[2], rows[1]]
    assert worst(rows, 1) == [rows[2]]


def test_the_commonest_errors_are_counted(article: GoldArticle, perfect: Reading) -> None:
    rows = [find(article, None), find(article, changed(perfect, 0, status=Status.WARNED))]
    assert commonest(rows) == [
        Common(kind=MistakeKind.MISSED, label="ASSAULT", count=2),
        Common(kind=MistakeKind.STATUS, label="planned as warned", count=1),
    ]
    assert len(commonest(rows, 1)) == 1
