"""Countries and territories: their names, capitals, cities, metonyms and office holders."""

from functools import cache

from reportedly.errors import KnowledgeError
from reportedly.knowledge.codes import COUNTRY, SUPRANATIONAL, check_code
from reportedly.knowledge.datafile import load
from reportedly.knowledge.leaders import Leader
from reportedly.schema import Noun


class Metonym(Noun, frozen=True, kw_only=True):
    """A building or square that stands for who works there, such as the Kremlin.

    Attributes:
        of: the id of the body that works there; None where that is the government, or has no entry.
    """

    name: str
    code: str
    of: str | None = None

    def __post_init__(self) -> None:
        check_code(self.code)


class Country(Noun, frozen=True, kw_only=True):
    """A country or territory.

    A partially recognised state has its host's `iso3`, and an `id` and a `code` of its own.

    Attributes:
        iso3: ISO 3166 alpha-3.
        iso2: ISO 3166 alpha-2; None for what has none.
        capital: stands for the government as well as for the town.
        cities: towns, provinces and regions.
    """

    iso3: str
    iso2: str | None = None
    id: str | None = None
    code: str | None = None
    name: str
    aliases: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    demonyms: tuple[str, ...] = ()
    capital: str | None = None
    capital_aliases: tuple[str, ...] = ()
    metonyms: tuple[Metonym, ...] = ()
    cities: tuple[str, ...] = ()
    leaders: tuple[Leader, ...] = ()

    def __post_init__(self) -> None:
        check_code(self.code or self.iso3)
        if (self.id is None) is not (self.code is None):
            raise ValueError("a partially recognised state has both `id` and `code`")

    @property
    def entity(self) -> str:
        """The id of the country: its ISO3 code, or its own id."""
        return self.id or self.iso3


def government(country: str) -> str:
    """The id of the government of a country or partially recognised state: that of the state for which it acts."""
    return country


class CountryFile(Noun, frozen=True, kw_only=True):
    """The whole of `countries.yaml`."""

    source: str
    licence: str
    version: int
    entries: tuple[Country, ...]


@cache
def countries() -> tuple[Country, ...]:
    """All countries, in the order of the file.

    Raises:
        KnowledgeError: the data file is damaged.
    """
    return load("countries.yaml", CountryFile).entries


@cache
def _by_iso3() -> dict[str, Country]:
    return {country.iso3: country for country in countries() if country.id is None}


def by_iso3(iso3: str) -> Country | None:
    """The country of an ISO 3166 alpha-3 code; partially recognised states are not among them."""
    return _by_iso3().get(iso3)


@cache
def _by_iso2() -> dict[str, Country]:
    return {country.iso2: country for country in countries() if country.iso2 is not None}


def by_iso2(iso2: str) -> Country | None:
    """The country of an ISO 3166 alpha-2 code."""
    return _by_iso2().get(iso2)


def check_country(code: str | None, where: str) -> None:
    """Checks that `code` is None or begins with a known country or a supranational prefix.

    Raises:
        KnowledgeError: it does not; the message begins with `where`.
    """
    if code is not None and code[:COUNTRY] not in SUPRANATIONAL and code[:COUNTRY] not in _by_iso3():
        raise KnowledgeError(f"{where}: {code!r} begins with no country of countries.yaml")
