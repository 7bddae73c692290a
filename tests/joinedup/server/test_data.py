"""Graphs, things and terms at their addresses, as programs ask for them."""

from __future__ import annotations

import io
import json
import subprocess
from pathlib import Path

import pyoxigraph as ox
import pytest
from pyld import jsonld

from graph.store.embedded import Store
from ontology.namespaces import JU
from queries.exports import export_formats
from tests.installed import missing, require_program
from tests.joinedup.server.protocol_cases import BROWSER
from tests.joinedup.server.running_server import RunningServer

FORMS = {
    "text/turtle": (ox.RdfFormat.TURTLE, "ttl"),
    "application/n-triples": (ox.RdfFormat.N_TRIPLES, "nt"),
    "application/rdf+xml": (ox.RdfFormat.RDF_XML, "rdf"),
    "application/ld+json": (ox.RdfFormat.JSON_LD, "jsonld"),
}
TESTS = Path(__file__).parents[2]
NODE_PACKAGES = TESTS / "node_modules"
READERS = {
    "text/turtle": ("node", f"{TESTS}/count-with-n3.js", "{file}", "text/turtle"),
    "application/n-triples": ("rapper", "-q", "-i", "ntriples", "-o", "ntriples", "{file}"),
    "application/rdf+xml": ("rapper", "-q", "-i", "rdfxml", "-o", "ntriples", "{file}"),
    "application/ld+json": ("node", f"{TESTS}/count-with-jsonld.js", "{file}"),
}
"""A reader of somebody else's for each form, which prints the triples or their number."""

TREASURY = "organisation/hm-treasury"


@pytest.fixture(scope="module")
def store(pages_store: Path) -> Store:
    return Store.open(pages_store)


def triples(content: bytes, media_type: str) -> set[ox.Triple]:
    form, _ = FORMS[media_type]
    return {quad.triple for quad in ox.parse(content, format=form)}


@pytest.mark.parametrize("media_type", FORMS)
def test_the_default_graph_is_given_whole(
    server: RunningServer, store: Store, media_type: str
) -> None:
    answer = server.get("/data?default", Accept=media_type)
    assert answer.headers["content-type"].split(";")[0] == media_type
    expected = {quad.triple for quad in store.quads(ox.DefaultGraph())}
    assert triples(answer.content, media_type) == expected
    head = server.request("HEAD", "/data?default", Accept=media_type)
    assert head.headers["content-type"] == answer.headers["content-type"]


@pytest.mark.parametrize("media_type", FORMS)
def test_a_named_graph_is_given_whole(server: RunningServer, store: Store, media_type: str) -> None:
    name = min(store.graphs(), key=str)
    answer = server.client.get(
        "/data", params={"graph": name.value}, headers={"Accept": media_type}
    )
    expected = {quad.triple for quad in store.quads(name)}
    assert expected
    assert triples(answer.content, media_type) == expected


@pytest.mark.parametrize(
    ("media_type", "name"), [("application/n-quads", "nquads"), ("application/trig", "trig")]
)
def test_everything_is_given_as_it_is_exported(
    server: RunningServer, store: Store, media_type: str, name: str
) -> None:
    output, stream = io.BytesIO(), export_formats()[name].stream
    assert stream is not None
    stream(store, output)
    answer = server.get("/data", Accept=media_type)
    assert answer.headers["content-type"] == media_type
    assert answer.content == output.getvalue()
    again = server.get("/data", Accept=media_type, If_None_Match=answer.headers["etag"])
    assert again.status_code == 304


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/data?graph=http%3A%2F%2Fexample.org%2F", 404),
        ("/data?graph=no%20address", 400),
        ("/data?graph=", 400),
        ("/data?default&graph=http%3A%2F%2Fexample.org%2F", 400),
        ("/data?graph=a&graph=b", 400),
        ("/data?other", 400),
        ("/data/organisation/hm-treasury", 404),
        ("/data/organisation/hm-treasury.csv", 404),
        ("/data/organisation/no-such-body.ttl", 404),
        ("/data/.ttl", 404),
        ("/data/organisation/%3Cx%3E.ttl", 404),
        ("/data/organisation/%C3%A9.ttl", 404),
        ("/id/", 404),
        ("/id/organisation/%3Cx%3E", 404),
        ("/ontology/0.9.9", 404),
        ("/scheme/no-such-scheme", 404),
        ("/scheme/..%2Fjoinedup", 404),
        ("/question/no-such-question", 404),
        ("/question/..%2Fchecks%2Fnames-shared", 404),
    ],
)
def test_what_is_not_there_is_told(server: RunningServer, address: str, status: int) -> None:
    answer = server.get(address)
    assert answer.status_code == status, answer.text
    assert answer.headers["content-type"] == "text/plain; charset=utf-8"


@pytest.mark.parametrize("method", ["PUT", "POST", "DELETE", "PATCH"])
@pytest.mark.parametrize("path", ["/data", f"/data/{TREASURY}.ttl", f"/id/{TREASURY}"])
def test_nothing_is_written(server: RunningServer, method: str, path: str) -> None:
    answer = server.request(method, path)
    assert (answer.status_code, answer.headers["allow"]) == (405, "GET, HEAD, OPTIONS")


