"""Every question of the book on a small graph: the rows, what must change them, and two engines."""

from __future__ import annotations

import io
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pyoxigraph as ox
import pytest
import rdflib

from graph.identity import DEFAULT_BASE
from graph.statements.ntriples import in_default_graph
from graph.statements.ontology_statements import vocabulary
from graph.store.embedded import Store
from queries.conversion import as_table, to_python
from queries.parameter_values import KINDS, fill_parameters
from queries.query_files import list_questions
from queries.query_result import materialise

if TYPE_CHECKING:
    from collections.abc import Sequence

    from queries.query_files import Question

HERE = Path(__file__).parent / "saved"
PREFIXES = (HERE / "prefixes.ttl").read_text(encoding="utf-8")
NAMES = sorted(path.parent.name for path in HERE.glob("*/case.toml"))
BASE = f'<{DEFAULT_BASE}id/dataset/graph> <http://rdfs.org/ns/void#uriSpace> "{DEFAULT_BASE}" .\n'
Row = tuple[object, ...]


def case(name: str) -> dict[str, Any]:
    return tomllib.loads((HERE / name / "case.toml").read_text(encoding="utf-8"))


MUTATIONS = [(name, at) for name in NAMES for at in range(len(case(name)["mutations"]))]


def store_of(name: str, mutation: int | None = None) -> ox.Store:
    store = ox.Store()
    store.load((BASE + in_default_graph(vocabulary())).encode(), format=ox.RdfFormat.N_QUADS)
    graph = (HERE / name / "graph.trig").read_text(encoding="utf-8")
    store.load(f"{PREFIXES}{graph}".encode(), format=ox.RdfFormat.TRIG)
    if mutation is not None:
        prefixes = PREFIXES.replace("@prefix", "PREFIX").replace("> .", ">")
        store.update(prefixes + case(name)["mutations"][mutation]["update"])
    store.update((HERE / "shortcuts.ru").read_text(encoding="utf-8"))
    return store


def sparql(name: str, store: ox.Store) -> str:
    asked = next(one for one in list_questions() if one.name == name)
    return fill_parameters(asked, case(name).get("given", {}), Store(store))


def oxigraph(name: str, store: ox.Store) -> list[Row]:
    found = materialise(Store(store).query(sparql(name, store)))
    return list(as_table(found, compact=True).rows)


def with_rdflib(name: str, store: ox.Store) -> list[Row]:
    output = io.BytesIO()
    store.dump(output, format=ox.RdfFormat.N_QUADS)
    dataset = rdflib.Dataset()
    dataset.parse(data=output.getvalue(), format="nquads")
    found = dataset.query(sparql(name, store))
    variables = [str(variable) for variable in found.vars or ()]
    return [tuple(_plain(row[variable]) for variable in variables) for row in found]  # type: ignore[index,call-overload] # rows of a SELECT


def _plain(term: rdflib.term.Node | None) -> object:
    if isinstance(term, rdflib.URIRef):
        return to_python(ox.NamedNode(str(term)), compact=True)
    if isinstance(term, rdflib.Literal) and isinstance(term.value, int | float):
        return term.value
    if isinstance(term, rdflib.Literal) and str(term.datatype).endswith("#decimal"):
        return float(term)
    return None if term is None else str(term)


def told(rows: Sequence[Sequence[object]]) -> list[Row]:
    """Rows of a case file, in which an empty text stands for an empty cell."""
    return [tuple(None if value == "" else value for value in row) for row in rows]


def test_every_question_has_a_case_and_every_case_a_question() -> None:
    assert [asked.name for asked in list_questions()] == NAMES
    assert len(list(HERE.iterdir())) == len(NAMES) + 2  # prefixes, shortcuts
    assert len(NAMES) >= 20


def test_every_mutation_in_the_folders_is_collected() -> None:
    files = (path.read_text(encoding="utf-8") for path in HERE.glob("*/case.toml"))
    assert sum(text.count("[[mutations]]") for text in files) == len(MUTATIONS)
    assert {name for name, _ in MUTATIONS} == set(NAMES)


@pytest.mark.parametrize("asked", list_questions(), ids=lambda asked: asked.name)
def test_the_head_says_what_the_query_does(asked: Question) -> None:
    assert asked.title
    assert asked.description
    assert asked.keywords
    answer = ox.Store().query(asked.sparql)
    assert isinstance(answer, ox.QuerySolutions)
    assert [column.name for column in asked.columns] == [v.value for v in answer.variables]
    assert asked.sparql.count("VALUES ?") >= len(asked.parameters)
    for parameter in asked.parameters:
        assert parameter.kind in KINDS
        assert asked.sparql.count(f"VALUES ?{parameter.name} {{ ") == 1, "one place to change it"
        assert parameter.default


@pytest.mark.parametrize("name", NAMES)
def test_the_rows_are_those_expected(name: str) -> None:
    assert oxigraph(name, store_of(name)) == told(case(name)["rows"])


@pytest.mark.parametrize(("name", "mutation"), MUTATIONS)
def test_a_change_to_the_graph_changes_the_rows(name: str, mutation: int) -> None:
    changed = told(case(name)["mutations"][mutation]["rows"])
    assert changed != told(case(name)["rows"])
    assert oxigraph(name, store_of(name, mutation)) == changed


@pytest.mark.parametrize("name", NAMES)
def test_rdflib_gives_the_same_rows(name: str) -> None:
    store = store_of(name)
    assert sorted(with_rdflib(name, store), key=str) == sorted(oxigraph(name, store), key=str)
