"""A graph that rdflib keeps answers like any other, in memory and behind a store plugin."""

from __future__ import annotations

import io
import re
from contextlib import redirect_stdout
from pathlib import Path
from typing import TYPE_CHECKING

import pyoxigraph as ox
import pytest
import rdflib

import joinedup
from graph.errors import InputError, QueryError, UsageError
from graph.store.dataset_store import DatasetStore
from graph.store.embedded import Store
from loaders.pipeline.build import fill
from queries.exports import export
from queries.query_execution import execute
from queries.query_files import list_questions
from queries.query_request import QueryRequest
from tests.conftest import PAGES

if TYPE_CHECKING:
    from queries.query_files import Question
    from tests.listener import Listener

FILES = ("public-accounts-13168.txt", "justice-1325.txt")

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning")  # rdflib's own calls


@pytest.fixture(scope="module")
def near() -> Store:
    store = Store.in_memory()
    fill(store, [str(PAGES / name) for name in FILES])
    return store


def read_into(dataset: rdflib.Dataset, store: Store) -> rdflib.Dataset:
    output = io.BytesIO()
    export(store, "nquads", output)
    dataset.parse(data=output.getvalue(), format="nquads")
    return dataset


@pytest.fixture(scope="module")
def in_memory(near: Store) -> rdflib.Dataset:
    return read_into(rdflib.Dataset(), near)


@pytest.fixture(scope="module")
def plugged(near: Store) -> rdflib.Dataset:
    """A dataset with a store plugin that answers SPARQL itself."""
    return read_into(rdflib.Dataset(store="Oxigraph"), near)


@pytest.fixture(params=["in_memory", "plugged"])
def far(request: pytest.FixtureRequest) -> DatasetStore:
    return DatasetStore(request.getfixturevalue(request.param))


def rows(store: Store | DatasetStore, question: str, values: dict[str, str]) -> list[str]:
    result = execute(store, QueryRequest(question, values, evidence=True))
    return [str(result.variables), *sorted(map(str, result.rows))]


@pytest.mark.parametrize("question", list_questions(), ids=lambda question: question.name)
def test_a_saved_question_has_the_same_rows_and_sentences(
    question: Question, near: Store, plugged: rdflib.Dataset
) -> None:
    name, values = question.name, question.example_values
    assert rows(DatasetStore(plugged), name, values) == rows(near, name, values)


def test_quads_and_graphs_are_the_same(near: Store, far: DatasetStore) -> None:
    assert len(far) == len(near)
    assert far.base == near.base
    assert far.version is None
    assert set(far.graphs()) == set(near.graphs())
    graph = min(near.graphs(), key=str)
    assert far.has_graph(graph.value)
    assert not far.has_graph("https://example.org/none")
    assert set(far.quads(graph)) == set(near.quads(graph))
    subject = min(near.subjects(graph), key=str)
    assert set(far.quads(graph, subject)) == set(near.quads(graph, subject))
    assert isinstance(far.dataset(), rdflib.Dataset)


@pytest.mark.parametrize("name", ["turtle", "trig"])
def test_an_export_has_the_same_bytes(name: str, near: Store, far: DatasetStore) -> None:
    written = []
    for store in (near, far):
        output = io.BytesIO()
        export(store, name, output)
        written.append(output.getvalue())
    assert written[0] == written[1]


def test_triples_are_triples_and_a_yes_a_yes(near: Store, far: DatasetStore) -> None:
    sparql = "CONSTRUCT { ?s <x:is> ?o } WHERE { ?s a ?o }"
    theirs, ours = far.query(sparql), near.query(sparql)
    assert isinstance(theirs, ox.QueryTriples)
    assert isinstance(ours, ox.QueryTriples)
    assert set(theirs) == set(ours)
    assert far.query("ASK { ?s ?p ?o }")
    assert not far.query("ASK { ?s ?p <x:nothing> }")


@pytest.mark.parametrize(
    "pattern",
    [
        "SELECT * WHERE {{",
        "SELECT * WHERE {{ SERVICE <{0}> {{ ?s ?p ?o }} }}",
        "SELECT * FROM <{0}> WHERE {{ ?s ?p ?o }}",
        "INSERT DATA {{ <x:a> <x:b> <x:c> }}",
    ],
)
def test_what_leaves_the_store_is_refused(
    pattern: str, far: DatasetStore, listener: Listener
) -> None:
    with pytest.raises(QueryError):
        far.query(pattern.format(listener.address))
    with pytest.raises(QueryError):
        far.query(pattern.format(listener.address), allow_service=True)
    listener.close()
    assert listener.arrivals == 0


def test_a_graph_that_the_store_holds_is_named_with_graph_alone(far: DatasetStore) -> None:
    graph = next(far.graphs()).value
    with pytest.raises(QueryError, match="Name a graph with GRAPH"):
        far.query(f"ASK FROM <{graph}> {{ ?s ?p ?o }}")


def test_what_rdflib_cannot_answer_is_an_error_of_ours(in_memory: rdflib.Dataset) -> None:
    with pytest.raises(QueryError, match="rdflib cannot answer"):
        DatasetStore(in_memory).query("SELECT (<x:unknown>(1) AS ?y) WHERE {}", base="x:y z")


def test_a_group_of_nothing_is_no_row(in_memory: rdflib.Dataset) -> None:
    sparql = "SELECT ?s (COUNT(*) AS ?n) WHERE { ?s ?p <x:nothing> } GROUP BY ?s"
    store = DatasetStore(in_memory)
    assert list(store.rows(sparql)) == []
    assert list(store.rows(f"SELECT ('a figure' AS ?name) ?n {{ {{ {sparql} }} }}")) == []
    counted = "SELECT (COUNT(*) AS ?n) WHERE { ?s ?p <x:nothing> }"
    [(number,)] = store.rows(counted)
    assert number == ox.Literal(0)


def test_a_dataset_is_opened_like_a_folder(near: Store, in_memory: rdflib.Dataset) -> None:
    graph = joinedup.open(in_memory)
    assert graph.info().rows == joinedup.Graph(near).info().rows
    with pytest.raises(UsageError, match="Open the folder"):
        joinedup.open(in_memory, known_on="2024")
    with pytest.raises(UsageError, match="in memory alone"):
        graph.undo()


def test_a_dataset_of_other_things_is_refused() -> None:
    with pytest.raises(InputError, match="no graph that joinedup made"):
        joinedup.open(rdflib.Dataset())


def test_the_example_of_the_documentation_runs(
    bundled_store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = (Path(__file__).parents[2] / "docs/stores.md").read_text(encoding="utf-8")
    (code,) = re.findall(r"```python\n(.*?)```", page, re.DOTALL)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("JOINEDUP_STORE", str(bundled_store))
    output = io.StringIO()
    with redirect_stdout(output):
        exec(compile(code, "example", "exec"), {})  # noqa: S102 - our own documents
    assert output.getvalue().strip()
