"""Integrity notes: doubts about findings, replies and labels, each with its evidence."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from rdflib.namespace import RDF

from graph.ntriples import Statement, iri, literal, typed
from graph.statements.corrections import correction_iri
from graph.statements.findings import entry_iri, finding_iri, reply_iri, text_iri
from ontology.schemes import FLAG
from ontology.terms import JU, OA

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.doubts import Flag
    from graph.identity import Minter
    from graph.mentions import Correction
    from graph.records import Finding, Origin, Reply

A = iri(RDF.type)
DISMISSED_BY = iri(JU.dismissedBy)
DOUBTS = iri(JU.doubts)
END = iri(OA.end)
RAISES = iri(JU.flag)
FLAGGED_AS = iri(JU.flaggedAs)
HAS_SELECTOR = iri(OA.hasSelector)
HAS_SOURCE = iri(OA.hasSource)
HAS_TARGET = iri(OA.hasTarget)
INTEGRITY_NOTE = iri(JU.IntegrityNote)
REMARK = iri(JU.remark)
SEVERITY = iri(JU.severity)
START = iri(OA.start)
TEXT_POSITION_SELECTOR = iri(OA.TextPositionSelector)


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
    mint: Minter, flag: Flag, about: Doubted, dismissed: Correction | None = None
) -> Iterator[Statement]:
    """State a doubt.

    Args:
        mint: Makes the IRIs.
        flag: The doubt.
        about: What it is about.
        dismissed: The correction that says the doubt is unfounded; the note is kept, the shortcut
            to it is not.
    """
    finding, reply = about.finding, about.reply
    subject = finding_iri(mint, finding.key)
    entry = entry_iri(mint, about.tracked) if about.tracked else None
    replied = reply_iri(mint, reply.respondent, reply.text.text) if reply else None
    beside = {"text": None, "reply": replied}.get(flag.field, entry)
    place = str(flag.start) if flag.start is not None else ""
    me = mint.digested("note", flag.code, subject, beside or "", flag.field, place)
    concept = _flag(flag.code)
    yield f"<{me}>", A, INTEGRITY_NOTE
    yield f"<{me}>", RAISES, concept
    yield f"<{me}>", SEVERITY, literal(flag.severity.value)
    yield f"<{me}>", REMARK, literal(flag.explanation)
    for doubted in (subject, beside):
        if doubted:
            yield f"<{me}>", DOUBTS, iri(doubted)
            if dismissed is None:
                yield iri(doubted), FLAGGED_AS, concept
    if dismissed:
        yield f"<{me}>", DISMISSED_BY, iri(correction_iri(mint, dismissed))
    text = {"text": finding.text, "reply": reply.text if reply else None}.get(flag.field)
    if text:
        yield from _target(me, text_iri(mint, text.text), flag, len(text.text))
    elif entry:
        yield from _target(me, entry, flag, None)


def _target(me: str, source: str, flag: Flag, length: int | None) -> Iterator[Statement]:
    """Where the evidence stands: a place in a text, or the whole of it."""
    if flag.start is None or (flag.start, flag.end) == (0, length):
        yield f"<{me}>", HAS_TARGET, iri(source)
        return
    target, place = f"<{me}-target>", f"<{me}-place>"
    yield f"<{me}>", HAS_TARGET, target
    yield target, HAS_SOURCE, iri(source)
    yield target, HAS_SELECTOR, place
    yield place, A, TEXT_POSITION_SELECTOR
    yield place, START, typed(str(flag.start), "nonNegativeInteger")
    yield place, END, typed(str(flag.end), "nonNegativeInteger")


@cache
def _flag(code: str) -> str:
    """A concept of the scheme of flags; a code that it does not hold raises AttributeError."""
    return iri(FLAG[code])
