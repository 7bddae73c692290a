"""The saved questions as a list for people, and as Turtle that can be queried."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rdflib import RDF, RDFS, SDO, SH, XSD, BNode, Graph, Literal, Namespace, URIRef

from ontology.namespaces import JU
from queries.parameter_values import EXPECTED
from queries.query_files import shown_name
from queries.result_tables import Table

if TYPE_CHECKING:
    from collections.abc import Iterable

    from queries.query_files import Parameter, Question

QUESTION = Namespace("https://w3id.org/joinedup/question/")
"""Where the saved questions live."""

_DATATYPES = {"date": XSD.date, "integer": XSD.integer, "text": XSD.string}
_CLASSES = {
    "committee": JU.Committee,
    "finding": JU.Finding,
    "initiative": JU.Initiative,
    "organisation": JU.Organisation,
}


def listing(questions: Iterable[Question]) -> Table:
    """Names of questions, what they ask, and what may be set."""
    rows = tuple(
        (
            question.name,
            question.title,
            ", ".join(f"{shown_name(p.name)}=" for p in question.parameters),
        )
        for question in questions
    )
    caption = (
        f"{len(rows)} questions. `joinedup ask NAME PARAMETER=VALUE` asks one; "
        "`joinedup ask NAME --explain` shows what it counts and how."
    )
    return Table(("question", "asks", "parameters"), rows, caption)


def as_turtle(questions: Iterable[Question]) -> str:
    """Describe questions as `sh:SPARQLExecutable` things.

    The terms are those of https://www.w3.org/TR/shacl/#sparql-constraints and its vocabulary.
    """
    graph = Graph()
    graph.bind("question", QUESTION)
    for question in questions:
        _describe(graph, question)
    return graph.serialize(format="turtle").rstrip("\n")


def _describe(graph: Graph, question: Question) -> None:
    subject = QUESTION[question.name]
    graph.add((subject, RDF.type, SH.SPARQLExecutable))
    graph.add((subject, RDF.type, SH.SPARQLSelectExecutable))
    graph.add((subject, RDFS.label, Literal(question.title, lang="en")))
    graph.add((subject, RDFS.comment, Literal(question.description, lang="en")))
    graph.add((subject, SH.select, Literal(question.sparql)))
    for word in question.keywords:
        graph.add((subject, SDO.keywords, Literal(word)))
    for order, parameter in enumerate(question.parameters, 1):
        graph.add((subject, SH.parameter, _parameter(graph, subject, parameter, order)))


def _parameter(graph: Graph, question: URIRef, parameter: Parameter, order: int) -> BNode:
    node = BNode(f"{question.rsplit('/', 1)[1]}-{parameter.name}")
    kind = parameter.kind
    graph.add((node, RDF.type, SH.Parameter))
    graph.add((node, SH.path, QUESTION[f"parameter-{parameter.name}"]))
    graph.add((node, SH.name, Literal(parameter.name)))
    graph.add((node, SH.order, Literal(order)))
    graph.add((node, SH.description, Literal(f"{parameter.text} ({EXPECTED[kind]})", lang="en")))
    graph.add((node, SH.optional, Literal(True)))  # noqa: FBT003 - the value of a literal
    if kind in _DATATYPES:
        graph.add((node, SH.datatype, _DATATYPES[kind]))
    if kind in _CLASSES:
        graph.add((node, SH["class"], _CLASSES[kind]))
    return node
