"""A reader that codes the first word of every article, and a command line that knows it as `stub`.

Run as a script it is `reportedly` in a process of its own.
"""

from collections.abc import Iterable, Iterator

from reportedly import plugins
from reportedly.cli import main
from reportedly.schema import (
    Article,
    Claim,
    Event,
    EventType,
    Hop,
    HopKind,
    Participant,
    Provenance,
    Reading,
    Span,
    Status,
)

NAME = "stub"
READERS = {NAME: "stub:Stub"}


class Stub:
    """Every article tells of one attack: the first word is who, trigger and what is quoted."""

    @property
    def name(self) -> str:
        return NAME

    def read(self, articles: Iterable[Article]) -> Iterator[Reading]:
        """One event and one claim an article."""
        for article in articles:
            first = Span(0, len(article.text.split()[0]))
            yield Reading(
                article=article,
                events=(
                    Event(id="e1", type=EventType.ASSAULT, trigger=first, actors=(Participant(span=first),)),
                ),
                claims=(
                    Claim(
                        id="c1",
                        event="e1",
                        status=Status.OCCURRED,
                        certainty=1.0,
                        confidence=1.0,
                        content=first,
                        chain=(Hop(source=first, kind=HopKind.OFFICIAL),),
                    ),
                ),
                provenance=Provenance(reader=NAME, version="1", model="none", config="0"),
            )


if __name__ == "__main__":
    plugins.READERS.update(READERS)
    main(prog_name="reportedly")
