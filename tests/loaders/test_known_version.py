"""The graph of what had been published by a day."""

from __future__ import annotations

import json
import os
import shutil
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

import pytest

import joinedup
from graph.errors import DamagedStoreError, StoreError, UsageError
from graph.store.store_layout import KNOWN_FOLDER, begin_copy, current_version
from loaders.pipeline.build import BuildOptions, build
from loaders.pipeline.change import add
from loaders.pipeline.known_version import graph_known_on
from tests.conftest import PAGES
from tests.loaders.store_comparison import CASES, assert_same, graph_of
from tests.made_sources import facts, minute
from tests.soak.graphs_of_days import compare_graphs_of_days

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.conftest import Run

PAGE = PAGES / "justice-1325.txt"
REPORT = CASES / "one_report" / "report.txt"
"""Published on 24 January 2024."""

LETTER = CASES / "one_report" / "letter.txt"
"""Of 10 October 2024."""


def made_at(path: Path, text: str, day: date) -> Path:
    """A file that was last changed on a day."""
    path.write_text(text, encoding="utf-8")
    moment = datetime(day.year, day.month, day.day, 12, tzinfo=UTC).timestamp()
    os.utime(path, (moment, moment))
    return path


def test_a_day_has_the_graph_that_its_documents_make() -> None:
    assert compare_graphs_of_days(2) == []


def test_a_paper_counts_from_the_day_that_it_prints_and_a_page_from_that_of_its_reading(
    tmp_path: Path,
) -> None:
    build(
        [str(REPORT), str(LETTER), str(PAGE)], tmp_path / "s", BuildOptions(retrieved="2025-05-01")
    )
    expected = {
        date(2024, 1, 24): (6, 2, [REPORT]),
        date(2024, 10, 9): (6, 2, [REPORT]),
        date(2024, 10, 10): (7, 1, [REPORT, LETTER]),
        date(2025, 4, 30): (7, 1, [REPORT, LETTER]),
        date(2025, 5, 1): (8, 0, [REPORT, LETTER, PAGE]),
    }
    for day, (published, later, files) in expected.items():
        known_graph = graph_known_on(tmp_path / "s", day)
        assert (known_graph.counts.published, known_graph.counts.later) == (published, later)
        alone = tmp_path / f"alone-{day}"
        build(list(map(str, files)), alone, BuildOptions(retrieved="2025-05-01"))
        assert_same(known_graph.store_path, alone)


def test_a_report_that_prints_no_day_has_the_day_that_another_record_gives(tmp_path: Path) -> None:
    text = REPORT.read_text("utf-8").replace("Published on 24 January 2024", "")
    text = text.replace("HC 388", "HC 614").replace("2023–24", "2016–17")
    report = made_at(tmp_path / "report.txt", text.replace("15 January 2024", ""), date(2025, 1, 1))
    curated = made_at(tmp_path / "facts.jsonl", facts(1)["facts.jsonl"], date(2025, 1, 1))
    build([str(report), str(curated)], tmp_path / "s")
    known_graph = graph_known_on(tmp_path / "s", date(2016, 10, 28))
    assert (known_graph.counts.published, known_graph.counts.later) == (6, 1)
    with pytest.raises(UsageError, match="none is known to have been published by 2016-10-27"):
        graph_known_on(tmp_path / "s", date(2016, 10, 27))


def test_a_month_counts_from_its_last_day(tmp_path: Path) -> None:
    made = made_at(tmp_path / "minute.txt", minute(2)["minute.txt"], date(2025, 1, 1))
    build([str(made), str(REPORT)], tmp_path / "s")
    with pytest.raises(UsageError):
        graph_known_on(tmp_path / "s", date(2016, 12, 30))
    assert graph_known_on(tmp_path / "s", date(2016, 12, 31)).counts.published == 1


def test_an_earlier_reading_of_a_page_comes_back(tmp_path: Path) -> None:
    page, store = tmp_path / "page.txt", tmp_path / "s"
    shutil.copy(PAGE, page)
    first = tmp_path / "first"
    build([str(page)], store, BuildOptions(retrieved="2025-01-31"))
    build([str(page)], first, BuildOptions(retrieved="2025-01-31"))
    page.write_text(page.read_text("utf-8").replace("Rejected", "Accepted"), "utf-8")
    add([str(page), str(REPORT)], store)
    known_graph = graph_known_on(store, date(2025, 2, 1))
    assert (known_graph.counts.published, known_graph.counts.earlier_readings) == (6, 1)
    add([str(REPORT)], first)
    assert graph_of(known_graph.store_path) == graph_of(first)


def test_a_change_of_the_graph_makes_its_earlier_days_anew(tmp_path: Path) -> None:
    store = tmp_path / "s"
    build([str(REPORT), str(PAGE)], store)
    assert graph_known_on(store, date(2024, 12, 1)).counts.published == 6
    with begin_copy(store) as folder:
        assert not (folder / KNOWN_FOLDER).exists()
    add([str(LETTER)], store)
    assert graph_known_on(store, date(2024, 12, 1)).counts.published == 7


def test_counts_that_are_broken_are_said_to_be(tmp_path: Path) -> None:
    build([str(REPORT)], tmp_path / "s")
    known_graph = graph_known_on(tmp_path / "s", date(2024, 12, 1))
    (current_version(known_graph.store_path) / "published.json").write_text("{")
    with pytest.raises((DamagedStoreError, StoreError), match="broken"):
        graph_known_on(tmp_path / "s", date(2024, 12, 1))


def test_commands_and_methods_take_the_day(
    tmp_path: Path, run_joinedup: Callable[..., Run]
) -> None:
    build([str(REPORT), str(LETTER)], tmp_path / "s")
    words = ("ask", "share-accepted", "--known-on", "2024-06", "--store", "s", "--format", "json")
    asked = run_joinedup(*words)
    assert "6 of 7 records had been published by then" in " ".join(asked.stderr.split())
    assert "Left out: 1 published or read later, 0 without a day." in " ".join(asked.stderr.split())
    graph = joinedup.open(tmp_path / "s", known_on="2024-06")
    assert graph.publication_counts is not None
    assert graph.publication_counts.total == 7
    rows = json.loads(asked.stdout)["results"]["bindings"]
    assert len(rows) == len(graph.ask("share-accepted").rows)
    info = run_joinedup("info", "--known-on", "2024-06-30", "--store", "s").stdout
    assert info != run_joinedup("info", "--store", "s").stdout
    early = run_joinedup("info", "--known-on", "2001", "--store", "s")
    assert early.returncode == 2
    assert "Give a later day with --known-on" in " ".join(early.stderr.split())
    with pytest.raises(UsageError, match="is not a date"):
        joinedup.open(tmp_path / "s", known_on="soon")
