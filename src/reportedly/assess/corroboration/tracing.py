"""Claims -> origins: every chain is followed to its last source, over as many articles as it takes.

Five rules. Who is named is one origin, whoever quotes them. Who is not named is known through the outlet that heard
them: unnamed people of one description through one outlet are one origin. Words that came from another article are that
article's, with whoever told them there; and who names an outlet that is not at hand, and shares words with nobody, has
unnamed people from it. Where a chain ends in an outlet, the origins are those of its article; where that is not at
hand, those that others name behind it; where there are none, the outlet itself. What an article says in its own voice
adds an origin only where nobody is quoted for it there and it rests on nobody.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field

from reportedly.assess.corroboration.board import Board, Group, Telling
from reportedly.knowledge.speakers import outlet_key, side, speaker_key
from reportedly.schema import ClaimRef, Hop, HopKind, Origin


@dataclass(frozen=True, slots=True)
class Root:
    """An origin as one claim shows it.

    Attributes:
        group: which unnamed people it is, `outlet` the key of who heard them, `heard` that outlet's name.
        behind: whether it only stands for whoever is behind an outlet.
    """

    id: str
    kind: HopKind
    name: str
    entity: str | None = None
    side: str | None = None
    group: Group | None = None
    outlet: str | None = None
    heard: str | None = None
    behind: bool = False


@dataclass(slots=True)
class _Trace:
    """The roots of one board while they are found."""

    board: Board
    known: dict[str, frozenset[Root]] = field(default_factory=dict)
    open: set[str] = field(default_factory=set)
    circles: int = 0


def origins(board: Board) -> tuple[Origin, ...]:
    """All origins of one status of one event, by id."""
    trace = _Trace(board)
    found: dict[str, list[tuple[Root, ClaimRef]]] = {}
    through: set[str] = set()
    for article, tellings in board.tellings.items():
        _of_article(trace, article)
        for telling in tellings:
            for root in _of_claim(trace, telling):
                ref = ClaimRef(article=article, claim=telling.claim.id)
                found.setdefault(root.id, []).append((root, ref))
            through.update(_passed(telling))
            if telling.source is not None:
                through.update(board.stubs(article))
    through |= {root.outlet for some in found.values() for root, _ in some if root.outlet and not root.behind}
    shown = {key: some for key, some in found.items() if not _is_shown_otherwise(some, through)}
    return tuple(_origin(board, some) for _, some in sorted((shown or found).items()))


def _passed(telling: Telling) -> list[str]:
    """The outlets of a chain that another voice stands behind."""
    return [speaker_key(hop) for hop in telling.claim.chain[:-1] if hop.kind is HopKind.OUTLET]


def _is_shown_otherwise(some: list[tuple[Root, ClaimRef]], through: set[str]) -> bool:
    """Whether an outlet only stands for somebody whom another chain shows behind it."""
    return all(root.behind for root, _ in some) and some[0][0].id in through


def _of_article(trace: _Trace, article: str) -> frozenset[Root]:
    """The roots of all that an article tells; nothing while it is being followed, as chains may run in circles."""
    if article in trace.known:
        return trace.known[article]
    if article in trace.open:
        trace.circles += 1
        return frozenset()
    trace.open.add(article)
    before = trace.circles
    found = frozenset(root for telling in trace.board.tellings.get(article, ()) for root in _of_claim(trace, telling))
    trace.open.discard(article)
    # What was cut off by a circle holds for this way in alone.
    if trace.circles == before or not trace.open:
        trace.known[article] = found
    return found


def _of_claim(trace: _Trace, telling: Telling) -> frozenset[Root]:
    source, outlet = telling.source, telling.outlet
    if source is None:
        return _of_outlet(trace, telling, outlet) if outlet is not None else _of_own_voice(trace, telling)
    group = telling.group
    if group is None:
        return frozenset({_named(source)})
    return _of_unnamed(trace, telling, source, group)


def _named(hop: Hop) -> Root:
    return Root(speaker_key(hop), hop.kind, hop.name or hop.kind.value, hop.entity, side(hop))


def _of_unnamed(trace: _Trace, telling: Telling, source: Hop, group: Group) -> frozenset[Root]:
    """Through whom the people of a group are known: any claim of the article on them may say so."""
    alike = [each for each in trace.board.tellings[telling.article] if each.group == group]
    for each in (telling, *alike):
        if each.outlet is not None:
            return _heard_by(trace, each, each.outlet, source, group)
    for each in (telling, *alike):
        tie = trace.board.carried(each)
        if tie is not None:
            inherited = _in_article(trace, tie.on, group)
            return inherited or frozenset({_unnamed(source, group, tie.outlet or tie.on)})
    named = trace.board.stub_of(telling)
    return frozenset({_unnamed(source, group, named or trace.board.name(telling.article))})


def _heard_by(trace: _Trace, telling: Telling, outlet: Hop, source: Hop, group: Group) -> frozenset[Root]:
    """The people of a group whom a named outlet heard, or had from somebody else in turn."""
    article = trace.board.article_of(telling, outlet)
    inherited = _in_article(trace, article, group) if article is not None else frozenset()
    return inherited or frozenset({_unnamed(source, group, outlet.name or "", outlet.entity)})


def _in_article(trace: _Trace, article: str, group: Group) -> frozenset[Root]:
    return frozenset(root for root in _of_article(trace, article) if root.group == group)


def _unnamed(hop: Hop, group: Group, heard: str, entity: str | None = None) -> Root:
    key = outlet_key(heard, entity)
    id_ = f"{group.kind}:{group.side}@{key.removeprefix('outlet:')}"
    return Root(id_, hop.kind, hop.name or "", hop.entity, side(hop), group, key, heard)


def _of_outlet(trace: _Trace, telling: Telling, outlet: Hop) -> frozenset[Root]:
    """The roots of the article that is meant; the outlet itself where that is not at hand."""
    key = outlet_key(outlet.name or "", outlet.entity)
    article = trace.board.article_of(telling, outlet)
    found = _of_article(trace, article) if article is not None else frozenset()
    return found or frozenset({_staff(key, outlet.name or key, behind=True)})


def _of_own_voice(trace: _Trace, telling: Telling) -> frozenset[Root]:
    """What somebody is quoted for elsewhere in the article is theirs; else it is whoever's the words are."""
    quoted = [each for each in trace.board.tellings[telling.article] if each.claim.chain]
    if quoted:
        return frozenset(root for each in quoted for root in _of_claim(trace, each))
    tie = trace.board.carried(telling)
    if tie is not None:
        found = _of_article(trace, tie.on)
        if found:
            return found
        if tie.outlet is not None:
            return frozenset({_staff(outlet_key(tie.outlet), tie.outlet, behind=True)})
    return frozenset({_staff(trace.board.outlet(telling.article), trace.board.name(telling.article))})


def _staff(key: str, name: str, *, behind: bool = False) -> Root:
    return Root(key, HopKind.OUTLET, name, outlet=None if behind else key, behind=behind)


def _origin(board: Board, some: Iterable[tuple[Root, ClaimRef]]) -> Origin:
    """One origin out of all the claims that lead to it, called by its fullest name."""
    pairs = sorted(some, key=lambda pair: (-len(pair[0].name), pair[0].name, pair[0].heard or "", pair[1].article))
    root = pairs[0][0]
    return Origin(
        id=root.id,
        kind=root.kind,
        name=root.name,
        entity=root.entity,
        side=next((each.side for each, _ in pairs if each.side is not None), None),
        anonymous=root.group is not None,
        outlet=root.heard,
        owner=board.owner(root.outlet or root.id),
        claims=tuple(sorted({ref for _, ref in pairs}, key=lambda ref: (ref.article, ref.claim))),
    )
