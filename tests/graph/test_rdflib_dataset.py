"""rdflib's door: the same answers as every other, and nothing that leaves the store."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from rdflib import Literal, URIRef
from rdflib.plugins.sparql import prepareQuery, prepareUpdate

from graph.errors import InputError, QueryError
from graph.store.embedded import Store

if TYPE_CHECKING:
    from pathlib import Path

    from rdflib import Dataset, Graph

    import joinedup
    from tests.listener import Listener

RECORD = "http://example.org/records/1"


@pytest.fixture
def dataset() -> Dataset:
    store = Store.in_memory()
    store.load(f'<x:a> <x:b> "1" .\n<x:c> <x:b> "2" .\n<x:a> <x:b> "1" <{RECORD}> .\n'.encode())
    return store.dataset()


def graphs_of(dataset: Dataset) -> list[Graph]:
    return [dataset, dataset.default_graph, dataset.graph(RECORD), *dataset.graphs()]


@pytest.mark.parametrize(
    "text",
    [
        "SELECT * {{ SERVICE <{0}> {{ ?s ?p ?o }} }}",
        "SELECT * {{ service silent <{0}> {{ ?s ?p ?o }} }}",
        "SELECT * FROM <{0}> {{ ?s ?p ?o }}",
        "SELECT * FROM NAMED <{0}> {{ GRAPH ?g {{ ?s ?p ?o }} }}",
    ],
)
@pytest.mark.parametrize("options", [{}, {"use_store_provided": False}, {"base": "x:"}])
def test_no_query_is_sent(
    dataset: Dataset, listener: Listener, text: str, options: dict[str, Any]
) -> None:
    query = text.format(listener.address)
    for graph in graphs_of(dataset):
        for asked in (query, prepareQuery(query)):
            with pytest.raises(QueryError):
                graph.query(asked, **options)
        with pytest.raises(QueryError):
            graph.query(query, "sparql", "sparql", None, None, False)  # noqa: FBT003 - by position
    listener.close()
    assert listener.arrivals == 0


@pytest.mark.parametrize(
    "text",
    [
        "LOAD <{0}>",
        "load silent <{0}> INTO GRAPH <x:g>",
        "INSERT DATA {{ <x:a> <x:b> 'LOAD' }} ; LOAD <{0}>",
        "INSERT {{ ?s ?p ?o }} WHERE {{ SERVICE <{0}> {{ ?s ?p ?o }} }}",
    ],
)
@pytest.mark.parametrize("options", [{}, {"use_store_provided": False}])
def test_no_update_loads_anything(
    dataset: Dataset, listener: Listener, text: str, options: dict[str, Any]
) -> None:
    update = text.format(listener.address)
    for graph in graphs_of(dataset):
        for wanted in (update, prepareUpdate(update)):
            with pytest.raises(QueryError):
                graph.update(wanted, **options)
    listener.close()
    assert listener.arrivals == 0


def test_an_update_of_the_store_is_carried_out(dataset: Dataset) -> None:
    dataset.update("INSERT DATA { <x:SERVICE> <x:b> 'LOAD <x:c>' }")
    assert (URIRef("x:SERVICE"), URIRef("x:b"), Literal("LOAD <x:c>")) in dataset
    with pytest.raises(QueryError, match="cannot be read"):
        dataset.update("INSERT")


def test_from_is_what_it_is_elsewhere(pages: joinedup.Graph) -> None:
    dataset = pages.dataset()
    record = next(str(graph.identifier) for graph in dataset.graphs() if "record" in str(graph))
    for clauses in (f"FROM <{record}>", f"FROM NAMED <{record}>", ""):
        for pattern in ("?s ?p ?o", "GRAPH ?g { ?s ?p ?o }"):
            query = f"SELECT * {clauses} {{ {pattern} }}"
            expected = len(pages.query(query).rows)
            assert len(list(dataset.query(query))) == expected
            assert len(list(dataset.query(prepareQuery(query)))) == expected


def test_prefixes_values_and_prepared_queries_are_taken(dataset: Dataset) -> None:
    dataset.bind("bound", "x:")
    assert len(list(dataset.query("SELECT * { ?s bound:b ?o }"))) == 2
    given = dataset.query("SELECT * { ?s ex:b ?o }", initNs={"ex": "x:"})
    assert len(list(given)) == 2
    prepared = prepareQuery("SELECT * { ?s SERVICE:b ?o }", initNs={"SERVICE": URIRef("x:")})
    assert len(list(dataset.query(prepared, initBindings={"s": URIRef("x:a")}))) == 1
    relative = prepareQuery("SELECT * FROM <1> { ?s ?p ?o }", base="http://example.org/records/")
    assert len(list(dataset.query(relative))) == 1
    one = dataset.graph(RECORD)
    assert len(list(one.query("SELECT * { ?s ?p ?o }"))) == 1


def test_a_query_without_a_text_is_refused(dataset: Dataset) -> None:
    prepared = prepareQuery("SELECT * { ?s ?p ?o }")
    del prepared._original_args  # noqa: SLF001 - as one made from algebra lacks it
    with pytest.raises(QueryError, match="text"):
        dataset.query(prepared)


@pytest.mark.parametrize("context", ['"{0}c"', '["{0}c", {{}}]', '{{"@import": "{0}c"}}'])
@pytest.mark.parametrize("form", ["json-ld", "application/ld+json", None])
def test_no_context_is_fetched(
    dataset: Dataset, listener: Listener, tmp_path: Path, context: str, form: str | None
) -> None:
    text = f'{{"@context": {context.format(listener.address)}, "@id": "x:z", "p": "q"}}'
    path = tmp_path / "document.jsonld"
    path.write_text(text, encoding="utf-8")
    for graph in graphs_of(dataset):
        with pytest.raises(InputError, match="never fetched"):
            graph.parse(path, format=form)
        if form:
            with pytest.raises(InputError, match="never fetched"):
                graph.parse(data=text, format=form)
    listener.close()
    assert listener.arrivals == 0


def test_a_document_with_its_context_is_read(dataset: Dataset) -> None:
    node = '{"@id": "x:z", "p": "q"}'
    text = (
        f'{{"@context": {{"p": "x:p"}}, "@graph": [{node}, {{"@id": "x:g", "@graph": [{node}]}}]}}'
    )
    before = len(list(dataset.quads()))
    assert dataset.parse(data=text, format="json-ld") is dataset
    assert len(list(dataset.quads())) == before + 2
    dataset.parse(data="<x:z> <x:p> <x:q> .")
    assert (URIRef("x:z"), URIRef("x:p"), URIRef("x:q")) in dataset
