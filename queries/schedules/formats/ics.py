"""iCalendar (RFC 5545): each commitment is a whole day in a calendar."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from icalendar import Calendar, Event

from queries.schedules.schedule_format import Schedule, ScheduleFormat

if TYPE_CHECKING:
    from queries.schedules.due_commitment import DueCommitment


def render(schedule: Schedule) -> bytes:
    """Write a schedule as a calendar."""
    calendar = Calendar()
    calendar.add("prodid", "-//joinedup//commitments//EN")
    calendar.add("version", "2.0")
    calendar.add("name", schedule.title)
    calendar.add("x-wr-calname", schedule.title)
    for commitment in schedule.commitments:
        calendar.add_component(_event(schedule, commitment))
    return bytes(calendar.to_ical())


def _event(schedule: Schedule, commitment: DueCommitment) -> Event:
    event = Event()
    event.add("uid", commitment.iri)
    event.add("dtstamp", schedule.written)
    event.add("dtstart", commitment.day)
    event.add("dtend", commitment.day + timedelta(days=1))
    event.add("summary", commitment.title)
    event.add("description", "\n".join(commitment.lines))
    event.add("url", commitment.address or commitment.finding)
    event.add("transp", "TRANSPARENT")
    return event


SCHEDULE = ScheduleFormat("ics", "a calendar, for Outlook and others", (".ics",), render)
