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
            yield _lit(f'.claim[data-k="{number}"]', f'.here[data-k="{number}"]', f"k{number}", of_claim)
        for number in range(1, events + 1):
            yield _lit(f'.event[data-e="{number}"]', f'.here[data-e="{number}"]', f"e{number}", of_event)
    for number in range(1, claims + 1):
        words = ",".join(f".k{number}{LETTERS[role]}" for role in (Role.CONTENT, Role.SOURCE, Role.CUE))
        yield f'.reading:has(:is({words}):hover) .claim[data-k="{number}"]{{background:var(--content-lit)}}'


def _lit(row: str, place: str, key: str, roles: Iterable[Role]) -> str:
    """The marks of a row light up while the pointer is on it; else while it has the focus; else while the
    address points at it or at its words."""
    pointed = f":has({row}:hover)"
    focused = f":not(:has(.event:hover)):has({row}:focus-within)"
    addressed = f":not(:has(.event:hover,.event:focus-within)):has(:is({row},{place}):target)"
    marks = "".join(f".{key}{LETTERS[role]}{{background:var(--{role.value}-lit)}}" for role in roles)
    return f".reading:where({pointed},{focused},{addressed}){{{marks}}}"
