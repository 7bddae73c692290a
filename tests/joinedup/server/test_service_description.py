"""What the endpoint says of itself."""

from __future__ import annotations

from collections import Counter, defaultdict
from itertools import product
from typing import TYPE_CHECKING

import pyoxigraph as ox
import pytest
from rdflib import DCAT, DCTERMS, RDF, SH, VOID, Graph, Namespace, URIRef

from graph.store.embedded import Store
from joinedup.server.description_terms import asks_of_description
from queries.query_files import list_questions

if TYPE_CHECKING:
    from pathlib import Path

    from tests.joinedup.server.running_server import RunningServer

SD = Namespace("http://www.w3.org/ns/sparql-service-description#")
COMUNICA = (
    "application/n-quads,application/trig;q=0.95,application/ld+json;q=0.9,"
    "application/n-triples;q=0.8,text/turtle;q=0.6,application/rdf+xml;q=0.5,text/html;q=0.2"
)


@pytest.fixture(scope="module")
def description(server: RunningServer) -> Graph:
    answer = server.get("/sparql", Accept="text/turtle")
    assert answer.headers["content-type"] == "text/turtle; charset=utf-8"
    return Graph().parse(data=answer.text)


def test_there_is_one_service_with_its_endpoint(server: RunningServer, description: Graph) -> None:
    (service,) = description.subjects(RDF.type, SD.Service)
    assert list(description.objects(service, SD.endpoint)) == [URIRef(f"{server.address}/sparql")]
    assert (service, SD.supportedLanguage, SD.SPARQL11Query) in description
    features = set(description.objects(service, SD.feature))
    assert features == {SD.EmptyGraphs}
    assert len(set(description.objects(service, SD.resultFormat))) == 8


def test_the_data_can_be_fetched_under_licences_of_its_own(
    server: RunningServer, description: Graph
) -> None:
    (dataset,) = set(description.subjects(RDF.type, DCAT.Dataset))
    licences = set(description.objects(dataset, DCTERMS.license))
    assert licences
    assert not any("apache.org" in str(licence) for licence in licences)
    files = set(description.objects(dataset, DCAT.distribution))
    assert len(files) == 2
    for file in files:
        assert set(description.objects(file, DCTERMS.license)) == licences
        (address,) = description.objects(file, DCAT.accessURL)
        (media_type,) = description.objects(file, DCAT.mediaType)
        path = str(address).removeprefix(server.address)
        wanted = str(media_type).partition("media-types/")[2]
        answer = server.request("HEAD", path, Accept=wanted)
        assert answer.headers["content-type"].split(";")[0] == wanted


@pytest.mark.parametrize("accept", [COMUNICA, "*/*", "application/rdf+xml", "application/ld+json"])
def test_the_description_comes_in_every_form(server: RunningServer, accept: str) -> None:
    answer = server.get("/sparql", Accept=accept)
    media_type, service = answer.headers["content-type"].split(";")[0], ox.NamedNode(SD.Service)
    form = ox.RdfFormat.from_media_type(media_type)
    services = [q for q in ox.parse(answer.content, format=form) if q.object == service]
    assert len(services) == 1


def test_those_who_look_at_the_known_place_are_led_here(server: RunningServer) -> None:
    answer = server.get("/.well-known/void")
    assert (answer.status_code, answer.headers["location"]) == (303, f"{server.address}/sparql")


def test_prefixes_and_examples_are_as_editors_ask_for_them(description: Graph) -> None:
    prefixes = {
        str(row[0]): str(row[1])  # type: ignore[index] # a row
        for row in description.query(
            "SELECT ?p ?ns { [] <http://www.w3.org/ns/shacl#namespace> ?ns ;"
            " <http://www.w3.org/ns/shacl#prefix> ?p }"
        )
    }
    assert prefixes["ju"] == "https://w3id.org/joinedup/ontology#"
    examples = set(description.subjects(RDF.type, SH.SPARQLExecutable))
    assert len(examples) == len(list_questions())
    for example in examples:
        assert description.value(example, SH.select)


PARTITIONS = """PREFIX void: <http://rdfs.org/ns/void#> PREFIX ext: <http://ldf.fi/void-ext#>
SELECT ?class ?property ?other ?count {
  ?part void:class ?class ; void:propertyPartition ?under .
  ?under void:property ?property .
  { ?under void:classPartition [ void:class ?other ; void:triples ?count ] }
  UNION { ?under ext:datatypePartition [ ext:datatype ?other ; void:triples ?count ] }
}"""


