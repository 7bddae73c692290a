"""Each rule of hygiene beside an example that passes it and one that fails it."""

from __future__ import annotations

import re
from pathlib import Path

import pyoxigraph as ox
import pytest
from rdflib import Dataset
from rdflib.query import ResultRow

from graph.store.embedded import Store
from queries.data_checks import Rule, hygiene_rules
from queries.query_files import HERE

EXAMPLES = Path(__file__).parent / "checks"
RULES = hygiene_rules()


def loaded(rule: Rule, which: str) -> Store:
    memory = ox.Store()
    memory.load(path=EXAMPLES / rule.name / f"{which}.trig", format=ox.RdfFormat.TRIG)
    return Store(memory)


def test_the_folder_of_rules_and_that_of_examples_agree() -> None:
    names = {path.stem for path in (HERE / "checks").glob("*.rq")}
    assert names == {path.name for path in EXAMPLES.iterdir()} == {rule.name for rule in RULES}
    assert len(names) >= 17


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_a_rule_says_in_a_sentence_what_is_wrong(rule: Rule) -> None:
    assert re.fullmatch(r"[A-Z].+\.", rule.message)
    assert rule.sparql.startswith("# title: ")
    assert "# description: " in rule.sparql


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_the_passing_example_has_no_fault(rule: Rule) -> None:
    assert list(loaded(rule, "passing").rows(rule.sparql)) == []


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_the_failing_example_has_the_fault_on_the_thing_that_is_wrong(rule: Rule) -> None:
    things = {
        str(row[0]).strip("<>").rpartition("/")[2]
        for row in loaded(rule, "failing").rows(rule.sparql)
    }
    assert things & {"bad", "mention"}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
@pytest.mark.parametrize("which", ["passing", "failing"])
@pytest.mark.filterwarnings("ignore::DeprecationWarning")  # rdflib warns of its own calls
def test_no_rule_leans_on_one_engine(rule: Rule, which: str) -> None:
    data = Dataset()
    data.parse(EXAMPLES / rule.name / f"{which}.trig", format="trig")
    theirs = {str(row[0]) for row in data.query(rule.sparql) if isinstance(row, ResultRow)}
    ours = {str(row[0]).strip("<>") for row in loaded(rule, which).rows(rule.sparql)}
    assert ours == theirs
