"""No value changes what a question asks, whatever somebody types."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pyoxigraph as ox
import pytest
import rdflib.plugins.sparql as rdflib_sparql
from hypothesis import example, given
from hypothesis import strategies as st
from rdflib import Dataset

from graph.errors import UnknownNameError, UsageError
from graph.store.bound_values import as_sparql
from graph.store.embedded import Store
from loaders.pipeline.build import fill
from queries.entity_lookup import load_lookup
from queries.parameter_values import fill_parameters
from queries.query_files import Question, list_questions

if TYPE_CHECKING:
    import joinedup

HOSTILE = (
    '"',
    "'",
    '"""',
    "} #",
    "} UNION { ?s ?p ?o }",
    "<http://x/>",
    "> } SERVICE <http://x/> {",
    "\n",
    "\\",
    '\\"',
    "\\u0022 } #",
    "\\U00000022 } #",
    "\\\\u0022",
    "?on",
    "UNDEF",
    "'; DROP ALL",
    "VALUES ?words { 1 }",
)
ASKED = Question(
    "a-test",
    'SELECT ?words ?after WHERE { VALUES ?words { "nothing" } BIND("kept" AS ?after) }',
    (("title", "A test?"), ("parameter", "words (text): Words.")),
)
TEXTS = st.one_of(st.text(), st.lists(st.sampled_from(HOSTILE)).map("".join))
ANY = "".join(map(chr, range(1, 0x250)))


def asked_in_rdflib(sparql: str) -> list[tuple[str, ...]]:
    return [tuple(map(str, row)) for row in Dataset().query(sparql)]  # type: ignore[arg-type] # rows of a SELECT


@given(TEXTS)
@example(ANY)
def test_words_come_back_as_they_went_in_and_nothing_else_changes(words: str) -> None:
    sparql = fill_parameters(ASKED, {"words": words}, Store.in_memory())
    (row,) = Store.in_memory().rows(sparql)
    assert [term.value for term in row if isinstance(term, ox.Literal)] == [words, "kept"]
    before, after = sparql.split(as_sparql(ox.Literal(words)), maxsplit=1)
    assert (before, after) == tuple(ASKED.sparql.split('"nothing"'))


@given(TEXTS.filter(lambda words: "\r" not in words))
@example("\\u0022 } #")
@example("\\\\U00000022")
def test_an_engine_that_reads_escapes_first_reads_the_same(words: str) -> None:
    sparql = fill_parameters(ASKED, {"words": words}, Store.in_memory())
    assert asked_in_rdflib(sparql) == [(words, "kept")]


@given(st.one_of(TEXTS, st.sampled_from(HOSTILE)))
def test_every_other_kind_of_value_is_one_of_its_kind_or_refused(words: str) -> None:
    for asked in list_questions():
        for parameter in asked.parameters:
            if parameter.kind in ("date", "integer"):
                try:
                    sparql = fill_parameters(asked, {parameter.name: words}, Store.in_memory())
                except UsageError:
                    continue
                assert_same_query(asked, sparql)


def assert_same_query(asked: Question, sparql: str) -> None:
    """Nothing but one literal of the block is another."""
    lines = zip(asked.sparql.splitlines(), sparql.splitlines(), strict=True)
    changed = [(old, new) for old, new in lines if old != new]
    assert all("VALUES ?" in old and new.count("^^") == 1 for old, new in changed)
    rdflib_sparql.prepareQuery(sparql)


@pytest.mark.parametrize("words", [word for word in HOSTILE if word.strip()])
def test_names_are_found_or_refused_and_never_pasted(words: str, bundled: joinedup.Graph) -> None:
    with pytest.raises(UnknownNameError):
        bundled.ask("about-a-programme", programme=words)
    with pytest.raises(UnknownNameError):
        bundled.ask("story-of-a-finding", finding=words)


def test_names_are_recognised_as_people_type_them(bundled: joinedup.Graph) -> None:
    rows = bundled.ask("sentences-between", a="DfE", b="MoJ").rows
    assert rows
    for one, other in (
        ("department for education", "ministry of justice"),
        ("DFE", "Ministry  of Justice"),
        ("organisation/department-for-education", "moj"),
    ):
        assert bundled.ask("sentences-between", a=one, b=other).rows == rows


def test_several_programmes_may_be_given(bundled: joinedup.Graph) -> None:
    one = bundled.ask("about-a-programme", programme="BOLD").rows
    both = bundled.ask("about-a-programme", programme=["BOLD", "Data First"]).rows
    assert set(one) < set(both)


def test_a_date_takes_one_value(bundled: joinedup.Graph) -> None:
    with pytest.raises(UsageError, match="takes one value"):
        bundled.ask("overdue-commitments", as_of=["2024-01-01", "2025-01-01"])
    assert bundled.ask("overdue-commitments", as_of="today").columns


def test_defaults_follow_the_base_of_the_graph() -> None:
    store = Store.in_memory()
    store.load(b'<http://x/g> <http://rdfs.org/ns/void#uriSpace> "https://example.org/ours/" .\n')
    about = next(asked for asked in list_questions() if asked.name == "about-a-programme")
    assert "<https://example.org/ours/id/initiative/bold>" in fill_parameters(about, {}, store)


def test_committees_have_names_too() -> None:
    store = Store.in_memory()
    fill(store, ["finding_facts"])
    assert (
        load_lookup(store, ("committee",)).find("public accounts committee").endswith("committee")
    )
