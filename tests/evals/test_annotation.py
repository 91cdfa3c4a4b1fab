"""Words become spans; what does not fit its text or the codebook names article and words."""

import json
from pathlib import Path
from typing import Any

import pytest

from reportedly.codec import decode
from reportedly.evals.annotation import compiled
from reportedly.evals.annotation_words import Annotation, GoldError, load, read
from reportedly.evals.gold import Gold

TEXT = (
    "Rebels shelled the bridge at Orra on 4 March, killing 12, a witness said.\n\n"
    "Rebels shelled the bridge at Selm too; officials deny it. Some 900 troops hold Selm for Varn, the Post wrote."
)
CLAIM = {"status": "occurred", "content": "shelled ... Orra"}
EVENT: dict[str, Any] = {
    "type": "ASSAULT", "in": "Rebels shelled the bridge at Orra ... a witness said",
    "trigger": "shelled", "claims": [CLAIM],
}  # fmt: skip


def plain(**changes: Any) -> dict[str, Any]:
    return {"id": "a1", "outlet": None, "published": None, "events": [EVENT], **changes}


def made(event: dict[str, Any] | None = None, **changes: Any) -> dict[str, Any]:
    """What is compiled of one event, with what is changed of it, and of the rest."""
    events = [{**EVENT, **event}] if event is not None else [EVENT]
    return compiled(read(plain(**{"events": events, **changes}), Annotation), TEXT)


def words(span: list[int]) -> str:
    return TEXT[slice(*span)]


def test_a_word_is_looked_for_in_its_passage_first() -> None:
    claim = {"status": "occurred", "content": "shelled ... Selm"}
    (event,) = made({"in": "Rebels shelled the bridge at Selm too", "claims": [claim]})["events"]
    assert event["trigger"][0] > TEXT.index("\n")
    assert words(event["trigger"]) == "shelled"


def test_a_word_that_its_passage_lacks_is_looked_for_in_the_text() -> None:
    (event,) = made({"recipients": ["officials"]})["events"]
    assert words(event["recipients"][0]["span"]) == "officials"


def test_the_passage_of_a_claim_lies_in_that_of_its_event() -> None:
    claim = {"status": "denied", "in": "at Selm ... deny it", "content": "deny it"}
    chain = [{"source": "officials", "cue": "deny", "kind": "official"}]
    (found,) = made({"claims": [{**claim, "chain": chain}]})["claims"]
    assert (words(found["content"]), words(found["chain"][0]["source"])) == ("deny it", "officials")


@pytest.mark.parametrize(
    ("given", "found"),
    [
        ("at [Orra] on", "Orra"),
        ("[shelled] the bridge at Orra", "shelled"),
        ("Rebels ... Orra", "Rebels shelled the bridge at Orra"),
        ("4 March ... said", "4 March, killing 12, a witness said"),
    ],
)
def test_brackets_and_dots_narrow_the_words(given: str, found: str) -> None:
    (event,) = made({"trigger": given})["events"]
    assert words(event["trigger"]) == found


def test_everything_that_can_be_written_is_compiled_and_is_gold() -> None:
    found = made(
        {
            "mode": "heavy-weapons",
            "actors": ["Rebels"],
            "places": ["Orra"],
            "date": {"words": "4 March", "value": "2026-03-04"},
            "numbers": [{"what": "killed", "low": 12, "high": 12, "words": "12"}],
        },
        figures=[{"what": "troops", "low": 900, "high": 900, "approx": True, "words": "900", "holder": "Varn"}],
        relations=[{"subject": "troops", "kind": "backed_by", "object": "Varn"}],
        citations=[{"words": "the Post", "name": "Post", "main": False}],
    )
    gold = decode(json.dumps(found), Gold)
    (event,), (figure,), (relation,), (citation,) = gold.events, gold.figures, gold.relations, gold.citations
    assert event.date is not None
    assert (event.mode, event.date.value, event.numbers[0].low) == ("heavy-weapons", "2026-03-04", 12)
    assert (figure.low, figure.approx, relation.object.of(TEXT)) == (900, True, "Varn")
    assert (citation.span.of(TEXT), citation.main) == ("the Post", False)


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        ({"trigger": "moonlight"}, "a1: 'moonlight' is not found in the text"),
        ({"in": "Rebels shelled"}, "a1: 'Rebels shelled' is found 2 times; give the words around [it]"),
        ({"trigger": "shell"}, "a1: 'shell' is not found in the text"),
        ({"trigger": "Orra ... Rome"}, "a1: 'Rome' does not follow 'Orra'"),
        ({"colour": "red"}, "a1: Object contains unknown field `colour` - at `$.events[0]`"),
        ({"type": "PARTY"}, "a1: Invalid enum value 'PARTY' - at `$.events[0].type`"),
        ({"mode": "aerial-ish"}, "ASSAULT has no mode 'aerial-ish'"),
        ({"claims": []}, "ASSAULT 'shelled' has no claim"),
        ({"claims": [{**CLAIM, "status": "rumoured"}]}, "a1: Invalid enum value 'rumoured'"),
        ({"trigger": None}, "a1: Expected `str`, got `null` - at `$.events[0].trigger`"),
        ({"trigger": ["shelled"]}, "a1: Expected `str`, got `array`"),
        ({"date": {"words": "4 March", "value": "March"}}, "a1: Expected `str` matching regex"),
        ({"numbers": [{"what": "killed", "low": "a dozen", "high": 12, "words": "12"}]}, "a1: Expected `int | float"),
    ],
)
def test_a_wrong_annotation_names_article_and_words(change: dict[str, Any], problem: str) -> None:
    with pytest.raises(GoldError) as caught:
        made(change)
    assert problem in str(caught.value)


def test_what_the_loader_of_gold_would_refuse_is_refused() -> None:
    with pytest.raises(GoldError, match=r"^a1: "):
        made(published="2026-13-40")


@pytest.mark.parametrize("wrong", [[], "text", None, 7, {}, {"id": "a1"}])
def test_what_is_no_annotation_is_an_error(wrong: object) -> None:
    with pytest.raises(GoldError):
        read(wrong, Annotation)


def test_numbers_and_truth_values_may_stand_as_the_strings_of_yaml(tmp_path: Path) -> None:
    path = tmp_path / "a1.yaml"
    path.write_text(
        "id: a1\noutlet: null\npublished: 2026-03-10\nevents:\n"
        "- {type: ASSAULT, trigger: killing, claims: [{status: occurred, content: killing 12}],\n"
        "   numbers: [{what: killed, low: 12, high: null, approx: true, words: '12'}]}\n",
        encoding="utf-8",
    )
    source = read(load(path), Annotation)
    (number,) = source.events[0].numbers
    assert (number.low, number.high, number.approx, source.published) == (12, None, True, "2026-03-10")


@pytest.mark.parametrize(
    ("body", "problem"),
    [
        (b"id: a1\nid: a2\n", "stands twice"),
        (b"id: [", "a1.yaml: "),
        (b"\xff", "a1.yaml: "),
        (None, "No such file"),
    ],
)
def test_a_file_that_cannot_be_read_is_named(tmp_path: Path, body: bytes | None, problem: str) -> None:
    path = tmp_path / "a1.yaml"
    if body is not None:
        path.write_bytes(body)
    with pytest.raises(GoldError, match=problem):
        load(path)
