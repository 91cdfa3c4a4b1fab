"""What is out of the ordinary: more events than a dyad's or a country's own history leads to expect."""

from reportedly.assess.anomaly.control import adjusted
from reportedly.assess.anomaly.distributions import beta_negative_binomial_tail
from reportedly.assess.anomaly.finding import anomalies
from reportedly.assess.anomaly.surprise import Surprise, surprise

__all__ = ["Surprise", "adjusted", "anomalies", "beta_negative_binomial_tail", "surprise"]
