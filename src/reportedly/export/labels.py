"""What the closed sets are called for people: one fixed label for every type, mode, status and kind.

A ledger prints words of the text and these labels, and nothing else.
"""

from reportedly.schema import DateSource, EventType, RelationKind, Status

TYPES: dict[EventType, str] = {
    EventType.AGREE: "agreement",
    EventType.CONSULT: "talks",
    EventType.SUPPORT: "support",
    EventType.CONCEDE: "concession",
    EventType.COOPERATE: "cooperation",
    EventType.AID: "aid",
    EventType.RETREAT: "stepping back",
    EventType.REQUEST: "request",
    EventType.ACCUSE: "accusation",
    EventType.REJECT: "refusal",
    EventType.THREATEN: "threat",
    EventType.PROTEST: "protest",
    EventType.SANCTION: "sanction",
    EventType.MOBILIZE: "readying of forces",
    EventType.COERCE: "coercion",
    EventType.ASSAULT: "attack",
}

MODES: dict[tuple[EventType, str], str] = {
    (EventType.CONSULT, "visit"): "visit",
    (EventType.CONSULT, "third-party"): "mediation",
    (EventType.CONSULT, "multilateral"): "talks of several parties",
    (EventType.CONSULT, "phone"): "talks by phone",
    (EventType.RETREAT, "withdraw"): "withdrawal",
    (EventType.RETREAT, "release"): "release",
    (EventType.RETREAT, "disarm"): "disarmament",
    (EventType.RETREAT, "ceasefire"): "ceasefire",
    (EventType.RETREAT, "access"): "opening of access",
    (EventType.RETREAT, "resign"): "resignation",
    (EventType.REQUEST, "assist"): "request for help",
    (EventType.REQUEST, "change"): "request for change",
    (EventType.REQUEST, "yield"): "request to yield",
    (EventType.REQUEST, "meet"): "request to meet",
    (EventType.ACCUSE, "disapprove"): "criticism",
    (EventType.ACCUSE, "investigate"): "investigation",
    (EventType.ACCUSE, "allege"): "allegation",
    (EventType.REJECT, "assist"): "refusal to help",
    (EventType.REJECT, "change"): "refusal to change",
    (EventType.REJECT, "yield"): "refusal to yield",
    (EventType.REJECT, "meet"): "refusal to meet",
    (EventType.THREATEN, "restrict"): "threat of restrictions",
    (EventType.THREATEN, "arrest"): "threat of arrest",
    (EventType.THREATEN, "relations"): "threat to cut relations",
    (EventType.THREATEN, "expel"): "threat of expulsion",
    (EventType.THREATEN, "territory"): "threat to take territory",
    (EventType.THREATEN, "violence"): "threat of violence",
    (EventType.PROTEST, "demo"): "demonstration",
    (EventType.PROTEST, "riot"): "riot",
    (EventType.PROTEST, "strike"): "labour strike",
    (EventType.PROTEST, "hunger"): "hunger strike",
    (EventType.PROTEST, "boycott"): "boycott",
    (EventType.PROTEST, "obstruct"): "obstruction by protesters",
    (EventType.PROTEST, "vandalize"): "vandalism",
    (EventType.SANCTION, "convict"): "conviction",
    (EventType.SANCTION, "expel"): "expulsion",
    (EventType.SANCTION, "withdraw"): "withdrawal from ties",
    (EventType.SANCTION, "discontinue"): "halt of dealings",
    (EventType.SANCTION, "dismiss"): "dismissal",
    (EventType.MOBILIZE, "troops"): "movement of troops",
    (EventType.MOBILIZE, "weapons"): "readying of weapons",
    (EventType.MOBILIZE, "police"): "deployment of police",
    (EventType.MOBILIZE, "militia"): "mustering of militia",
    (EventType.MOBILIZE, "advisory"): "public warning",
    (EventType.COERCE, "seize"): "seizure",
    (EventType.COERCE, "restrict"): "restriction",
    (EventType.COERCE, "censor"): "censorship",
    (EventType.COERCE, "curfew"): "curfew",
    (EventType.COERCE, "martial-law"): "martial law",
    (EventType.COERCE, "arrest"): "arrest",
    (EventType.COERCE, "deport"): "deportation",
    (EventType.COERCE, "withhold"): "withholding",
    (EventType.COERCE, "misinformation"): "disinformation",
    (EventType.COERCE, "cyber"): "cyberattack",
    (EventType.ASSAULT, "abduct"): "abduction",
    (EventType.ASSAULT, "beat"): "beating",
    (EventType.ASSAULT, "torture"): "torture",
    (EventType.ASSAULT, "sexual"): "sexual violence",
    (EventType.ASSAULT, "targeted"): "targeted killing",
    (EventType.ASSAULT, "destroy"): "destruction",
    (EventType.ASSAULT, "primitive"): "attack with simple weapons",
    (EventType.ASSAULT, "firearms"): "shooting",
    (EventType.ASSAULT, "explosives"): "bombing",
    (EventType.ASSAULT, "suicide-attack"): "suicide attack",
    (EventType.ASSAULT, "aerial"): "attack from the air",
    (EventType.ASSAULT, "drone"): "drone attack",
    (EventType.ASSAULT, "heavy-weapons"): "shelling",
    (EventType.ASSAULT, "crowd-control"): "violent crowd control",
    (EventType.ASSAULT, "unconventional"): "attack with banned weapons",
}

