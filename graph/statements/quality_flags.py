"""Integrity notes: doubts about findings, replies and labels, each with its evidence."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.statements.corrections import correction_iri
from graph.statements.findings import entry_iri, finding_iri, reply_iri, text_iri
from graph.statements.ntriples import Statement, iri, literal, typed
from graph.statements.terms import FLAG, JU, OA, A

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.identity import IriFactory
    from graph.records.findings import Finding, Origin, Reply
    from graph.records.mentions import Correction
    from graph.records.quality_flags import Flag


@dataclass(frozen=True, slots=True)
class Doubted:
    """What one record shows of a finding.

    Attributes:
        finding: The finding.
        reply: The reply shown with it, if any.
        tracked: Where the record was read, if a tracker adds something of its own.
    """

    finding: Finding
    reply: Reply | None
    tracked: Origin | None


def doubt(
    iris: IriFactory, flag: Flag, about: Doubted, dismissed: Correction | None = None
) -> Iterator[Statement]:
    """State a doubt.

    Args:
        iris: Makes the IRIs.
        flag: The doubt.
        about: What it is about.
        dismissed: The correction that says the doubt is unfounded; the note is kept, the shortcut
            to it is not.
    """
    finding, reply = about.finding, about.reply
    flagged = finding_iri(iris, finding.key)
    entry = entry_iri(iris, about.tracked) if about.tracked else None
    replied = reply_iri(iris, reply.respondent, reply.text.text) if reply else None
    beside = {"text": None, "reply": replied}.get(flag.field, entry)
    place = f"{flag.start}-{flag.end}" if flag.start is not None else ""
    subject = iris.from_content("note", flag.code, flagged, beside or "", flag.field, place)
    concept = FLAG[flag.code]
    yield f"<{subject}>", A, JU.IntegrityNote
    yield f"<{subject}>", JU.flag, concept
    yield f"<{subject}>", JU.severity, literal(flag.severity.value)
    yield f"<{subject}>", JU.remark, literal(flag.explanation)
    for doubted in (flagged, beside):
        if doubted:
            yield f"<{subject}>", JU.doubts, iri(doubted)
            if dismissed is None:
                yield iri(doubted), JU.flaggedAs, concept
    if dismissed:
        yield f"<{subject}>", JU.dismissedBy, iri(correction_iri(iris, dismissed))
    text = {"text": finding.text, "reply": reply.text if reply else None}.get(flag.field)
    if text:
        yield from _target(subject, text_iri(iris, text.text), flag, len(text.text))
    elif entry:
        yield from _target(subject, entry, flag, None)


def _target(subject: str, source: str, flag: Flag, length: int | None) -> Iterator[Statement]:
    """Where the evidence stands: a place in a text, or the whole of it."""
    if flag.start is None or (flag.start, flag.end) == (0, length):
        yield f"<{subject}>", OA.hasTarget, iri(source)
        return
    target, place = f"<{subject}-target>", f"<{subject}-place>"
    yield f"<{subject}>", OA.hasTarget, target
    yield target, OA.hasSource, iri(source)
    yield target, OA.hasSelector, place
    yield place, A, OA.TextPositionSelector
    yield place, OA.start, typed(str(flag.start), "nonNegativeInteger")
    yield place, OA.end, typed(str(flag.end), "nonNegativeInteger")
