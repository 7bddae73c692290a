"""Words against deeds as a picture: its figures are those of the saved question."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest

import joinedup
from graph.errors import UsageError
from graph.store.embedded import Store
from loaders.pipeline.build import build
from tests.conftest import PAGES
from tests.made_facts import HOSTILE, chart_of, naming
from visualisations.graph_facts import OutcomeFacts, read_facts, with_outcomes
from visualisations.render import render_view
from visualisations.svg import as_text
from visualisations.views.deeds import ANSWERS, DEEDS

if TYPE_CHECKING:
    from pathlib import Path

    from visualisations.graph_facts import GraphFacts

MADE = PAGES.parents[1] / "made_again"
COLUMNS = {"done": "done", "under_way": "under way", "not_begun": "not begun"} | {
    "dropped": "dropped",
    "unknown": "unknown",
}


def made(*outcomes: tuple[str, str]) -> GraphFacts:
    """A recommendation for each answer and deed, all of one organisation but the first."""
    facts = naming(*[("A",)] * len(outcomes))
    body = "urn:id/organisation/A"
    return replace(
        facts,
        outcomes=tuple(
            OutcomeFacts(f"urn:id/finding/{number}", *outcome, frozenset({body} if number else ()))
            for number, outcome in enumerate(outcomes)
        ),
    )


@pytest.fixture(scope="module")
def made_again(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("deeds") / "store"
    build([str(MADE / "first-report.csv"), str(MADE / "later-report.csv")], path)
    return path


@pytest.mark.parametrize("name", ["bundled_store", "pages_store", "made_again"])
def test_the_figures_of_every_body_are_those_of_the_saved_question(
    name: str, request: pytest.FixtureRequest
) -> None:
    path = request.getfixturevalue(name)
    store = Store.open(path)
    facts = with_outcomes(store, read_facts(store))
    table = joinedup.open(path).ask("words-against-deeds")
    rows = [dict(zip(table.columns, row, strict=True)) for row in table.rows]
    counts_read: dict[str, Counter[tuple[str, str]]] = {}
    for row in rows:
        if row["group"] != "year":
            cells = counts_read.setdefault(f"{row['group']} {row['who']}", Counter())
            for column, deed in COLUMNS.items():
                cells[str(row["answer"]), deed] += int(row[column] or 0)
    assert counts_read
    bodies = {key.split(" ", 1)[1] for key in counts_read}
    for body in bodies:
        mine = [each for each in facts.outcomes if body in each.bodies]
        counts = Counter((each.answer, each.deed) for each in mine)
        groups = [counts_read[key] for key in counts_read if key.endswith(f" {body}")]
        if len(groups) == 1:
            assert +counts == +groups[0]


def test_every_recommendation_stands_in_one_part() -> None:
    every = [(answer, deed) for answer in ANSWERS for deed in DEEDS]
    shown = chart_of(made(*every, *every[:3]), "deeds")
    findings = [finding for part in shown.parts for finding in part.findings]
    assert len(findings) == len(set(findings)) == len(every) + 3
    drawn = [group.get("data-part") for group in shown.drawing.iter("g") if group.get("data-part")]
    assert drawn == [str(number) for number in range(len(shown.parts))]
    assert sum(int(row[2] or 0) for row in shown.table.rows) == len(every) + 3
    assert all(row[4] == len(every) + 3 for row in shown.table.rows)


def test_what_is_unknown_is_as_wide_as_what_is_known() -> None:
    shown = chart_of(made(*[("accepted", "done")] * 4, *[("accepted", "unknown")] * 4), "deeds")
    widths = {
        float(group[1].get("width", "0")) for group in shown.drawing.iter("g") if len(group) > 1
    }
    assert len(widths) == 1
    assert "Of 0 no position" in shown.caption[0]
    assert "and of 4 nothing is said of delivery" in shown.caption[0]


def test_one_body_counts_what_it_made_was_asked_or_answered() -> None:
    facts = made(("accepted", "done"), ("rejected", "done"), ("none known", "unknown"))
    shown = chart_of(facts, "deeds", "urn:id/organisation/A")
    assert shown.caption[0].startswith("2 distinct recommendations that A made")
    with pytest.raises(UsageError, match="holds no recommendation that urn:x made"):
        chart_of(facts, "deeds", "urn:x")
    with pytest.raises(UsageError, match="the graph holds no recommendation"):
        chart_of(naming(("A",)), "deeds")


def test_a_name_is_no_markup() -> None:
    facts = made(("accepted", "done"), ("accepted", "done"))
    entity = replace(facts.entities["urn:id/organisation/A"], label=HOSTILE)
    facts = replace(facts, entities={entity.iri: entity})
    text = as_text(chart_of(facts, "deeds", entity.iri).drawing)
    assert "<img" not in text
    assert ET.fromstring(text).tag.endswith("svg")  # noqa: S314 - our own drawing


def test_a_committee_is_taken_by_its_name(bundled_store: Path) -> None:
    store = Store.open(bundled_store)
    shown = render_view(store, ["deeds", "Justice Committee"], output_format="svg")
    assert "that Justice Committee made" in shown.summary
