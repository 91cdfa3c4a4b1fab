"""The closed sets of the codebook: types, modes, statuses and kinds, written as they stand in the JSON."""

from enum import StrEnum


class EventType(StrEnum):
    """PLOVER's sixteen event types."""

    AGREE = "AGREE"
    CONSULT = "CONSULT"
    SUPPORT = "SUPPORT"
    CONCEDE = "CONCEDE"
    COOPERATE = "COOPERATE"
    AID = "AID"
    RETREAT = "RETREAT"
    REQUEST = "REQUEST"
    ACCUSE = "ACCUSE"
    REJECT = "REJECT"
    THREATEN = "THREATEN"
    PROTEST = "PROTEST"
    SANCTION = "SANCTION"
    MOBILIZE = "MOBILIZE"
    COERCE = "COERCE"
    ASSAULT = "ASSAULT"


class Status(StrEnum):
    """How far along an event is, in one claim."""

    OCCURRED = "occurred"
    ONGOING = "ongoing"
    PLANNED = "planned"
    THREATENED = "threatened"
    WARNED = "warned"
    DEMANDED = "demanded"
    AVERTED = "averted"
    DENIED = "denied"
    HYPOTHETICAL = "hypothetical"


class HopKind(StrEnum):
    """What kind of voice a hop of a chain is."""

    OUTLET = "outlet"
    OFFICIAL = "official"
    ORGANISATION = "organisation"
    PERSON = "person"
    WITNESS = "witness"
    DOCUMENT = "document"
    UNNAMED = "unnamed"


class MentionKind(StrEnum):
    """What a mention names."""

    ACTOR = "actor"
    PLACE = "place"
    INSTALLATION = "installation"
    OUTLET = "outlet"
    TIME = "time"
    QUANTITY = "quantity"


class Counted(StrEnum):
    """What a number counts (`what` in the JSON)."""

    KILLED = "killed"
    INJURED = "injured"
    ARRESTED = "arrested"
    ABDUCTED = "abducted"
    DISPLACED = "displaced"
    TROOPS = "troops"
    VEHICLES = "vehicles"
    WEAPONS = "weapons"
    MONEY = "money"
    PEOPLE = "people"


class RelationKind(StrEnum):
    """How two actors, or an actor and a place, are tied."""

    PROXY_OF = "proxy_of"
    BACKED_BY = "backed_by"
    ALLY_OF = "ally_of"
    PARTNER_OF = "partner_of"
    ADVERSARY_OF = "adversary_of"
    MEMBER_OF = "member_of"
    LEADER_OF = "leader_of"
    BASED_AT = "based_at"
    PART_OF = "part_of"


class TimeUnit(StrEnum):
    """Units of time, the finer first."""

    SECOND = "second"
    MINUTE = "minute"
    HOUR = "hour"
    DAY = "day"
    WEEKEND = "weekend"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"


class TimeBase(StrEnum):
    """What a time counts from, where the text does not give it whole."""

    PUBLISHED = "publication"
    PREVIOUS = "narrative"  # the date named before
    ORIGINAL = "original"  # the day of the report that the article repeats
    QUOTATION = "quotation"  # the day on which somebody said it


class TimeKind(StrEnum):
    """The type of a time, as TIMEX3 has it."""

    DATE = "DATE"
    TIME = "TIME"
    DURATION = "DURATION"
    SET = "SET"


class TimeModifier(StrEnum):
    """Which part of the time is meant, or on which side of it."""

    START = "start"
    MID = "mid"
    END = "end"
    APPROX = "approx"
    SINCE = "since"
    UNTIL = "until"
    BEFORE = "before"
    AFTER = "after"


class NumberKind(StrEnum):
    """What sort of number it is: a count of things, money, a share, or a physical measure."""

    COUNT = "count"
    MONEY = "money"
    PERCENT = "percent"
    MEASURE = "measure"


class PlacePrecision(StrEnum):
    """How exactly a place is known, after UCDP's `where_prec` 1 to 7 in that order."""

    EXACT = "exact"
    NEAR = "near"
    ADMIN2 = "admin2"
    ADMIN1 = "admin1"
    AREA = "area"
    COUNTRY = "country"
    WATER = "water"


class DateSource(StrEnum):
    """Where an article's publication date comes from."""

    GIVEN = "given"
    FEED = "feed"
    SITEMAP = "sitemap"
    JSON_LD = "json-ld"
    META = "meta"
    PAGE = "page"
    URL = "url"


class DatePrecision(StrEnum):
    """How precise a publication date is: a day's time of day is unknown, not midnight."""

    DAY = "day"
    TIME = "time"


MODES: dict[EventType, frozenset[str]] = {
    EventType.AGREE: frozenset(),
    EventType.CONSULT: frozenset({"visit", "third-party", "multilateral", "phone"}),
    EventType.SUPPORT: frozenset(),
    EventType.CONCEDE: frozenset(),
    EventType.COOPERATE: frozenset(),
    EventType.AID: frozenset(),
    EventType.RETREAT: frozenset({"withdraw", "release", "disarm", "ceasefire", "access", "resign"}),
    EventType.REQUEST: frozenset({"assist", "change", "yield", "meet"}),
    EventType.ACCUSE: frozenset({"disapprove", "investigate", "allege"}),
    EventType.REJECT: frozenset({"assist", "change", "yield", "meet"}),
    EventType.THREATEN: frozenset({"restrict", "arrest", "relations", "expel", "territory", "violence"}),
    EventType.PROTEST: frozenset({"demo", "riot", "strike", "hunger", "boycott", "obstruct", "vandalize"}),
    EventType.SANCTION: frozenset({"convict", "expel", "withdraw", "discontinue", "dismiss"}),
    EventType.MOBILIZE: frozenset({"troops", "weapons", "police", "militia", "advisory"}),
    EventType.COERCE: frozenset(
        {
            "seize",
            "restrict",
            "censor",
            "curfew",
            "martial-law",
            "arrest",
            "deport",
            "withhold",
            "misinformation",
            "cyber",
        }
    ),
    EventType.ASSAULT: frozenset(
        {
            "abduct",
            "beat",
            "torture",
            "sexual",
            "targeted",
            "destroy",
            "primitive",
            "firearms",
            "explosives",
            "suicide-attack",
            "aerial",
            "drone",
            "heavy-weapons",
            "crowd-control",
            "unconventional",
        }
    ),
}
"""The modes that each type may take: PLOVER's, plus `advisory` and `dismiss` (codebook, ruling 15)."""
