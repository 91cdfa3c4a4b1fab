"""Readings made by hand: a rich one, one without events, one in Arabic script, one that attacks the page."""

from collections.abc import Iterator
from datetime import UTC, datetime
from functools import partial

from reportedly.schema import (
    Article,
    Citation,
    Claim,
    Counted,
    DatePrecision,
    DateSource,
    Event,
    EventDate,
    EventPlace,
    EventType,
    Figure,
    Hop,
    HopKind,
    Participant,
    Provenance,
    Quantity,
    Reading,
    Relation,
    RelationKind,
    Span,
    Status,
)
from spans import span

BY_HAND = Provenance(reader="hand", version="0", model="none", config="0")

MILITIA = """Militia readies strike on bases in Karvia: report

Fighters backed by Tessara are planning to attack Meridian bases in Karvia, the Harbour Times reported on \
Sunday, quoting military officials.

"They have held off so far," one official told the paper, while Karvian ministers are urging the groups \
to wait.

Tessara denied that an attack was being prepared. He called the report "invented".

Some 2,500 Meridian troops are stationed in Karvia. On 3 June, jets bombed the Sund plant, killing at least \
12 people, and Tessara reportedly threatened to shell the port of Lind."""

ARABIC = "قال مسؤول في الميناء إن مقاتلين قصفوا المستودع 😀 يوم الأحد.\n\nولم ترد تفاصيل أخرى."

ATTACK = (
    "<script>document.title='owned'</script> Guards <img src=x onerror=\"document.title='owned'\"> shelled "
    "\"the port\" & 'the pier'</section>\x1b[31m, a report said."
)


def militia(article_id: str = "militia", outlet: str | None = "The Lind Mail") -> Reading:
    """Seven claims on four events: chains of one to three voices, a denial, numbers, nested spans."""
    at = partial(span, MILITIA)
    times = Hop(source=at("Harbour Times"), cue=at("reported"), kind=HopKind.OUTLET, name="The Harbour Times")
    officials = Hop(source=at("military officials"), cue=at("quoting"), kind=HopKind.OFFICIAL)
    one = Hop(source=at("one official"), cue=at("told"), kind=HopKind.OFFICIAL)
    tessara = Hop(source=at("Tessara", 2), cue=at("denied"), kind=HopKind.OFFICIAL, entity="TES")
    he = Hop(source=at("He"), cue=at("called"), kind=HopKind.OFFICIAL)
    events = (
        Event(
            id="e1",
            type=EventType.ASSAULT,
            trigger=at("attack"),
            actors=(Participant(span=at("Fighters backed by Tessara")),),
            recipients=(Participant(span=at("Meridian bases")),),
            places=(EventPlace(span=at("Karvia", 2)),),
        ),
        Event(
            id="e2",
            type=EventType.REQUEST,
            trigger=at("urging"),
            actors=(Participant(span=at("Karvian ministers")),),
            recipients=(Participant(span=at("the groups")),),
        ),
        Event(
            id="e3",
            type=EventType.ASSAULT,
            mode="aerial",
            trigger=at("bombed"),
            actors=(Participant(span=at("jets")),),
            recipients=(Participant(span=at("the Sund plant")),),
            date=EventDate(span=at("On 3 June"), value="2025-06-03"),
        ),
        Event(
            id="e4",
            type=EventType.ASSAULT,
            mode="heavy-weapons",
            trigger=at("shell"),
            actors=(Participant(span=at("Tessara", 3)),),
            recipients=(Participant(span=at("the port of Lind")),),
        ),
    )
    plan = at("Fighters backed by Tessara are planning to attack Meridian bases in Karvia")
    claims = (
        Claim(
            id="c1",
            event="e1",
            status=Status.PLANNED,
            certainty=0.8,
            confidence=0.9,
            content=plan,
            chain=(times, officials),
        ),
        Claim(
            id="c2",
            event="e1",
            status=Status.AVERTED,
            certainty=1.0,
            confidence=0.7,
            content=at("They have held off so far"),
            chain=(times, one),
        ),
        Claim(
            id="c3",
            event="e1",
            status=Status.DENIED,
            certainty=0.95,
            confidence=0.9,
            content=at("that an attack was being prepared"),
            chain=(tessara,),
        ),
        Claim(
            id="c4",
            event="e1",
            status=Status.DENIED,
            certainty=0.5,
            confidence=0.4,
            content=at('the report "invented"'),
            chain=(he,),
        ),
        Claim(
            id="c5",
            event="e2",
            status=Status.ONGOING,
            certainty=1.0,
            confidence=0.9,
            content=at("Karvian ministers are urging the groups to wait"),
        ),
        Claim(
            id="c6",
            event="e3",
            status=Status.OCCURRED,
            certainty=1.0,
            confidence=0.9,
            content=at("On 3 June, jets bombed the Sund plant, killing at least 12 people"),
            numbers=(Quantity(what=Counted.KILLED, low=12, high=None, span=at("at least 12 people")),),
        ),
        Claim(
            id="c7",
            event="e4",
            status=Status.THREATENED,
            certainty=0.3,
            confidence=0.8,
            content=at("shell the port of Lind"),
            chain=(Hop(cue=at("reportedly"), kind=HopKind.UNNAMED),),
        ),
    )
    return Reading(
        article=Article(
            id=article_id,
            url="https://lindmail.example/militia",
            title="Militia readies strike on bases in Karvia: report",
            outlet=outlet,
            byline="A. Writer",
            language="en",
            published_at=datetime(2025, 6, 23, 14, 5, tzinfo=UTC),
            date_source=DateSource.JSON_LD,
            date_precision=DatePrecision.TIME,
            text=MILITIA,
        ),
        events=events,
        claims=claims,
        figures=(
            Figure(
                holder=at("Meridian troops"),
                what=Counted.TROOPS,
                low=2500,
                high=2500,
                approx=True,
                span=at("Some 2,500"),
                place=at("Karvia", 4),
            ),
        ),
        relations=(Relation(subject=at("Fighters"), kind=RelationKind.BACKED_BY, object=at("Tessara"), former=False),),
        citations=(Citation(span=at("Harbour Times"), name="The Harbour Times", main=True),),
        provenance=BY_HAND,
    )


