"""When what happened: report, answer, commitment, update, end; what has no date stands apart."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from graph.errors import UsageError
from queries.result_tables import Table
from visualisations.charts.chart import Chart, ChartPart
from visualisations.charts.events import (
    Event,
    Lane,
    finding_events,
    lanes_by_date,
    lifetime_event,
    merge_equal,
)
from visualisations.charts.lane_drawing import draw_lanes
from visualisations.charts.timeline_marks import EVENT_KINDS
from visualisations.view_definition import SubjectKind, ViewDefinition
from visualisations.wording import counted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from visualisations.graph_facts import FindingFacts, GraphFacts
    from visualisations.view_definition import ViewRequest

MOST_LANES = 60
"""Rows of the largest time line."""


def build_timeline_view(request: ViewRequest) -> Chart:
    """The time line of a finding, of an initiative or organisation, or of every report.

    Raises:
        UsageError: No finding names the initiative or organisation.
    """
    if not request.subjects:
        return timeline_of_reports(request.facts)
    (iri,) = request.subjects
    if iri in request.facts.findings:
        return timeline_of_finding(request.facts, iri)
    return timeline_of_entity(request.facts, iri)


def timeline_of_finding(facts: GraphFacts, iri: str) -> Chart:
    """The time line of one finding, a lane for each event."""
    finding = facts.findings[iri]
    lanes = [
        Lane(EVENT_KINDS[event.kind][0].capitalize(), (event,)) for event in finding_events(finding)
    ]
    return _chart(facts, finding.label, lanes, [iri], ())


def timeline_of_entity(facts: GraphFacts, iri: str) -> Chart:
    """The time line of an initiative or organisation: a lane for each finding that names it.

    Raises:
        UsageError: No finding names it.
    """
    entity = facts.entities[iri]
    named = sorted(facts.links.get(iri, ()))
    if not named:
        raise UsageError(f"No finding names {entity.label}; so there is no time line.")
    findings = [facts.findings[finding] for finding in named]
    lanes = [Lane(finding.label, finding_events(finding)) for finding in findings]
    lifetime = lifetime_event(entity)
    own = [Lane(entity.label, (lifetime,))] if lifetime else []
    return _chart(facts, entity.label, [*own, *lanes_by_date(lanes)], named, (iri,))


def timeline_of_reports(facts: GraphFacts) -> Chart:
    """The time line of every report, with what followed its findings."""
    reports: dict[str, list[FindingFacts]] = {}
    for finding in facts.findings.values():
        reports.setdefault(finding.report or "report not known", []).append(finding)
    lanes = [
        Lane(title, tuple(merge_equal(chain.from_iterable(map(finding_events, findings)))))
        for title, findings in reports.items()
    ]
    return _chart(facts, "every report", lanes_by_date(lanes), sorted(facts.findings), ())


def _chart(
    facts: GraphFacts,
    about: str,
    lanes: Sequence[Lane],
    findings: Sequence[str],
    entities: tuple[str, ...],
) -> Chart:
    shown = lanes[:MOST_LANES]
    every = [(lane, event) for lane in shown for event in lane.events]
    undated = sum(event.start is None and event.end is None for _, event in every)
    left = (
        f"{counted(len(lanes) - len(shown), 'row')} more than fit."
        if len(lanes) > len(shown)
        else ""
    )
    caption = (
        (
            f"From {counted(len(findings), 'finding')} of {len(facts.findings)} in the graph: "
            f"{counted(len(every), 'event')}, of which {undated} have no date in their source and "
            f"stand at the left. {left or 'Nothing is left out.'}"
        ),
        (
            "A commitment runs over the time that its words allow. No sentence is kept of what our "
            "curators read on a page. Where nothing is drawn after a report, this graph holds "
            "nothing about it; that does not mean that nothing happened."
        ),
    )
    title = f"Time line of {about}"
    return Chart(
        "timeline",
        title,
        "Time runs from left to right. Choose a mark to see the finding and what is known of it.",
        caption,
        draw_lanes(shown, title),
        _table(every),
        tuple(_part(lane, event, entities) for lane, event in every),
    )


def _part(lane: Lane, event: Event, entities: tuple[str, ...]) -> ChartPart:
    when = event.written or "no date in the source"
    kind = EVENT_KINDS[event.kind][0]
    return ChartPart(f"{lane.label}", f"{kind}: {event.what} ({when}).", entities, event.findings)


def _table(every: Sequence[tuple[Lane, Event]]) -> Table:
    rows = tuple(
        (
            lane.label,
            EVENT_KINDS[event.kind][0],
            event.what,
            event.written or None,
            event.start.isoformat() if event.start else None,
            event.end.isoformat() if event.end else None,
        )
        for lane, event in every
    )
    return Table(("row", "event", "what", "date as stated", "earliest", "latest"), rows)


VIEW = ViewDefinition(
    name="timeline",
    title="report, answer, commitment, update, end",
    build=build_timeline_view,
    takes=(SubjectKind.ENTITY_OR_FINDING,),
    optional=True,
    example=("Universal Credit",),
)
