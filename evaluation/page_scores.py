"""Compares what the loader reads on pages with what a person read there (a gold file).

A gold file is JSON Lines beside its pages. Each row names a page (`file`, relative to the gold
file) and what is printed there: `number`, `kind`, `status`, `response_status`, `paragraph`,
`title`. A value in parentheses, such as ``(no response block)``, says that nothing is printed. The
row may tell by `flaws` that no reply can be seen. A field that a row leaves out is not judged.
"""

from __future__ import annotations

import re
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import UNSET

from evaluation.gold_rows import PageRow, gold_rows
from graph.records.source_record import FindingRecord
from loaders.interface.context import Context
from loaders.interface.descriptor import read_descriptor
from loaders.pipeline.document_reading import read_document
from loaders.pipeline.plan import SourceFile
from loaders.sources.record_pages import loader

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.records.findings import TrackerEntry


REPLY_SHOWN = "reply_shown"

_FIELDS = {
    "number": "number",
    "kind": "kind",
    "status": "label",
    "response_status": "reply_label",
    "paragraph": "paragraph",
    "title": "title",
}
_NO_REPLY = frozenset({"resp-not-visible", "pending"})
_NOTHING_PRINTED = re.compile(r"\(.*\)$|$")


@dataclass(frozen=True, slots=True)
class FieldScore:
    """How often a field was read rightly.

    Attributes:
        field: Name of the field in the gold file.
        right: Pages on which it was read as the gold file has it.
        total: Pages on which the gold file has it.
    """

    field: str
    right: int
    total: int

    @property
    def share(self) -> float | None:
        """Right ones among all, from 0 to 1; None of nothing."""
        return self.right / self.total if self.total else None


@dataclass(frozen=True, slots=True)
class FieldMismatch:
    """A field that was read otherwise than the gold file has it; None where nothing is printed."""

    file: str
    field: str
    expected: str | None
    read: str | None


@dataclass(frozen=True, slots=True)
class PageEvaluation:
    """How well pages were read.

    Attributes:
        pages: Number of pages in the gold file.
        fields: Score of each field.
        misses: What was read otherwise, page by page.
    """

    pages: int
    fields: tuple[FieldScore, ...]
    misses: tuple[FieldMismatch, ...]

    def as_dict(self) -> dict[str, object]:
        """The evaluation in plain values, ready to be written as JSON."""
        return asdict(self)


def evaluate_pages(gold: Path) -> PageEvaluation:
    """Read every page of a gold file and compare.

    Raises:
        InputError: If the gold file or one of its pages cannot be read.
    """
    rows = list(gold_rows(gold, PageRow))
    judged = [(row.file, *triple) for row in rows for triple in _compare(row, gold)]
    fields = []
    for name in (*_FIELDS, REPLY_SHOWN):
        pairs = [(expected, read) for _, field, expected, read in judged if field == name]
        fields.append(FieldScore(name, sum(a == b for a, b in pairs), len(pairs)))
    misses = [
        FieldMismatch(*field_values)
        for field_values in judged
        if field_values[2] != field_values[3]
    ]
    return PageEvaluation(len(rows), tuple(fields), tuple(misses))


def _compare(row: PageRow, gold: Path) -> Iterator[tuple[str, str | None, str | None]]:
    """Each judged field of a page: its name, what is expected, what was read."""
    entry, replied = _entry(gold.parent / row.file)
    for name, attribute in _FIELDS.items():
        if (printed := getattr(row, name)) is not UNSET:
            yield name, _printed(printed), _plain(getattr(entry, attribute, None))
    if row.flaws is not UNSET:
        answered = _printed(row.response_status or None) is not None
        shown = answered and not _NO_REPLY.intersection(row.flaws)
        yield REPLY_SHOWN, str(shown), str(replied)


def records_on(page: Path) -> list[FindingRecord]:
    """What the loader reads on one page.

    Raises:
        InputError: If it cannot be read.
    """
    document = read_document(SourceFile(page, page.name))
    context = Context(
        read_descriptor(Path(str(loader.__file__)).with_name("source.toml")), document
    )
    loader.load(document, context)
    contents = (record.content for record in context.records)
    return [content for content in contents if isinstance(content, FindingRecord)]


def _entry(page: Path) -> tuple[TrackerEntry | None, bool]:
    """The tracker's entry on a page, and whether the page shows a reply."""
    records = records_on(page)
    entry = records[0].tracker_entry if records else None
    return entry, any(record.reply for record in records)


def _printed(value: str | None) -> str | None:
    text = (value or "").strip()
    return None if _NOTHING_PRINTED.match(text) else text


def _plain(value: object) -> str | None:
    return None if value is None else str(getattr(value, "text", value))
