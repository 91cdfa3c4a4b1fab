"""Made-up sentences in the style of security news, articles made of them, and pieces of expressions of time."""

from hypothesis import strategies as st

from reportedly.schema import Article

SENTENCES = (
    "Gunners shelled the port of Lind on Sunday night.",
    "At least 12 people were killed and 30 wounded, the Meridian Post reported, quoting hospital staff.",
    "Fighters armed by Iran are preparing to attack a base in Jordan, officials said.",
    "The fighters have held off so far.",
    "“We will answer any strike,” the foreign minister told reporters in Baghdad.",
    "He added that talks would resume next week.",
    "According to the New York Times, quoting two US officials, Israel is preparing to bomb the plant.",
    "Iran denied that an attack was being prepared.",
    "About 3,400 French troops are stationed in Niger; no more than 600 are due to stay beyond May 2026.",
    "Police arrested dozens of protesters in Cairo, a witness said.",
    "The ministry reportedly threatened to close the strait if sanctions were imposed.",
    "Turkey and Greece signed a deal in Athens on 3 June 2024, ending a row that began in May.",
    "Reuters reported that the army had withdrawn from the town, citing a spokesman who declined to be named.",
    "The UN urged both sides to cease fire.",
    "It was not clear who was behind the blast, which injured three guards.",
    "Rebels seized two villages near the border, killing a commander of the Syrian army.",
    "The State Department warned Americans everywhere to exercise increased caution.",
    "Nobody has claimed responsibility, but a Hamas official told Al Jazeera the group had fired the rockets.",
    "If attacked, North Korea would fire missiles at Guam, its state news agency KCNA said.",
    "The mill stood idle, and the harvest was poor.",
    "A report by NBC claimed that sleeper cells could be activated.",
    "Russia called the allegations “absurd”.",
    "The Kremlin has suspended talks with NATO over the deployment of 300 tanks worth $1.2 billion.",
    "Lt. Gen. J. Doe, who led the U.S. force until last year, said Washington would not pull out.",
)
HEADLINES = (
    "Militias ready strikes on bases: report",
    "Iran: no attack was planned",
    "12 killed as army shells port",
    "TALKS COLLAPSE AFTER BLAST",
)
TIME_PIECES = (
    *("Monday", "May", "March", "summer", "winter", "New Year's Eve", "9/11", "5 p.m.", "2020-02-30", "1990s", "20th"),
    *("week", "days", "quarter", "year", "decades", "century", "centuries"),
    *("two", "ninety", "a", "few", "half", "first", "3", "31", "1999", "2016", "9999", "BC"),
    *("last", "next", "past", "ago", "later", "early", "since", "to", "between", "and", "the", "of"),
    *("-", ",", ".", "\n"),
)


@st.composite
def stories(draw: st.DrawFn, least: int = 1) -> Article:
    """An article of up to eight sentences in a few paragraphs, with a headline or without."""
    sentences = draw(st.lists(st.sampled_from(SENTENCES), min_size=least, max_size=8))
    gaps = [draw(st.sampled_from([" ", " ", "\n\n"])) for _ in sentences]
    text = "".join(sentence + gap for sentence, gap in zip(sentences, gaps, strict=True)).strip()
    headline = draw(st.none() | st.sampled_from(HEADLINES))
    outlet = draw(st.sampled_from([None, "Reuters", "The Meridian Post"]))
    return Article(id="story", outlet=outlet, text=text if headline is None else f"{headline}\n\n{text}")
