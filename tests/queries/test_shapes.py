"""Shapes: what they say of our graphs, and that our queries and a SHACL processor agree on it."""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING

import pyoxigraph as ox
import pytest
from pyshacl import validate
from rdflib import OWL, RDF, RDFS, SH, Graph, URIRef
from rdflib.collection import Collection

import joinedup
from graph.store.embedded import Store
from graph.store.store_layout import begin_version
from ontology.namespaces import JU, ONTOLOGY_FILE, ontology_files, scheme_files, shape_files
from ontology.reasoning import defined_classes
from ontology.severity import Severity
from queries.data_checks import check_store, check_store_at
from queries.exports import export
from queries.shacl_queries import constraints
from tests.conftest import PAGES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from rdflib.term import Node

    from tests.conftest import Run

NetworkResult = tuple[str, str, str, str]
"""Focus node, path, constraint component, value."""


def graph_of(files: Iterable[Path]) -> Graph:
    graph = Graph()
    for file in files:
        graph.parse(file)
    return graph


SHAPES = graph_of(shape_files())
WORDS = graph_of(ontology_files())


def by_pyshacl(data: Graph) -> set[NetworkResult]:
    _, report, _ = validate(data + WORDS, shacl_graph=SHAPES, inference="none")
    assert isinstance(report, Graph)
    return {
        (
            str(report.value(found, SH.focusNode)),
            path_in_words(report.value(found, SH.resultPath), report),
            str(report.value(found, SH.sourceConstraintComponent)),
            str(report.value(found, SH.value) or ""),
        )
        for found in report.subjects(RDF.type, SH.ValidationResult)
    }


def path_in_words(path: Node | None, graph: Graph) -> str:
    if path is None or isinstance(path, URIRef):
        return f"<{path}>" if path else ""
    inverse = graph.value(path, SH.inversePath)
    if inverse:
        return f"^<{inverse}>"
    return "/".join(f"<{step}>" for step in Collection(graph, path))


def by_queries(store: Store) -> set[NetworkResult]:
    found = set()
    for one in constraints():
        for this, value in store.rows(one.sparql):
            component = f"{SH}{one.component}ConstraintComponent"
            found.add((plain(this), one.path, component, plain(value)))
    return found


def plain(term: object) -> str:
    return "" if term is None else str(getattr(term, "value", term))


def both(turtle: bytes) -> tuple[set[NetworkResult], set[NetworkResult]]:
    memory = ox.Store()
    memory.load(turtle, format=ox.RdfFormat.TURTLE)
    for file in ontology_files():
        memory.load(path=file, format=ox.RdfFormat.TURTLE)
    return by_pyshacl(Graph().parse(turtle, format="turtle")), by_queries(Store(memory))


@pytest.fixture(scope="module")
def turtle() -> str:
    """A few pages, since the reference takes its time."""
    graph = joinedup.build(str(PAGES / "public-accounts-13*.txt"))
    output = io.BytesIO()
    export(graph._store, "turtle", output)  # noqa: SLF001 - the store behind the door
    return output.getvalue().decode()


def test_every_class_of_the_ontology_has_a_shape() -> None:
    ontology = graph_of([ONTOLOGY_FILE])
    ours = {
        kind for kind in ontology.subjects(RDF.type, OWL.Class) if str(kind).startswith(str(JU))
    }
    # What a definition infers has no shape: its members follow from other statements.
    defined = set(defined_classes())
    assert len(defined) == 5
    assert ours - defined <= set(SHAPES.objects(None, SH.targetClass))


def test_shapes_use_only_terms_that_the_ontology_declares() -> None:
    declared = set(graph_of([ONTOLOGY_FILE, *scheme_files()]).subjects())
    used = {
        term
        for triple in SHAPES
        for term in triple
        if isinstance(term, URIRef) and str(term).startswith("https://w3id.org/joinedup/")
    }
    shapes = set(SHAPES.subjects(RDF.type, SH.NodeShape))
    assert used - shapes <= declared


