"""Atom (RFC 4287): each commitment is an entry of a feed, for feed readers."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from lxml import etree

from queries.schedules.schedule_format import Schedule, ScheduleFormat

if TYPE_CHECKING:
    from lxml.etree import _Element

    from queries.schedules.due_commitment import DueCommitment

_NAMESPACE = "http://www.w3.org/2005/Atom"


def render(schedule: Schedule) -> bytes:
    """Write a schedule as a feed."""
    written = schedule.written.isoformat().replace("+00:00", "Z")
    no_prefix = cast("dict[str, str]", {None: _NAMESPACE})  # the stubs know of prefixes alone
    feed = etree.Element(f"{{{_NAMESPACE}}}feed", nsmap=no_prefix)
    _add(feed, "title", schedule.title)
    _add(feed, "id", schedule.iri)
    _add(feed, "updated", written)
    _add(_add(feed, "author"), "name", "joinedup")
    for commitment in schedule.commitments:
        _add_entry(feed, commitment, written)
    return etree.tostring(feed, xml_declaration=True, encoding="utf-8", pretty_print=True)


def _add_entry(feed: _Element, commitment: DueCommitment, written: str) -> None:
    entry = _add(feed, "entry")
    _add(entry, "title", f"{commitment.day.isoformat()} {commitment.title}")
    _add(entry, "id", commitment.iri)
    _add(entry, "updated", written)
    _add(entry, "link").set("href", commitment.address or commitment.finding)
    _add(entry, "content", "\n".join(commitment.lines)).set("type", "text")


def _add(parent: _Element, name: str, text: str | None = None) -> _Element:
    child = etree.SubElement(parent, f"{{{_NAMESPACE}}}{name}")
    child.text = text
    return child


SCHEDULE = ScheduleFormat("atom", "a feed, for feed readers", (".atom", ".xml"), render)
