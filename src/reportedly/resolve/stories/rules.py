"""From where on articles tell one story; set on topics 1 to 25 of ECB+ held out in thirds."""

from datetime import timedelta

from reportedly.schema import Noun


class StoryRules(Noun, frozen=True, kw_only=True):
    """The numbers beside the learned weights.

    Attributes:
        join: probability from which on two groups are one story.
        doubt: logits under `join` up to which two stories are looked at together in a repair.
        region: articles that are put together from the start at most; in larger stories single articles move.
        margin: logits by which another story must be likelier for an article to move there.
        window: days after which a story that nothing joined takes nothing more in, and its words are forgotten.
        slow: hours between publications up to which time says nothing.
        fade: logits that each day beyond those takes away; set by hand, for the articles learned from have no dates.
        keys: rare words by which an article looks for stories.
        crowd: stories that may share such a word before it is passed over.
        candidates: stories, of those that share most, that are compared with an article.
        every: articles after which stories that changed are repaired.
        rounds: passes over these stories that a repair makes at most.
        sample: members of a larger story that a repair looks at again at most, the latest first.
    """

    join: float = 0.25
    doubt: float = 2.0
    region: int = 60
    margin: float = 0.1
    window: timedelta = timedelta(days=14)
    slow: timedelta = timedelta(hours=36)
    fade: float = 0.3
    keys: int = 24
    crowd: int = 400
    candidates: int = 8
    every: int = 64
    rounds: int = 6
    sample: int = 24
