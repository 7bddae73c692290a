"""Writes graphs that are not large, with the prefixes that they use and no others."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pyoxigraph as ox

from ontology.namespaces import PREFIXES

if TYPE_CHECKING:
    from collections.abc import Iterable


def write_graph(triples: Iterable[ox.Triple], form: ox.RdfFormat) -> bytes:
    """A graph in one of its syntaxes."""
    lines = ox.serialize(triples, None, ox.RdfFormat.N_TRIPLES) or b""
    return rewrite_graph(lines, form)


def rewrite_graph(lines: bytes, form: ox.RdfFormat) -> bytes:
    """A graph that is given as N-Triples, in another syntax."""
    if form == ox.RdfFormat.N_TRIPLES:
        return lines
    triples = (quad.triple for quad in ox.parse(lines, format=ox.RdfFormat.N_TRIPLES))
    used = {name: space for name, space in PREFIXES.items() if f"<{space}".encode() in lines}
    return ox.serialize(triples, None, form, prefixes=used) or b""
