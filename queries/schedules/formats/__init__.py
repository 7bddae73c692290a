"""Formats for what falls due, one module each."""

from __future__ import annotations

from functools import cache

from graph.listing import listed_definitions
from queries.schedules.schedule_format import ScheduleFormat


@cache
def schedule_formats() -> dict[str, ScheduleFormat]:
    """The formats by their names."""
    return listed_definitions(__name__, "SCHEDULE", ScheduleFormat)
