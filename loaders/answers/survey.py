"""Read all replies of one report, or of one committee where reports are unknown, together.

Some things show only side by side: that one answer is printed under several findings, that a part
answers another finding than the one it is shown with, that one item bears two labels.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.records import Finding, Reply, TrackerEntry
from loaders.answers.alignment import Index, Shown, align
from loaders.answers.identity import Printed, distinct_answers
from loaders.answers.reading import read_reply

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from graph.answers import Alignment, ReadReply
    from graph.records import Claim, Key
    from loaders.answers.identity import Answer


@dataclass(frozen=True, slots=True)
class Row:
    """What one source record says of one finding."""

    finding: Finding
    reply: Reply | None = None
    entry: TrackerEntry | None = None


def row_of(claims: Iterable[Claim]) -> Row | None:
    """The row that the claims of one source record make; None if they hold no finding."""
    told = list(claims)
    finding = next((claim for claim in told if isinstance(claim, Finding)), None)
    reply = next((claim for claim in told if isinstance(claim, Reply)), None)
    entry = next((claim for claim in told if isinstance(claim, TrackerEntry)), None)
    return Row(finding, reply, entry) if finding else None


@dataclass(frozen=True, slots=True)
class Case:
    """A row and all that was derived from it and the rows beside it.

    Attributes:
        row: What the source says.
        read: What its reply says; None without one.
        alignments: What the parts of its reply answer.
        answer: The distinct answer its reply is a copy of; keys are row indices.
        sharers: Keys of the other findings under which that answer is printed.
        labels: Labels printed beside this finding, or beside its answer, on other rows.
    """

    row: Row
    read: ReadReply | None
    alignments: tuple[Alignment, ...]
    answer: Answer[int] | None
    sharers: tuple[Key, ...]
    labels: tuple[str, ...]


def survey(
    rows: Sequence[Row], scope: str, *, one_report: bool, written: date | None = None
) -> tuple[Case, ...]:
    """Read the replies of some rows and relate them to one another.

    Args:
        rows: Rows of one report or committee; a finding may have several.
        scope: Name of that report or committee; enters the digests of answers.
        one_report: True if all are of one report, so that numbers tell findings apart.
        written: Date of the answering document, if known.

    Returns:
        A case for each row, in the same order.
    """
    read = [_read(row, written) for row in rows]
    index = Index((row.finding for row in rows), one_report=one_report)
    told = [
        (at, Shown(row.finding, row.reply.text.text, found))
        for at, (row, found) in enumerate(zip(rows, read, strict=True))
        if row.reply and found
    ]
    aligned = dict(
        zip((at for at, _ in told), align([item for _, item in told], index), strict=True)
    )
    answers = {
        at: answer
        for answer in distinct_answers(
            (Printed(at, item.finding.key, item.text) for at, item in told if not item.read.echo),
            scope,
        )
        for at in answer.copies
    }
    same_finding = _by_finding(rows)
    return tuple(
        Case(
            row=row,
            read=read[at],
            alignments=aligned.get(at, ()),
            answer=answers.get(at),
            sharers=_sharers(rows, row, answers.get(at)),
            labels=_other_labels(rows, at, same_finding[row.finding.key], answers.get(at)),
        )
        for at, row in enumerate(rows)
    )


def _read(row: Row, written: date | None) -> ReadReply | None:
    if row.reply is None or not row.reply.text.text.strip():
        return None
    asked = row.finding.text.text if row.finding.text else None
    return read_reply(row.reply.text.text, asked, written)


def label_of(row: Row) -> str | None:
    """The tracker's label: the one beside the reply, else the one beside the number."""
    return (row.entry.reply_label or row.entry.label) if row.entry else None


def _by_finding(rows: Sequence[Row]) -> dict[Key, list[int]]:
    found: dict[Key, list[int]] = {}
    for at, row in enumerate(rows):
        found.setdefault(row.finding.key, []).append(at)
    return found


def _sharers(rows: Sequence[Row], row: Row, answer: Answer[int] | None) -> tuple[Key, ...]:
    """Keys of the other findings under which the answer to a row's finding is printed."""
    copies = answer.copies if answer else ()
    keys = dict.fromkeys(rows[copy].finding.key for copy in copies)
    return tuple(key for key in keys if key != row.finding.key)


def _other_labels(
    rows: Sequence[Row], at: int, same_finding: list[int], answer: Answer[int] | None
) -> tuple[str, ...]:
    """Labels of the same finding or answer on rows other than this."""
    beside = dict.fromkeys([*same_finding, *(answer.copies if answer else ())])
    labels = dict.fromkeys(label_of(rows[other]) for other in beside if other != at)
    return tuple(label for label in labels if label)
