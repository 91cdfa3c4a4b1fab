import re
from collections.abc import Callable

import pytest

from reportedly.extract.geocode.evidence import Evidence
from reportedly.extract.geocode.geocoder import Geocoder
from reportedly.extract.geocode.resolution import Resolution
from reportedly.knowledge.gazetteer.home import standard
from reportedly.schema import Span

Resolve = Callable[..., dict[str, Resolution]]


@pytest.fixture(scope="session")
def geocoder() -> Geocoder:
    return Geocoder(standard)


@pytest.fixture
def resolve(geocoder: Geocoder) -> Resolve:
    """The resolutions of the names that stand in square brackets, by their words."""

    def resolved(marked: str, *, dateline: str | None = None, **countries: float) -> dict[str, Resolution]:
        text, spans = "", []
        for part in re.split(r"(\[[^]]+\])", marked):
            words = part.strip("[]") if part.startswith("[") else part
            if part.startswith("["):
                spans.append(Span(len(text), len(text) + len(words)))
            text += words
        known = Evidence(countries={iso3: {"x": count} for iso3, count in countries.items()}, dateline=dateline)
        return {span.of(text): found for span, found in geocoder.resolve(text, spans, known).items()}

    return resolved
