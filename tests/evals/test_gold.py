"""Gold is read as it is written, and whatever is wrong with it is said."""

import json
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest

from reportedly.errors import InputError
from reportedly.evals.gold import Gold, GoldArticle, load, load_one, spans, to_reading
from reportedly.schema import DateSource, EventType, Reading

Edit = Callable[[dict], None]


def edited(folder: Path, edit: Edit) -> Path:
    path = folder / "g1.gold.json"
    annotation = json.loads(path.read_bytes())
    edit(annotation)
    path.write_text(json.dumps(annotation), encoding="utf-8")
    return path


def test_a_folder_is_read_whole(folder: Path, article: GoldArticle) -> None:
    assert load(folder) == (article,)


def test_line_ends_and_characters_outside_the_basic_plane_stay(folder: Path, article: GoldArticle) -> None:
    text = article.text + "\r\n\U0001f6a2\rend"
    (folder / "g1.txt").write_bytes(text.encode())
    gold = {"id": "g1", "sha256": sha256(text.encode()).hexdigest()}
    (folder / "g1.gold.json").write_text(json.dumps(gold), encoding="utf-8")
    assert load_one(folder / "g1.gold.json").text == text


def test_an_empty_folder_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"holds no \*\.gold\.json"):
        load(tmp_path)


def test_a_missing_text_is_an_error(folder: Path) -> None:
    (folder / "g1.txt").unlink()
    with pytest.raises(InputError, match=r"g1\.txt: cannot be read"):
        load(folder)


def test_a_text_that_is_not_utf8_is_an_error(folder: Path) -> None:
    (folder / "g1.txt").write_bytes(b"\xff\xfe\xff")
    with pytest.raises(InputError, match="cannot be read"):
        load(folder)


def test_another_text_than_the_annotated_one_is_an_error(folder: Path) -> None:
    with (folder / "g1.txt").open("ab") as stream:
        stream.write(b"\n")
    with pytest.raises(InputError, match="was made for another text"):
        load(folder)


@pytest.mark.parametrize(
    ("edit", "message"),
    [
        (lambda g: g["events"][0].update(type="WAR"), r"'WAR' - at `\$.events\[0\].type`"),
        (lambda g: g["claims"][1].update(status="maybe"), r"'maybe' - at `\$.claims\[1\].status`"),
        (lambda g: g["claims"][0]["chain"][0].update(kind="rumour"), "'rumour'"),
        (lambda g: g["claims"][0].update(event="e9"), "unknown event 'e9'"),
        (lambda g: g["events"][1].update(id="e1"), "two events have the same id"),
        (lambda g: g["events"][0].update(trigger=[9, 9]), r"\[9, 9\)"),
        (lambda g: g["events"][0].update(colour="red"), "unknown field `colour`"),
        (lambda g: g.update(published="soon"), "Invalid isoformat"),
        (lambda g: g["events"][0].update(trigger=[500, 510]), r"span \[500, 510\) leaves a text of"),
        (lambda g: g["citations"][0].update(span=[500, 510]), r"span \[500, 510\) leaves a text of"),
        (lambda g: g.update(id="g2"), "is annotated as 'g2'"),
    ],
)
def test_what_is_wrong_with_an_annotation_is_said(folder: Path, edit: Edit, message: str) -> None:
    path = edited(folder, edit)
    with pytest.raises(InputError, match=message) as caught:
        load_one(path)
    assert caught.value.where == str(path)


def test_an_annotation_that_is_no_json_is_an_error(folder: Path) -> None:
    (folder / "g1.gold.json").write_text("{", encoding="utf-8")
    with pytest.raises(InputError, match="is no annotation"):
        load(folder)


def test_every_span_is_listed(article: GoldArticle) -> None:
    words = {span.of(article.text) for span in spans(article.gold)}
    assert {
        "attack",
        "army",
        "Orra",
        "4 March",
        "12",
        "denied it",
        "witness",
        "quoting",
        "900",
        "Varn",
    } <= words


def test_the_perfect_reading_says_what_the_gold_says(article: GoldArticle, perfect: Reading) -> None:
    assert perfect.article.text == article.text
    assert perfect.article.published_at is not None
    assert perfect.article.published_at.isoformat() == "2026-03-10T00:00:00+00:00"
    assert perfect.article.date_source == DateSource.GIVEN
    assert [event.trigger for event in perfect.events] == [event.trigger for event in article.gold.events]
    assert [claim.status for claim in perfect.claims] == [claim.status for claim in article.gold.claims]
    assert perfect.citations[0].name == "Meridian Post"
    assert perfect.citations[0].main


def test_the_numbers_of_an_event_go_to_its_first_claim(perfect: Reading) -> None:
    assert [len(claim.numbers) for claim in perfect.claims] == [0, 1, 0]


def test_a_mode_that_the_schema_does_not_know_is_left_out(perfect: Reading) -> None:
    assert [event.mode for event in perfect.events] == [None, "heavy-weapons"]


def test_a_time_with_a_zone_becomes_utc() -> None:
    reading = to_reading(Gold(id="a", sha256="", published="2026-03-10T01:30:00+02:00"), "Text.")
    assert str(reading.article.published_at) == "2026-03-09 23:30:00+00:00"
    assert to_reading(Gold(id="a", sha256=""), "Text.").article.published_at is None


def test_real_gold_loads(real_gold: Path) -> None:
    articles = load(real_gold)
    assert len(articles) > 500
    assert {event.type for article in articles for event in article.gold.events} == set(EventType)
