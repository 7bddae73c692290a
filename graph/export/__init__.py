"""Writes a store in the syntaxes of RDF, in an order that can be read and compared.

Subjects stand in the order of their IRIs and so do their statements, so the same statements always
give the same bytes. Turtle and RDF/XML hold the default graph: every statement once. TriG, N-Quads
and JSON-LD hold the named graphs as well, so that a store can be made of them again without loss.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import IO, TYPE_CHECKING, cast

import pyoxigraph as ox

from graph.export.jsonld import write_jsonld
from graph.export.order import all_graphs, in_order
from graph.export.prefixes import prefixes
from graph.export.xml import XmlOutput

if TYPE_CHECKING:
    from graph.store.embedded import Store

__all__ = ["FORMATS", "RdfForm", "export", "form_of", "prefixes"]


@dataclass(frozen=True, slots=True)
class RdfForm:
    """A syntax of RDF.

    Attributes:
        syntax: The syntax, as the engine calls it.
        suffix: What names of its files end in.
        graphs: Whether it holds named graphs, and so everything that a store holds.
    """

    syntax: ox.RdfFormat
    suffix: str
    graphs: bool


FORMATS = {
    "turtle": RdfForm(ox.RdfFormat.TURTLE, ".ttl", graphs=False),
    "trig": RdfForm(ox.RdfFormat.TRIG, ".trig", graphs=True),
    "nquads": RdfForm(ox.RdfFormat.N_QUADS, ".nq", graphs=True),
    "rdfxml": RdfForm(ox.RdfFormat.RDF_XML, ".rdf", graphs=False),
    "jsonld": RdfForm(ox.RdfFormat.JSON_LD, ".jsonld", graphs=True),
}
"""Syntaxes by their names on the command line."""


def export(store: Store, name: str, output: IO[bytes]) -> None:
    """Write the store to `output`.

    Args:
        store: What to write.
        name: Name of the syntax, a key of `FORMATS`.
        output: An open binary file.

    Raises:
        UsageError: If a text holds characters that the syntax cannot.
    """
    form, short = FORMATS[name], prefixes(store.base)
    if name == "jsonld":
        write_jsonld(store, output, short)
    elif form.graphs:
        ox.serialize(all_graphs(store), output, form.syntax, prefixes=short)
    else:
        plain = output if name != "rdfxml" else cast("IO[bytes]", XmlOutput(output))
        triples = (quad.triple for quad in in_order(store, ox.DefaultGraph()))
        ox.serialize(triples, plain, form.syntax, prefixes=short)


def form_of(filename: str) -> RdfForm | None:
    """The syntax that a file's name tells of, if any."""
    return next((form for form in FORMATS.values() if filename.endswith(form.suffix)), None)
