"""What was decided early is looked at again: groups that became one, and articles that another group suits better."""

import math
from collections import Counter

from reportedly.resolve.stories.deciding import logit
from reportedly.resolve.stories.group import Group
from reportedly.resolve.stories.sketch import Sketch
from reportedly.resolve.stories.table import Table


def threshold(probability: float) -> float:
    """The logit of a probability."""
    return math.log(probability / (1 - probability))


def repair(table: Table) -> None:
    """Merge and move until nothing changes or the rounds are over; only groups that changed are looked at."""
    for _ in range(table.rules.rounds):
        numbers = sorted(table.changed, key=lambda number: (len(table.groups[number]), number))
        table.changed.clear()
        for number in numbers:
            if number in table.groups:
                _merge(table, number)
        for number in sorted(numbers):
            if number in table.groups:
                for each in _looked_at(table, table.groups[number]):
                    _move(table, each)
        if not table.changed:
            return


def _merge(table: Table, number: int) -> None:
    """Make a group one with the likeliest other, where that is likely enough."""
    group = table.groups[number]
    found = table.best(group, _common(group, table.rules.keys), number)
    if found is not None and found[0] > threshold(table.rules.join):
        table.merge(number, found[1])


def _move(table: Table, member: Sketch) -> None:
    """Put a member where it suits better: with another group, or alone."""
    if member.article not in table.of:
        return
    least = threshold(table.rules.join)
    own = table.of[member.article]
    alone = Group([member])
    stays = least
    if len(table.groups[own]) > 1:
        rest = table.groups[own]
        rest.remove(member)
        stays = logit(alone, rest, table.rules, table.model)
        rest.add(member)
    found = table.best(alone, member.keys, own)
    margin = math.log(table.rules.leave)
    if found is not None and found[0] > max(stays, least) + margin:
        table.leave(member)
        table.join(member, found[1])
    elif stays < least - margin:
        table.leave(member)
        table.join(member, None)


def _looked_at(table: Table, group: Group) -> list[Sketch]:
    """The members that are looked at again: the latest, by publication and then by id."""
    ranked = sorted(group.members.values(), key=lambda each: (str(each.at or ""), each.article))
    return ranked[-table.rules.sample :]


def _common(group: Group, many: int) -> list[str]:
    """The words that most members look for stories by."""
    counts = Counter(key for each in group.members.values() for key in each.keys)
    return [key for key, _ in sorted(counts.items(), key=lambda each: (-each[1], each[0]))[: 2 * many]]
