"""Office holders: people who speak or spoke for a state or a body, and in which years."""

import re
from typing import Final

from reportedly.schema import Noun

_TERM: Final = re.compile(r"(\d{4})-(\d{4})?")


class Leader(Noun, frozen=True, kw_only=True):
    """A public figure in or out of office.

    Attributes:
        code: the PLOVER code while in office; None where it is that of the body that names the leader.
        title: the office, in lower case.
        terms: years of office such as `2017-2021`, both ends inclusive; `2025-` is open.
    """

    name: str
    aliases: tuple[str, ...] = ()
    code: str | None = None
    title: str
    terms: tuple[str, ...]

    def __post_init__(self) -> None:
        for term in self.terms:
            if _TERM.fullmatch(term) is None:
                raise ValueError(f"{term!r} is no term of office such as '2017-2021' or '2025-'")


def in_office(terms: tuple[str, ...], year: int) -> bool:
    """Whether one of `terms` covers `year`, first and last year included."""
    for term in terms:
        since, _, until = term.partition("-")
        if int(since) <= year <= int(until or year):
            return True
    return False
