"""How tense it is between two sides or at a place: severity x status x credibility, fading; not how much is written."""

from reportedly.assess.tension.held import Held, held, part
from reportedly.assess.tension.index import tension, weight_of

__all__ = ["Held", "held", "part", "tension", "weight_of"]
