"""Generators of the unit ``strangers``: who asks, who is let in, who can help.

Every size stands on the dataset's card and is read from there.
"""

from weakties.data.strangers.acquaintances import acquaintances
from weakties.data.strangers.layoffs import layoffs
from weakties.data.strangers.mutuals import bots, mutual_trial
from weakties.data.strangers.requests import requests

__all__ = ["acquaintances", "bots", "layoffs", "mutual_trial", "requests"]
