"""How many independent origins say one thing of an event: a set, an interval, an effective number, and one sentence."""

from reportedly.assess.corroboration.agreement import corroborate
from reportedly.assess.corroboration.independence import effective, fewest

__all__ = ["corroborate", "effective", "fewest"]