def test_partitions_count_what_the_graph_holds(server: RunningServer, pages_store: Path) -> None:
    description = ox.Store()
    description.load(server.get("/sparql").content, format=ox.RdfFormat.TURTLE)
    here = Store.open(pages_store)
    triples = [quad.triple for quad in here.quads(ox.DefaultGraph())]
    classes: defaultdict[object, set[str]] = defaultdict(set)
    for triple in triples:
        if triple.predicate.value == str(RDF.type):
            classes[triple.subject].add(str(triple.object))
    expected: Counter[tuple[str, str, str]] = Counter()
    for triple in triples:
        value = triple.object
        others = {str(value.datatype)} if isinstance(value, ox.Literal) else classes[value]
        for pair in product(classes[triple.subject], others):
            expected[pair[0], str(triple.predicate), pair[1]] += 1
    rows = description.query(PARTITIONS)
    assert isinstance(rows, ox.QuerySolutions)
    counted = {tuple(map(str, tuple(row)[:3])): int(row["count"].value) for row in rows}
    assert counted == dict(expected)
    total = f"ASK {{ <{here.base}id/dataset/graph> <{VOID.triples}> {len(triples)} }}"
    assert description.query(total)


VOCABULARIES = "PREFIX void: <http://rdfs.org/ns/void#> PREFIX sh: <http://www.w3.org/ns/shacl#> "
OF_EDITORS = {
    "classes": """PREFIX ext: <http://ldf.fi/void-ext#> SELECT DISTINCT ?class ?name ?other {
      [] void:class ?class ; void:propertyPartition ?part . ?part void:property ?name .
      OPTIONAL { { ?part void:classPartition [ void:class ?other ] }
        UNION { ?part ext:datatypePartition [ ext:datatype ?other ] } } }""",
    "prefixes": "SELECT ?prefix ?namespace { [] sh:namespace ?namespace ; sh:prefix ?prefix }",
    "examples": """PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
      SELECT ?comment ?query {
        ?q a sh:SPARQLExecutable ; rdfs:comment ?comment ; sh:select ?query }""",
}


def rows(server: RunningServer, query: str) -> list[dict[str, dict[str, str]]]:
    answer = server.client.post("/sparql", data={"query": query})
    bindings: list[dict[str, dict[str, str]]] = answer.json()["results"]["bindings"]
    return bindings


def test_editors_get_partitions_prefixes_and_examples_in_sparql(server: RunningServer) -> None:
    of_editors = {name: rows(server, VOCABULARIES + query) for name, query in OF_EDITORS.items()}
    assert len(of_editors["examples"]) == len(list_questions())
    assert "ju" in {row["prefix"]["value"] for row in of_editors["prefixes"]}
    assert len(of_editors["classes"]) > 300


def test_what_the_graph_says_in_these_terms_is_in_the_description(
    server: RunningServer, pages_store: Path
) -> None:
    query = """SELECT ?s ?p ?o { ?s ?p ?o
      FILTER(CONTAINS(CONCAT(STR(?s), STR(?p), STR(?o)), "rdfs.org/ns/void#")) }"""
    expected = list(Store.open(pages_store).rows(query))
    assert len(expected) > 3
    described = server.get("/sparql", Accept="application/n-triples").text.splitlines()
    for row in expected:
        assert f"{' '.join(map(str, row))} ." in described


def test_rows_and_counts_of_metadata_agree(server: RunningServer) -> None:
    pattern = "{ ?part <http://rdfs.org/ns/void#property> ?name }"
    (count,) = rows(server, f"SELECT (COUNT(*) AS ?n) {pattern}")
    assert int(count["n"]["value"]) == len(rows(server, f"SELECT * {pattern}")) > 0


@pytest.mark.parametrize(
    ("query", "is_of_description"),
    [
        (VOCABULARIES + "SELECT * { ?s ?p ?o } LIMIT 1", False),
        (VOCABULARIES + "SELECT * { ?s a void:Dataset }", True),
        (VOCABULARIES + "SELECT * { ?s ?p 'void:Dataset' } # sh:select", False),
        (VOCABULARIES.lower() + "SELECT * { ?s sh:prefix ?o }", True),
        ("SELECT * { ?s <http://www.w3.org/ns/shacl#select> ?o }", True),
        ("SELECT * { ?s ?p 'http://www.w3.org/ns/shacl#' }", False),
        ("PREFIX x: <http://rdfs.org/ns/void#>\nSELECT * { ?s x:class ?o }", True),
        ("PREFIX : <http://rdfs.org/ns/void#> SELECT * { ?s :class ?o }", True),
        (VOCABULARIES + "SELECT * { ?s sh:prefix }", False),
    ],
)
def test_the_terms_that_a_query_uses_decide(query: str, *, is_of_description: bool) -> None:
    assert asks_of_description(query, "http://example.org/") == is_of_description
