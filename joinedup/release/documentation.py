"""The ontology's documentation, a page made by pyLODE.

pyLODE puts some things in the order of Python's hashes and of the names that blank nodes are given
as they are read, and the parts of a class's definition in the order of their places in memory. So
it runs in a process of its own, where hashes are the same each time, on a graph whose blank nodes
have their canonical names (RDFC-1.0), and with sets that keep the order in which they were filled.
"""

from __future__ import annotations

import logging
import os
import subprocess
import sys

import pyoxigraph as ox
import rdflib

from graph.errors import UsageError
from graph.optional_packages import install_command
from ontology.namespaces import ONTOLOGY_FILE


def document() -> str:
    """The page, as HTML.

    Raises:
        UsageError: If pyLODE is not installed.
    """
    process = subprocess.run(  # noqa: S603 - our own module
        [sys.executable, "-m", __name__],
        capture_output=True,
        encoding="utf-8",
        check=False,
        env={**os.environ, "PYTHONHASHSEED": "0", "PYTHONIOENCODING": "utf-8"},
    )
    if process.returncode:
        reason = process.stderr.strip().splitlines()[-1:] or [""]
        raise UsageError(
            f"The ontology's documentation needs pyLODE: {install_command('release')} ({reason[0]})"
        )
    return process.stdout


def _page() -> str:
    from pylode import utils  # noqa: PLC0415 - an optional dependency
    from pylode.profiles.ontpub import OntPub  # noqa: PLC0415 - as above

    logging.disable()
    utils.set = _InOrder
    page: str = OntPub(ontology=canonical()).make_html()
    return page


class _InOrder(dict[object, None]):
    """As much of a set as pyLODE uses, in the order in which it was filled."""

    def add(self, member: object) -> None:
        self[member] = None


def canonical() -> rdflib.Graph:
    """The ontology with canonical names for its blank nodes, its triples in order."""
    dataset = ox.Dataset(ox.parse(path=str(ONTOLOGY_FILE), format=ox.RdfFormat.TURTLE))
    dataset.canonicalize(ox.CanonicalizationAlgorithm.RDFC_1_0)
    graph = rdflib.Graph()
    for quad in sorted(dataset, key=str):
        graph.add((_term(quad.subject), _term(quad.predicate), _term(quad.object)))
    return graph


def _term(term: ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple) -> rdflib.term.Node:
    match term:
        case ox.NamedNode():
            return rdflib.URIRef(term.value)
        case ox.BlankNode():
            return rdflib.BNode(term.value)
        case ox.Literal():
            kind = None if term.language else rdflib.URIRef(term.datatype.value)
            return rdflib.Literal(term.value, lang=term.language, datatype=kind)
    raise TypeError(f"{term} has no counterpart in rdflib")


if __name__ == "__main__":
    sys.stdout.write(_page())