@pytest.mark.parametrize("media_type", FORMS)
def test_a_thing_leads_to_its_description(
    server: RunningServer, store: Store, media_type: str
) -> None:
    answer = server.get(f"/id/{TREASURY}", Accept=media_type)
    suffix = FORMS[media_type][1]
    assert answer.status_code == 303
    assert answer.headers["location"] == f"{server.address}/data/{TREASURY}.{suffix}"
    description = server.client.get(answer.headers["location"])
    assert description.headers["content-type"].split(";")[0] == media_type
    thing = ox.NamedNode(f"{store.base}id/{TREASURY}")
    described = triples(description.content, media_type)
    assert {quad.triple for quad in store.quads(ox.DefaultGraph(), thing)} < described
    topic = ox.NamedNode("http://xmlns.com/foaf/0.1/primaryTopic")
    assert ox.Triple(ox.NamedNode(answer.headers["location"]), topic, thing) in described
    links = description.headers["link"]
    assert '<http://www.w3.org/ns/ldp#Resource>; rel="type"' in links
    assert f'<{server.address}/id/{TREASURY}>; rel="canonical"' in links
    assert description.headers["allow"] == "GET, HEAD, OPTIONS"


def test_a_browser_is_led_to_a_page_and_others_are_told_what_there_is(
    server: RunningServer,
) -> None:
    page = server.get(f"/id/{TREASURY}", Accept=BROWSER)
    assert (page.status_code, page.headers["location"]) == (
        303,
        f"{server.address}/page/{TREASURY}",
    )
    assert page.headers["vary"] == "Accept"
    assert server.get(f"/id/{TREASURY}", Accept="image/png").status_code == 406
    assert server.get(f"/id/{TREASURY}").headers["location"].endswith(".ttl")


def test_a_description_has_its_parts_and_the_labels_of_what_it_names(
    server: RunningServer, store: Store
) -> None:
    finding = min(
        (row[0] for row in store.rows(f"SELECT ?f {{ ?f a <{JU.Finding}> ; <{JU.concerns}> ?o }}")),
        key=str,
    )
    assert isinstance(finding, ox.NamedNode)
    path = finding.value.removeprefix(f"{store.base}id/")
    described = triples(server.get(f"/data/{path}.nt").content, "application/n-triples")
    label = ox.NamedNode("http://www.w3.org/2000/01/rdf-schema#label")
    for triple in list(described):
        if triple.subject == finding and isinstance(triple.object, ox.NamedNode):
            labels = [
                q.triple
                for q in store.quads(ox.DefaultGraph(), triple.object)
                if q.predicate == label
            ]
            assert set(labels) <= described


def test_a_description_may_stand_at_the_thing_itself(bundled_store: Path) -> None:
    with RunningServer(bundled_store, "--no-303", "--public-url", "https://g.example") as running:
        answer = running.get(f"/id/{TREASURY}", Accept="application/ld+json")
        assert answer.status_code == 200
        assert answer.headers["content-location"] == f"https://g.example/data/{TREASURY}.jsonld"
        assert "https://w3id.org/joinedup/id/organisation/hm-treasury" in answer.text


@pytest.mark.parametrize("media_type", FORMS)
@pytest.mark.parametrize(
    ("path", "term"),
    [
        ("/ontology", JU.Finding),
        ("/ontology/1.0.0", JU.Finding),
        ("/alignments", "https://w3id.org/joinedup/alignments"),
        ("/scheme/positions", "https://w3id.org/joinedup/scheme/positions#accepted"),
        ("/scheme/flags", "https://w3id.org/joinedup/scheme/flags#shared-answer"),
        ("/question/overdue-commitments", "https://w3id.org/joinedup/question/overdue-commitments"),
    ],
)
def test_terms_are_defined_at_their_addresses(
    server: RunningServer, media_type: str, path: str, term: str
) -> None:
    answer = server.get(path, Accept=media_type)
    subjects = {triple.subject for triple in triples(answer.content, media_type)}
    assert ox.NamedNode(term) in subjects


def test_a_browser_gets_a_page_of_the_ontology(server: RunningServer) -> None:
    answer = server.get("/ontology", Accept=BROWSER)
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    assert "select committee" in answer.text


@pytest.mark.parametrize("media_type", FORMS)
@pytest.mark.parametrize("path", ["/data?default", f"/id/{TREASURY}", "/ontology"])
def test_other_readers_read_the_same_triples(
    server: RunningServer, tmp_path: Path, media_type: str, path: str
) -> None:
    answer = server.client.get(path, headers={"Accept": media_type}, follow_redirects=True)
    file = tmp_path / "graph"
    file.write_bytes(answer.content)
    reader, *words = READERS[media_type]
    require_program(reader)
    if reader == "node" and not NODE_PACKAGES.is_dir():
        missing("the Node packages of the tests")
    run = subprocess.run(
        [reader, *(word.format(file=file) for word in words)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stderr
    count = len(run.stdout.splitlines()) if reader == "rapper" else int(run.stdout)
    assert count == len(triples(answer.content, media_type))


def test_pyld_reads_the_same_triples(server: RunningServer) -> None:
    content = server.get(f"/data/{TREASURY}.jsonld").content
    lines = jsonld.to_rdf(json.loads(content), {"format": "application/n-quads"})
    assert {quad.triple for quad in ox.parse(lines, format=ox.RdfFormat.N_QUADS)} == triples(
        content, "application/ld+json"
    )
