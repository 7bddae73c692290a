"""The book about itself: a list for people, and Turtle in which the questions can be queried."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rdflib import RDF, RDFS, SDO, SH, XSD, BNode, Graph, Literal, Namespace, URIRef

from ontology.terms import JU
from queries.parameter_values import EXPECTED
from queries.result_tables import Table

if TYPE_CHECKING:
    from collections.abc import Iterable

    from queries.query_files import Parameter, Question

QUESTION = Namespace("https://w3id.org/joinedup/question/")
"""Where the questions of the book live."""

_DATATYPES = {"date": XSD.date, "integer": XSD.integer, "text": XSD.string}
_CLASSES = {
    "committee": JU.Committee,
    "finding": JU.Finding,
    "initiative": JU.Initiative,
    "organisation": JU.Organisation,
}


def listing(found: Iterable[Question]) -> Table:
    """Names of questions, what they ask, and what may be set."""
    rows = tuple(
        (asked.name, asked.title, ", ".join(f"{p.name}=" for p in asked.parameters))
        for asked in found
    )
    caption = (
        f"{len(rows)} questions. `joinedup ask NAME PARAMETER=VALUE` asks one; "
        "`joinedup ask NAME --explain` shows what it counts and how."
    )
    return Table(("question", "asks", "parameters"), rows, caption)


def as_turtle(found: Iterable[Question]) -> str:
    """Describe questions as `sh:SPARQLExecutable` things.

    The terms are those of https://www.w3.org/TR/shacl/#sparql-constraints and its vocabulary.
    """
    book = Graph()
    book.bind("question", QUESTION)
    for asked in found:
        _describe(book, asked)
    return book.serialize(format="turtle").rstrip("\n")


def _describe(book: Graph, asked: Question) -> None:
    me = QUESTION[asked.name]
    book.add((me, RDF.type, SH.SPARQLExecutable))
    book.add((me, RDF.type, SH.SPARQLSelectExecutable))
    book.add((me, RDFS.label, Literal(asked.title, lang="en")))
    book.add((me, RDFS.comment, Literal(asked.description, lang="en")))
    book.add((me, SH.select, Literal(asked.sparql)))
    for word in asked.keywords:
        book.add((me, SDO.keywords, Literal(word)))
    for order, parameter in enumerate(asked.parameters, 1):
        book.add((me, SH.parameter, _parameter(book, me, parameter, order)))


def _parameter(book: Graph, asked: URIRef, parameter: Parameter, order: int) -> BNode:
    node = BNode(f"{asked.rsplit('/', 1)[1]}-{parameter.name}")
    kind = parameter.kind
    book.add((node, RDF.type, SH.Parameter))
    book.add((node, SH.path, QUESTION[f"parameter-{parameter.name}"]))
    book.add((node, SH.name, Literal(parameter.name)))
    book.add((node, SH.order, Literal(order)))
    book.add((node, SH.description, Literal(f"{parameter.text} ({EXPECTED[kind]})", lang="en")))
    book.add((node, SH.optional, Literal(True)))  # noqa: FBT003 - the value of a literal
    if kind in _DATATYPES:
        book.add((node, SH.datatype, _DATATYPES[kind]))
    if kind in _CLASSES:
        book.add((node, SH["class"], _CLASSES[kind]))
    return node
