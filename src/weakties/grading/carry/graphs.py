"""networkx's graphs as nodes, edges and their attributes; a graph's ``nodes`` by themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import networkx as nx
from networkx.classes.reportviews import NodeView

if TYPE_CHECKING:
    from weakties.grading.carry.decode import Decoder
    from weakties.grading.carry.encode import Encoder

Node = Any
_KINDS: dict[str, Any] = {
    kind.__name__: kind for kind in (nx.MultiDiGraph, nx.MultiGraph, nx.DiGraph, nx.Graph)
}


def encoded(encoder: Encoder, value: Any) -> Node:
    """Return a graph or its ``nodes`` as a tree, or ``None`` if it is neither."""
    if issubclass(type(value), NodeView):
        encoder.has_room_for(2 * len(value))
        return ["nx.NodeView", [[encoder.node(n), encoder.node(dict(d))] for n, d in value.items()]]
    for name, kind in _KINDS.items():
        if issubclass(type(value), kind):
            encoder.has_room_for(2 * (value.number_of_nodes() + value.number_of_edges()))
            nodes = [[encoder.node(n), encoder.node(dict(d))] for n, d in value.nodes(data=True)]
            keys = {"keys": True} if value.is_multigraph() else {}
            edges = [
                [encoder.nodes(ends), encoder.node(dict(data))]
                for *ends, data in value.edges(data=True, **keys)
            ]
            return [f"nx.{name}", encoder.node(dict(value.graph)), nodes, edges]
    return None


def _builder(kind: Any) -> Any:
    def build(decoder: Decoder, attributes: Node, nodes: Node, edges: Node) -> Any:
        graph = kind()
        graph.graph.update(decoder.value(attributes))
        _add_nodes(graph, decoder, nodes)
        for ends, data in edges:
            joined = decoder.values(ends)
            if not 2 <= len(joined) <= 3:
                raise ValueError("an edge has two ends")
            graph.add_edge(*joined, **_named(decoder.value(data)))
        return graph

    return build


def _nodes(decoder: Decoder, nodes: Node) -> Any:
    graph: Any = nx.Graph()
    _add_nodes(graph, decoder, nodes)
    return graph.nodes


def _add_nodes(graph: Any, decoder: Decoder, nodes: Node) -> None:
    for node, data in nodes:
        graph.add_node(decoder.value(node), **_named(decoder.value(data)))


def _named(attributes: Any) -> dict[str, Any]:
    return {name: value for name, value in attributes.items() if type(name) is str}


BUILDERS = {name: _builder(kind) for name, kind in _KINDS.items()} | {"NodeView": _nodes}
