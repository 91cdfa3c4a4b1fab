"""Codes of actors: an ISO 3166 country or a supranational prefix, then a PLOVER sector."""

import re
from typing import Final

COUNTRY: Final = 3
"""How many letters of a code name the country or the supranational body."""

SUPRANATIONAL: Final = frozenset("IGO UNO EUR NGO ISM IMG MNC".split())
"""What stands for a country where an actor has none: bodies, movements, militant groups, companies."""

SECTORS: Final = frozenset(
    "COP GOV JUD LEG MIL PRM PTY REB SPY UAF UNK "
    "AGR BUS CRM CVL EDU ELI JRN LAB MED NGO REF OPP PRE REL SOC".split()
)
"""PLOVER's sectors, and NGO for the organisations of one country."""

OFFICIAL_SECTORS: Final = frozenset("COP GOV JUD LEG MIL SPY PRE".split())
"""The sectors whose people speak for a state."""

_CODE: Final = re.compile(r"([A-Z]{3})([A-Z]{3})?")


def check_code(code: str) -> None:
    """Checks the form and the sector of `code`; whether its country exists is `countries.check_country`'s.

    Raises:
        ValueError: `code` is no country or prefix with at most one known sector.
    """
    match = _CODE.fullmatch(code)
    if match is None or (match[2] is not None and match[2] not in SECTORS):
        raise ValueError(
            f"{code!r} is no code: a country or one of {sorted(SUPRANATIONAL)}, then a PLOVER sector"
        )


def sector(code: str) -> str:
    """The sector of a code; empty where it has none."""
    return code[COUNTRY:]
