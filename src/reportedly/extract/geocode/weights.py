"""What each piece of evidence counts when a place is chosen; set by hand, in one place so that it can be fitted."""

from typing import Final

from reportedly.knowledge.gazetteer.place import Match, PlaceKind
from reportedly.schema import Noun


class Weights(Noun, frozen=True, kw_only=True):
    """Points for and against a candidate; the candidate with most points is meant, if it has more than `nothing`.

    Attributes:
        people: for each tenfold of people.
        kinds: by kind of place; `curated` and `airport` on top for those.
        matches: by how the name met it.
        capital: for the capital of a country.
        seat: for a town that gives its name to its first order division.
        country: times the share of its country among those that the rest of the article speaks of; `doubt` is what
            speaks for none of them, in mentions, and `actor` what an actor's country counts beside a place's.
        stranger: against a town or site of fewer than 100,000 people in a country that an article which names
            others does not speak of.
        division: for each other name, of two at most, that may lie in its first order division.
        holder: for a candidate in the place that is said to hold it; `elsewhere` for one that is not.
        adjective: for the country whose adjective leads the name ("the Syrian town of X").
        dateline: for the country of the dateline.
        close: for a candidate beside a place that is settled, falling by a factor of e every `close_km`.
        said: for the kind that the words say ("X province"); `unsaid` for any other.
        likeness: times the number that a `Likeness` gives.
        nothing: what a candidate needs to be taken at all.
    """

    people: float = 1.0
    kinds: dict[PlaceKind, float]
    curated: float = 5.5
    airport: float = 4.6
    matches: dict[Match, float]
    capital: float = 3.5
    seat: float = 0.8
    country: float = 6.5
    doubt: float = 1.5
    actor: float = 0.4
    stranger: float = -1.0
    division: float = 1.2
    holder: float = 5.0
    elsewhere: float = -2.0
    adjective: float = 4.0
    dateline: float = 0.7
    close: float = 1.5
    close_km: float = 200.0
    said: float = 3.0
    unsaid: float = -1.5
    likeness: float = 2.0
    nothing: float = 5.2


WEIGHTS: Final = Weights(
    kinds={
        PlaceKind.COUNTRY: 4.0,
        PlaceKind.ADMIN1: -1.0,
        PlaceKind.ADMIN2: -0.3,
        PlaceKind.TOWN: 0.0,
        PlaceKind.SITE: 0.0,
        PlaceKind.REGION: 0.5,
        PlaceKind.WATER: 0.5,
    },
    matches={Match.MAIN: 0.7, Match.ALIAS: 0.0, Match.FOLDED: -0.5, Match.EDITED: -2.5},
)
"""Set by hand on texts of our own."""
