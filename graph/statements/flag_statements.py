"""Quality flags of findings, replies and labels, each with its evidence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.identity import span_of_text
from graph.statements.correction_statements import correction_iri
from graph.statements.ntriples import Statement, iri, literal
from graph.statements.ntriples_terms import FLAG, JU, OA, A

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.identity import IriFactory
    from graph.records.mentions import Correction
    from graph.records.quality_flags import Flag, FlagEvidence
    from graph.records.source_record import FindingRecord
    from graph.statements.record_iris import FindingIris


def flag_statements(
    iris: IriFactory,
    flag: Flag,
    record: FindingRecord,
    shown: FindingIris,
    dismissed: Correction | None = None,
) -> Iterator[Statement]:
    """State a quality flag. How severe it is, the scheme of flags says.

    Args:
        iris: Makes the IRIs.
        flag: The flag.
        record: The record that it is raised on.
        shown: The IRIs of what the record shows.
        dismissed: The correction that says the flag is unfounded; the flag is kept, the shortcut
            to it is not.
    """
    evidence = flag.evidence
    field_iris = {"text": None, "reply": shown.reply}
    beside = field_iris.get(evidence.field, shown.tracker_entry)
    span = f"{evidence.start}-{evidence.end}" if evidence.start is not None else ""
    about = (shown.finding, beside or "", evidence.field, span)
    subject = iris.from_content("note", flag.code, *about)
    concept = FLAG[flag.code]
    yield f"<{subject}>", A, JU.IntegrityNote
    yield f"<{subject}>", JU.flag, concept
    yield f"<{subject}>", JU.remark, literal(evidence.explanation)
    for flagged in (shown.finding, beside):
        if flagged:
            yield f"<{subject}>", JU.doubts, iri(flagged)
            if dismissed is None:
                yield iri(flagged), JU.flaggedAs, concept
    if dismissed:
        yield f"<{subject}>", JU.dismissedBy, iri(correction_iri(iris, dismissed))
    if evidence.field == "text" and record.finding.text and shown.text:
        yield from _target(subject, shown.text, evidence, len(record.finding.text.text))
    elif evidence.field == "reply" and record.reply and shown.reply_text:
        yield from _target(subject, shown.reply_text, evidence, len(record.reply.text.text))
    elif shown.tracker_entry:
        yield from _target(subject, shown.tracker_entry, evidence, None)


def _target(
    subject: str, source: str, evidence: FlagEvidence, length: int | None
) -> Iterator[Statement]:
    """Where the evidence stands: a span of a text, or the whole of it."""
    start, end = evidence.start, evidence.end
    if start is None or end is None or (start, end) == (0, length):
        yield f"<{subject}>", OA.hasTarget, iri(source)
    else:
        yield f"<{subject}>", OA.hasTarget, f"<{span_of_text(source, (start, end))}>"
