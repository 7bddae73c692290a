"""JSON-LD with the published context: one node a subject, one line a node.

The named graphs follow the default graph, each as a node of its own with `@graph`.
"""

from __future__ import annotations

import json
import re
from typing import IO, TYPE_CHECKING

import pyoxigraph as ox

from graph.errors import UsageError
from graph.serialisation.prefixes import prefixes
from graph.serialisation.statement_order import ordered_subjects, quads_of_subject
from ontology.context import context
from queries.export_format import ExportFormat, RdfSyntax

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from graph.store.readable_store import ReadableStore, Term

Json = dict[str, object]

_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
_STRING = "http://www.w3.org/2001/XMLSchema#string"
_LOCAL = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]*")
_LAST = re.compile(r"(.*[/#])([^/#]*)")


def write_jsonld(store: ReadableStore, output: IO[bytes]) -> None:
    """Write a store as JSON-LD to an open binary file."""
    document_context = context(prefixes(store.base))
    shorten = _Shortener(prefixes(store.base), set(document_context))
    head = json.dumps(document_context, ensure_ascii=False, indent=1)
    output.write(f'{{"@context": {head},\n"@graph": ['.encode())
    lead = "\n"
    named = sorted(store.graphs(), key=str)
    graphs: list[ox.NamedNode | ox.DefaultGraph] = [ox.DefaultGraph(), *named]
    for graph in graphs:
        nodes: Iterator[Json] = (
            shorten.node(subject, quads_of_subject(store, graph, subject))
            for subject in ordered_subjects(store, graph)
        )
        if isinstance(graph, ox.NamedNode):
            nodes = iter([{"@id": shorten.iri(graph.value), "@graph": list(nodes)}])
        for node in nodes:
            output.write(f"{lead}{json.dumps(node, ensure_ascii=False)}".encode())
            lead = ",\n"
    output.write(b"\n]}\n")


class _Shortener:
    """Writes terms with the prefixes of a context."""

    def __init__(self, prefixes: dict[str, str], terms: set[str]) -> None:
        self._names = {address: name for name, address in prefixes.items()}
        self._terms = terms

    def node(self, subject: Term, quads: Iterable[ox.Quad]) -> Json:
        """A subject with everything that is stated of it, in the order given."""
        node: Json = {"@id": self._thing(subject)}
        values: dict[str, list[object]] = {}
        for quad in quads:
            if quad.predicate.value == _TYPE and isinstance(quad.object, ox.NamedNode):
                values.setdefault("@type", []).append(self.iri(quad.object.value))
            else:
                name = self.iri(quad.predicate.value)
                values.setdefault(name, []).append(self._value(name, quad.object))
        return node | {
            name: terms[0] if len(terms) == 1 else terms for name, terms in values.items()
        }

    def iri(self, address: str) -> str:
        """An IRI, with a prefix where it has one.

        Raises:
            UsageError: If a reader would take its scheme for a prefix of the context.
        """
        match = _LAST.fullmatch(address)
        if match and match[1] in self._names and _LOCAL.fullmatch(match[2]):
            return f"{self._names[match[1]]}:{match[2]}"
        scheme, _, rest = address.partition(":")
        if scheme in self._terms and not rest.startswith("//"):
            raise UsageError(
                f"JSON-LD cannot hold the address {address}, as '{scheme}' is a short name in it. "
                "Turtle, TriG and N-Quads can."
            )
        return address

    def _thing(self, term: Term) -> str | None:
        """An IRI or blank node; None if it is neither."""
        if isinstance(term, ox.BlankNode):
            return str(term)
        return self.iri(term.value) if isinstance(term, ox.NamedNode) else None

    def _value(self, name: str, term: Term) -> object:
        if (short := self._thing(term)) is not None:
            return short if name in self._terms else {"@id": short}
        if not isinstance(term, ox.Literal):
            raise TypeError(f"{term} is neither an IRI nor a literal")
        if term.language:
            return {"@language": term.language, "@value": term.value}
        if term.datatype.value != _STRING:
            return {"@type": self.iri(term.datatype.value), "@value": term.value}
        return {"@value": term.value} if name in self._terms else term.value


EXPORT = ExportFormat(
    name="jsonld",
    title="every statement with its source record, and the context",
    tools="JSON tools, JSON-LD processors",
    suffix=".jsonld",
    media_type="application/ld+json",
    stream=write_jsonld,
    read=RdfSyntax(ox.RdfFormat.JSON_LD, named_graphs=True).read,
    is_rdf=True,
)
