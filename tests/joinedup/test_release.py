"""A release: whole, checkable, the same bytes on any day, and open to other people's tools."""

from __future__ import annotations

import re
import time
from hashlib import sha256
from typing import TYPE_CHECKING
from urllib.parse import unquote

import igraph
import networkx as nx
import pyoxigraph as ox
import pytest
import rdflib
from rdflib import DCAT, DCTERMS, RDF, RDFS, VOID

import joinedup
from graph.errors import UsageError
from graph.store.embedded import Store
from joinedup.folder_manifest import MANIFEST
from joinedup.release import make_release
from joinedup.release.making import CHECKSUMS
from loaders.pipeline.build import build
from ontology.namespaces import JU
from tests.conftest import PAGES

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.conftest import Run

SOURCES = [str(PAGES / "public-accounts-13*.txt"), "bundled"]


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("released") / "store"
    build(SOURCES, place)
    return place


@pytest.fixture(scope="module")
def release(place: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("release") / "joinedup"
    make_release(Store.open(place), folder, lambda _done, _total: None)
    return folder


def contents(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_another_build_on_another_day_gives_the_same_bytes(
    release: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    later = time.time() + 40 * 86_400
    monkeypatch.setattr(time, "time", lambda: later)
    build(SOURCES, tmp_path / "store")
    again = tmp_path / "again"
    make_release(Store.open(tmp_path / "store"), again, lambda _done, _total: None)
    first, second = contents(release), contents(again)
    assert first.keys() == second.keys()
    assert [name for name in first if first[name] != second[name]] == []


def test_every_file_has_its_checksum(release: Path) -> None:
    lines = (release / CHECKSUMS).read_text(encoding="utf-8").splitlines()
    told = {line.partition("  ")[2]: line.partition("  ")[0] for line in lines}
    held = contents(release)
    assert told == {
        n: sha256(data).hexdigest() for n, data in held.items() if n not in (CHECKSUMS, MANIFEST)
    }


def test_no_file_tells_of_the_clock_or_of_this_machine(release: Path) -> None:
    today = time.strftime("%Y-%m-%d").encode()
    for name, data in contents(release).items():
        if name.endswith((".md", ".html", ".graphml", ".gexf")) or name == "description.ttl":
            assert str(PAGES.parent).encode() not in data, name
            assert name == "README.md" or today not in data, name


def test_the_description_counts_what_the_graph_holds(release: Path) -> None:
    described = rdflib.Graph().parse(release / "description.ttl")
    (dataset,) = described.subjects(RDF.type, VOID.Dataset)
    turtle = list(ox.parse(path=str(release / "graph" / "joinedup.ttl")))
    assert described.value(dataset, VOID.triples) == rdflib.Literal(len(turtle))
    findings = sum(1 for quad in turtle if quad.object == ox.NamedNode(JU.Finding)
                   and quad.predicate == ox.NamedNode(RDF.type))  # fmt: skip
    (part,) = described.subjects(VOID["class"], JU.Finding)
    assert described.value(part, VOID.entities) == rdflib.Literal(findings)
    files = set(described.objects(dataset, DCAT.distribution))
    assert (
        len(files) == len(contents(release)) - 3
    )  # itself, the checksums and the list come after it
    assert not any(isinstance(term, rdflib.BNode) for triple in described for term in triple)


def test_the_statement_says_in_plain_words_what_is_in_it_and_what_is_wrong(release: Path) -> None:
    text = (release / "README.md").read_text(encoding="utf-8")
    for heading in (
        "What is in it", "How it was made", "What to beware of", "What is known to be wrong",
    ):  # fmt: skip
        assert f"# {heading}" in text
    assert "| Public Accounts Committee |" in text
    assert re.search(r"\d+ data checks were run", text)
    assert "{{" not in text
    named = re.findall(r"`([\w/-]+\.(?:ttl|trig|csv|html|sqlite|md))`", text)
    assert named
    assert all((release / name).is_file() for name in named)


def test_every_file_can_be_fetched_and_has_the_licences_of_the_data(
    release: Path, place: Path
) -> None:
    read = rdflib.Graph().parse(release / "description.ttl", publicID="https://a.example/2026/")
    (dataset,) = read.subjects(RDF.type, DCAT.Dataset)
    licences = set(read.objects(dataset, DCTERMS.license))
    rows = Store.open(place).rows(
        f"SELECT DISTINCT ?licence {{ ?r a <{JU.SourceRecord}> ; <{DCTERMS.license}> ?licence }}"
    )
    assert {str(licence) for licence in licences} == {
        term.value for (term,) in rows if isinstance(term, ox.NamedNode)
    }
    assert not any("apache.org" in str(licence) for licence in licences)
    addresses = set()
    for file in read.objects(dataset, DCAT.distribution):
        assert set(read.objects(file, DCTERMS.license)) == licences
        (address,) = read.objects(file, DCAT.accessURL)
        assert list(read.objects(file, DCAT.downloadURL)) == [address]
        addresses.add(unquote(str(address).removeprefix("https://a.example/2026/")))
    assert addresses <= contents(release).keys()
    assert "graph/joinedup.ttl" in addresses
    (rights,) = read.objects(dataset, DCTERMS.rights)
    assert "keep the licence of its publisher" in str(read.value(rights, RDFS.label))


def test_licences_name_every_publisher(release: Path, place: Path) -> None:
    text = (release / "LICENCES.md").read_text(encoding="utf-8")
    query = (
        f"SELECT DISTINCT ?name WHERE {{ ?record a <{JU.SourceRecord}> ."
        " ?record <http://purl.org/dc/terms/publisher>/"
        "<http://www.w3.org/2000/01/rdf-schema#label> ?name }"
    )
    names = [row[0] for row in joinedup.open(place).query(query).rows]
    assert len(names) > 1
    assert all(str(name) in text for name in names)


def test_the_ontology_page_documents_every_term(release: Path) -> None:
    page = (release / "ontology" / "index.html").read_text(encoding="utf-8")
    ontology = rdflib.Graph().parse(release / "ontology" / "joinedup.ttl")
    for term in ontology.subjects():
        if str(term).startswith(str(JU)):
            assert str(term) in page, term
    assert not re.findall(r'<(?:script|link|img)[^>]+(?:src|href)="https?:', page)


@pytest.mark.parametrize("actors", ["organisations", "initiatives"])
def test_networks_open_in_networkx_and_igraph(actors: str, release: Path) -> None:
    graphml = release / "networks" / f"{actors}.graphml"
    by_networkx = nx.read_graphml(graphml)
    by_igraph = igraph.Graph.Read_GraphML(str(graphml))
    gexf = nx.read_gexf(release / "networks" / f"{actors}.gexf")
    sizes = {(len(by_networkx), by_networkx.size()), (by_igraph.vcount(), by_igraph.ecount())}
    assert sizes == {(len(gexf), gexf.size())}
    assert by_networkx.size() > 10


def test_a_store_can_be_made_of_it_again(
    release: Path, place: Path, run_joinedup: Callable[..., Run], tmp_path: Path
) -> None:
    run_joinedup("import", release / "graph" / "joinedup.trig", "--store", "copy")
    assert len(Store.open(tmp_path / "copy")) == len(Store.open(place))


def test_a_folder_with_other_things_is_left_alone(place: Path, tmp_path: Path) -> None:
    (tmp_path / "thesis.odt").write_text("years of work")
    with pytest.raises(UsageError, match="holds files that joinedup did not write"):
        make_release(Store.open(place), tmp_path, lambda _done, _total: None)
    assert (tmp_path / "thesis.odt").exists()
