"""The evaluation tests of SPARQL 1.1 by the W3C, as the source distribution of rdflib has them.

`tests/install-tools` fetches them; nothing of them is part of this project.
"""

from __future__ import annotations

import csv
import io
from collections import Counter
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

import pyoxigraph as ox
import rdflib
from rdflib import RDF, XSD, Namespace
from rdflib.collection import Collection

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from graph.store.readable_store import Term

SUITE = Path(__file__).parents[2] / "w3c" / "sparql11"
SPACE = "http://www.w3.org/2009/sparql/docs/tests/data-sparql11/"
"""Where the files of the suite stand on the web; graphs are called by it."""

MF = Namespace("http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#")
QT = Namespace("http://www.w3.org/2001/sw/DataAccess/tests/test-query#")
RS = Namespace("http://www.w3.org/2001/sw/DataAccess/tests/result-set#")
LEFT_OUT = {
    "entailment": "regimes of entailment, which this endpoint does not have",
    "service": "queries that call on other servers",
}
"""Folders whose tests are not of plain evaluation, and of what they are."""

_KINDS = (MF.QueryEvaluationTest, MF.CSVResultFormatTest)
_NUMBERS = {str(XSD[name]): Decimal for name in ("decimal", "integer", "int", "long", "byte")} | {
    str(XSD[name]): float for name in ("double", "float")
}

Row = frozenset[tuple[str, str]]


@dataclass(frozen=True)
class EvaluationTest:
    """A query, the graphs that it asks, and the file with its answer."""

    name: str
    query: Path
    default_graphs: tuple[str, ...]
    named_graphs: tuple[str, ...]
    answer: Path


def evaluation_tests() -> list[EvaluationTest]:
    """All tests of the suite, in the order of its files."""
    return [
        test
        for manifest in sorted(SUITE.glob("*/manifest.ttl"))
        if manifest.parent.name not in LEFT_OUT
        for test in _tests(manifest)
    ]


def _tests(manifest: Path) -> Iterator[EvaluationTest]:
    graph = rdflib.Graph().parse(manifest, publicID=_address(manifest))
    for entries in graph.objects(None, MF.entries):
        for entry in Collection(graph, entries):
            action, result = graph.value(entry, MF.action), graph.value(entry, MF.result)
            if graph.value(entry, RDF.type) not in _KINDS or action is None:
                continue
            yield EvaluationTest(
                f"{manifest.parent.name}/{str(entry).partition('#')[2]}",
                _file(str(graph.value(action, QT.query))),
                tuple(map(str, graph.objects(action, QT.data))),
                tuple(map(str, graph.objects(action, QT.graphData))),
                _file(str(result)),
            )


def _address(path: Path) -> str:
    return SPACE + path.relative_to(SUITE).as_posix()


def _file(address: str) -> Path:
    return SUITE / address.removeprefix(SPACE)


def graphs_of(tests: Iterable[EvaluationTest]) -> Iterator[ox.Quad]:
    """The graphs that tests ask, each called by its address, in one data set."""
    addresses = {name for test in tests for name in (*test.default_graphs, *test.named_graphs)}
    addresses.update(_address(path) for path in (SUITE / "construct").glob("data*.ttl"))
    for number, address in enumerate(sorted(addresses)):
        form = ox.RdfFormat.from_extension(address.rpartition(".")[2])
        for quad in ox.parse(path=str(_file(address)), format=form, base_iri=address):
            subject, value = _apart(quad.subject, number), _apart(quad.object, number)
            assert not isinstance(subject, ox.Literal)
            yield ox.Quad(subject, quad.predicate, value, ox.NamedNode(address))


def _apart(term: Term, number: int) -> Term:
    """A term whose blank nodes are those of one file."""
    return ox.BlankNode(f"g{number}{term.value}") if isinstance(term, ox.BlankNode) else term


def with_base(test: EvaluationTest) -> str:
    """The query, whose relative addresses are those of its folder."""
    return f"BASE <{_address(test.query)}>\n{test.query.read_text(encoding='utf-8')}"


