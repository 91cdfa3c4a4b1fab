"""Stories as articles come in: one writer, all in memory, the old ones handed out and forgotten."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from reportedly.resolve.stories.deciding import Weights, weights
from reportedly.resolve.stories.group import Group
from reportedly.resolve.stories.memory import Open, StoryMemory, Told, packed, unpacked
from reportedly.resolve.stories.repair import repair, threshold
from reportedly.resolve.stories.rules import StoryRules
from reportedly.resolve.stories.sketch import Sketch, sketch
from reportedly.resolve.stories.table import Table
from reportedly.resolve.stories.telling import headline, opening, told_by
from reportedly.schema import Article, Excerpt, Reading, Story


@dataclass(slots=True)
class _Card:
    """What a story needs of an article beside its sketch; `copies` have the same words."""

    title: Excerpt
    lead: Excerpt
    copies: list[tuple[str, datetime | None]]


class StoryIndex:
    """Articles into stories, best in the order of publication.

    An article stays for as long as its story is open, some 40 KB each; of a closed one only the ids are left. A story
    closes when nothing was published in it for `rules.window`; without any date at all nothing closes.
    """

    def __init__(self, rules: StoryRules | None = None, model: Weights | None = None) -> None:
        self.rules = StoryRules() if rules is None else rules
        self._table = Table(self.rules, (weights() if model is None else model).values)
        self._cards: dict[str, _Card] = {}
        self._copies: dict[str, str] = {}
        self._story: dict[str, int | str] = {}
        self._closed: list[Story] = []
        self._now: datetime | None = None
        self._since = 0

    def __len__(self) -> int:
        return len(self._story)

    def add(self, told: Article | Reading) -> str:
        """Take an article in; gives the id of its story, for now.

        An article whose id is known changes nothing. One with the same words as another goes where that one is, and
        counts for nothing else.
        """
        article = told.article if isinstance(told, Reading) else told
        if article.id not in self._story:
            self._take(article, sketch(told, self.rules.keys))
        return self.story_of(article.id)

    def story_of(self, article: str) -> str:
        """The id of an article's story, open or closed.

        Raises:
            KeyError: the article was never added.
        """
        there = self._story[article]
        if isinstance(there, str):
            return self.story_of(there)
        of = self._table.of.get(article)
        return self._table.id_of(there if of is None else of)

    def repair(self) -> None:
        """Look again at all stories that changed since they were last looked at, and close the old ones."""
        self._since = 0
        repair(self._table)
        for number in self._old():
            self._close(number)

    def stories(self) -> tuple[Story, ...]:
        """The stories that are open, the earliest founded first."""
        return tuple(self._told(number, closed=False) for number in sorted(self._table.groups))

    def closed(self) -> tuple[Story, ...]:
        """The stories that were closed since this was last asked; each is handed out once."""
        gone, self._closed = tuple(self._closed), []
        return gone

    def snapshot(self) -> StoryMemory:
        """All that is held, to go on from with `restored`."""
        table = self._table
        return StoryMemory(
            open=tuple(
                Open(number=number, articles=tuple(self._packed(each) for each in table.groups[number].members.values()))
                for number in sorted(table.groups)
            ),
            changed=tuple(sorted(table.changed)), ids=tuple(table.ids), merged=tuple(sorted(table.merged.items())),
            known=tuple(self._story.items()), closed=tuple(self._closed), now=self._now, since=self._since,
        )  # fmt: skip

    @classmethod
    def restored(cls, memory: StoryMemory, rules: StoryRules | None = None, model: Weights | None = None) -> "StoryIndex":
        """An index that goes on where another was; give it the same rules and weights.

        Raises:
            ValueError: the memory was made by another version.
        """
        made = cls(rules, model)
        made._table.found(memory.ids, memory.merged)
        for each in memory.open:
            for told in each.articles:
                made._table.join(unpacked(told), each.number)
                made._cards[told.article] = _Card(told.title, told.lead, list(told.copies))
                made._copies[told.copy] = told.article
        made._table.changed = set(memory.changed)
        made._story, made._closed = dict(memory.known), list(memory.closed)
        made._now, made._since = memory.now, memory.since
        return made

    def _take(self, article: Article, new: Sketch) -> None:
        twin = self._copies.get(new.copy)
        if twin is not None:
            self._story[article.id] = twin
            self._cards[twin].copies.append((article.id, article.published_at))
            return
        if new.at is not None:
            self._now = new.at if self._now is None else max(self._now, new.at)
        found = self._table.best(Group([new]), new.keys)
        joined = found[1] if found is not None and found[0] > threshold(self.rules.join) else None
        self._story[new.article] = self._table.join(new, joined)
        self._cards[new.article] = _Card(headline(article), opening(article), [])
        self._copies[new.copy] = new.article
        self._since += 1
        if self._since >= self.rules.every:
            self.repair()

    def _old(self) -> list[int]:
        """Groups whose last publication is longer ago than the window; those without a date stay."""
        if self._now is None:
            return []
        least = self._now - self.rules.window
        ends = ((number, group.ends) for number, group in self._table.groups.items())
        return [number for number, end in ends if end is not None and end[1] < least]

    def _close(self, number: int) -> None:
        self._closed.append(self._told(number, closed=True))
        for each in self._table.drop(number).members.values():
            self._story[each.article] = number
            del self._cards[each.article]
            del self._copies[each.copy]

    def _told(self, number: int, *, closed: bool) -> Story:
        group = self._table.groups[number]
        middle = self._cards[told_by(group).article]
        clocks = [(each.at, each.article) for each in group.members.values()]
        clocks += [(at, copy) for each in group.members for copy, at in self._cards[each].copies]
        dates = [at for at, _ in clocks if at is not None]
        return Story(
            id=self._table.id_of(number),
            articles=tuple(article for _, article in sorted(clocks, key=_by_clock)),
            title=middle.title,
            lead=middle.lead,
            first=min(dates, default=None),
            last=max(dates, default=None),
            former=self._table.former(number),
            closed=closed,
        )

    def _packed(self, each: Sketch) -> Told:
        card = self._cards[each.article]
        return packed(each, card.title, card.lead, tuple(card.copies))


def _by_clock(told: tuple[datetime | None, str]) -> tuple[bool, float, str]:
    at, article = told
    return (at is None, 0.0 if at is None else at.timestamp(), article)


def stories(told: Iterable[Article | Reading], rules: StoryRules | None = None) -> tuple[Story, ...]:
    """The stories of articles, in the order in which they were founded: closed ones first.

    Args:
        told: in the order of publication.
    """
    index = StoryIndex(rules)
    for each in told:
        index.add(each)
    index.repair()
    return (*index.closed(), *index.stories())
