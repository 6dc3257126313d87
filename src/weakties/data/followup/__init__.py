"""Generators of the unit ``followup``: what becomes of connections, and what asking brings.

Every size stands on the dataset's card and is read from there.
"""

from weakties.data.followup.export import export_connections, export_messages
from weakties.data.followup.groups import group_visits
from weakties.data.followup.layers import contact_layers
from weakties.data.followup.spans import tie_spans

__all__ = ["contact_layers", "export_connections", "export_messages", "group_visits", "tie_spans"]
