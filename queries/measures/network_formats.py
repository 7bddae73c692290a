"""Writes networks as GraphML, GEXF and node-link JSON, with everything that belongs to them.

Attributes of the network itself, which say how it was made, go with it: as data of the graph in
GraphML and JSON, as the description in GEXF, which has no other place for them. The same network
always gives the same bytes; no clock has a part in it.
"""

from __future__ import annotations

import io
import json
import re
from typing import TYPE_CHECKING, Any

import networkx as nx
from lxml import etree

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    Network = nx.Graph[str]

NETWORK_FORMATS = ("graphml", "gexf", "node-link")
"""Names of the formats on the command line."""

_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""What XML 1.0 cannot hold."""


def write_network(network: Network, form: str) -> str:
    r"""A network as text.

    Values that XML cannot hold are written so that nothing is lost: lists as JSON, dates as
    ISO 8601, forbidden characters as escapes such as ``\u0007``. A value that is None is left out.

    Args:
        network: An undirected graph; it is not changed.
        form: One of `NETWORK_FORMATS`.
    """
    return _WRITERS[form](network)


def _copy(network: Network, value: Callable[[object], object]) -> Network:
    """A copy in a fixed order, every value of an attribute turned into what a format holds."""

    def attributes(data: Mapping[str, Any]) -> dict[str, Any]:
        return {name: value(data[name]) for name in sorted(data) if data[name] is not None}

    copy: Network = nx.Graph()
    copy.graph.update(attributes(network.graph))
    for node in sorted(network):
        copy.add_node(node, **attributes(network.nodes[node]))
    for left, right in sorted((min(edge), max(edge)) for edge in network.edges):
        copy.add_edge(left, right, **attributes(network.edges[left, right]))
    return copy


def _flat(value: object) -> str | int | float | bool:
    if isinstance(value, bool | int | float):
        return value
    if isinstance(value, list | tuple | dict):
        value = json.dumps(value, ensure_ascii=False, sort_keys=True)
    return _FORBIDDEN.sub(lambda match: f"\\u{ord(match.group()):04x}", str(value))


def _graphml(network: Network) -> str:
    output = io.BytesIO()
    nx.write_graphml(_copy(network, _flat), output, named_key_ids=True, encoding="utf-8")
    return output.getvalue().decode()


def _gexf(network: Network) -> str:
    flat = _copy(network, _flat)
    text = "\n".join(nx.generate_gexf(flat, version="1.2draft"))
    root = etree.fromstring(text.encode())
    space = root.nsmap[None]
    for old in root.findall(f"{{{space}}}meta"):
        root.remove(old)
    meta = etree.Element(f"{{{space}}}meta")
    etree.SubElement(meta, f"{{{space}}}creator").text = "joinedup"
    description = etree.SubElement(meta, f"{{{space}}}description")
    description.text = json.dumps(flat.graph, ensure_ascii=False, sort_keys=True)
    root.insert(0, meta)
    etree.indent(root)
    written: bytes = etree.tostring(root, xml_declaration=True, encoding="utf-8")
    return written.decode()


def _node_link(network: Network) -> str:
    data = nx.node_link_data(_copy(network, lambda value: value), edges="links")
    return json.dumps(data, indent=2, ensure_ascii=False, default=str)


_WRITERS = {"graphml": _graphml, "gexf": _gexf, "node-link": _node_link}