def militias(count: int) -> Iterator[Reading]:
    """So many readings of the text of `militia`, made as they are asked for."""
    return (militia(f"militia-{number}") for number in range(count))


def quiet() -> Reading:
    """An article with no event, no title, no outlet and no date."""
    article = Article(id="quiet", text="The mill stood idle.\nNothing moved.")
    return Reading(article=article, provenance=BY_HAND)


def arabic() -> Reading:
    """Right to left, with a character outside the basic plane before the date."""
    return Reading(
        article=Article(id="port", title="قصف في الميناء", language="ar", text=ARABIC),
        events=(
            Event(
                id="e1",
                type=EventType.ASSAULT,
                trigger=span(ARABIC, "قصفوا"),
                actors=(Participant(span=span(ARABIC, "مقاتلين")),),
                date=EventDate(span=span(ARABIC, "يوم الأحد")),
            ),
        ),
        claims=(
            Claim(
                id="c1",
                event="e1",
                status=Status.OCCURRED,
                certainty=1.0,
                confidence=1.0,
                content=span(ARABIC, "مقاتلين قصفوا المستودع 😀 يوم الأحد"),
                chain=(Hop(source=span(ARABIC, "مسؤول"), cue=span(ARABIC, "قال"), kind=HopKind.OFFICIAL),),
            ),
        ),
        provenance=BY_HAND,
    )


def attack() -> Reading:
    """Markup, quotes, an address that is a script and terminal codes wherever an outsider can put words."""
    evil = "\"><script>document.title='owned'</script>\x1b]0;owned\x07"
    return Reading(
        article=Article(
            id=evil,
            url="javascript:document.title='owned'",
            title=f"Title {evil}",
            outlet=f"Outlet {evil}",
            byline=f"By {evil}",
            language='en" onload="x',
            text=ATTACK,
        ),
        events=(
            Event(
                id='e"1',
                type=EventType.ASSAULT,
                trigger=span(ATTACK, "shelled"),
                actors=(Participant(span=span(ATTACK, "<img src=x onerror=\"document.title='owned'\">")),),
                recipients=(Participant(span=span(ATTACK, "\"the port\" & 'the pier'</section>")),),
            ),
        ),
        claims=(
            Claim(
                id="c<1>",
                event='e"1',
                status=Status.OCCURRED,
                certainty=1.0,
                confidence=1.0,
                content=Span(0, len(ATTACK) - 16),
                chain=(
                    Hop(
                        source=span(ATTACK, "<script>document.title='owned'</script>"),
                        kind=HopKind.OUTLET,
                        name=evil,
                    ),
                ),
            ),
        ),
        citations=(Citation(span=span(ATTACK, "report"), name=evil),),
        provenance=Provenance(reader=evil, version=evil, model=evil, config=evil),
    )
