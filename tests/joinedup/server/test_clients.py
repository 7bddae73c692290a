"""Clients that people use, each asking a running server."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal
from urllib.parse import quote

import pandas as pd
import pytest
from rdflib import Graph, URIRef
from rdflib.namespace import RDF, RDFS
from rdflib.plugins.stores.sparqlstore import SPARQLStore
from SPARQLWrapper import (
    CSV,
    GET,
    JSON,
    JSONLD,
    POST,
    POSTDIRECTLY,
    RDFXML,
    TSV,
    TURTLE,
    URLENCODED,
    XML,
    SPARQLWrapper,
)
from SPARQLWrapper.SPARQLExceptions import QueryBadFormed

from graph.store.embedded import Store
from ontology.namespaces import JU
from tests.installed import missing, require_program

if TYPE_CHECKING:
    from tests.joinedup.server.running_server import RunningServer

HERE = Path(__file__).parent
Method = Literal["GET", "POST", "POST_FORM"]
PREFIX = "PREFIX ju: <https://w3id.org/joinedup/ontology#> "
SELECT = PREFIX + "SELECT ?finding WHERE { ?finding a ju:Finding } ORDER BY ?finding"
CONSTRUCT = PREFIX + "CONSTRUCT WHERE { ?finding a ju:Finding }"


@pytest.fixture(scope="module")
def findings(pages_store: Path) -> list[str]:
    """The findings of the graph, asked of the store itself."""
    return [str(getattr(row[0], "value", "")) for row in Store.open(pages_store).rows(SELECT)]


def wrapper(server: RunningServer, query: str, answer_format: str) -> SPARQLWrapper:
    asking = SPARQLWrapper(f"{server.address}/sparql")
    asking.setQuery(query)
    asking.setReturnFormat(answer_format)
    return asking


@pytest.mark.parametrize("method", [GET, POST])
@pytest.mark.parametrize("way", [URLENCODED, POSTDIRECTLY])
def test_sparqlwrapper_gets_json(
    server: RunningServer, findings: list[str], method: str, way: str
) -> None:
    asking = wrapper(server, SELECT, JSON)
    asking.setMethod(POST if way == POSTDIRECTLY else method)
    asking.setRequestMethod(way)
    rows: Any = asking.queryAndConvert()
    assert [row["finding"]["value"] for row in rows["results"]["bindings"]] == findings


def test_sparqlwrapper_gets_xml_and_tables(server: RunningServer, findings: list[str]) -> None:
    document: Any = wrapper(server, SELECT, XML).queryAndConvert()
    assert [node.firstChild.data for node in document.getElementsByTagName("uri")] == findings
    table: Any = wrapper(server, SELECT, CSV).queryAndConvert()
    assert table.decode().split() == ["finding", *findings]
    table = wrapper(server, SELECT, TSV).queryAndConvert()
    assert table.decode().split() == ["?finding", *(f"<{finding}>" for finding in findings)]


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")
@pytest.mark.parametrize("answer_format", [TURTLE, RDFXML, JSONLD])
def test_sparqlwrapper_gets_graphs(
    server: RunningServer, findings: list[str], answer_format: str
) -> None:
    graph: Any = wrapper(server, CONSTRUCT, answer_format).queryAndConvert()
    if isinstance(graph, bytes):
        graph = Graph().parse(data=graph)
    assert sorted(map(str, graph.subjects(RDF.type, JU.Finding))) == findings


def test_sparqlwrapper_asks_and_is_told_what_is_wrong(server: RunningServer) -> None:
    answer: Any = wrapper(server, "ASK { ?s ?p ?o }", JSON).queryAndConvert()
    assert answer["boolean"] is True
    with pytest.raises(QueryBadFormed, match="error at 1:21"):
        wrapper(server, "SELECT * { ?s ?p ?o ", JSON).query()


@pytest.mark.parametrize("method", ["GET", "POST", "POST_FORM"])
@pytest.mark.parametrize("answer_format", ["xml", "json", "csv", "tsv"])
def test_rdflib_asks_in_each_way(
    server: RunningServer, findings: list[str], method: Method, answer_format: str
) -> None:
    store = SPARQLStore(f"{server.address}/sparql", method=method, returnFormat=answer_format)
    rows: Any = Graph(store).query(SELECT)
    assert [str(row[0]) for row in rows] == findings


def test_rdflib_reads_the_graph_as_one_of_its_own(
    server: RunningServer, pages_store: Path, findings: list[str]
) -> None:
    here = Store.open(pages_store)
    remote = SPARQLStore(f"{server.address}/sparql")
    graph = Graph(remote)
    ((size,),) = here.rows("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }")
    assert len(graph) == int(getattr(size, "value", ""))
    finding = URIRef(findings[0])
    ((label,),) = here.rows(f"SELECT ?label {{ <{finding}> <{RDFS.label}> ?label }}")
    assert str(graph.value(finding, RDFS.label)) == getattr(label, "value", "")
    assert sorted(map(str, graph.subjects(RDF.type, JU.Finding))) == findings
    made: Any = graph.query(CONSTRUCT)
    assert len(made.graph) == len(findings)
    bound: Any = graph.query(
        "SELECT ?class { ?finding a ?class }", initBindings={"finding": finding}
    )
    assert JU.Finding in {row[0] for row in bound}
    names = {str(getattr(context, "identifier", context)) for context in remote.contexts()}
    assert names == {graph_name.value for graph_name in here.graphs()}
    assert (finding, RDFS.label, URIRef("http://example.org/")) not in graph


def test_pandas_reads_a_table(server: RunningServer, findings: list[str]) -> None:
    address = f"{server.address}/sparql?query={quote(SELECT)}"
    table = pd.read_csv(address, storage_options={"Accept": "text/csv"})
    assert list(table["finding"]) == findings


@pytest.mark.parametrize("kind", ["address", "source"])
def test_comunica_asks(server: RunningServer, findings: list[str], kind: str) -> None:
    require_program("node")
    if not (HERE.parents[1] / "node_modules" / "@comunica" / "query-sparql").is_dir():
        missing("Comunica")
    address = f"{server.address}/sparql"
    source = address if kind == "address" else json.dumps({"type": "sparql", "value": address})
    run = subprocess.run(
        ["node", str(HERE / "ask-with-comunica.js"), source, SELECT],  # noqa: S607 - on the path
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert run.returncode == 0, run.stderr
    rows = [json.loads(line)["finding"] for line in run.stdout.splitlines()]
    assert rows == findings


def test_another_graph_asks_by_service(server: RunningServer, findings: list[str]) -> None:
    query = (
        f"SELECT ?finding {{ SERVICE <{server.address}/sparql> {{ ?finding a <{JU.Finding}> }} }}"
    )
    rows: Any = Graph().query(query)
    assert sorted(str(row[0]) for row in rows) == findings
