"""One event or two: mentions of one event, within and across the articles of a story, become one common event.

A pure function over readings and what people have judged; nothing is looked up, nothing is kept.
"""

from reportedly.resolve.coreference.common import common
from reportedly.resolve.coreference.sighting import sighting_key

__all__ = ["common", "sighting_key"]
