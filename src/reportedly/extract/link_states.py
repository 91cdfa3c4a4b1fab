"""A place or nationality, with or without common nouns -> a state, its government, one of its bodies or offices."""

from typing import NamedTuple

from reportedly.extract.link_article import ArticleNames
from reportedly.extract.link_back import antecedent, dependent
from reportedly.extract.link_phrase import Phrase
from reportedly.extract.link_roles import FORMER, NOBODY, Nouns, Resolved, force, of_post, organ, post, sector
from reportedly.knowledge.agents import agents
from reportedly.knowledge.codes import COUNTRY, OFFICIAL_SECTORS
from reportedly.knowledge.countries import government
from reportedly.knowledge.directory import Directory
from reportedly.knowledge.names import Name
from reportedly.knowledge.spells import Period


class State(NamedTuple):
    """The state that a place or nationality means.

    Attributes:
        id: ISO3, or the id of a partially recognised state.
        code: its code; `country` and `PRE` for a partially recognised one.
        country: ISO3.
    """

    id: str
    code: str
    country: str


def state(name: Name) -> State:
    """The state to which a place or nationality belongs.

    Raises:
        ValueError: the name has no code.
    """
    if name.code is None:
        raise ValueError(f"{name.name!r} belongs to no country")
    country = name.country or name.code[:COUNTRY]
    owner = (name.entity or "").partition("/")[0] or country
    return State(owner, country if is_capital(name) else name.code, country)


def is_capital(name: Name) -> bool:
    """Whether a place stands for its government."""
    return name.code is not None and name.code.endswith("GOV")


def is_national(name: Name) -> bool:
    """Whether a place or adjective means its state: a country, its people, or its capital."""
    return is_capital(name) or name.entity == state(name).id


def alone(name: Name) -> Resolved:
    """A place or people named without any noun: a capital stands for the government, a state for itself."""
    meant = state(name)
    if is_capital(name):
        return Resolved(government(meant.id), name.code)
    if name.entity != meant.id:
        return Resolved(code=name.code)
    return Resolved(meant.id, f"{meant.code}GOV" if len(meant.code) == COUNTRY else meant.code, name.name)


def generic(name: Name, nouns: Nouns) -> Resolved:
    """The code that nationality and nouns give: `USAMIL` for "US troops"."""
    meant, role = state(name), sector(nouns)
    if is_capital(name) and not role:
        return Resolved(code=name.code)
    return Resolved(code=meant.code + role if len(meant.code) == COUNTRY else meant.code)


def of_state(
    names: ArticleNames,
    known: Directory,
    name: Name,
    made: Phrase,
    place: int,
    period: Period | None,
) -> Resolved:
    """Who is meant by common nouns of a state; a generic code where nobody in particular is.

    Args:
        made: the words, with common nouns among them.
        place: where the words stand, for what they may point back to.
    """
    nouns = made.nouns
    meant, plain, head = state(name), generic(name, nouns), nouns[-1]
    if any(word in agents().former for word in nouns):
        return Resolved(code=meant.country + FORMER) if sector(nouns) in OFFICIAL_SECTORS else plain
    if head in agents().dependents:
        actor = dependent(names, known, meant.id, head, nouns[:-1], period)
        return NOBODY if actor is None else Resolved(actor.id, actor.code, actor.name)
    if not made.one_of_many and (office := post(known, meant.id, nouns)) is not None:
        return of_post(office, period)
    body = organ(known, meant.country, nouns) or force(known, meant.country, nouns)
    if body is None and made.definite:
        body = antecedent(names, known, place, nouns, meant.country, period)
    if body is not None:
        return Resolved(body.entity, body.code, body.name)
    if head in agents().governments:
        return Resolved(government(meant.id), f"{meant.code}GOV" if len(meant.code) == COUNTRY else meant.code)
    return plain
