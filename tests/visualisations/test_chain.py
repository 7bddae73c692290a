"""The chain of a recommendation that was made again, as a time line."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest

from graph.store.embedded import Store
from loaders.pipeline.build import build
from tests.conftest import PAGES
from tests.made_facts import HOSTILE, chart_of, naming
from visualisations.graph_facts import PositionFacts, RepeatFacts, read_facts
from visualisations.svg import as_text
from visualisations.views.chain import MOST_FINDINGS

if TYPE_CHECKING:
    from pathlib import Path

    from visualisations.graph_facts import GraphFacts

MADE = PAGES.parents[1] / "made_again"
ACCEPTED = PositionFacts("government", "Words", "Accepted", "We agree.", "2021-02-01", "")


def finding(number: int) -> str:
    return f"urn:id/finding/{number}"


def chained(length: int) -> GraphFacts:
    """Findings of following years, each of which makes the one before again, and one apart."""
    facts = naming(*[("A",)] * (length + 1))
    findings = {
        iri: replace(one, issued=f"{2000 + int(iri.rsplit('/', 1)[1])}-05-01")
        for iri, one in facts.findings.items()
    }
    findings[finding(0)] = replace(findings[finding(0)], stances=(ACCEPTED,))
    repeats = tuple(
        RepeatFacts(finding(later), finding(later - 1), "Said to be made again", "Again.", "First.")
        for later in range(1, length)
    )
    return replace(facts, findings=findings, repeats=repeats)


@pytest.mark.parametrize("number", [0, 1, 2])
def test_the_chain_is_the_same_from_each_of_its_findings(number: int) -> None:
    shown = chart_of(chained(3), "chain", finding(number))
    assert shown.caption[0] == "2 repeats among 3 findings, of 4 in the graph."
    assert "known for 1 of 3" in shown.caption[1]
    assert "said of delivery for 0 of 3" in shown.caption[1]
    again = [part for part in shown.parts if "makes" in part.title]
    assert [part.findings for part in again] == [
        (finding(0), finding(1)),
        (finding(1), finding(2)),
    ]
    assert all("“First.” Again: “Again.”" in part.text for part in again)


def test_every_part_is_drawn_and_every_row_of_the_table_has_one() -> None:
    shown = chart_of(chained(3), "chain", finding(0))
    drawn = {group.get("data-part") for group in shown.drawing.iter("g")} - {None}
    assert drawn == {str(number) for number in range(len(shown.parts))}
    assert len(shown.table.rows) == len(shown.parts)


def test_a_finding_alone_says_that_no_repeat_is_known() -> None:
    shown = chart_of(chained(3), "chain", finding(3))
    assert shown.caption[0].startswith("The graph states no repeat of finding 3")
    assert len(shown.parts) == 1


def test_a_chain_that_is_too_long_says_what_is_left_out() -> None:
    shown = chart_of(chained(MOST_FINDINGS + 2), "chain", finding(0))
    assert "2 later findings more than fit" in shown.caption[0]


def test_two_that_make_one_another_again_on_one_day_are_drawn() -> None:
    facts = chained(2)
    undated = {iri: replace(one, issued="") for iri, one in facts.findings.items()}
    shown = chart_of(replace(facts, findings=undated), "chain", finding(0))
    assert len(shown.parts) == 4


def test_a_sentence_from_a_source_is_no_markup() -> None:
    facts = chained(2)
    hostile = replace(facts.repeats[0], words=HOSTILE, because=HOSTILE)
    findings = facts.findings | {finding(0): replace(facts.findings[finding(0)], label=HOSTILE)}
    facts = replace(facts, repeats=(hostile,), findings=findings)
    text = as_text(chart_of(facts, "chain", finding(0)).drawing)
    assert "<img" not in text
    assert ET.fromstring(text).tag.endswith("svg")  # noqa: S314 - our own drawing


def test_the_chains_of_a_graph_are_those_of_its_repeats(tmp_path: Path) -> None:
    build([str(MADE / "first-report.csv"), str(MADE / "later-report.csv")], tmp_path / "store")
    facts = read_facts(Store.open(tmp_path / "store"))
    assert len(facts.repeats) == 26
    for repeat in facts.repeats[:5]:
        shown = chart_of(facts, "chain", repeat.later)
        assert shown.caption[0].startswith("1 repeat among 2 findings")
        assert repeat.earlier_words in shown.parts[-1].text
