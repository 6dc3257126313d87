"""The simulated professional network that the course's datasets are views of.

Examples
--------
>>> from weakties.data.world import Parameters, make_world
>>> world = make_world("open", size=300)
>>> len(world.people), world.people.loc[0, "last_name"]
(300, 'Ferro')
"""

from weakties.data.world.mechanisms import mechanisms
from weakties.data.world.parameters import Parameters, Setting, settings
from weakties.data.world.world import SIZE, World, make_world

__all__ = ["SIZE", "Parameters", "Setting", "World", "make_world", "mechanisms", "settings"]
