"""Matrix, time line and answer flow: what they count, and that the unknown is shown."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from graph.errors import UsageError
from graph.store.embedded import Store
from loaders.pipeline.build import fill
from tests.made_facts import HOSTILE, chart_of, naming, network_of
from visualisations.charts.events import finding_events
from visualisations.graph_facts import (
    FindingFacts,
    FollowUp,
    PositionFacts,
    RegisterFact,
    read_facts,
)
from visualisations.png import png
from visualisations.svg import LETTERS, as_text, clipped, lines
from visualisations.text_width import width_of
from visualisations.views.flow import course_of

if TYPE_CHECKING:
    from visualisations.graph_facts import GraphFacts

LABEL = PositionFacts("tracker", "Tracker's label", "Rejected", "Rejected", "", "Index")
WORDS = PositionFacts("government", "Government's words", "Accepted", "We agree.", "2024-05", "")
REPORTED = PositionFacts("tracker", "Secondary report", "Rejected", "", "2023", "")
DUE = FollowUp("commitment", "government", "spring 2025", "…", "2025-03-01", "2025-05-31", "", "")
DONE = FollowUp("delivery", "government", "Implemented", "Done.", "", "", "2025-06", "")


def recommendation(*stances: PositionFacts, steps: tuple[FollowUp, ...] = ()) -> FindingFacts:
    return FindingFacts("urn:f", "f", "Recommendation", stances=stances, steps=steps)


@pytest.fixture(scope="module")
def curated() -> GraphFacts:
    """The facts that curators read on pages, of which no sentence of government is kept."""
    store = Store.in_memory()
    fill(store, ["finding_facts"])
    return read_facts(store)


def test_what_curators_read_is_never_said_in_the_governments_words(curated: GraphFacts) -> None:
    found = curated.findings.values()
    stances = [stance for one in found for stance in one.stances]
    steps = [step for one in found for step in one.steps]
    assert {stance.voice for stance in stances} == {"curator", "tracker"}
    assert {step.step for step in steps} == {"commitment", "delivery"}
    assert {step.voice for step in steps} == {"curator", "tracker"}
    assert not any(stance.words for stance in stances if stance.voice == "curator")
    shown = chart_of(curated, "flow")
    assert {row[2] for row in shown.table.rows} == {"", "our reading", "third party"}
    read = [
        row
        for row in chart_of(curated, "timeline").table.rows
        if "as our curators read it" in str(row[2])
    ]
    assert {row[1] for row in read} == {
        "position stated",
        "commitment falls due",
        "latest report of delivery",
    }


def test_what_is_quoted_and_read_too_is_said_in_the_governments_words(facts: GraphFacts) -> None:
    assert {
        bool(stance.words)
        for one in facts.findings.values()
        for stance in one.stances
        if stance.voice == "government"
    } == {True}
    read = replace(WORDS, voice="curator", words="")
    assert course_of(recommendation(read, WORDS))[1].whose == "government"
    assert course_of(recommendation(read, LABEL))[1].whose == "curator"
    quoted = recommendation(WORDS, steps=(replace(DUE, voice="curator"), DUE))
    assert course_of(quoted)[2].whose == "government"


def test_a_trackers_label_never_goes_before_the_governments_words() -> None:
    assert course_of(recommendation(LABEL, WORDS))[1].name == "Accepted"
    assert course_of(recommendation(LABEL, WORDS))[1].whose == "government"
    assert course_of(recommendation(REPORTED, WORDS))[1].name == "Accepted"
    assert course_of(recommendation(LABEL))[1].whose == "tracker"
    assert [state.is_unknown for state in course_of(recommendation())] == [False, True, True, True]


def test_every_recommendation_counts_once_at_every_stage(facts: GraphFacts) -> None:
    chart = chart_of(facts, "flow")
    recommendations = [one for one in facts.findings.values() if one.kind == "Recommendation"]
    for stage in ("Recommendations", "Position", "Commitment", "Delivery"):
        counts = [row[3] for row in chart.table.rows if row[0] == stage]
        assert sum(int(str(count)) for count in counts) == len(recommendations)
    assert f"All {len(recommendations)} recommendations" in chart.caption[0]
    held = {part.title: part.findings for part in chart.parts}
    assert all(
        len(found) == row[3] for found, row in zip(held.values(), chart.table.rows, strict=True)
    )


def test_the_unknown_has_a_bar_of_its_own(facts: GraphFacts) -> None:
    names = [part.title for part in chart_of(facts, "flow").parts]
    assert "Position: No position known" in names
    assert "Delivery: Nothing known" in names


def test_a_flow_of_no_recommendation_is_refused() -> None:
    with pytest.raises(UsageError, match="no recommendation"):
        chart_of(naming(("A", "B")), "flow")


def test_every_cell_of_the_matrix_is_a_count_of_findings(facts: GraphFacts) -> None:
    chart = chart_of(facts, "matrix")
    for part, row in zip(chart.parts, chart.table.rows, strict=True):
        one, other = part.entities
        assert facts.entities[one].kind == "organisation"
        assert facts.entities[other].kind == "initiative"
        assert row[2] == len(part.findings) == len(facts.joint(one, other)) > 0


def test_a_matrix_of_one_kind_is_refused() -> None:
    with pytest.raises(UsageError, match="a department and an initiative"):
        chart_of(naming(("A", "B")), "matrix")


def test_a_time_line_keeps_what_has_no_date() -> None:
    known = replace(
        recommendation(LABEL, steps=(DUE, DONE)), report="A report", issued="2024-01-31"
    )
    kinds = [(event.kind, event.start) for event in finding_events(known)]
    assert kinds == [
        ("report", date(2024, 1, 31)),
        ("label", None),
        ("commitment", date(2025, 3, 1)),
        ("delivery", date(2025, 6, 1)),
    ]
    made = replace(naming(("A", "B*")), findings={"urn:f": known})
    chart = chart_of(made, "timeline", "urn:f")
    assert len(chart.parts) == len(chart.table.rows) == 4
    assert "4 events, of which 1 have no date" in chart.caption[0]


def test_an_initiatives_time_line_has_its_life_and_its_findings() -> None:
    made = naming(("A", "B*"), ("B*",))
    iri = "urn:id/initiative/B*"
    thing = replace(
        made.entities[iri], facts=(RegisterFact("Began", "2019"), RegisterFact("Ended", "2021-03"))
    )
    chart = chart_of(replace(made, entities={**made.entities, iri: thing}), "timeline", iri)
    assert chart.table.rows[0][:2] == ("B*", "initiative runs")
    assert chart.table.rows[0][4:] == ("2019-01-01", "2021-03-31")
    assert len(chart.table.rows) == 3


def test_all_reports_have_a_row(facts: GraphFacts) -> None:
    chart = chart_of(facts, "timeline")
    assert {row[0] for row in chart.table.rows} == {
        one.report or "report not known" for one in facts.findings.values()
    }


def test_a_drawing_holds_hostile_names_as_text_and_renders() -> None:
    text = as_text(chart_of(naming((HOSTILE, "B*"), (HOSTILE, "C\x07*")), "matrix").drawing)
    assert "<img" not in text
    assert "\x07" not in text
    assert png(text).startswith(b"\x89PNG")


def test_names_are_broken_and_clipped_to_their_room() -> None:
    name = "Department for Levelling Up, Housing and Communities and many more things"
    assert width_of(clipped(name, 120), LETTERS) <= 120
    broken = lines(name, 120)
    assert len(broken) == 3
    assert broken[-1].endswith("…")
    assert lines("HM Treasury", 120) == ["HM Treasury"]


def test_a_body_of_parliament_is_never_drawn_as_a_department(facts: GraphFacts) -> None:
    named = {
        entity.label: entity.kind for entity in facts.entities.values() if entity.iri in facts.links
    }
    committees = {label for label in named if label.endswith("Committee")}
    assert "Public Accounts Committee" in committees
    assert not {label for label in committees if named[label] == "organisation"}
    drawn = {entity.label for entity in network_of(facts, "departments").entities}
    assert not drawn & committees
    assert "Public Accounts Committee" in {
        entity.label for entity in network_of(facts, "everything").entities
    }
