"""Where claims on one event cannot all be true: numbers, statuses, places, dates; updates told from disputes."""

from reportedly.assess.contradictions.finding import contradictions

__all__ = ["contradictions"]
