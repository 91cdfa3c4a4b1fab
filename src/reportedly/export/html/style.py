"""The rules that tie rows to words: which marks light up when a claim or an event is pointed at.

The page numbers claims and events anew in each article, so that one set of rules serves all of them. They
need no script: `:has()` sees the pointer, the focus and the address.
"""

from collections.abc import Iterable, Iterator

from reportedly.export.html.marks import LETTERS, Role

_CLAIM = (Role.CONTENT, Role.NUMBER), (Role.CUE, Role.SOURCE)
_EVENT = (Role.PARTICIPANT, Role.CIRCUMSTANCE), (Role.TRIGGER,)


def ties(claims: int, events: int) -> str:
    """Rules for the claims 1 to `claims` and the events 1 to `events` of any article.

    Where words belong to several lit roles, the later rule wins: a trigger over a source over a participant
    over the content around them.
    """
    return "\n".join(_ties(claims, events))


def _ties(claims: int, events: int) -> Iterator[str]:
    for of_claim, of_event in zip(_CLAIM, _EVENT, strict=True):
        for number in range(1, claims + 1):
            row = f'.claim[data-k="{number}"]'
            yield _lit(row, f"{row}:hover,.head:hover~.claims>{row}", f"k{number}", of_claim)
        for number in range(1, events + 1):
            row = f'.event[data-e="{number}"]'
            yield _lit(row, f"{row} :is(.head,.claim):hover", f"e{number}", of_event)
    for number in range(1, claims + 1):
        words = ",".join(f".k{number}{LETTERS[role]}" for role in (Role.CONTENT, Role.SOURCE, Role.CUE))
        yield f'.reading:has(:is({words}):hover) .claim[data-k="{number}"]{{background:var(--content-lit)}}'


def _lit(row: str, pointed: str, key: str, roles: Iterable[Role]) -> str:
    """The marks of a row light up while the pointer is on it; else while it has the focus; else while the
    address points at it or at its words."""
    place = row[row.index("[") :]
    focused = f":not(:has(:is(.head,.claim):hover)):has({row}:focus-within)"
    addressed = f":not(:has(:is(.head,.claim):hover,.event:focus-within)):has({place}:target)"
    marks = "".join(f".{key}{LETTERS[role]}{{background:var(--{role.value}-lit)}}" for role in roles)
    return f".reading:where(:has({pointed}),{focused},{addressed}){{{marks}}}"