def test_every_constraint_says_in_words_what_must_hold() -> None:
    assert len(constraints()) > 250
    for one in constraints():
        assert re.fullmatch(r"[A-Z].+\.", one.message), one
    assert all(SHAPES.value(shape, RDFS.label) for shape in SHAPES.subjects(RDF.type, SH.NodeShape))


def test_a_constraint_that_is_not_known_is_refused(tmp_path: Path) -> None:
    strange = tmp_path / "strange.ttl"
    strange.write_text(
        "@prefix sh: <http://www.w3.org/ns/shacl#> ."
        "@prefix ju: <https://w3id.org/joinedup/ontology#> ."
        " <urn:a#Strange> a sh:NodeShape ; sh:targetClass ju:Finding ;"
        " sh:property [ sh:path ju:number ; sh:uniqueLang true ] ."
    )
    with pytest.raises(ValueError, match="uniqueLang"):
        constraints(strange)


def test_pyshacl_and_the_queries_find_the_same_in_a_sample(turtle: str) -> None:
    cut = damaged(turtle)
    reference, ours = both(cut.encode())
    assert len({component for _, _, component, _ in reference}) >= 5
    assert ours == reference


def damaged(turtle: str) -> str:
    """The sample with a fault of many kinds: things left out, doubled or of the wrong sort."""
    lines = turtle.splitlines(keepends=True)
    kept = [
        line
        for at, line in enumerate(lines)
        if at % 31 or not line.startswith("\t") or "." in line[-3:]
    ]
    text = "".join(kept)
    text = re.sub(r"ju:confidence 0\.\d+", "ju:confidence 7.5", text, count=3)
    text = re.sub(r"voice:tracker", "voice:government", text, count=4)
    text = re.sub(r'ju:sha256 "[0-9a-f]', 'ju:sha256 "Z', text, count=2)
    return re.sub(r"oa:hasBody organisation:", "oa:hasBody text:", text, count=5)


@pytest.mark.parametrize("of", ["bundled", "pages"])
def test_our_own_graphs_hold_no_serious_and_no_doubtful_fault(
    of: str, request: pytest.FixtureRequest
) -> None:
    graph: joinedup.Graph = request.getfixturevalue(of)
    report = check_store(graph._store)  # noqa: SLF001 - the store behind the door
    assert [check.name for check in report.counts if check.severity > Severity.SLIGHT] == []
    assert report.checks > 300


def test_a_label_among_the_positions_of_government_is_serious_and_named(turtle: str) -> None:
    memory = ox.Store()
    memory.load(
        turtle.replace("voice:tracker", "voice:government", 1).encode(), format=ox.RdfFormat.TURTLE
    )
    report = check_store(Store(memory))
    broken = {check.name: check.severity for check in report.counts}
    assert broken["VoicesApart Or"] is Severity.SERIOUS
    assert broken["tracker-speaks-as-government"] is Severity.SERIOUS


def test_the_command_shows_faults_with_their_source_record_and_exits_by_the_most_serious(
    run_joinedup: Callable[..., Run], pages_store: Path, tmp_path: Path
) -> None:
    sound = run_joinedup("check", "--store", pages_store)
    assert sound.returncode == 0, sound.stderr
    broken = tmp_path / "broken"
    with begin_version(broken) as folder:
        store = Store.create(folder / "quads")
        store.load(
            as_nquads(Store.open(pages_store)).replace(b"voices#tracker", b"voices#government")
        )
        store.compact()
        del store
    shown = run_joinedup("check", "--store", broken, "--format", "csv")
    assert shown.returncode == 8
    assert (
        "pages/public-accounts-13168.txt"
        in run_joinedup("check", "--store", broken, "--format", "csv", "--all").stdout
    )
    assert shown.stdout.startswith("severity,check,message,thing,detail,source")


def test_a_check_on_every_core_finds_the_same(
    pages_store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    here = check_store(Store.open(pages_store), limit=3)
    monkeypatch.setattr("queries.data_checks.MANY_RECORDS", 0)
    assert check_store_at(pages_store, limit=3) == here
    assert here.checks > 300


def as_nquads(store: Store) -> bytes:
    output = io.BytesIO()
    export(store, "nquads", output)
    return output.getvalue()
