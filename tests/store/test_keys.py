"""Ids depend on what a thing is, and on nothing else."""

from datetime import UTC, datetime

from msgspec.structs import replace

from handmade import BY_HAND, militia
from reportedly.schema import Article, Capture
from reportedly.store import keys

PAGE = Capture(name="a", url="https://mail.example/", media_type="text/html", body=b"<p>")


def test_ids_never_change() -> None:
    article = Article(id="a1", outlet="The Lind Mail", text="The Brigades shelled Oster.")
    assert keys.article_key(article) == "92f650f585e0b394bba4d350762181af"
    assert keys.capture_id(PAGE) == "972b2f219ee0a49db6c3eb7285922dd9"
    assert keys.reading_key(keys.article_key(article), BY_HAND) == "b23a2600285a43e1b84dae30ec55e53a"


def test_a_capture_is_told_by_its_address_its_media_type_and_its_body() -> None:
    same = [
        replace(PAGE, name="b"),
        replace(PAGE, captured_at=datetime(2026, 3, 1, tzinfo=UTC)),
        replace(PAGE, feed="f"),
    ]
    assert {keys.capture_id(each) for each in same} == {keys.capture_id(PAGE)}
    bare = replace(PAGE, url=None)
    others = [replace(PAGE, body=b"<q>"), replace(PAGE, media_type="text/plain"), bare, replace(bare, name="b")]
    assert len({keys.capture_id(each) for each in (PAGE, *others)}) == 5


def test_when_it_was_read_is_no_part_of_the_machine() -> None:
    later = replace(BY_HAND, read_at=datetime(2026, 3, 1, tzinfo=UTC))
    assert keys.provenance_key(later) == keys.provenance_key(BY_HAND)
    assert keys.provenance_key(replace(BY_HAND, config="1")) != keys.provenance_key(BY_HAND)


def test_copies_through_several_feeds_are_one_piece() -> None:
    article = militia().article
    again = replace(article, feed="another", title="Militia readies strike")
    assert keys.piece_key(again) == keys.piece_key(article)
    assert keys.article_key(again) != keys.article_key(article)
    assert keys.piece_key(replace(article, text="Calm.")) != keys.piece_key(article)


def test_kinds_and_borders_are_part_of_an_id() -> None:
    assert keys.key_of("body", b"a") != keys.key_of("piece", b"a")
    assert keys.key_of("piece", b"a", b"b") != keys.key_of("piece", b"ab", b"")
