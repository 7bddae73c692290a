"""A recommendation that was made again: each time it was asked, and what came of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import networkx as nx

from queries.result_tables import Table
from visualisations.charts.chart import Chart, ChartPart
from visualisations.charts.events import Event, Lane, finding_events, lanes_by_date
from visualisations.charts.lane_drawing import draw_lanes
from visualisations.charts.timeline_marks import EVENT_KINDS
from visualisations.view_definition import SubjectKind, ViewDefinition
from visualisations.wording import counted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from queries.result_tables import Value
    from visualisations.graph_facts import GraphFacts, RepeatFacts
    from visualisations.view_definition import ViewRequest

MOST_FINDINGS = 40
"""Findings of the longest chain that is drawn; those of the latest reports are left out."""

_COLUMNS = ("row", "event", "what", "date as stated", "sentences")


def build_chain_view(request: ViewRequest) -> Chart:
    """The chain of a finding on a time line: a lane for each finding, a line for each repeat."""
    facts, (iri,) = request.facts, request.subjects
    members = _members(facts, iri)
    by_lane = {_lane(facts, finding): finding for finding in members}
    ordered = lanes_by_date(by_lane)
    lanes = ordered[:MOST_FINDINGS]
    places = {by_lane[lane]: number for number, lane in enumerate(lanes)}
    repeats = [
        repeat for repeat in facts.repeats if {repeat.later, repeat.earlier} <= places.keys()
    ]
    events = [(lane, event) for lane in lanes for event in lane.events]
    label = facts.findings[iri].label
    title = f"{label}: made again, and what came of it"
    return Chart(
        "chain",
        title,
        "A row is a finding, a line with a head a repeat. Choose one to read the sentences.",
        _caption(facts, iri, [by_lane[lane] for lane in lanes], repeats, len(ordered) - len(lanes)),
        draw_lanes(
            lanes, title, [(places[repeat.earlier], places[repeat.later]) for repeat in repeats]
        ),
        Table(_COLUMNS, tuple(_rows(facts, events, repeats))),
        (
            *(_event_part(lane, event) for lane, event in events),
            *(_repeat_part(facts, repeat) for repeat in repeats),
        ),
    )


def _members(facts: GraphFacts, iri: str) -> list[str]:
    """The findings that repeats join with one, itself included."""
    network: nx.Graph[str] = nx.Graph((repeat.later, repeat.earlier) for repeat in facts.repeats)
    network.add_node(iri)
    joined = nx.node_connected_component(network, iri)
    return sorted(finding for finding in joined if finding in facts.findings)


def _lane(facts: GraphFacts, iri: str) -> Lane:
    finding = facts.findings[iri]
    committee = facts.entities.get(finding.committee)
    label = f"{finding.label} ({committee.label})" if committee else finding.label
    return Lane(label, finding_events(finding))


def _caption(
    facts: GraphFacts,
    iri: str,
    members: Sequence[str],
    repeats: Sequence[RepeatFacts],
    left_out: int,
) -> tuple[str, ...]:
    findings = [facts.findings[member] for member in members]
    answered = sum(
        any(each.voice == "government" for each in finding.stances) for finding in findings
    )
    followed = sum(any(each.step == "delivery" for each in finding.steps) for finding in findings)
    total = len(findings)
    if not repeats:
        first = (
            f"The graph states no repeat of {facts.findings[iri].label}: no other finding of its "
            f"{len(facts.findings):,} asks for the same, as far as words show."
        )
    else:
        left = f"; {counted(left_out, 'later finding')} more than fit" if left_out else ""
        first = (
            f"{counted(len(repeats), 'repeat')} among {counted(total, 'finding')}, of "
            f"{len(facts.findings):,} in the graph{left}."
        )
    return (
        first,
        (
            f"The government's position in its own words is known for {answered} of {total}, and "
            f"something is said of delivery for {followed} of {total}. Where nothing is drawn "
            "after a report, this graph holds nothing about it; that does not mean that nothing "
            "happened."
        ),
    )


def _rows(
    facts: GraphFacts, events: Sequence[tuple[Lane, Event]], repeats: Sequence[RepeatFacts]
) -> list[tuple[Value, ...]]:
    rows: list[tuple[Value, ...]] = [
        (lane.label, EVENT_KINDS[event.kind][0], event.what, event.written or None, None)
        for lane, event in events
    ]
    rows += [
        (
            facts.findings[repeat.later].label,
            f"makes again: {facts.findings[repeat.earlier].label}",
            repeat.because,
            facts.findings[repeat.later].issued or None,
            f"“{repeat.earlier_words}” – “{repeat.words}”",
        )
        for repeat in repeats
    ]
    return rows


def _event_part(lane: Lane, event: Event) -> ChartPart:
    when = event.written or "no date in the source"
    return ChartPart(
        lane.label, f"{EVENT_KINDS[event.kind][0]}: {event.what} ({when}).", (), event.findings
    )


def _repeat_part(facts: GraphFacts, repeat: RepeatFacts) -> ChartPart:
    earlier, later = facts.findings[repeat.earlier], facts.findings[repeat.later]
    return ChartPart(
        f"{later.label} makes {earlier.label} again",
        f"{repeat.because}. Before: “{repeat.earlier_words}” Again: “{repeat.words}”",
        (),
        (repeat.earlier, repeat.later),
    )


VIEW = ViewDefinition(
    name="chain",
    title="a recommendation made again, and its answers",
    build=build_chain_view,
    takes=(SubjectKind.FINDING,),
    example=("accountability-index-4-13168",),
)
