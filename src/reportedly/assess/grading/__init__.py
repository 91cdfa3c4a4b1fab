"""Admiralty grades: how reliable an origin is, how credible a claim; each with its reasons, and a person's override."""

from reportedly.assess.grading.credibility import credibility
from reportedly.assess.grading.grades import grades
from reportedly.assess.grading.reliability import Prior, prior, reliability

__all__ = ["Prior", "credibility", "grades", "prior", "reliability"]
