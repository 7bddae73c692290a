"""A query that would overflow the engine's stack is a sentence, and any other is answered."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pyoxigraph as ox
import pytest

from graph.errors import QueryError
from graph.store.embedded import Store
from graph.store.query_depth import nests_too_deeply
from queries.query_request import QueryRequest
from queries.query_runner import run

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

NESTED: dict[str, Callable[[int], str]] = {
    "brackets": lambda n: f"FILTER({'(' * n}1{')' * n})",
    "groups": lambda n: "{" * n + "}" * n,
    "functions": lambda n: f"FILTER({'STR(' * n}?x{')' * n})",
    "patterns that exist": lambda n: "FILTER EXISTS {" * n + "}" * n,
    "lists": lambda n: f"FILTER({'1 IN (' * n}1{')' * n})",
    "sub-queries": lambda n: "{SELECT * {" * n + "}}" * n,
    "options": lambda n: "OPTIONAL {" * n + "}" * n,
    "nodes": lambda n: f"{'[?p ' * n}1{']' * n} ?p ?o",
    "collections": lambda n: f"{'(' * n}1{')' * n} ?p ?o",
    "statements": lambda n: f"{'<<' * n}?s ?p ?o{'>> ?p ?o' * n}",
    "paths": lambda n: f"?s {'(' * n}<x:a>{')*' * n} ?o",
}
CHAINED: dict[str, Callable[[int], str]] = {
    "negations": lambda n: f"FILTER({'!' * n}1)",
    "alternatives": lambda n: f"FILTER({'||'.join(['?x'] * n)})",
    "differences": lambda n: f"FILTER({'-'.join(['?x'] * n)})",
    "numbers": lambda n: f"FILTER(1{'-1' * n})",
    "unions": lambda n: "UNION".join(["{}"] * n),
    "values": lambda n: " ".join(f"BIND(1 AS ?v{number})" for number in range(n)),
    "filters": lambda n: "FILTER(1)" * n,
    "steps": lambda n: f"?s {'|'.join(['<x:a>'] * n)} ?o",
}


@pytest.mark.parametrize("kind", NESTED)
@pytest.mark.parametrize("count", [1_000, 10_000, 50_000])
def test_what_nests_too_deeply_is_refused(kind: str, count: int) -> None:
    with pytest.raises(QueryError, match="nested too deeply"):
        Store.in_memory().query(f"SELECT * {{ {NESTED[kind](count)} }}")


@pytest.mark.parametrize("kind", CHAINED)
def test_what_follows_each_other_too_often_is_refused(kind: str) -> None:
    with pytest.raises(QueryError, match="nested too deeply"):
        Store.in_memory().query(f"SELECT * {{ {CHAINED[kind](20_000)} }}")


@pytest.mark.parametrize("kind", [*NESTED, *CHAINED])
def test_what_people_write_is_answered(kind: str) -> None:
    query = f"SELECT * {{ {(NESTED | CHAINED)[kind](60)} }}"
    assert isinstance(Store.in_memory().query(query), ox.QuerySolutions)


@pytest.mark.parametrize(
    "harmless",
    [
        f"FILTER(?x IN ({', '.join(map(str, range(20_000)))}))",
        f"FILTER(?x = '{'(' * 20_000}')",
        f"FILTER(?x = '''{'{' * 20_000}''')",
        f"FILTER(?x = 1) #{'[' * 20_000}",
        "?s ?p <http://example.org/a-b/c+d*e> ." * 300,
        "?s a ?c ; ?p ?o . " * 300,
    ],
)
def test_brackets_that_nest_nothing_are_no_fault(harmless: str) -> None:
    assert not nests_too_deeply(f"SELECT * {{ {harmless} }}")


HIDDEN = f"SELECT * {{ FILTER(1<?b#'> '''\n||{'(' * 20_000}1{')' * 20_000} #'''\n)}}"


def test_an_overflow_that_was_not_foreseen_is_the_same_sentence(pages_store: Path) -> None:
    assert not nests_too_deeply(HIDDEN)
    with pytest.raises(QueryError, match="nested too deeply"):
        run(pages_store, QueryRequest(HIDDEN))
