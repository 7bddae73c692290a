"""Every command is a method of a graph, with the same words; the exceptions are stated here."""

from __future__ import annotations

import inspect
import re
from functools import partial
from typing import TYPE_CHECKING

import click
import networkx as nx
import owlready2
import pytest
from pyvis.network import Network
from rdflib import Dataset, Literal, URIRef
from rdflib import Graph as RdflibGraph
from rdflib.compare import to_canonical_graph
from rdflib.namespace import RDFS

import joinedup
from graph.errors import InputError, UnknownNameError, UsageError
from graph.inference import infer
from graph.store.embedded import Store
from joinedup.cli import cli
from joinedup.interface.selection_words import SelectionWords
from loaders.pipeline.build import build, fill
from ontology.reasoning import defined_classes
from tests.conftest import PAGES

if TYPE_CHECKING:
    from pathlib import Path

COMMANDS = set(cli.list_commands(click.Context(cli)))

OTHERWISE = {
    "build": "joinedup.build makes a graph; it is no method of one",
    "columns": "it is about a list, before there is a graph",
    "demo": "it is for the terminal; joinedup.build('bundled') makes its graph",
    "evaluate": "it compares loaders with right answers, and needs no graph",
    "fetch": "it fills a folder, before there is a graph",
    "import": "joinedup.Graph.from_rdflib takes a graph; a store is imported on the command line",
    "load": "it makes a store of parts; joinedup.open opens it",
    "mcp": "it runs until it is stopped",
    "report": "report_on, since `report` says how the graph was built",
    "serve": "it runs until it is stopped",
}
"""Commands that are no method of the same name, and why."""


def test_every_command_is_a_method_or_says_why_not() -> None:
    methods = {name for name in dir(joinedup.Graph) if not name.startswith("_")}
    assert COMMANDS - methods == set(OTHERWISE) - {"report"} | {"report"} - methods
    assert {"report_on", "from_rdflib", "dataset", "objects"} <= methods


def long_options(command: str) -> set[str]:
    command_object = cli.get_command(click.Context(cli), command)
    assert command_object is not None
    names = {
        name.removeprefix("--").replace("-", "_")
        for parameter in command_object.params
        if isinstance(parameter, click.Option) and not parameter.hidden
        for name in parameter.opts
        if name.startswith("--")
    }
    return {f"{name}_" if name == "from" else name for name in names}


SHARED_WORDS = {
    "ask",
    "calendar",
    "connections",
    "correct",
    "reason",
    "gaps",
    "network",
    "path",
    "view",
    "why",
}


@pytest.mark.parametrize("command", sorted(SHARED_WORDS))
def test_a_word_of_a_method_is_a_word_of_its_command(command: str) -> None:
    parameters = inspect.signature(getattr(joinedup.Graph, command)).parameters.values()
    keywords = {each.name for each in parameters if each.kind is each.KEYWORD_ONLY}
    if any(each.name == "selection" for each in parameters):
        keywords |= set(SelectionWords.__annotations__)
    others = {"limits", "claimed"}  # `--timeout` and `--limit` of a query; `--claimed-only`
    assert keywords - others <= long_options(command)


@pytest.fixture
def on_disk(tmp_path: Path) -> joinedup.Graph:
    pages = [str(PAGES / f"{name}.txt") for name in ("justice-1325", "home-affairs-511")]
    build(pages, tmp_path / "store")
    return joinedup.open(tmp_path / "store")


def test_files_are_added_removed_and_brought_back(on_disk: joinedup.Graph) -> None:
    before = len(on_disk.sources().rows)
    change = on_disk.add(str(PAGES / "public-accounts-13168.txt"))
    assert len(change.added) == 1
    assert len(on_disk.sources().rows) == before + 1
    assert on_disk.connections("BOLD").rows
    on_disk.remove("public-accounts-13168.txt")
    assert len(on_disk.sources().rows) == before
    on_disk.undo()
    assert on_disk.connections("BOLD").rows


def test_a_reading_is_corrected_and_the_correction_taken_back(on_disk: joinedup.Graph) -> None:
    finding = "accountability-index-3-1325"
    recommendations = (
        "SELECT ?finding { ?finding a <https://w3id.org/joinedup/ontology#Recommendation> }"
    )
    before = on_disk.query(recommendations).rows
    correct = partial(on_disk.correct, finding, by="A. Clerk", why="Misread")
    applied = correct("kind", {"kind": "recommendation"})
    assert (applied.kind, applied.about, applied.before) == ("kind", finding, ("conclusion",))
    assert len(on_disk.query(recommendations).rows) == len(before) + 1
    on_disk.undo()
    assert on_disk.query(recommendations).rows == before
    with pytest.raises(UsageError, match="no key 'mood'"):
        correct("position", {"mood": "glad"})


