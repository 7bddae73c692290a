"""A case: what one source record says of a finding, and what is read in the reply it shows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.records.findings import Finding, Reply, TrackerEntry
from loaders.responses.reply_reader import read_reply

if TYPE_CHECKING:
    from collections.abc import Iterable

    from graph.records.answer_links import Alignment
    from graph.records.findings import Key, Origin
    from graph.records.replies import Paragraph, ReadReply
    from graph.records.source_record import Claim
    from loaders.responses.linking.answer_identity import Answer


@dataclass(frozen=True, slots=True)
class Row:
    """What one source record says of one finding, and where it stands, if that is known."""

    finding: Finding
    reply: Reply | None = None
    entry: TrackerEntry | None = None
    origin: Origin | None = None


@dataclass(frozen=True, slots=True)
class Case:
    """A row and all that was derived from it and, once surveyed, from the rows beside it.

    Attributes:
        row: What the source says.
        read: What its reply says; None without one.
        alignments: What the parts of its reply answer.
        answer: The distinct answer its reply is a copy of; keys are places in the survey.
        sharers: Keys of the other findings under which that answer is printed.
        labels: Labels printed beside this finding, or beside its answer, on other rows.
        overlap: A numbered paragraph of its reply that another answer has too, under another
            finding.
    """

    row: Row
    read: ReadReply | None
    alignments: tuple[Alignment, ...] = ()
    answer: Answer[int] | None = None
    sharers: tuple[Key, ...] = ()
    labels: tuple[str, ...] = ()
    overlap: Paragraph | None = None


def row_of(claims: Iterable[Claim], origin: Origin | None = None) -> Row | None:
    """The row that the claims of one source record make; None if they hold no finding."""
    told = list(claims)
    finding = next((claim for claim in told if isinstance(claim, Finding)), None)
    reply = next((claim for claim in told if isinstance(claim, Reply)), None)
    entry = next((claim for claim in told if isinstance(claim, TrackerEntry)), None)
    return Row(finding, reply, entry, origin) if finding else None


def read_row(row: Row) -> Case:
    """Read the reply of a row by itself."""
    if row.reply is None or not row.reply.text.text.strip():
        return Case(row, None)
    asked = row.finding.text.text if row.finding.text else None
    return Case(row, read_reply(row.reply.text.text, asked))


def label_of(row: Row) -> str | None:
    """The tracker's label: the one beside the reply, else the one beside the number."""
    return (row.entry.reply_label or row.entry.label) if row.entry else None
