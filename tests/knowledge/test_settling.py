"""Outlets under one name."""

import msgspec
import pytest

from reportedly.knowledge.settling import settled
from reportedly.schema import Citation, Hop, HopKind, Reading, Span
from reports import officials, outlet, told

POST = told("post", (officials(),), by="The Meridian Post")
TARPRESS = told("tar", (officials(),), by="Tarpress")


def chain(hop: Hop, by: str = "Elsewhere") -> tuple[Hop, ...]:
    """The chain as it is settled beside articles of the Post and of Tarpress."""
    readings = [POST, TARPRESS, told("a", (hop, officials()), by=by)]
    return settled(readings)[-1].claims[0].chain


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("Meridian Post", "The Meridian Post"),
        ("the Meridian Post of Ashmere", "The Meridian Post"),
        ("Tarvosia’s state agency Tarpress", "Tarpress"),
        ("Coastline 24", "Coastline 24"),
        ("the Post", "the Post"),
    ],
)
def test_an_outlet_at_hand_is_found_inside_a_longer_name(name: str, found: str) -> None:
    assert chain(outlet(name))[0].name == found


def test_an_article_s_own_outlet_is_no_hop() -> None:
    assert chain(outlet("the Chronicle"), by="The Varn Chronicle") == (officials(),)


def test_a_voice_with_the_name_of_an_outlet_is_that_outlet() -> None:
    assert chain(Hop(kind=HopKind.ORGANISATION, name="Tarpress"))[0].kind is HopKind.OUTLET
    assert chain(Hop(kind=HopKind.ORGANISATION, name="Tarpress union"))[0].kind is HopKind.ORGANISATION


def test_an_outlet_with_an_id_of_its_own_is_not_taken_for_another() -> None:
    hop = Hop(kind=HopKind.OUTLET, name="Meridian Post Monthly", entity="meridian-post-monthly")
    assert chain(hop)[0] == hop


def test_citations_are_settled_too_and_readings_without_need_stay_as_they_are() -> None:
    cited = msgspec.structs.replace(TARPRESS, citations=(Citation(span=Span(0, 4), name="Meridian Post’s"),))
    first, second = settled([POST, cited])
    assert first is POST
    assert isinstance(second, Reading)
    assert second.citations[0].name == "The Meridian Post"