SYMBOLS: dict[Status, str] = {
    Status.OCCURRED: "●",
    Status.ONGOING: "◐",
    Status.PLANNED: "○",
    Status.THREATENED: "▲",
    Status.WARNED: "△",
    Status.DEMANDED: "▷",
    Status.AVERTED: "⊘",
    Status.DENIED: "✕",
    Status.HYPOTHETICAL: "◌",
}
"""One sign a status, so that colour never stands alone."""

ASCII_SYMBOLS: dict[Status, str] = {
    Status.OCCURRED: "*",
    Status.ONGOING: "~",
    Status.PLANNED: "o",
    Status.THREATENED: "!",
    Status.WARNED: "^",
    Status.DEMANDED: ">",
    Status.AVERTED: "/",
    Status.DENIED: "x",
    Status.HYPOTHETICAL: "?",
}
"""The same for a terminal that has no Unicode."""

STATUSES: dict[Status, str] = {
    Status.OCCURRED: "it has happened",
    Status.ONGOING: "it is happening or in force",
    Status.PLANNED: "its actor intends or prepares it",
    Status.THREATENED: "its actor threatens it",
    Status.WARNED: "somebody else says it may happen",
    Status.DEMANDED: "somebody asks for it",
    Status.AVERTED: "it was coming and has not gone through",
    Status.DENIED: "somebody says it did not happen, or was not them",
    Status.HYPOTHETICAL: "it is only supposed",
}

DATE_SOURCES: dict[DateSource, str] = {
    DateSource.GIVEN: "date as given",
    DateSource.FEED: "date from the feed",
    DateSource.SITEMAP: "date from the sitemap",
    DateSource.JSON_LD: "date from JSON-LD",
    DateSource.META: "date from meta tags",
    DateSource.PAGE: "date from the page",
    DateSource.URL: "date from the address",
}

_CERTAINTIES = (
    (0.05, "takes no position"),
    (0.35, "sounds doubtful"),
    (0.65, "sounds unsure"),
    (0.9, "sounds fairly sure"),
)


def kind(event_type: EventType, mode: str | None) -> str:
    """What an event of that type and mode is called.

    Examples:
        >>> kind(EventType.ASSAULT, None), kind(EventType.ASSAULT, "aerial")
        ('attack', 'attack from the air')
    """
    return TYPES[event_type] if mode is None else MODES[event_type, mode]


def certainty(value: float) -> str:
    """How sure a voice sounds, in words, from its certainty between 0 and 1."""
    return next((words for limit, words in _CERTAINTIES if value < limit), "sounds sure")


def tie(relation: RelationKind, former: bool) -> str:
    """How two mentions are tied: "backed by", "formerly leader of"."""
    words = relation.value.replace("_", " ")
    return f"formerly {words}" if former else words
