"""What happened to findings and initiatives, and when; what has no date stands apart."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from graph.partial_date import interval
from queries.evidence_sentences import CURATOR

if TYPE_CHECKING:
    from collections.abc import Iterable

    from visualisations.graph_facts import EntityFacts, FindingFacts


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened, or was to happen.

    Attributes:
        kind: A key of the legend.
        what: In words.
        start: First day on which it may have been, or None if its source gives no date.
        end: Last day.
        written: The date as its source has it.
        findings: IRIs of the findings it belongs to.
    """

    kind: str
    what: str
    start: date | None
    end: date | None
    written: str
    findings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Lane:
    """A row of the picture."""

    label: str
    events: tuple[Event, ...]


def finding_events(finding: FindingFacts) -> tuple[Event, ...]:
    """What is known of one finding, whether its date is known or not."""
    own = (finding.iri,)
    events = [_event("report", finding.report or "report not known", finding.issued, own)]
    for stance in finding.stances:
        kind = "label" if stance.voice == "tracker" else "position"
        events.append(_event(kind, _with_reader(stance.decision, stance.voice), stance.on, own))
    for follow_up in finding.steps:
        if follow_up.step == "commitment":
            start, end = interval(follow_up.earliest)[0], interval(follow_up.latest)[1]
            what = _with_reader(follow_up.what, follow_up.voice)
            events.append(Event("commitment", what, start, end, follow_up.what, own))
        else:
            events.append(
                _event(
                    follow_up.step, _with_reader(follow_up.what, follow_up.voice), follow_up.on, own
                )
            )
    return tuple(events)


def _with_reader(what: str, voice: str) -> str:
    """What is stated, marked where only a curator read it and no sentence is kept."""
    return f"{what}, as our curators read it" if voice == CURATOR else what


def _event(kind: str, what: str, written: str, findings: tuple[str, ...]) -> Event:
    start, end = interval(written)
    return Event(kind, what, start, end, written, findings)


def lifetime_event(entity: EntityFacts) -> Event | None:
    """From when to when a register says that something ran."""
    register_facts = {fact.name: fact.value for fact in entity.facts}
    if not {"Began", "Ended"} & register_facts.keys():
        return None
    start, end = (
        interval(register_facts.get("Began", ""))[0],
        interval(register_facts.get("Ended", ""))[1],
    )
    began, ended = (
        register_facts.get("Began", "beginning not known"),
        register_facts.get("Ended", "no end known"),
    )
    return Event("life", entity.label, start or end, end, f"{began} to {ended}", ())


def merge_equal(events: Iterable[Event]) -> list[Event]:
    """Equal events of several findings as one."""
    merged: dict[tuple[object, ...], Event] = {}
    for event in events:
        key = (event.kind, event.what, event.start, event.end)
        before = merged[key].findings if key in merged else ()
        merged[key] = replace(event, findings=(*before, *event.findings))
    return list(merged.values())


def lanes_by_date(lanes: Iterable[Lane]) -> list[Lane]:
    """Lanes by their first date, those without any last."""
    return sorted(
        lanes,
        key=lambda lane: (
            min((event.start for event in lane.events if event.start), default=date.max),
            lane.label,
        ),
    )
