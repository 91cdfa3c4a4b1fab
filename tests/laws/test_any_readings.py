"""Whatever readings say, they are resolved and assessed without an error, and nothing of them is lost."""

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.assess.contradictions import contradictions
from reportedly.assess.corroboration import corroborate
from reportedly.assess.grading import grades
from reportedly.resolve.duplicates import reuses
from reportedly.resolve.rereports import rests
from reportedly.schema import CommonEvent, EventRef, Link, Reading
from strategies import readings

few = st.lists(readings(), min_size=1, max_size=5, unique_by=lambda each: each.article.id)


@settings(max_examples=40)
@given(few, st.data())
def test_any_readings_are_resolved_and_assessed(some: list[Reading], data: Any) -> None:
    refs = [EventRef(article=each.article.id, event=event.id) for each in some for event in each.events]
    cut = data.draw(st.integers(0, len(refs)))
    events = [CommonEvent(id="one", members=tuple(refs[:cut])), CommonEvent(id="other", members=tuple(refs[cut:]))]
    links = [Link(article=each.article.id, url=some[0].article.url or "") for each in some]
    ties = rests(some, reuses(each.article for each in some), events, links)
    agreements = corroborate(some, ties, events)
    told = {(each.article.id, claim.id) for each in some for claim in each.claims}
    kept = {(ref.article, ref.claim) for each in agreements for origin in each.origins for ref in origin.claims}
    assert kept <= told
    assert all(each.high >= 1 for each in agreements)
    disputes = contradictions(some, events, agreements)
    assert len(grades(agreements, disputes)) == len(agreements)
