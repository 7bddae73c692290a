"""Each data check beside an example that passes it and one that fails it."""

from __future__ import annotations

import re
from pathlib import Path

import pyoxigraph as ox
import pytest
from rdflib import Dataset
from rdflib.query import ResultRow

from graph.store.embedded import Store
from queries.data_checks import DataCheck, find_faults, query_checks
from queries.query_files import HERE

EXAMPLES = Path(__file__).parent / "checks"
CHECKS = query_checks()


def loaded(check: DataCheck, which: str) -> Store:
    memory = ox.Store()
    memory.load(path=EXAMPLES / check.name / f"{which}.trig", format=ox.RdfFormat.TRIG)
    return Store(memory)


def test_the_folder_of_checks_and_that_of_examples_agree() -> None:
    names = {path.stem for path in (HERE / "checks").glob("*.rq")}
    assert names == {path.name for path in EXAMPLES.iterdir()} == {check.name for check in CHECKS}
    assert len(names) >= 17


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.name)
def test_a_check_says_in_a_sentence_what_is_wrong(check: DataCheck) -> None:
    assert re.fullmatch(r"[A-Z].+\.", check.message)
    assert check.sparql.startswith("# title: ")
    assert "# description: " in check.sparql


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.name)
def test_the_passing_example_has_no_fault(check: DataCheck) -> None:
    assert list(loaded(check, "passing").rows(check.sparql)) == []


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.name)
def test_the_failing_example_has_the_fault_on_the_thing_that_is_wrong(check: DataCheck) -> None:
    things = {
        str(row[0]).strip("<>").rpartition("/")[2]
        for row in loaded(check, "failing").rows(check.sparql)
    }
    assert things & {"bad", "mention"}


def test_the_detail_of_a_fault_does_not_repeat_the_thing() -> None:
    memory = ox.Store()
    memory.load(b"<urn:a> <urn:p> <urn:a> , <urn:b> .", format=ox.RdfFormat.TURTLE)
    count, faults = find_faults(Store(memory), "SELECT ?s ?o { ?s <urn:p> ?o }", None)
    assert count == 2
    assert [fault[:2] for fault in faults] == [("urn:a", None), ("urn:a", "urn:b")]


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.name)
@pytest.mark.parametrize("which", ["passing", "failing"])
@pytest.mark.filterwarnings("ignore::DeprecationWarning")  # rdflib warns of its own calls
def test_no_check_leans_on_one_engine(check: DataCheck, which: str) -> None:
    data = Dataset()
    data.parse(EXAMPLES / check.name / f"{which}.trig", format="trig")
    theirs = {str(row[0]) for row in data.query(check.sparql) if isinstance(row, ResultRow)}
    ours = {str(row[0]).strip("<>") for row in loaded(check, which).rows(check.sparql)}
    assert ours == theirs
