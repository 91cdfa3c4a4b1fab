"""Which texts share words: exact copies, near copies, parts of one text in another, and shared quotations.

Winnowing (Schleimer, Wilkerson and Aiken 2003) keeps of every five-word gram the one with the smallest hash among four
neighbours, so that any eight words two texts share have at least one gram in common. An index in memory finds for each
new article the earlier ones that hold its grams, in time that does not grow with their number.
"""

from reportedly.resolve.duplicates.index import ReuseIndex, reuses
from reportedly.resolve.duplicates.rules import ReuseRules

__all__ = ["ReuseIndex", "ReuseRules", "reuses"]
