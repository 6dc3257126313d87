"""The course's tables: simulated, described by a card each, and made anew for any edition.

Examples
--------
>>> from weakties.data import load
>>> list(load("photos").columns)[:3]
['photo_id', 'person_id', 'attire']
"""

from weakties.data.cards import Card, DataError, about
from weakties.data.datasets import dataset_names, generate, load

__all__ = ["Card", "DataError", "about", "dataset_names", "generate", "load"]
