"""Quality flags on findings, replies and labels, each with its evidence."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.statements.corrections import correction_iri
from graph.statements.findings import entry_iri, finding_iri, reply_iri, text_iri
from graph.statements.ntriples import Statement, iri, literal, typed
from graph.statements.ntriples_terms import FLAG, JU, OA, A
from ontology.flag_scheme import flag_concepts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.identity import IriFactory
    from graph.records.findings import Finding, Origin, Reply
    from graph.records.mentions import Correction
    from graph.records.quality_flags import Flag, FlagEvidence


@dataclass(frozen=True, slots=True)
class FlaggedRecord:
    """What one record shows of a finding.

    Attributes:
        finding: The finding.
        reply: The reply shown with it, if any.
        tracked: Where the record was read, if a tracker adds something of its own.
    """

    finding: Finding
    reply: Reply | None
    tracked: Origin | None


def quality_flag(
    iris: IriFactory, flag: Flag, about: FlaggedRecord, dismissed: Correction | None = None
) -> Iterator[Statement]:
    """State a quality flag, as severe as the scheme of flags has it.

    Args:
        iris: Makes the IRIs.
        flag: The flag.
        about: What it is about.
        dismissed: The correction that says the flag is unfounded; the flag is kept, the shortcut
            to it is not.
    """
    finding, reply, evidence = about.finding, about.reply, flag.evidence
    flagged = finding_iri(iris, finding.key)
    entry = entry_iri(iris, about.tracked) if about.tracked else None
    replied = reply_iri(iris, reply.respondent, reply.text.text) if reply else None
    beside = {"text": None, "reply": replied}.get(evidence.field, entry)
    span = f"{evidence.start}-{evidence.end}" if evidence.start is not None else ""
    subject = iris.from_content("note", flag.code, flagged, beside or "", evidence.field, span)
    concept = FLAG[flag.code]
    yield f"<{subject}>", A, JU.IntegrityNote
    yield f"<{subject}>", JU.flag, concept
    yield f"<{subject}>", JU.severity, literal(flag_concepts()[flag.code].severity.word)
    yield f"<{subject}>", JU.remark, literal(evidence.explanation)
    for thing in (flagged, beside):
        if thing:
            yield f"<{subject}>", JU.doubts, iri(thing)
            if dismissed is None:
                yield iri(thing), JU.flaggedAs, concept
    if dismissed:
        yield f"<{subject}>", JU.dismissedBy, iri(correction_iri(iris, dismissed))
    text = {"text": finding.text, "reply": reply.text if reply else None}.get(evidence.field)
    if text:
        yield from _target(subject, text_iri(iris, text.text), evidence, len(text.text))
    elif entry:
        yield from _target(subject, entry, evidence, None)


def _target(
    subject: str, source: str, evidence: FlagEvidence, length: int | None
) -> Iterator[Statement]:
    """Where the evidence stands: a span of a text, or the whole of it."""
    if evidence.start is None or (evidence.start, evidence.end) == (0, length):
        yield f"<{subject}>", OA.hasTarget, iri(source)
        return
    target, span = f"<{subject}-target>", f"<{subject}-place>"
    yield f"<{subject}>", OA.hasTarget, target
    yield target, OA.hasSource, iri(source)
    yield target, OA.hasSelector, span
    yield span, A, OA.TextPositionSelector
    yield span, OA.start, typed(str(evidence.start), "nonNegativeInteger")
    yield span, OA.end, typed(str(evidence.end), "nonNegativeInteger")
