"""What was decided early is looked at again: with its neighbours, a group that changed is made anew."""

import math
from collections import Counter

from reportedly.resolve.stories.deciding import logit
from reportedly.resolve.stories.group import Group
from reportedly.resolve.stories.regroup import mostly, regrouped, successors
from reportedly.resolve.stories.sketch import Sketch
from reportedly.resolve.stories.table import Table


def threshold(probability: float) -> float:
    """The logit of a probability."""
    return math.log(probability / (1 - probability))


def repair(table: Table) -> None:
    """Look at the groups that changed, and at those that change by it, until none does or the rounds are over."""
    for _ in range(table.rules.rounds):
        numbers = sorted(table.changed)
        table.changed.clear()
        for number in numbers:
            if number in table.groups:
                _look_at(table, number)
        if not table.changed:
            return


def _look_at(table: Table, number: int) -> None:
    region = _region(table, number)
    if sum(len(table.groups[each]) for each in region) <= table.rules.region:
        _make_anew(table, region)
        return
    _merge(table, number)
    if number in table.groups:
        for each in _looked_at(table, table.groups[number]):
            _move(table, each)


def _region(table: Table, number: int) -> list[int]:
    """A group and those that could have been one with it, the likeliest first, as many as can be made anew."""
    group = table.groups[number]
    least = threshold(table.rules.join) - table.rules.doubt
    found, size = [number], len(group)
    for odds, other in table.ranked(group, _common(group, table.rules.keys), number):
        size += len(table.groups[other])
        if odds < least or size > table.rules.region:
            break
        found.append(other)
    return found


def _make_anew(table: Table, region: list[int]) -> None:
    """Put the articles of some groups together from the start."""
    old = {number: frozenset(table.groups[number].members) for number in region}
    members = {id_: each for number in region for id_, each in table.groups[number].members.items()}
    new = regrouped(members.values(), table.rules, table.model, threshold(table.rules.join))
    if set(new) == set(old.values()):
        return
    going_on = successors(old, new)
    for number, ids in old.items():
        kept = going_on[mostly(ids, new)]
        if kept is not None and kept != number:
            table.became(number, kept)
    for ids, kept in zip(new, going_on, strict=True):
        there = kept
        for id_ in sorted(ids):
            if table.of.get(id_) != there or there is None:
                table.leave(members[id_])
                there = table.join(members[id_], there)


def _merge(table: Table, number: int) -> None:
    """Make a group one with the likeliest other, where that is likely enough."""
    group = table.groups[number]
    found = table.best(group, _common(group, table.rules.keys), number)
    if found is not None and found[0] > threshold(table.rules.join):
        table.merge(number, found[1])


def _move(table: Table, member: Sketch) -> None:
    """Put a member where it suits better: with another group, or alone."""
    least = threshold(table.rules.join)
    own = table.of[member.article]
    if len(table.groups[own]) == 1:
        return
    alone = Group([member])
    rest = table.groups[own]
    rest.remove(member)
    stays = logit(alone, rest, table.rules, table.model)
    rest.add(member)
    found = table.best(alone, member.keys, own)
    if found is not None and found[0] > max(stays, least) + table.rules.margin:
        table.leave(member)
        table.join(member, found[1])
    elif stays < least - table.rules.margin:
        table.leave(member)
        table.join(member, None)


def _looked_at(table: Table, group: Group) -> list[Sketch]:
    """The members of a large group that are looked at again: the latest, by publication and then by id."""
    ranked = sorted(group.members.values(), key=lambda each: (str(each.at or ""), each.article))
    return ranked[-table.rules.sample :]


def _common(group: Group, many: int) -> list[str]:
    """The words that most members look for stories by."""
    counts = Counter(key for each in group.members.values() for key in each.keys)
    return [key for key, _ in sorted(counts.items(), key=lambda each: (-each[1], each[0]))[: 2 * many]]
