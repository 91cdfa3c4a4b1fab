"""Who and where: invented states, towns, people and outlets of one family, drawn from a seed."""

from collections.abc import Callable
from dataclasses import dataclass
from random import Random

from reportedly.schema import EventType, HopKind

_HEADS = "Or Vel Kar Tam Bres Dul Sen Mar Lor Hal Ner Pol Gren Zav Tol Rud Esk Ilm Ost Var Quin Jas Fen Bel Mos".split()
_MIDDLES = ("a", "e", "i", "o", "an", "en", "il", "or", "us", "")
_TOWNS = "grad stad ivo tur etsk mere ford vik moor ossa burg wick holt dal port ness lund brod heim".split()
_STATES = "avia onia andra istan ovia arra estria undia ellia".split()
_FIRST = "Ivo Marta Lev Sanna Tomas Ilva Dario Neda Pavel Rhea Anton Mirel Oskar Yelda Bruno Katia Emil Sorya".split()
_LAST = "ent ovic asko elin ura emann idze oran ulis etti aschek ombe arev insky ottar uldin".split()
_PAPERS = "Herald Post Courier Chronicle Observer Tribune Gazette Mirror Sentinel Dispatch Examiner Record".split()
_AGENCIES = ("Press Agency", "Newswire", "News Service", "Telegraph Agency")
_MONTHS = "January February March April May June July August September October November December".split()
_GROUPS = ("Free Brigades", "Liberation Front", "Guard", "Resistance Council", "People's Army")


@dataclass(frozen=True, slots=True)
class State:
    """An invented state; its code is one that ISO 3166 leaves to users."""

    name: str
    nation: str
    code: str


@dataclass(frozen=True, slots=True)
class Paper:
    """An invented outlet."""

    name: str
    owner: str
    agency: bool


@dataclass(frozen=True, slots=True)
class Act:
    """What may happen: the verb in its forms, the noun, and what it is done to."""

    type: EventType
    mode: str
    forms: tuple[tuple[str, str], ...]
    nouns: tuple[str, ...]
    targets: tuple[str, ...]
    deadly: bool = True


@dataclass(frozen=True, slots=True)
class Voice:
    """Who may be quoted.

    Attributes:
        group: which unnamed people they are; two unnamed voices of one group may be the same people.
        phrases: what a text calls them.
    """

    id: str
    kind: HopKind
    name: str
    phrases: tuple[str, ...]
    side: str | None = None
    entity: str | None = None
    group: str | None = None


@dataclass(frozen=True, slots=True)
class World:
    """What one family is about."""

    states: tuple[State, State, State]
    group: str
    towns: tuple[str, ...]
    river: str
    people: tuple[str, ...]
    papers: tuple[Paper, ...]
    org: str


ACTS = (
    Act(EventType.ASSAULT, "heavy-weapons", (("shell", "shelled"), ("bombard", "bombarded")),
        ("shelling", "bombardment", "barrage"), ("the port of {}", "the market of {}", "the railway yard at {}")),
    Act(EventType.ASSAULT, "aerial", (("bomb", "bombed"), ("strike", "struck")),
        ("air strike", "bombing", "air raid"), ("a fuel depot at {}", "the airfield of {}", "a barracks near {}")),
    Act(EventType.ASSAULT, "drone", (("attack", "attacked"), ("hit", "hit")),
        ("drone attack", "drone strike"), ("the refinery of {}", "the harbour of {}", "a radar post above {}")),
    Act(EventType.ASSAULT, "firearms", (("storm", "stormed"), ("raid", "raided"), ("ambush", "ambushed")),
        ("raid", "ambush", "assault"), ("a police post in {}", "a patrol outside {}", "the customs house of {}")),
    Act(EventType.COERCE, "seize", (("seize", "seized"), ("board", "boarded"), ("impound", "impounded")),
        ("seizure", "boarding"), ("a tanker off {}", "the ferry of {}", "a grain ship bound for {}"), deadly=False),
    Act(EventType.COERCE, "restrict", (("blockade", "blockaded"), ("seal off", "sealed off"), ("close", "closed")),
        ("blockade", "closure"), ("the crossing at {}", "the strait near {}", "the pass above {}"), deadly=False),
    Act(EventType.PROTEST, "riot", (("ransack", "ransacked"), ("torch", "torched")),
        ("rampage", "riot"), ("the consulate in {}", "the town hall of {}", "the embassy office in {}")),
)  # fmt: skip


def world(dice: Random) -> World:
    """States, towns, people and outlets, all different."""
    codes = dice.sample([f"X{a}{b}" for a in "ABCDEFGHIJKLMNOPQRSTUVWXYZ" for b in "ABCDEFGHIJKLMNOPQRSTUVWXYZ"], 3)
    names = _different(3, lambda: _name(dice, _STATES))
    first, second, third = (
        State(name, name.removesuffix("a") + "an" if name.endswith("a") else f"{name}i", code)
        for name, code in zip(names, codes, strict=True)
    )
    towns = _different(9, lambda: _name(dice, _TOWNS))
    people = _different(14, lambda: f"{dice.choice(_FIRST)} {dice.choice(_HEADS)}{dice.choice(_LAST)}")
    owners = [f"{_name(dice, ('',))} {kind}" for kind in ("Media", "Group", "Publishing", "Holding", "Trust", "Press")]
    papers = tuple(Paper(name, dice.choice(owners), number < 4) for number, name in enumerate(_outlets(dice)))
    group = f"{_name(dice, ('',))} {dice.choice(_GROUPS)}"
    org = f"{_name(dice, ('',))} {dice.choice(('Union', 'League', 'Relief', 'Alliance'))}"
    return World((first, second, third), group, tuple(towns), _name(dice, ("", "a", "in")), tuple(people), papers, org)


def scenery(known: World, dice: Random) -> dict[str, str]:
    """What fills the slots of sentences that claim nothing."""
    town, town2 = dice.sample(known.towns, 2)
    person, person2 = dice.sample(known.people[6:], 2)
    state, state2 = dice.sample(known.states, 2)
    return {
        "town": town, "town2": town2, "person": person, "person2": person2, "river": known.river,
        "country": state.name, "country2": state2.name, "nation": state.nation, "org": known.org,
        "month": dice.choice(_MONTHS), "year": str(dice.randint(1899, 2019)), "number": str(dice.randint(3, 97)),
        "thousands": f"{dice.randint(4, 400)},000",
    }  # fmt: skip


def _outlets(dice: Random) -> list[str]:
    agencies = _different(4, lambda: f"{_name(dice, _STATES)} {dice.choice(_AGENCIES)}")
    return agencies + _different(14, lambda: f"The {_name(dice, _TOWNS)} {dice.choice(_PAPERS)}")


def _name(dice: Random, ends: tuple[str, ...] | list[str]) -> str:
    return f"{dice.choice(_HEADS)}{dice.choice(_MIDDLES)}{dice.choice(ends)}"


def _different(count: int, make: Callable[[], str]) -> list[str]:
    found: dict[str, None] = {}
    while len(found) < count:
        found[make()] = None
    return list(found)
