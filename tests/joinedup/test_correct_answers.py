"""Commitments and answers that a person corrects: dates that move, and answers that are none."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from graph.store.embedded import Store
from loaders.pipeline.build import build
from queries.conversion import to_python
from tests.joinedup.test_correct import WHOSE, quads_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.conftest import Run

TWO_DATES = """# url: https://www.accountabilityindex.uk/committees/4/recommendation/90001/
Source · Select Committees · Public Accounts Committee

Recommendation 3

3

Piers are to be mended.

Recommendation
The Department for Transport should mend the pier and publish a plan.

Government Response
HM Government
The Government agrees with the recommendation. We will publish a plan by June 2025. We will mend the
pier by May 2026. The harbour has a lamp.
"""
PIER = "accountability-index-4-90001"
DUE = """
    PREFIX ju: <https://w3id.org/joinedup/ontology#>
    SELECT ?words ?first ?last WHERE {
      ?commitment a ju:Commitment ; ju:dueAsStated ?words ;
        ju:dueEarliest ?first ; ju:dueLatest ?last ; ju:onFinding ?finding
    } ORDER BY ?first
"""
READ = [("June 2025", "2025-06-01", "2025-06-30"), ("May 2026", "2026-05-01", "2026-05-31")]


@pytest.fixture
def pier(tmp_path: Path) -> Path:
    page, path = tmp_path / "pier.txt", tmp_path / "store"
    page.write_text(TWO_DATES, encoding="utf-8")
    build([str(page)], path)
    assert due(path) == READ
    return path


def due(store: Path) -> list[tuple[str, ...]]:
    return [tuple(str(to_python(term)) for term in row) for row in Store.open(store).rows(DUE)]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (
            ("2025-07", "date-words=June 2025"),
            [("June 2025", "2025-07-01", "2025-07-31"), READ[1]],
        ),
        (("none", "date-words=May 2026"), READ[:1]),
        (
            ("2027", "words=The harbour has a lamp"),
            [*READ, ("The harbour has a lamp", "2027-01-01", "2027-12-31")],
        ),
    ],
)
def test_a_commitment_is_moved_dropped_or_added(
    pier: Path,
    run_joinedup: Callable[..., Run],
    words: tuple[str, ...],
    expected: list[tuple[str, ...]],
) -> None:
    done = run_joinedup("correct", PIER, "commitment", *words, *WHOSE, "--store", pier)
    assert done.returncode == 0, done.stderr
    assert due(pier) == expected
    assert run_joinedup("check", "--store", pier).returncode == 0


def test_of_several_commitments_one_is_to_be_named(
    pier: Path, run_joinedup: Callable[..., Run]
) -> None:
    done = run_joinedup("correct", PIER, "commitment", "2027", *WHOSE, "--store", pier)
    assert done.returncode == 2
    assert "say which by date-words: “June 2025”, “May 2026”" in done.stderr


def test_an_answer_is_taken_off_with_all_that_was_read_in_it(
    pier: Path, run_joinedup: Callable[..., Run]
) -> None:
    words = ("answer", "The Government agrees with the recommendation.", "is-answer=no")
    done = run_joinedup("correct", PIER, *words, *WHOSE, "--store", pier)
    assert done.returncode == 0, done.stderr
    assert run_joinedup("check", "--store", pier).returncode == 0
    assert due(pier) == []
    answered = run_joinedup("ask", "share-accepted", "--store", pier, "--format", "csv").stdout
    assert "accepted" not in answered.partition("\n")[2]


MOVED = """Government Response
HM Government
The Government agrees with the recommendation. Original target implementation date: June 2025.
Revised target implementation date: May 2026.
"""
CHAIN = """
    PREFIX ju: <https://w3id.org/joinedup/ontology#>
    SELECT ?last ?next WHERE {
      ?commitment a ju:Commitment ; ju:dueLatest ?last
      OPTIONAL { ?commitment ju:replacedBy ?later OPTIONAL { ?later ju:dueLatest ?next } }
    } ORDER BY ?last
"""


@pytest.mark.parametrize(
    ("due_date", "expected"),
    [
        ("2026-07", [("2025-06-30", "2026-07-31"), ("2026-07-31", "None")]),
        ("none", [("2025-06-30", "None")]),
    ],
)
def test_a_corrected_date_stands_where_the_revised_one_stood(
    tmp_path: Path,
    run_joinedup: Callable[..., Run],
    due_date: str,
    expected: list[tuple[str, ...]],
) -> None:
    page, store = tmp_path / "pier.txt", tmp_path / "store"
    page.write_text(TWO_DATES.partition("Government Response")[0] + MOVED, encoding="utf-8")
    build([str(page)], store)
    run_joinedup("correct", PIER, "commitment", due_date, *WHOSE, "--store", store)
    chain = [tuple(str(to_python(term)) for term in row) for row in Store.open(store).rows(CHAIN)]
    assert chain == expected
    at_once = quads_of(store)
    build([str(page)], store)
    assert quads_of(store) == at_once


def test_what_is_corrected_after_another_correction_comes_after_it_in_every_build(
    tmp_path: Path, run_joinedup: Callable[..., Run]
) -> None:
    page, store = tmp_path / "pier.txt", tmp_path / "store"
    page.write_text(TWO_DATES.partition("Government Response")[0] + MOVED, encoding="utf-8")
    build([str(page)], store)
    words = "words=The Government agrees with the recommendation."
    for values in (
        ("commitment", "2026-07"),
        ("position", "rejected", "--on", "2026-11-02"),
        ("answer", words, "is-answer=no", "--on", "2026-11-01"),
    ):
        done = run_joinedup(
            "correct", PIER, *values, "--by", "yes", "--why", "no", "--store", store
        )
        assert done.returncode == 0, done.stderr
    at_once = quads_of(store)
    report = build([str(page)], store)
    assert report.complete
    assert quads_of(store) == at_once
