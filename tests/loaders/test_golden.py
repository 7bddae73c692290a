"""Every golden case gives the graph and the report that are expected of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.golden import HERE, built, cases, expected

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
