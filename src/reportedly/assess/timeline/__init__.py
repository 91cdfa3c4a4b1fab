"""What became of an event: planned, averted, occurred; when each was published beside when it is said to happen."""

from reportedly.assess.timeline.history import histories, in_event_time
from reportedly.assess.timeline.tellings import days_of, surely_published

__all__ = ["days_of", "histories", "in_event_time", "surely_published"]
