"""Office holders that stand with their country or body, with years of office only."""

from reportedly.knowledge.spells import Stretch, years
from reportedly.schema import Noun


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
        _ = self.stretches

    @property
    def stretches(self) -> tuple[Stretch, ...]:
        """The terms of office."""
        return tuple(map(years, self.terms))
