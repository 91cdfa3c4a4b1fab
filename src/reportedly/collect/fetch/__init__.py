"""Pages and feeds from the web: politely, safely, and with an answer whatever happens.

`PoliteFetcher` is what the rest of the package uses. A host's robots.txt is kept to, there is one request a host at a
time and a delay between two, and no address of a network that is not public is ever connected to.
"""

from reportedly.collect.fetch.fetcher import PoliteFetcher
from reportedly.collect.fetch.guard import Resolver, system

__all__ = ["PoliteFetcher", "Resolver", "system"]
