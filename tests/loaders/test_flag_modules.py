"""Each flag is one folder of a rule and a concept; how severe it is, the concept alone says."""

from __future__ import annotations

import ast
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import loaders.flags
from graph.identity import IriFactory
from graph.records.findings import Finding, FindingKind
from graph.records.quality_flags import Flag, FlagEvidence
from graph.records.source_record import FindingRecord
from graph.statements.flag_statements import flag_statements
from graph.statements.ontology_statements import vocabulary
from graph.statements.record_iris import FindingIris
from loaders.flags import flag_rules, quality_flags
from loaders.responses.linking.cases import read_row
from ontology.flag_scheme import flag_concepts
from ontology.severity import Severity
from tests.answer_texts import row

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

FOLDER = Path(loaders.flags.__file__).parent
VOCABULARY = tuple(vocabulary())
ON_RECORDS = {code: concept for code, concept in flag_concepts().items() if concept.on_record}


def test_every_flag_on_records_has_its_rule_and_every_rule_its_concept() -> None:
    assert {rule.code for rule in flag_rules()} == set(ON_RECORDS)
    assert len(flag_rules()) == len(list(FOLDER.glob("*/concept.ttl")))


@pytest.mark.parametrize("code", sorted(ON_RECORDS))
def test_a_flag_is_as_severe_in_the_graph_as_in_the_scheme(code: str) -> None:
    finding = Finding(("made", "1"), FindingKind.CONCLUSION, "Made Committee")
    flag = Flag(code, FlagEvidence("text", None, None, "It is amiss."))
    iris, record = IriFactory(), FindingRecord(finding)
    shown = FindingIris.mint(iris, record, None)
    statements = list(flag_statements(iris, flag, record, shown))
    raised = {value for _, term, value in statements if term.endswith("#flag>")}
    assert len(raised) == 1
    severities = [
        value
        for subject, term, value in (*statements, *VOCABULARY)
        if subject in raised and term.endswith("#severity>")
    ]
    assert severities == [f'"{ON_RECORDS[code].severity.word}"']
    assert not any(term.endswith("#severity>") for _, term, _ in statements)


def test_no_module_of_a_flag_says_how_severe_it_is() -> None:
    words = {severity.word for severity in Severity}
    for path in FOLDER.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text())):
            assert not (isinstance(node, ast.Constant) and node.value in words), path
            assert not (isinstance(node, ast.Name) and node.id == "Severity"), path


MODULE = """
from graph.records.quality_flags import FlagEvidence
BESIDE_OTHERS = False
def check(case):
    yield FlagEvidence("text", 0, 5, "The roof leaks.")
"""


@pytest.fixture
def listed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[str, str], None]]:
    """Adds the rule of a flag, in a folder that is listed instead of that of the flags."""

    def add(text: str, name: str) -> None:
        folder = tmp_path / "flags"
        (folder / name).mkdir(parents=True)
        (folder / name / "rule.py").write_text(text)
        monkeypatch.setattr(loaders.flags, "__path__", [str(folder)])
        for module in (name, f"{name}.rule"):
            monkeypatch.delitem(sys.modules, f"loaders.flags.{module}", raising=False)
        flag_rules.cache_clear()

    yield add
    flag_rules.cache_clear()
    monkeypatch.undo()


def test_a_flag_is_added_by_adding_its_folder(listed: Callable[[str, str], None]) -> None:
    listed(MODULE, "label_drift")
    (flag,) = quality_flags(read_row(row(3, "Roofs leak.", None)))
    assert flag == Flag("label-drift", FlagEvidence("text", 0, 5, "The roof leaks."))


@pytest.mark.parametrize("lost", ["BESIDE_OTHERS = ", "def check("])
def test_a_module_that_lacks_a_part_is_refused(
    listed: Callable[[str, str], None], lost: str
) -> None:
    renamed = lost.replace("def ", "def _").replace(" = ", "_ = ")
    listed(MODULE.replace(lost, renamed), "label_drift")
    with pytest.raises(TypeError, match="needs BESIDE_OTHERS"):
        flag_rules()


def test_a_rule_without_a_concept_of_its_name_is_refused(
    listed: Callable[[str, str], None],
) -> None:
    listed(MODULE, "wet_roof")
    with pytest.raises(TypeError, match="flag:wet-roof"):
        flag_rules()
