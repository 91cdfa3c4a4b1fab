"""How strong who is where: numbers of forces over time with their sources; what is superseded, what is disputed."""

from reportedly.assess.strength.series import strengths

__all__ = ["strengths"]