def expected_triples(path: Path) -> ox.Dataset | None:
    """The graph that is expected; None if the file holds rows or a truth value."""
    if path.suffix not in {".ttl", ".rdf", ".nt"}:
        return None
    form = ox.RdfFormat.from_extension(path.suffix[1:])
    quads = list(ox.parse(path=str(path), format=form, base_iri=_address(path)))
    is_rows = any(quad.object == ox.NamedNode(str(RS.ResultSet)) for quad in quads)
    return None if is_rows else ox.Dataset(quads)


def expected_rows(path: Path) -> Counter[Row] | bool:
    """The rows or the truth value that are expected."""
    if path.suffix in {".ttl", ".rdf"}:
        return _rows_of_graph(path)
    form = ox.QueryResultsFormat.from_extension(path.suffix[1:])
    return rows_of(path.read_bytes(), form)


def rows_of(content: bytes, form: ox.QueryResultsFormat | None) -> Counter[Row] | bool:
    """Rows as they can be compared: numbers by value, blank nodes by what they have in common."""
    result = ox.parse_query_results(content, format=form)
    if isinstance(result, ox.QueryBoolean):
        return bool(result)
    names = [variable.value for variable in result.variables]
    return comparable(
        {name: term for name, term in zip(names, row, strict=True) if term is not None}
        for row in result
    )


def _rows_of_graph(path: Path) -> Counter[Row]:
    graph = ox.Store()
    graph.load(path=str(path), base_iri=_address(path))
    rows: dict[str, dict[str, Term]] = {}
    bindings = graph.query(
        f"SELECT ?row ?name ?value {{ ?row <{RS.binding}> ?b ."
        f" ?b <{RS.variable}> ?name ; <{RS.value}> ?value }}"
    )
    assert isinstance(bindings, ox.QuerySolutions)
    for row, name, value in bindings:
        rows.setdefault(str(row), {})[name.value] = value
    return comparable(rows.values())


def comparable(rows: Iterable[Mapping[str, Term]]) -> Counter[Row]:
    """Rows as texts; blank nodes have names that are the same in any two answers that are alike."""
    listed = [dict(row) for row in rows]
    names = _blank_names(listed)
    return Counter(
        frozenset((name, names.get(term, _text(term))) for name, term in row.items())
        for row in listed
    )


def _blank_names(rows: list[dict[str, Term]]) -> dict[Term, str]:
    """Names for blank nodes by where they stand: in which columns, beside which values."""
    places: dict[Term, Counter[str]] = {}
    for row in rows:
        beside = sorted((name, _text(term)) for name, term in row.items() if not _is_blank(term))
        for name, term in row.items():
            if _is_blank(term):
                same = sorted(other for other, value in row.items() if value == term)
                places.setdefault(term, Counter())[f"{name} {beside} {same}"] += 1
    return {term: f"_:{sorted(places[term].items())}" for term in places}


def _is_blank(term: Term) -> bool:
    return isinstance(term, ox.BlankNode)


def _text(term: Term) -> str:
    if isinstance(term, ox.Literal) and (number := _NUMBERS.get(term.datatype.value)):
        return f"{_plain(number(term.value))}^^{term.datatype.value}"
    return str(term)


def _plain(number: Decimal | float) -> str:
    return f"{number.normalize():f}" if isinstance(number, Decimal) else repr(number)


def csv_rows(text: str) -> Counter[Row]:
    """Rows of comma-separated values by their columns; names of blank nodes say nothing."""
    return Counter(
        frozenset((name, "_:" if value.startswith("_:") else value) for name, value in row.items())
        for row in csv.DictReader(io.StringIO(text, newline=""))
    )


def protocol_tests() -> set[str]:
    """Names of the tests of the protocol, but for updates that a server would have to carry out."""
    manifest = rdflib.Graph().parse(SUITE / "protocol" / "manifest.ttl", publicID=SPACE)
    names = {str(test).partition("#")[2] for test in manifest.subjects(RDF.type, MF.ProtocolTest)}
    return {name for name in names if not name.startswith("update_")}
