"""Matrix, time line and answer flow: what they count, and that the unknown is shown."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from graph.errors import UsageError
from graph.store.embedded import Store
from tests.made_facts import HOSTILE, naming
from visualisations.charts.events import events
from visualisations.charts.flow import course, flow
from visualisations.charts.matrix import matrix
from visualisations.charts.timeline import of_all, of_finding, of_thing
from visualisations.facts import Fact, Finding, Stance, Step, read_facts
from visualisations.png import png
from visualisations.svg import as_text, clipped, lines, width_of

if TYPE_CHECKING:
    from pathlib import Path

    from visualisations.facts import Facts

LABEL = Stance("tracker", "Tracker's label", "Rejected", "Rejected", "", "Index")
WORDS = Stance("government", "Government's words", "Accepted", "We agree.", "2024-05", "")
REPORTED = Stance("tracker", "Secondary report", "Rejected", "", "2023", "")
DUE = Step("commitment", "government", "spring 2025", "…", "2025-03-01", "2025-05-31", "", "")
DONE = Step("delivery", "government", "Implemented", "Done.", "", "", "2025-06", "")


def asked(*stances: Stance, steps: tuple[Step, ...] = ()) -> Finding:
    return Finding("urn:f", "f", "Recommendation", stances=stances, steps=steps)


@pytest.fixture(scope="module")
def curated(bundled_store: Path) -> Facts:
    """The facts that curators read on pages, of which no sentence of government is kept."""
    return read_facts(Store.open(bundled_store))


def test_what_curators_read_is_never_said_in_the_governments_words(curated: Facts) -> None:
    found = curated.findings.values()
    stances = [stance for one in found for stance in one.stances]
    steps = [step for one in found for step in one.steps]
    assert {stance.voice for stance in stances} == {"curator", "tracker"}
    assert {step.step for step in steps} == {"commitment", "delivery"}
    assert {step.voice for step in steps} == {"curator", "tracker"}
    assert not any(stance.words for stance in stances if stance.voice == "curator")
    shown = flow(curated)
    assert {row[2] for row in shown.table.rows} == {"", "our reading", "third party"}
    read = [row for row in of_all(curated).table.rows if "as our curators read it" in str(row[2])]
    assert {row[1] for row in read} == {
        "position stated",
        "commitment falls due",
        "delivery, as last said",
    }


def test_what_is_quoted_and_read_too_is_said_in_the_governments_words(facts: Facts) -> None:
    assert {
        bool(stance.words)
        for one in facts.findings.values()
        for stance in one.stances
        if stance.voice == "government"
    } == {True}
    read = replace(WORDS, voice="curator", words="")
    assert course(asked(read, WORDS))[1].whose == "government"
    assert course(asked(read, LABEL))[1].whose == "curator"
    quoted = asked(WORDS, steps=(replace(DUE, voice="curator"), DUE))
    assert course(quoted)[2].whose == "government"


def test_a_trackers_label_never_goes_before_the_governments_words() -> None:
    assert course(asked(LABEL, WORDS))[1].name == "Accepted"
    assert course(asked(LABEL, WORDS))[1].whose == "government"
    assert course(asked(REPORTED, WORDS))[1].name == "Accepted"
    assert course(asked(LABEL))[1].whose == "tracker"
    assert [state.is_unknown for state in course(asked())] == [False, True, True, True]


def test_every_recommendation_counts_once_at_every_stage(facts: Facts) -> None:
    chart = flow(facts)
    recommendations = [one for one in facts.findings.values() if one.kind == "Recommendation"]
    for stage in ("Recommendations", "Position", "Commitment", "Delivery"):
        counts = [row[3] for row in chart.table.rows if row[0] == stage]
        assert sum(int(str(count)) for count in counts) == len(recommendations)
    assert f"All {len(recommendations)} recommendations" in chart.caption[0]
    held = {part.title: part.findings for part in chart.parts}
    assert all(
        len(found) == row[3] for found, row in zip(held.values(), chart.table.rows, strict=True)
    )


def test_the_unknown_has_a_bar_of_its_own(facts: Facts) -> None:
    names = [part.title for part in flow(facts).parts]
    assert "Position: No position known" in names
    assert "Delivery: Nothing known" in names


def test_a_flow_of_no_recommendation_is_refused() -> None:
    with pytest.raises(UsageError, match="no recommendation"):
        flow(naming(("A", "B")))


def test_every_cell_of_the_matrix_is_a_count_of_findings(facts: Facts) -> None:
    chart = matrix(facts)
    for part, row in zip(chart.parts, chart.table.rows, strict=True):
        one, other = part.things
        assert facts.things[one].kind == "organisation"
        assert facts.things[other].kind == "initiative"
        assert row[2] == len(part.findings) == len(facts.joint(one, other)) > 0


def test_a_matrix_of_one_kind_is_refused() -> None:
    with pytest.raises(UsageError, match="a department and an initiative"):
        matrix(naming(("A", "B")))


def test_a_time_line_keeps_what_has_no_date() -> None:
    known = replace(asked(LABEL, steps=(DUE, DONE)), report="A report", issued="2024-01-31")
    kinds = [(event.kind, event.start) for event in events(known)]
    assert kinds == [
        ("report", date(2024, 1, 31)),
        ("label", None),
        ("commitment", date(2025, 3, 1)),
        ("delivery", date(2025, 6, 1)),
    ]
    made = replace(naming(("A", "B*")), findings={"urn:f": known})
    chart = of_finding(made, "urn:f")
    assert len(chart.parts) == len(chart.table.rows) == 4
    assert "4 events, of which 1 have no date" in chart.caption[0]


def test_an_initiatives_time_line_has_its_life_and_its_findings() -> None:
    made = naming(("A", "B*"), ("B*",))
    iri = "urn:id/initiative/B*"
    thing = replace(made.things[iri], facts=(Fact("Began", "2019"), Fact("Ended", "2021-03")))
    chart = of_thing(replace(made, things={**made.things, iri: thing}), iri)
    assert chart.table.rows[0][:2] == ("B*", "initiative runs")
    assert chart.table.rows[0][4:] == ("2019-01-01", "2021-03-31")
    assert len(chart.table.rows) == 3


def test_all_reports_have_a_row(facts: Facts) -> None:
    chart = of_all(facts)
    assert {row[0] for row in chart.table.rows} == {
        one.report or "report not known" for one in facts.findings.values()
    }


def test_a_drawing_holds_hostile_names_as_text_and_renders() -> None:
    text = as_text(matrix(naming((HOSTILE, "B*"), (HOSTILE, "C\x07*"))).drawing)
    assert "<img" not in text
    assert "\x07" not in text
    assert png(text).startswith(b"\x89PNG")


def test_names_are_broken_and_clipped_to_their_room() -> None:
    name = "Department for Levelling Up, Housing and Communities and many more things"
    assert width_of(clipped(name, 120)) <= 120
    broken = lines(name, 120)
    assert len(broken) == 3
    assert broken[-1].endswith("…")
    assert lines("HM Treasury", 120) == ["HM Treasury"]
