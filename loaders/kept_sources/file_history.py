"""What files say, and what earlier readings of them said, from the records that a store keeps."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

from graph.identity import finding_slug
from graph.records.source_record import (
    AuthorityRecord,
    FindingRecord,
    PublicationRecord,
)
from graph.store.store_layout import current_version
from loaders.kept_sources.named_files import files_named
from loaders.kept_sources.record_keeping import KeptRecords
from queries.result_tables import Table

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from graph.records.findings import Passage
    from graph.records.source_record import RecordContent
    from loaders.kept_sources.source_list import KeptFile, KeptSources

_COLUMNS = ("file", "fetched on", "in the graph", "of", "words", "label", "reply")
_Row = tuple[str | None, ...]


def history(store_path: Path, kept: KeptSources, names: Sequence[str]) -> Table:
    """What files say now and said before, a row for each finding or item, the oldest first.

    Args:
        store_path: Folder of the store.
        kept: What its current version was made of.
        names: The files; see `files_named`.

    Raises:
        UnknownNameError: If a name stands for no file.
        DamagedStoreError: If the records of the store are not as they were written.
    """
    files = files_named(names, kept.files)
    readings = [(file, "no") for file in _former(files, kept)] + [(file, "yes") for file in files]
    with closing(KeptRecords(current_version(store_path))) as records:
        rows = tuple(
            (file.location, file.read_on, is_current, *words)
            for file, is_current in readings
            for record in records.records(file)
            for words in _said(record.content)
        )
    return Table(_COLUMNS, rows, f"{len(readings):,} readings of {len(files):,} files.")


def _former(files: Iterable[KeptFile], kept: KeptSources) -> list[KeptFile]:
    names = {file.location for file in files}
    addresses = {address for file in files for address in file.addresses}
    return [
        file for file in kept.former if file.location in names or addresses & set(file.addresses)
    ]


def _said(content: RecordContent) -> Iterator[_Row]:
    """Whom a part of a record is about, its words, a tracker's label and the reply."""
    if isinstance(content, AuthorityRecord):
        yield content.authority.key, content.authority.name, None, None
    elif isinstance(content, FindingRecord):
        entry, reply = content.tracker_entry, content.reply
        label = entry.reply_label or entry.label if entry else None
        words = _text(content.finding.text) or (content.curation.gist if content.curation else None)
        yield finding_slug(content.finding.key), words, label, _text(reply.text if reply else None)
    elif isinstance(content, PublicationRecord):
        for publication in content.publications:
            report = publication.report
            yield publication.number, report.title if report else None, None, None
    else:
        for item in content.items:
            restated = item.recommendation or item.conclusion or item.undivided
            yield finding_slug(item.finding), _text(restated), None, _text(item.reply)


def _text(passage: Passage | None) -> str | None:
    return passage.text if passage else None


def list_of_files(kept: KeptSources) -> Table:
    """The files, with the day on which each was fetched and the number of its records.

    The records of a file with the very bytes of another are those of the other.
    """
    files = sorted(kept.files, key=lambda file: (file.location, file.sha256))
    first: dict[str, KeptFile] = {}
    rows = []
    for file in files:
        same = first.setdefault(file.sha256, file)
        read_as = ", ".join(file.sources) if same is file else f"the same as {same.location}"
        rows.append((file.location, file.read_on, read_as, file.records if same is file else 0))
    records = sum(file.records for file in first.values())
    former, copies = len(kept.former), len(files) - len(first)
    counts = f"{_count(len(rows), 'file')} with {_count(records, 'record')}"
    caption = f"{counts}, beside the project's own registers."
    if copies:
        verb = "has" if copies == 1 else "have"
        caption += (
            f" {copies:,} of them {verb} the very bytes of another, whose records count once."
        )
    if former:
        verb = "is" if former == 1 else "are"
        caption += f" Of earlier readings, {former:,} {verb} kept: joinedup sources FILE."
    return Table(("file", "fetched on", "read as", "records"), tuple(rows), caption)


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
