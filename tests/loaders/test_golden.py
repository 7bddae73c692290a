"""Every golden case gives the graph and the report that are expected of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pyoxigraph as ox
import pytest

from tests.golden import HERE, built, cases, expected, full_form, web_annotation_form

if TYPE_CHECKING:
    from pathlib import Path


def test_every_source_has_a_case() -> None:
    assert {case.parent.name for case in cases()} >= {
        "finding_facts", "government_responses", "initiatives", "organisations", "record_pages",
        "treasury_minutes",
    }  # fmt: skip


@pytest.mark.parametrize("case", cases(), ids=lambda case: case.relative_to(HERE).as_posix())
def test_the_graph_and_the_report(case: Path) -> None:
    graph, report = built(case)
    wanted, told = expected(case)
    assert {str(quad) for quad in graph - wanted} == set()
    assert {str(quad) for quad in wanted - graph} == set()
    assert report == told


@pytest.mark.parametrize(
    "case",
    [case for case in cases() if full_form(case)],
    ids=lambda case: case.relative_to(HERE).as_posix(),
)
def test_the_form_of_web_annotation_states_every_place_in_full(case: Path) -> None:
    form = web_annotation_form(case)
    path = full_form(case)
    wanted = set(ox.parse(path=str(path), format=ox.RdfFormat.TRIG))
    assert {str(quad) for quad in form - wanted} == set()
    assert {str(quad) for quad in wanted - form} == set()
    assert any("TextQuoteSelector" in str(quad.object) for quad in form)


def test_most_cases_have_that_form() -> None:
    assert sum(full_form(case) is not None for case in cases()) >= 6
