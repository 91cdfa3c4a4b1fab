import handmade
from reportedly.export.ledger import ledger
from reportedly.export.tally import Tally, counted
from reportedly.schema import Status


def test_totals_over_articles() -> None:
    tally = Tally()
    for reading in (handmade.militia(), handmade.militia("again"), handmade.quiet()):
        tally.add(ledger(reading))
    assert (tally.articles, tally.events, tally.claims, tally.unnamed) == (3, 8, 14, 4)
    assert tally.origins == {"the lind mail", "military officials", "one official", "tes"}
    assert tally.by_status()[0] == (Status.OCCURRED, 2)
    assert Status.WARNED not in dict(tally.by_status())
    assert tally.totals() == (
        "3 articles",
        "8 events",
        "14 claims",
        "4 distinct origins",
        "4 claims from unnamed origins",
    )


def test_a_re_report_adds_no_origin() -> None:
    once, twice = Tally(), Tally()
    once.add(ledger(handmade.militia()))
    twice.add(ledger(handmade.militia()))
    twice.add(ledger(handmade.militia("again")))
    assert twice.origins == once.origins


def test_one_is_singular() -> None:
    assert (counted(1, "event"), counted(0, "event")) == ("1 event", "0 events")