def test_a_graph_on_disk_gains_what_follows(on_disk: joinedup.Graph) -> None:
    size = len(on_disk)
    assert on_disk.reason(5, check_only=True) == {}
    assert len(on_disk) == size
    assert on_disk.reason(5)
    assert len(on_disk) > size


def test_a_calendar_and_a_release_are_those_of_the_command_line(
    bundled: joinedup.Graph, tmp_path: Path
) -> None:
    bundled.calendar(tmp_path / "due.ics", "DfE", from_="2020", to="2030")
    assert (tmp_path / "due.ics").read_text(encoding="utf-8").startswith("BEGIN:VCALENDAR")
    with pytest.raises(UsageError, match="is not a date"):
        bundled.calendar(tmp_path / "due.atom", from_="soon")
    bundled.release(tmp_path / "release")
    assert (tmp_path / "release/README.md").is_file()


def test_what_is_on_disk_alone_is_said_to_be(bundled: joinedup.Graph) -> None:
    for ask in (bundled.sources, bundled.undo, lambda: bundled.add("x"), lambda: bundled.diff("x")):
        with pytest.raises(UsageError, match="in memory alone"):
            ask()


def test_a_graph_is_compared_with_a_later_one(on_disk: joinedup.Graph, pages_store: Path) -> None:
    assert on_disk.diff(pages_store).rows
    assert joinedup.open(pages_store).diff(pages_store).rows == ()


def test_a_network_is_one_of_networkx(bundled: joinedup.Graph) -> None:
    network = bundled.network("departments")
    assert isinstance(network, nx.Graph)
    names = nx.get_node_attributes(network, "label")
    rows = {
        frozenset(row[:2]): row[2]
        for row in bundled.connections().rows
        if set(row[:2]) <= set(names.values())
    }
    lines = {
        frozenset((names[a], names[b])): data["together"] for a, b, data in network.edges(data=True)
    }
    assert lines == rows != {}
    few = bundled.network("departments", minimum=3)
    assert 0 < few.number_of_edges() < network.number_of_edges()


def test_a_selection_is_that_of_the_command_line(bundled: joinedup.Graph) -> None:
    year = bundled.network("departments", from_="2022", to="2022")
    assert 0 < year.number_of_edges() < bundled.network("departments").number_of_edges()
    with pytest.raises(UsageError, match="is not a date"):
        bundled.network(from_="soon")
    with pytest.raises(UnknownNameError):
        bundled.gaps(committee="Committee of Nothing")


def test_routes_gaps_candidates_faults_and_reasons_are_tables(bundled: joinedup.Graph) -> None:
    assert bundled.path("BOLD", "DfE").rows
    assert {row[0] for row in bundled.gaps("bridge").rows} == {"bridge"}
    assert bundled.candidates().rows
    assert "severity" in bundled.check().columns
    reasons = bundled.why("accountability-index-4-13168", "BOLD")
    assert all("BOLD" in str(row[reasons.columns.index("quotation")]) for row in reasons.rows)
    assert "who says so" in bundled.why("accountability-index-4-13168").columns


def test_a_graph_and_its_views_are_shown_and_written(
    bundled: joinedup.Graph, tmp_path: Path
) -> None:
    assert re.search(r"<td>findings</td><td[^>]*>[\d,]+</td>", bundled._repr_html_())
    view = bundled.view("ego", "BOLD")
    frame = view._repr_html_()
    assert frame.startswith("<iframe srcdoc=")
    assert "allow-same-origin" not in frame
    assert frame.count("<") == 2  # the page is escaped
    view.save(tmp_path / "bold.svg")
    view.save(tmp_path / "bold.html")
    bundled.report_on("programme", "BOLD", tmp_path / "bold.md")
    bundled.export("turtle", tmp_path / "graph.ttl")
    assert all(path.stat().st_size > 1000 for path in tmp_path.iterdir())
    with pytest.raises(UsageError, match=r"\.html"):
        view.save(tmp_path / "bold.doc")
    with pytest.raises(UsageError, match="no format"):
        bundled.export("docx", tmp_path / "graph.docx")


