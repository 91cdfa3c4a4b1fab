"""Who rests on whom: outlets named in chains, credits, links, shared text and shared quotations, and their direction.

A pure function over readings and what their texts share; nothing is looked up, nothing is kept.
"""

from reportedly.resolve.rereports.graph import rests
from reportedly.resolve.rereports.shelf import Shelf

__all__ = ["Shelf", "rests"]
