"""Every output counts quality flags alike: on the fixture pages the same flags and findings."""

from __future__ import annotations

import csv
import json
from io import StringIO
from typing import TYPE_CHECKING

import pytest

from graph.store.store_layout import current_version
from joinedup.release.statement import statement
from ontology.flag_scheme import flag_concepts
from queries.data_checks import check_store
from queries.flag_counts import FlagCount, FlagCounts, flag_counts
from queries.query_files import list_questions

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from graph.store.embedded import Store
    from tests.conftest import Run


@pytest.fixture(scope="module")
def counts(shown_store: Store) -> FlagCounts:
    return flag_counts(shown_store)


def test_some_finding_carries_a_flag_twice(counts: FlagCounts) -> None:
    """Otherwise the outputs could agree although they count different things."""
    (differing,) = (count for count in counts.by_flag if count.label == "label differs")
    assert differing.flags > differing.findings > 10
    assert counts.flags == sum(count.flags for count in counts.by_flag)
    assert counts.findings < sum(count.findings for count in counts.by_flag)
    assert 0 < counts.findings < counts.all_findings


def test_the_build_report_counts_what_the_graph_holds(
    counts: FlagCounts, pages_store: Path
) -> None:
    report = json.loads((current_version(pages_store) / "report.json").read_text())
    assert report["quality_flags"]["flags"] == counts.flags
    assert report["quality_flags"]["findings"] == counts.findings
    assert [FlagCount(**each) for each in report["quality_flags"]["by_flag"]] == list(
        counts.by_flag
    )


def test_info_counts_flags_and_findings_alike(
    counts: FlagCounts, run_joinedup: Callable[..., Run], pages_store: Path
) -> None:
    done = run_joinedup("info", "--format", "csv", "--store", pages_store)
    figures = {name: int(count) for name, count, *_ in list(csv.reader(StringIO(done.stdout)))[1:]}
    assert figures["findings with a quality flag"] == counts.findings
    for each in counts.by_flag:
        assert figures[f"quality flags: {each.label}"] == each.flags
        assert figures[f"findings with quality flag: {each.label}"] == each.findings


def test_the_release_counts_flags_and_findings_alike(
    counts: FlagCounts, shown_store: Store
) -> None:
    (section,) = (each for each in list_questions("release") if each.title == "Quality flags")
    rows = statement(shown_store, check_store(shown_store)).split(f"## {section.title}\n")[1]
    cells = [[cell.strip() for cell in line.split("|")[1:-1]] for line in rows.splitlines()]
    told = {
        cell[0].lower(): (int(cell[2]), int(cell[3]))
        for cell in cells
        if cell[3:4] != [] and cell[3].isdigit()
    }
    assert told == {each.label: (each.flags, each.findings) for each in counts.by_flag}


def test_check_says_that_flags_are_no_faults_and_how_many_there_are(
    counts: FlagCounts, run_joinedup: Callable[..., Run], pages_store: Path
) -> None:
    done = run_joinedup("check", "--store", pages_store)
    assert f"not faults of the graph: {counts}." in done.stderr


def test_every_label_that_is_counted_stands_in_the_scheme(counts: FlagCounts) -> None:
    labels = {concept.label.lower() for concept in flag_concepts().values() if concept.on_record}
    assert {each.label for each in counts.by_flag} <= labels


def test_the_question_on_labels_lists_the_findings_that_are_flagged(
    counts: FlagCounts, run_joinedup: Callable[..., Run], pages_store: Path
) -> None:
    words = ("ask", "labels-that-differ", "--format", "csv", "--store", pages_store)
    rows = list(csv.DictReader(StringIO(run_joinedup(*words).stdout)))
    (differing,) = (count for count in counts.by_flag if count.label == "label differs")
    assert len({row["finding"] for row in rows if row["flag"]}) == differing.findings
    assert {row["finding"] for row in rows if not row["flag"]} == set()
    assert {int(row["total"]) for row in rows} < set(range(differing.findings, counts.all_findings))
