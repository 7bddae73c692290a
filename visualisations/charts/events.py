"""What happened to findings and initiatives, and when; what has no date stands apart."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from graph.partial_date import interval
from queries.evidence_sentences import CURATOR

if TYPE_CHECKING:
    from collections.abc import Iterable

    from visualisations.facts import Finding, Thing


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


def events(finding: Finding) -> tuple[Event, ...]:
    """What is on record of one finding, whether its date is known or not."""
    own = (finding.iri,)
    found = [_event("report", finding.report or "report not known", finding.issued, own)]
    for stance in finding.stances:
        kind = "label" if stance.voice == "tracker" else "position"
        found.append(_event(kind, _read(stance.decision, stance.voice), stance.on, own))
    for step in finding.steps:
        if step.step == "commitment":
            start, end = interval(step.earliest)[0], interval(step.latest)[1]
            what = _read(step.what, step.voice)
            found.append(Event("commitment", what, start, end, step.what, own))
        else:
            found.append(_event(step.step, _read(step.what, step.voice), step.on, own))
    return tuple(found)


def _read(what: str, voice: str) -> str:
    """What is stated, marked where only a curator read it and no sentence is kept."""
    return f"{what}, as our curators read it" if voice == CURATOR else what


def _event(kind: str, what: str, written: str, findings: tuple[str, ...]) -> Event:
    start, end = interval(written)
    return Event(kind, what, start, end, written, findings)


def life(thing: Thing) -> Event | None:
    """From when to when a register says that something ran."""
    known = {fact.name: fact.value for fact in thing.facts}
    if not {"Began", "Ended"} & known.keys():
        return None
    start, end = interval(known.get("Began", ""))[0], interval(known.get("Ended", ""))[1]
    written = f"{known.get('Began', 'beginning not known')} to {known.get('Ended', 'no end known')}"
    return Event("life", thing.label, start or end, end, written, ())


def merged(found: Iterable[Event]) -> list[Event]:
    """Equal events of several findings as one."""
    held: dict[tuple[object, ...], Event] = {}
    for event in found:
        key = (event.kind, event.what, event.start, event.end)
        before = held[key].findings if key in held else ()
        held[key] = replace(event, findings=(*before, *event.findings))
    return list(held.values())


def ordered(lanes: Iterable[Lane]) -> list[Lane]:
    """Lanes by their first date, those without any last."""
    return sorted(
        lanes,
        key=lambda lane: (
            min((event.start for event in lane.events if event.start), default=date.max),
            lane.label,
        ),
    )
