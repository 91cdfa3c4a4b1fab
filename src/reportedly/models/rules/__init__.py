"""The floor: a tagger made of lexicons and a shallow grammar, that every learned tagger must beat."""

from reportedly.models.rules.tagger import RulesTagger

__all__ = ["RulesTagger"]
