"""Describes the endpoint: SPARQL 1.1 Service Description, VoID, prefixes and example queries."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec
import pyoxigraph as ox
from rdflib import DCAT, DCTERMS, RDF, SH, VOID, XSD

from joinedup.data_licences import data_licences, rights_triples
from joinedup.described_triples import count_triple, link_triple, text_triple
from joinedup.server.description_terms import DATATYPE_TERMS, SERVICE_TERMS
from joinedup.server.graph_writing import rewrite_graph
from joinedup.server.media_types import DATASET_TYPES, GRAPH_TYPES
from joinedup.server.negotiation import choose
from ontology.namespaces import PREFIXES
from queries.query_files import list_questions
from queries.question_list import as_turtle

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.store.embedded import Store

_FORMATS = "http://www.w3.org/ns/formats/"
_MEDIA_TYPES = "https://www.iana.org/assignments/media-types/"
_RESULT_FORMATS = (
    *("SPARQL_Results_JSON", "SPARQL_Results_XML", "SPARQL_Results_CSV", "SPARQL_Results_TSV"),
    *("Turtle", "N-Triples", "RDF_XML", "JSON-LD"),
)

_TOTALS = "SELECT (COUNT(*) AS ?triples) WHERE { ?s ?p ?o }"
_CLASSES = "SELECT ?class (COUNT(*) AS ?count) WHERE { ?s a ?class } GROUP BY ?class"
_PROPERTIES = """SELECT ?class ?property (COUNT(*) AS ?count) WHERE {
  ?s a ?class ; ?property ?o
} GROUP BY ?class ?property"""
_TO_THINGS = """SELECT ?class ?property ?other (COUNT(*) AS ?count) WHERE {
  ?s a ?class ; ?property ?o . ?o a ?other
} GROUP BY ?class ?property ?other"""
_TO_VALUES = """SELECT ?class ?property ?other (COUNT(*) AS ?count) WHERE {
  ?s a ?class ; ?property ?o FILTER(isLiteral(?o)) BIND(DATATYPE(?o) AS ?other)
} GROUP BY ?class ?property ?other"""
_OWN_TERMS = """PREFIX owl: <http://www.w3.org/2002/07/owl#>
SELECT ?term ?property ?value WHERE {
  VALUES ?kind { owl:Class owl:ObjectProperty owl:DatatypeProperty }
  ?term a ?kind ; ?property ?value
  FILTER(STRSTARTS(STR(?term), "http://rdfs.org/ns/void#"))
}"""
"""What the graph says of terms of VoID, so that a query that uses them finds it here too."""


class EndpointDescription(msgspec.Struct, frozen=True):
    """What an endpoint is to say of itself.

    Attributes:
        endpoint: Its address.
        data: Address of all data, in every form.
        calls_others: Whether queries may call on other servers.
    """

    endpoint: str
    data: str
    calls_others: bool


def describe_endpoint(store: Store, argument: dict[str, Any]) -> bytes:
    """What can be asked, and of what, in N-Triples; all that is quickly told.

    Args:
        store: The graph.
        argument: The fields of an `EndpointDescription`.
    """
    about = msgspec.convert(argument, EndpointDescription)
    triples = [*_service(store, about), *_prefixes(), *_examples(about.endpoint)]
    return ox.serialize(triples, None, ox.RdfFormat.N_TRIPLES) or b""


def describe_partitions(store: Store, _argument: None) -> bytes:
    """What each class has which properties of, and where these lead, in N-Triples.

    It counts every statement, which takes a minute on a large graph. The terms are those of VoID
    and, for datatypes, of its extension (http://ldf.fi/void-ext).
    """
    return ox.serialize(_partitions(store), None, ox.RdfFormat.N_TRIPLES) or b""


def write_description(_store: Store, argument: dict[str, Any]) -> dict[str, Any]:
    """A description that is given as N-Triples, in the form that is liked best.

    Args:
        argument: ``content`` in N-Triples, and ``accept``, the header.

    Returns:
        ``media_type`` and ``content``; or only what there is to choose from (``offered``).
    """
    choice = choose(argument["accept"], list(GRAPH_TYPES))
    if choice is None:
        return {"offered": [offer.media_type for offer in GRAPH_TYPES]}
    content = rewrite_graph(argument["content"], GRAPH_TYPES[choice[0]])
    return {"media_type": choice[1], "content": content}


def dataset_of(store: Store) -> ox.NamedNode:
    """The graph as a data set."""
    return ox.NamedNode(f"{store.base}id/dataset/graph")


def _service(store: Store, about: EndpointDescription) -> Iterator[ox.Triple]:
    service, dataset = ox.NamedNode(about.endpoint), dataset_of(store)
    default = ox.NamedNode(f"{about.endpoint}#default-graph")
    ((triples,),) = store.rows(_TOTALS)
    yield link_triple(service, RDF.type, f"{SERVICE_TERMS}Service")
    yield link_triple(service, f"{SERVICE_TERMS}endpoint", service)
    yield link_triple(service, f"{SERVICE_TERMS}supportedLanguage", f"{SERVICE_TERMS}SPARQL11Query")
    for name in _RESULT_FORMATS:
        yield link_triple(service, f"{SERVICE_TERMS}resultFormat", f"{_FORMATS}{name}")
    yield link_triple(service, f"{SERVICE_TERMS}feature", f"{SERVICE_TERMS}EmptyGraphs")
    if about.calls_others:
        yield link_triple(service, f"{SERVICE_TERMS}feature", f"{SERVICE_TERMS}BasicFederatedQuery")
    yield link_triple(service, f"{SERVICE_TERMS}defaultDataset", dataset)
    for kind in (f"{SERVICE_TERMS}Dataset", VOID.Dataset, DCAT.Dataset):
        yield link_triple(dataset, RDF.type, kind)
    yield from (quad.triple for quad in store.quads(ox.DefaultGraph(), dataset))
    yield from (ox.Triple(*row) for row in store.rows(_OWN_TERMS))  # type: ignore[arg-type] # bound
    yield link_triple(dataset, f"{SERVICE_TERMS}defaultGraph", default)
    yield link_triple(default, RDF.type, f"{SERVICE_TERMS}Graph")
    yield count_triple(default, VOID.triples, triples)
    yield count_triple(dataset, VOID.triples, triples)
    yield link_triple(dataset, VOID.sparqlEndpoint, service)
    yield link_triple(dataset, VOID.dataDump, about.data)
    yield from rights_triples(store, dataset)
    yield from _distributions(store, dataset, about.data)
    yield text_triple(dataset, VOID.uriSpace, store.base)
    yield link_triple(service, RDF.type, DCAT.DataService)
    yield link_triple(service, DCAT.servesDataset, dataset)
    yield link_triple(service, DCAT.endpointURL, service)
    yield link_triple(service, DCAT.endpointDescription, service)


def _distributions(store: Store, dataset: ox.NamedNode, address: str) -> Iterator[ox.Triple]:
    """All data in each syntax, as it can be fetched."""
    for offer in DATASET_TYPES:
        name = offer.media_type.partition("/")[2]
        file = ox.NamedNode(f"{dataset.value}/distribution/{name}")
        yield link_triple(dataset, DCAT.distribution, file)
        yield link_triple(file, RDF.type, DCAT.Distribution)
        yield link_triple(file, DCAT.accessURL, address)
        yield link_triple(file, DCAT.mediaType, f"{_MEDIA_TYPES}{offer.media_type}")
        for licence in data_licences(store):
            yield link_triple(file, DCTERMS.license, licence)


def _prefixes() -> Iterator[ox.Triple]:
    """The prefixes of the graph as editors ask for them."""
    ontology = ox.NamedNode("https://w3id.org/joinedup/ontology")
    for prefix, space in PREFIXES.items():
        declared = ox.NamedNode(f"{ontology.value}/prefix/{prefix}")
        address = ox.Literal(space, datatype=ox.NamedNode(XSD.anyURI))
        yield link_triple(ontology, SH.declare, declared)
        yield text_triple(declared, SH.prefix, prefix)
        yield ox.Triple(declared, ox.NamedNode(SH.namespace), address)


def _examples(endpoint: str) -> Iterator[ox.Triple]:
    """The saved questions as examples."""
    questions = ox.parse(as_turtle(list_questions()), format=ox.RdfFormat.TURTLE)
    for quad in questions:
        yield quad.triple
        if quad.predicate.value == str(SH.select) and not isinstance(quad.subject, ox.Triple):
            yield link_triple(quad.subject, "https://schema.org/target", endpoint)


def _partitions(store: Store) -> Iterator[ox.Triple]:
    dataset = dataset_of(store)
    classes: dict[object, ox.BlankNode] = {}
    for kind, count in store.rows(_CLASSES):
        classes[kind] = part = ox.BlankNode()
        yield link_triple(dataset, VOID.classPartition, part)
        yield ox.Triple(part, ox.NamedNode(VOID["class"]), kind)  # type: ignore[arg-type] # is bound
        yield count_triple(part, VOID.entities, count)
    properties: dict[tuple[object, object], ox.BlankNode] = {}
    for kind, name, count in store.rows(_PROPERTIES):
        properties[kind, name] = part = ox.BlankNode()
        yield link_triple(classes[kind], VOID.propertyPartition, part)
        yield ox.Triple(part, ox.NamedNode(VOID.property), name)  # type: ignore[arg-type] # as above
        yield count_triple(part, VOID.triples, count)
    for query, link, names in (
        (_TO_THINGS, str(VOID.classPartition), str(VOID["class"])),
        (_TO_VALUES, f"{DATATYPE_TERMS}datatypePartition", f"{DATATYPE_TERMS}datatype"),
    ):
        for kind, name, other, count in store.rows(query):
            part = ox.BlankNode()
            yield link_triple(properties[kind, name], link, part)
            yield ox.Triple(part, ox.NamedNode(names), other)  # type: ignore[arg-type] # as above
            yield count_triple(part, VOID.triples, count)
