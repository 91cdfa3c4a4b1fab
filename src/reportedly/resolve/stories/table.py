"""The groups at hand: which article is in which, and which groups share rare words with something."""

import math
from collections.abc import Container, Iterable, Iterator
from hashlib import blake2b
from itertools import count

from reportedly.resolve.stories.deciding import logit
from reportedly.resolve.stories.group import Group
from reportedly.resolve.stories.rules import StoryRules
from reportedly.resolve.stories.sketch import Sketch


class Table:
    """Groups by number, in the order in which they were founded."""

    def __init__(self, rules: StoryRules, model: tuple[float, ...]) -> None:
        self.rules = rules
        self.model = model
        self.groups: dict[int, Group] = {}
        self.of: dict[str, int] = {}
        self.changed: set[int] = set()
        self.ids: list[str] = []
        self.merged: dict[int, int] = {}
        self._issued: set[str] = set()
        self._former: dict[int, list[int]] = {}
        self._holding: dict[str, dict[int, int]] = {}

    def join(self, new: Sketch, number: int | None) -> int:
        """Put a sketch into a group, or into one of its own; gives the group's number."""
        if number is None:
            number = len(self.ids)
            self._name(_id(new.article, self._issued))
        self.groups.setdefault(number, Group()).add(new)
        self.of[new.article] = number
        self.changed.add(number)
        for key in new.keys:
            held = self._holding.setdefault(key, {})
            held[number] = held.get(number, 0) + 1
        return number

    def leave(self, old: Sketch) -> None:
        """Take a sketch out; its group goes where nothing is left in it."""
        number = self.of.pop(old.article)
        self.groups[number].remove(old)
        for key in old.keys:
            self._let_go(key, number)
        if len(self.groups[number]):
            self.changed.add(number)
        else:
            self.drop(number)

    def merge(self, number: int, other: int) -> int:
        """Make two groups one, under the number of the one founded earlier."""
        kept, gone = sorted((number, other))
        for each in list(self.groups[gone].members.values()):
            self.leave(each)
            self.join(each, kept)
        self.became(gone, kept)
        return kept

    def found(self, ids: Iterable[str], merged: Iterable[tuple[int, int]]) -> None:
        """Go on from the ids that another table gave."""
        for each in ids:
            self._name(each)
        for gone, kept in merged:
            self.became(gone, kept)

    def id_of(self, number: int) -> str:
        """Id of a group, or of the one that it became part of."""
        while number in self.merged:
            number = self.merged[number]
        return self.ids[number]

    def former(self, number: int) -> tuple[str, ...]:
        """Ids of the groups that became part of one."""
        gone = self._former.get(number, [])
        return tuple(sorted(name for each in gone for name in (self.ids[each], *self.former(each))))

    def drop(self, number: int) -> Group:
        """Forget a group with all that it holds."""
        group = self.groups.pop(number)
        self.changed.discard(number)
        for each in group.members.values():
            del self.of[each.article]
            for key in each.keys:
                self._let_go(key, number)
        return group

    def best(self, group: Group, keys: Iterable[str], without: int | None = None) -> tuple[float, int] | None:
        """The group likeliest to tell the same, with the logit; None where no word leads to one."""
        return next(iter(self.ranked(group, keys, without)), None)

    def ranked(self, group: Group, keys: Iterable[str], without: int | None = None) -> list[tuple[float, int]]:
        """Groups with the logit that they tell the same, the likeliest first; of two as likely the one founded earlier."""
        near = (number for number in self._near(keys) if number != without)
        scored = ((logit(group, self.groups[number], self.rules, self.model), number) for number in near)
        return sorted(scored, key=lambda each: (-each[0], each[1]))

    def _near(self, keys: Iterable[str]) -> Iterator[int]:
        """The groups that share most of the words, a word weighing more the fewer have it."""
        weights: dict[int, float] = {}
        for key in keys:
            held = self._holding.get(key)
            if held is None or len(held) > self.rules.crowd:
                continue
            weight = 1 / math.sqrt(len(held))
            for number in held:
                weights[number] = weights.get(number, 0.0) + weight
        ranked = sorted((-weight, number) for number, weight in weights.items())
        return (number for _, number in ranked[: self.rules.candidates])

    def _name(self, name: str) -> None:
        self.ids.append(name)
        self._issued.add(name)

    def became(self, gone: int, kept: int) -> None:
        """Note that a group goes on as part of another."""
        self.merged[gone] = kept
        self._former.setdefault(kept, []).append(gone)

    def _let_go(self, key: str, number: int) -> None:
        held = self._holding[key]
        held[number] -= 1
        if not held[number]:
            del held[number]
            if not held:
                del self._holding[key]


def _id(founder: str, issued: Container[str]) -> str:
    """An id made from the article that founded a group, with a number where it founded one before."""
    for time in count():
        name = blake2b(f"{founder}/{time}".encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()
        if f"story-{name}" not in issued:
            return f"story-{name}"
    raise AssertionError("numbers do not end")
