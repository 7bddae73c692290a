"""When what happened: report, answer, commitment, update, end; what has no date stands apart."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from graph.errors import UsageError
from queries.result_tables import Table
from visualisations.charts.chart import Chart, Part
from visualisations.charts.events import Event, Lane, events, life, merged, ordered
from visualisations.style import QUIET, RULE
from visualisations.svg import add, clipped, drawing, points, told, write
from visualisations.wording import counted

if TYPE_CHECKING:
    from collections.abc import Sequence
    from xml.etree.ElementTree import Element

    from visualisations.facts import Facts

MOST_LANES = 60
"""Rows of the largest time line."""
_WIDTH, _LEFT, _UNDATED, _RIGHT, _TOP, _LANE, _LOW = 1120, 320, 110, 24, 74, 34, 16
_SMALL = 6
_MONTHS_BELOW = 3
"""Years below which quarters are marked on the axis."""

_KINDS = {
    "report": ("report published", "#b5490b"),
    "position": ("position stated", "#0072b2"),
    "label": ("tracker’s label", "#c77800"),
    "answer": ("answer published", "#0072b2"),
    "commitment": ("commitment falls due", "#8a3ffc"),
    "delivery": ("delivery, as last said", "#008060"),
    "life": ("initiative runs", "#e69f00"),
}


def of_finding(facts: Facts, iri: str) -> Chart:
    """The time line of one finding, a lane for each thing that happened."""
    finding = facts.findings[iri]
    lanes = [Lane(_KINDS[event.kind][0].capitalize(), (event,)) for event in events(finding)]
    return _chart(facts, finding.label, lanes, [iri], ())


def of_thing(facts: Facts, iri: str) -> Chart:
    """The time line of an initiative or organisation: a lane for each finding that names it.

    Raises:
        UsageError: No finding names it.
    """
    thing = facts.things[iri]
    named = sorted(facts.links.get(iri, ()))
    if not named:
        raise UsageError(f"No finding names {thing.label}; it has no time line here.")
    lanes = [Lane(facts.findings[one].label, events(facts.findings[one])) for one in named]
    own = [Lane(thing.label, (ran,))] if (ran := life(thing)) else []
    return _chart(facts, thing.label, [*own, *ordered(lanes)], named, (iri,))


def of_all(facts: Facts) -> Chart:
    """The time line of every report, with what followed its findings."""
    held: dict[str, list[str]] = {}
    for finding in facts.findings.values():
        held.setdefault(finding.report or "report not known", []).append(finding.iri)
    lanes = [
        Lane(title, tuple(merged(event for iri in iris for event in events(facts.findings[iri]))))
        for title, iris in held.items()
    ]
    return _chart(facts, "every report", ordered(lanes), sorted(facts.findings), ())


def _chart(
    facts: Facts,
    about: str,
    lanes: Sequence[Lane],
    findings: Sequence[str],
    things: tuple[str, ...],
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
            "A commitment runs over the span that its words allow. Of what our curators read on a "
            "page no sentence is kept. Where nothing is drawn after a report, nothing is on record "
            "here; that is not to say that nothing happened."
        ),
    )
    title = f"Time line of {about}"
    return Chart(
        "timeline",
        title,
        "Left to right is time. Choose a mark to see the finding and what is on record of it.",
        caption,
        _draw(shown, title),
        _table(every),
        tuple(_part(lane, event, things) for lane, event in every),
    )


def _part(lane: Lane, event: Event, things: tuple[str, ...]) -> Part:
    when = event.written or "no date in the source"
    kind = _KINDS[event.kind][0]
    return Part(f"{lane.label}", f"{kind}: {event.what} ({when}).", things, event.findings)


def _table(every: Sequence[tuple[Lane, Event]]) -> Table:
    rows = tuple(
        (
            lane.label,
            _KINDS[event.kind][0],
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
    for at, lane in enumerate(lanes):
        y = _TOP + _LANE * at + _LANE / 2
        add(
            root,
            "line",
            x1=0,
            x2=_WIDTH,
            y1=y + _LANE / 2,
            y2=y + _LANE / 2,
            stroke=RULE,
            class_="rule",
        )
        told(write(root, 8, y + 5, clipped(lane.label, _LEFT - 40)), lane.label)
        undated = 0
        for event in lane.events:
            group = told(
                add(root, "g", data_part=str(number)),
                f"{_KINDS[event.kind][0]}: {event.what} ({event.written or 'no date'})",
            )
            number += 1
            if event.start is None and event.end is None:
                x = _LEFT + 12 + (undated % 6) * 16
                undated += 1
                _mark(group, event.kind, x, x, y)
            else:
                begin = _place(event.start or event.end or first, first, last)
                end = _place(event.end or last, first, last)
                _mark(group, event.kind, begin, end, y)
    return root


def _whole_years(days: Sequence[date]) -> tuple[date, date]:
    if not days:
        return date(2000, 1, 1), date(2001, 1, 1)
    return date(min(days).year, 1, 1), date(max(days).year + 1, 1, 1)


def _place(day: date, first: date, last: date) -> float:
    start = _LEFT + _UNDATED
    return start + (_WIDTH - _RIGHT - start) * (day - first).days / (last - first).days


def _axis(root: Element, first: date, last: date, height: float) -> None:
    years = last.year - first.year
    each = max(1, round(years / 14))
    write(root, _LEFT + 8, _TOP - 8, "no date", font_size=12, fill=QUIET, class_="quiet")
    for year in range(first.year, last.year + 1, each):
        x = _place(date(year, 1, 1), first, last)
        add(root, "line", x1=x, x2=x, y1=_TOP, y2=height - _LOW, stroke="#cfd4dc", class_="rule")
        if year < last.year:
            write(root, x + 3, _TOP - 8, str(year), font_size=12)
    if years < _MONTHS_BELOW:
        for year in range(first.year, last.year):
            for month in (4, 7, 10):
                x = _place(date(year, month, 1), first, last)
                add(
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
                write(root, x + 3, _TOP - 8, name, font_size=11, fill=QUIET, class_="quiet")


def _legend(root: Element, kinds: set[str]) -> None:
    x = 8.0
    for kind, (meaning, _) in _KINDS.items():
        if kind in kinds:
            wide = 18 if kind in ("commitment", "life") else 0
            _mark(root, kind, x + _SMALL, x + _SMALL + wide, 22)
            write(root, x + wide + 20, 27, meaning, font_size=12.5)
            x += wide + 40 + 6.4 * len(meaning)


def _mark(group: Element, kind: str, start: float, end: float, y: float) -> None:
    """Draw a mark, told apart by shape and colour."""
    colour, size = _KINDS[kind][1], _SMALL
    middle = (start + end) / 2
    if kind in ("commitment", "life"):
        _bar(group, kind, start, max(end - start, 3), y)
    elif kind == "report":
        corners = [(start, y - size), (start + size, y + size), (start - size, y + size)]
        add(group, "polygon", points=points(corners), fill=colour)
    elif kind == "delivery":
        add(
            group, "rect", x=middle - size, y=y - size, width=2 * size, height=2 * size, fill=colour
        )
    elif kind == "label":
        corners = [(middle, y - size), (middle + size, y), (middle, y + size), (middle - size, y)]
        add(group, "polygon", points=points(corners), fill=colour)
    else:
        hollow = kind == "position"
        add(
            group,
            "circle",
            cx=middle,
            cy=y,
            r=size,
            fill="#ffffff" if hollow else colour,
            stroke=colour,
            stroke_width=2.5,
        )


def _bar(group: Element, kind: str, start: float, wide: float, y: float) -> None:
    """Draw what lasts; the end of the time in which a commitment falls due is marked."""
    colour, tall = _KINDS[kind][1], 4 if kind == "commitment" else 7
    add(
        group,
        "rect",
        x=start,
        y=y - tall,
        width=wide,
        height=2 * tall,
        rx=2,
        fill=colour,
        fill_opacity=0.55,
    )
    if kind == "commitment":
        end = start + wide
        add(group, "line", x1=end, x2=end, y1=y - 9, y2=y + 9, stroke=colour, stroke_width=3)
