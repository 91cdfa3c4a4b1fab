"""Speech that runs on over paragraphs."""

from reportedly.extract import segment
from reportedly.extract.speech import run_on
from reportedly.schema import CueTag, HopKind
from spans import span


def cue(text: str, words: str, source: str, contents: str | None) -> CueTag:
    return CueTag(
        span=span(text, words),
        source=span(text, source),
        contents=(span(text, contents),) if contents else (),
        kind=HopKind.OFFICIAL,
        score=1.0,
    )


def carried(text: str, cues: list[CueTag], which: int = 0) -> list[str]:
    return [piece.of(text) for piece in run_on(cues, segment.passages(text))[which].contents]


def test_a_colon_at_the_end_carries_the_statement_behind_it() -> None:
    text = "The minister spoke.\n\nThe minister said:\n\nOur troops have left.\n\nThey will not return."
    said = carried(text, [cue(text, "said", "The minister", None)])
    assert said == ["Our troops have left.", "They will not return."]


def test_a_statement_ends_where_somebody_else_speaks() -> None:
    text = "The minister said:\n\nOur troops have left.\n\nThe general said they will return."
    cues = [cue(text, "said", "The minister", None), cue(text, "said they", "The general", "they will return")]
    assert carried(text, cues) == ["Our troops have left."]


def test_a_quoted_paragraph_without_a_voice_belongs_to_the_one_before() -> None:
    text = "“We have left,” the minister said.\n\n“We will not return.”\n\nThe border is quiet."
    assert carried(text, [cue(text, "said", "the minister", "We have left")]) == [
        "We have left",
        "“We will not return.”",
    ]


def test_a_plain_paragraph_is_the_outlets_own() -> None:
    text = "“We have left,” the minister said.\n\nThe border is quiet."
    assert carried(text, [cue(text, "said", "the minister", "We have left")]) == ["We have left"]
