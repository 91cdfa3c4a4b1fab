"""Who may be quoted in a family: people in office, bodies, unnamed groups, documents."""

from random import Random

from reportedly.evals.families.world import State, Voice, World
from reportedly.schema import HopKind

_OFFICES = ("Defence Minister", "Foreign Minister", "Interior Minister", "Governor", "Army spokesman", "Police chief")
_BODIES = ("Defence Ministry", "Interior Ministry", "army", "coast guard", "civil defence")


def named(known: World, state: State, number: int, dice: Random) -> Voice:
    """Somebody in office, by name."""
    person = known.people[number]
    office = dice.choice(_OFFICES)
    return Voice(
        id=f"{state.code}/{person}",
        kind=HopKind.OFFICIAL,
        name=person,
        phrases=(
            f"{office} {person}",
            f"{state.name}'s {office.lower()}, {person}",
            f"the {state.nation} {office.lower()} {person}",
        ),
        side=state.code,
        entity=f"{state.code}/{person}",
    )


def body(state: State, dice: Random) -> Voice:
    """A ministry or a force, speaking as one."""
    what = dice.choice(_BODIES)
    return Voice(
        id=f"{state.code}/{what.lower()}",
        kind=HopKind.OFFICIAL,
        name=f"{state.nation} {what}",
        phrases=(f"the {state.nation} {what}", f"a statement by the {what} of {state.name}", f"{state.name}'s {what}"),
        side=state.code,
        entity=f"{state.code}/{what.lower().replace(' ', '-')}",
    )


def fighters(known: World, state: State) -> Voice:
    """The armed group, which the state behind it does not speak for."""
    return Voice(
        id=known.group,
        kind=HopKind.ORGANISATION,
        name=known.group,
        phrases=(f"the {known.group}", f"a commander of the {known.group}", f"the {known.group} in a broadcast"),
        entity=f"{state.code}/{known.group.lower().replace(' ', '-')}",
        side=state.code,
    )


def officials(state: State, dice: Random) -> Voice:
    """Unnamed people of a government."""
    what = dice.choice(("officials", "officers", "intelligence officials", "diplomats"))
    return Voice(
        id=f"{state.code}/unnamed",
        kind=HopKind.OFFICIAL,
        name=f"{state.nation} {what}",
        phrases=tuple(f"{many} {state.nation} {what}" for many in ("two", "three", "senior", "several")),
        side=state.code,
        entity=state.code,
        group=f"{state.code} officials",
    )


def sources() -> Voice:
    """Unnamed people of whom nothing is told."""
    return Voice(
        id="unnamed",
        kind=HopKind.UNNAMED,
        name="sources",
        phrases=("sources", "people familiar with the matter", "two people with knowledge of it", "a source"),
        group="unnamed",
    )


def witnesses(town: str) -> Voice:
    """People who were there."""
    return Voice(
        id=f"witnesses {town}",
        kind=HopKind.WITNESS,
        name="residents",
        phrases=("residents", f"residents of {town}", "witnesses", "a shopkeeper", "people who live near by"),
        group="witnesses",
    )


def paper(town: str, dice: Random) -> Voice:
    """A document that several may have seen."""
    what = dice.choice(("police report", "hospital register", "shipping log", "military order"))
    return Voice(
        id=f"{what} {town}",
        kind=HopKind.DOCUMENT,
        name=f"{what} from {town}",
        phrases=(f"a {what} from {town}", f"the {what} from {town}"),
        entity=f"document:{what.replace(' ', '-')}-{town.lower()}",
    )


def choose(known: World, number: int, town: str, dice: Random, *, planned: bool) -> Voice:
    """A voice on what was done to the first state; what is planned is told by unnamed officials for the most part."""
    victim, accused, third = known.states
    pool = [
        named(known, victim, number % 3, dice),
        body(victim, dice),
        officials(victim, dice),
        officials(third, dice),
        named(known, third, 3, dice),
        sources(),
    ]
    weights = [2, 3, 3, 2, 1, 1]
    if not planned:
        pool += [witnesses(town), paper(town, dice), fighters(known, accused)]
        weights += [3, 1, 1]
    else:
        weights[2] += 3
    return dice.choices(pool, weights)[0]
