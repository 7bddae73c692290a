"""When what happened: report, answer, commitment, update, end; what has no date stands apart."""

from __future__ import annotations

from datetime import date
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
from visualisations.charts.timeline_marks import EVENT_KINDS, MARK_SIZE, draw_mark
from visualisations.style import QUIET, RULE
from visualisations.svg import add_element, add_tooltip, clipped, drawing, write_text
from visualisations.text_width import width_of
from visualisations.view_definition import SubjectKind, ViewDefinition
from visualisations.wording import counted

if TYPE_CHECKING:
    from collections.abc import Sequence
    from xml.etree.ElementTree import Element

    from visualisations.graph_facts import FindingFacts, GraphFacts
    from visualisations.view_definition import ViewRequest

MOST_LANES = 60
"""Rows of the largest time line."""
_WIDTH, _LEFT, _UNDATED, _RIGHT, _TOP, _LANE, _LOW = 1120, 320, 110, 24, 74, 34, 16
_MONTHS_BELOW = 3
"""Years below which quarters are marked on the axis."""


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
        _draw(shown, title),
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


def _draw(lanes: Sequence[Lane], title: str) -> Element:
    height = _TOP + _LANE * len(lanes) + _LOW
    root = drawing(_WIDTH, height, title)
    days = [
        day for lane in lanes for event in lane.events for day in (event.start, event.end) if day
    ]
    first, last = _whole_years(days)
    _axis(root, first, last, height)
    _legend(root, {event.kind for lane in lanes for event in lane.events})
    number = 0
    for index, lane in enumerate(lanes):
        y = _TOP + _LANE * index + _LANE / 2
        add_element(
            root,
            "line",
            x1=0,
            x2=_WIDTH,
            y1=y + _LANE / 2,
            y2=y + _LANE / 2,
            stroke=RULE,
            class_="rule",
        )
        add_tooltip(write_text(root, 8, y + 5, clipped(lane.label, _LEFT - 40)), lane.label)
        undated = 0
        without_date = sum(event.start is None and event.end is None for event in lane.events)
        step = min(16, (_UNDATED - 24) / max(without_date - 1, 1))
        for event in lane.events:
            group = add_tooltip(
                add_element(root, "g", data_part=str(number)),
                f"{EVENT_KINDS[event.kind][0]}: {event.what} ({event.written or 'no date'})",
            )
            number += 1
            if event.start is None and event.end is None:
                x = _LEFT + 12 + undated * step
                undated += 1
                draw_mark(group, event.kind, x, x, y)
            else:
                begin = _x_of(event.start or event.end or first, first, last)
                end = _x_of(event.end or last, first, last)
                draw_mark(group, event.kind, begin, end, y)
    return root


def _whole_years(days: Sequence[date]) -> tuple[date, date]:
    if not days:
        return date(2000, 1, 1), date(2001, 1, 1)
    return date(min(days).year, 1, 1), date(max(days).year + 1, 1, 1)


def _x_of(day: date, first: date, last: date) -> float:
    start = _LEFT + _UNDATED
    return start + (_WIDTH - _RIGHT - start) * (day - first).days / (last - first).days


def _axis(root: Element, first: date, last: date, height: float) -> None:
    years = last.year - first.year
    each = max(1, round(years / 14))
    write_text(root, _LEFT + 8, _TOP - 8, "no date", font_size=12, fill=QUIET, class_="quiet")
    for year in range(first.year, last.year + 1, each):
        x = _x_of(date(year, 1, 1), first, last)
        add_element(
            root, "line", x1=x, x2=x, y1=_TOP, y2=height - _LOW, stroke="#cfd4dc", class_="rule"
        )
        if year < last.year:
            write_text(root, x + 3, _TOP - 8, str(year), font_size=12)
    if years < _MONTHS_BELOW:
        for year in range(first.year, last.year):
            for month in (4, 7, 10):
                x = _x_of(date(year, month, 1), first, last)
                add_element(
                    root,
                    "line",
                    x1=x,
                    x2=x,
                    y1=_TOP,
                    y2=height - _LOW,
                    stroke="#eef0f4",
                    class_="rule",
                )
                name = {4: "Apr", 7: "Jul", 10: "Oct"}[month]
                write_text(root, x + 3, _TOP - 8, name, font_size=11, fill=QUIET, class_="quiet")


def _legend(root: Element, kinds: set[str]) -> None:
    x = 8.0
    for kind, (meaning, _) in EVENT_KINDS.items():
        if kind in kinds:
            wide = 18 if kind in ("commitment", "life") else 0
            draw_mark(root, kind, x + MARK_SIZE, x + MARK_SIZE + wide, 22)
            write_text(root, x + wide + 20, 27, meaning, font_size=12.5)
            x += wide + 40 + width_of(meaning, 12.5)


VIEW = ViewDefinition(
    name="timeline",
    title="report, answer, commitment, update, end",
    build=build_timeline_view,
    takes=(SubjectKind.ENTITY_OR_FINDING,),
    optional=True,
    example=("Universal Credit",),
)
