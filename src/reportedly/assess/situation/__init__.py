"""The situation: events, disagreement, forces, tension and anomalies of a dyad or a place, as of any moment."""

from reportedly.assess.situation.assessed import Grouped, assessed
from reportedly.assess.situation.picture import Material, View, scopes, situation, view

__all__ = ["Grouped", "Material", "View", "assessed", "scopes", "situation", "view"]
