"""A case: what one source record says of a finding, and what is read in the reply it shows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from loaders.responses.reply_reader import read_reply

if TYPE_CHECKING:
    from graph.records.answer_links import Alignment
    from graph.records.findings import Key, Origin
    from graph.records.replies import Paragraph, ReadReply
    from graph.records.source_record import FindingRecord
    from loaders.responses.linking.answer_identity import Answer


@dataclass(frozen=True, slots=True)
class Case:
    """A record of a finding and what was derived from it and, once linked, from those beside it.

    Attributes:
        record: What the source says.
        read_reply: What its reply says; None without one.
        alignments: What the parts of its reply answer.
        answer: The distinct answer its reply is a copy of; keys are positions among the cases.
        sharers: Keys of the other findings under which that answer is printed.
        labels: Labels printed beside this finding, or beside its answer, on other rows.
        origin: Where the record was read, if that is known.
        overlap: A numbered paragraph of its reply that another answer has too, under another
            finding.
    """

    record: FindingRecord
    read_reply: ReadReply | None
    alignments: tuple[Alignment, ...] = ()
    answer: Answer[int] | None = None
    sharers: tuple[Key, ...] = ()
    labels: tuple[str, ...] = ()
    overlap: Paragraph | None = None
    origin: Origin | None = None


def read_row(record: FindingRecord, origin: Origin | None = None) -> Case:
    """Read the reply of a record by itself."""
    if record.reply is None or not record.reply.text.text.strip():
        return Case(record, None, origin=origin)
    restated = record.finding.text.text if record.finding.text else None
    return Case(record, read_reply(record.reply.text.text, restated), origin=origin)


def label_of(record: FindingRecord) -> str | None:
    """The tracker's label: the one beside the reply, else the one beside the number."""
    entry = record.tracker_entry
    return entry.reply_label or entry.label if entry else None
