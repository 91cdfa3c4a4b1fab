"""A reader of your own in place of ours: it knows one word, and the pipeline does not mind.

python examples/swap_the_reader.py
"""

from contextlib import ExitStack
from importlib.resources import as_file

import reportedly
from reportedly import demo
from reportedly.schema import Claim, Event, EventType, Provenance, Reading, Span, Status

WORD = "attack"


class OneWord:
    """Takes the word, wherever it stands, for an attack that has happened: a floor under every reader."""

    name = "one-word"

    def read(self, articles):
        for article in articles:
            events, claims, at = [], [], -1
            while (at := article.text.find(WORD, at + 1)) >= 0:
                number, trigger = len(events), Span(at, at + len(WORD))
                line = Span(article.text.rfind("\n", 0, at) + 1, trigger.end)
                events.append(Event(id=f"e{number}", type=EventType.ASSAULT, trigger=trigger))
                claims.append(Claim(id=f"c{number}", event=f"e{number}", status=Status.OCCURRED,
                                    certainty=1, confidence=0.1, content=line))  # fmt: skip
            made_by = Provenance(reader=self.name, version="1", model="none", config="0")
            yield Reading(article=article, events=tuple(events), claims=tuple(claims), provenance=made_by)


with ExitStack() as kept:
    for reading in reportedly.read_all(
        [kept.enter_context(as_file(page)) for page in demo.articles()], reader=OneWord()
    ):
        print(f"{len(reading.events)} x {WORD!r}: {reading.article.title}")
