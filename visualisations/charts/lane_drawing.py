"""Draws lanes of events along one axis of time."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from visualisations.charts.timeline_marks import EVENT_KINDS, MARK_SIZE, draw_mark
from visualisations.style import QUIET, RULE
from visualisations.svg import add_element, add_tooltip, clipped, drawing, points, write_text
from visualisations.text_width import width_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from xml.etree.ElementTree import Element

    from visualisations.charts.events import Event, Lane

_WIDTH, _LEFT, _UNDATED, _RIGHT, _TOP, _LANE, _LOW = 1120, 320, 110, 24, 74, 34, 16
_MONTHS_BELOW = 3
"""Years below which quarters are marked on the axis."""


def draw_lanes(
    lanes: Sequence[Lane], title: str, joined: Sequence[tuple[int, int]] = ()
) -> Element:
    """A row for each lane, its events in the order of the parts of the chart; then what is joined.

    Args:
        lanes: The lanes, from the top; the first event of each is where its lines begin.
        title: What the drawing is about.
        joined: Numbers of lanes that a line joins, the earlier first; each line is a part of the
            chart, after all events.
    """
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
        _draw_lane(root, lane, _TOP + _LANE * index + _LANE / 2, (first, last), number)
        number += len(lane.events)
    for earlier, later in joined:
        _join(add_element(root, "g", data_part=str(number)), lanes, (earlier, later), (first, last))
        number += 1
    return root


def _draw_lane(root: Element, lane: Lane, y: float, years: tuple[date, date], number: int) -> None:
    """A lane around the height `y`, its events the parts of the chart from `number` on."""
    low = y + _LANE / 2
    add_element(root, "line", x1=0, x2=_WIDTH, y1=low, y2=low, stroke=RULE, class_="rule")
    add_tooltip(write_text(root, 8, y + 5, clipped(lane.label, _LEFT - 40)), lane.label)
    undated = 0
    without_date = sum(event.start is None and event.end is None for event in lane.events)
    step = min(16, (_UNDATED - 24) / max(without_date - 1, 1))
    for part, event in enumerate(lane.events, number):
        group = add_tooltip(
            add_element(root, "g", data_part=str(part)),
            f"{EVENT_KINDS[event.kind][0]}: {event.what} ({event.written or 'no date'})",
        )
        if event.start is None and event.end is None:
            x = _LEFT + 12 + undated * step
            undated += 1
            draw_mark(group, event.kind, x, x, y)
        else:
            begin = _x_of(event.start or event.end or years[0], *years)
            draw_mark(group, event.kind, begin, _x_of(event.end or years[1], *years), y)


def _join(
    group: Element, lanes: Sequence[Lane], ends: tuple[int, int], axis: tuple[date, date]
) -> None:
    """Draw a line from the first event of one lane to that of another, with a head at its end."""
    xs = [_x_of_first(lanes[lane].events[0], axis) for lane in ends]
    ys = [_TOP + _LANE * lane + _LANE / 2 for lane in ends]
    down = 1 if ys[1] > ys[0] else -1
    start, end = ys[0] + down * MARK_SIZE, ys[1] - down * (MARK_SIZE + 3)
    add_tooltip(group, f"{lanes[ends[1]].label} makes {lanes[ends[0]].label} again")
    add_element(group, "line", x1=xs[0], x2=xs[1], y1=start, y2=end, stroke=QUIET, stroke_width=2.5)
    head = [(xs[1] - 4, end - down * 2), (xs[1] + 4, end - down * 2), (xs[1], end + down * 4)]
    add_element(group, "polygon", points=points(head), fill=QUIET)


def _x_of_first(event: Event, axis: tuple[date, date]) -> float:
    day = event.start or event.end
    return _x_of(day, *axis) if day else _LEFT + 12


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
