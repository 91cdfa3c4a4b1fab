"""Which articles tell one story: put together as they come in, looked at again, closed when nothing more comes.

Streaming clustering by a learned merge decision, after Miranda et al. (2018): what is compared are groups, over words,
pairs of words, titles and leads, names, numbers and dates, and over what a reading found where there is one.
"""

from reportedly.resolve.stories.deciding import Trained, Weights, weights
from reportedly.resolve.stories.index import StoryIndex, stories
from reportedly.resolve.stories.memory import StoryMemory
from reportedly.resolve.stories.rules import StoryRules

__all__ = ["StoryIndex", "StoryMemory", "StoryRules", "Trained", "Weights", "stories", "weights"]
