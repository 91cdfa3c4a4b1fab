"""Which origins a family has, from the drafts that are left in it."""

from collections.abc import Iterable, Sequence

from reportedly.evals.families.draft import Draft, Told
from reportedly.evals.families.records import TrueOrigins
from reportedly.evals.families.world import Voice
from reportedly.schema import HopKind, Status


def true_origins(drafts: Sequence[Draft], prefix: str) -> tuple[TrueOrigins, ...]:
    """For each event and status: who is quoted, or the outlet where no text left shows who is behind it."""
    told: dict[tuple[str, Status], list[Told]] = {}
    for draft in drafts:
        for line in draft.lines:
            for each in line.told:
                told.setdefault((each.event.key, each.status), []).append(each)
    people = {voice.group: voice for voice in _voices(told.values()) if voice.group}
    named = {voice.id: voice for voice in _voices(told.values())}
    return tuple(
        _counted(f"{prefix}{event}", status, _visible(each), named, people)
        for (event, status), each in sorted(told.items())
    )


def _visible(told: Sequence[Told]) -> tuple[str, ...]:
    seen = dict.fromkeys(origin for each in told if each.behind is None for origin in each.origins)
    covered = set(seen)
    for each in told:
        if each.behind is not None and covered.isdisjoint(each.origins):
            seen[each.behind] = None
            covered.update(each.origins, (each.behind,))
    return tuple(seen)


def _counted(
    event: str, status: Status, origins: tuple[str, ...], named: dict[str, Voice], people: dict[str, Voice]
) -> TrueOrigins:
    """The fewest and the most people that the origins may be."""
    plain = [origin for origin in origins if "@" not in origin]
    groups = {origin.split("@")[0] for origin in origins if "@" in origin}
    sides = {voice.side for each in plain if (voice := named.get(each)) is not None and voice.kind is HopKind.OFFICIAL}
    alone = {group for group in groups if group != "unnamed" and not _is_among(people[group], sides)}
    low = len(plain) + len(alone)
    if "unnamed" in groups and not (alone or any(not each.startswith("outlet:") for each in plain)):
        low += 1
    return TrueOrigins(event=event, status=status, origins=origins, low=low, high=len(origins))


def _is_among(voice: Voice, sides: set[str | None]) -> bool:
    """Whether unnamed officials may be the named ones of their side."""
    return voice.kind is HopKind.OFFICIAL and voice.side in sides


def _voices(told: Iterable[Sequence[Told]]) -> Iterable[Voice]:
    return (hop.voice for some in told for each in some for hop in each.chain)