def test_a_view_is_an_ordinary_network_of_pyvis(bundled: joinedup.Graph, tmp_path: Path) -> None:
    drawing = bundled.view("departments").to_pyvis()
    assert isinstance(drawing, Network)
    labels = {node["id"]: node["label"] for node in drawing.nodes}
    together = {frozenset(row[:2]): row[2] for row in bundled.connections().rows}
    for edge in drawing.edges:
        assert together[frozenset((labels[edge["from"]], labels[edge["to"]]))] == edge["findings"]
    assert drawing.edges
    drawing.add_node("ours", label="Ours")
    drawing.write_html(str(tmp_path / "page.html"))
    assert [path.name for path in tmp_path.iterdir()] == ["page.html"]
    page = (tmp_path / "page.html").read_text(encoding="utf-8")
    assert "Ours" in page
    assert not re.search(r"(?:src|href)=[\"']?https?:", page)
    with pytest.raises(UsageError, match="chart"):
        bundled.view("flow").to_pyvis()


def test_what_a_network_of_pyvis_is_given_stays_text(bundled: joinedup.Graph) -> None:
    drawing = bundled.view("ego", "BOLD").to_pyvis()
    hostile = "</script><script>alert(1)</script>"
    drawing.heading = hostile
    drawing.add_node("x", label=hostile, title=f'<a href="x">{hostile}</a>')
    drawing.set_options('{"physics": {"enabled": false}, "nodes": {"font": {"face": "Gill Sans"}}}')
    page = drawing.generate_html()
    assert hostile not in page
    assert page.count("<h1>") == 1
    assert '"Gill Sans"' in page
    with pytest.raises(ValueError, match="JSON"):
        drawing.set_options("[]")


def test_objects_are_the_whole_graph_with_what_follows() -> None:
    graph = joinedup.build("bundled")
    ontology = graph.objects()
    assert isinstance(ontology, owlready2.Ontology)
    findings = {row[0] for row in graph.query(FINDINGS).rows}
    assert {thing.iri for thing in ontology.Finding.instances()} == findings
    before = len(graph)
    assert any(members(ontology, kind) for kind in defined_classes())
    assert not any(members(graph.objects(inferred=False), kind) for kind in defined_classes())
    assert len(graph) == before
    store = Store.in_memory()
    fill(store, ["bundled"])
    infer(store)
    for kind in defined_classes():
        rows = store.rows(f"SELECT DISTINCT ?thing {{ ?thing a <{kind}> }}")
        assert members(ontology, kind) == {
            row[0].value for row in rows if row[0] is not None and hasattr(row[0], "value")
        }


FINDINGS = """PREFIX ju: <https://w3id.org/joinedup/ontology#>
    SELECT DISTINCT ?finding { ?finding a ju:Finding }"""


def members(ontology: owlready2.Ontology, kind: URIRef) -> set[str]:
    return {thing.iri for thing in ontology.world[str(kind)].instances(world=ontology.world)}


def test_a_dataset_of_rdflib_comes_back_as_a_graph(tmp_path: Path) -> None:
    graph = joinedup.build(str(PAGES / "public-accounts-13168.txt"))
    dataset = graph.dataset()
    again = joinedup.Graph.from_rdflib(dataset)
    assert len(again) == len(graph)
    assert again.connections("BOLD").rows == graph.connections("BOLD").rows
    plain = Dataset()
    graph.export("nquads", tmp_path / "graph.nq")
    plain.parse(tmp_path / "graph.nq")
    finding = URIRef(str(graph.query(FINDINGS).rows[0][0]))
    for named in plain.graphs():
        for triple in list(named.triples((finding, RDFS.label, None))):
            named.remove(triple)
    plain.add((finding, RDFS.label, Literal("Renamed\n“here”", lang="en")))
    changed = joinedup.Graph.from_rdflib(plain)
    label = f"SELECT DISTINCT ?label {{ <{finding}> <{RDFS.label}> ?label }}"
    assert changed.query(label).rows == (("Renamed\n“here”",),)
    merged = joinedup.Graph.from_rdflib(dataset_as_graph(dataset))
    assert merged.connections("BOLD").rows == graph.connections("BOLD").rows


def dataset_as_graph(dataset: Dataset) -> RdflibGraph:
    graph = RdflibGraph()
    for subject, predicate, value in dataset.triples((None, None, None)):
        graph.add((subject, predicate, value))
    assert to_canonical_graph(graph)
    return graph


def test_a_graph_of_somebody_else_is_refused() -> None:
    foreign = RdflibGraph()
    with pytest.raises(InputError, match="states nothing"):
        joinedup.Graph.from_rdflib(foreign)
    foreign.add((URIRef("https://a.example/"), RDFS.label, Literal("x")))
    with pytest.raises(InputError, match="no graph that joinedup made"):
        joinedup.Graph.from_rdflib(foreign)
