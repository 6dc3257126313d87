"""The open networker of an edition whose world has hardly any with so high a core."""

from __future__ import annotations

import networkx as nx

from weakties.data import about
from weakties.data.chance import of_edition
from weakties.data.quality.collector import lion_ties

RARE = "apart-67"
CORES = (3, 4, 5, 6, 7)


def test_where_hardly_anybodys_contacts_have_a_core_so_high_a_lower_one_is_shown():
    card = about("lion_ties")
    assert of_edition(RARE, card, "core_of_lion", CORES) == CORES[-1]

    among = nx.from_pandas_edgelist(lion_ties(RARE, card), "a", "b")

    core = nx.core_number(among)
    lion = max(among, key=among.degree)
    assert core[lion] in CORES[:-1]
    assert core[lion] <= max(core.values()) - 3
