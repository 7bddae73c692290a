"""Reads the files of a build into records, and notes what could not be read."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from hashlib import sha256
from typing import TYPE_CHECKING

from graph.errors import InputError, JoinedupError, NoWordsError
from loaders.interface.context import Document, Issue
from loaders.interface.program_faults import describe_fault
from loaders.interface.source_list import source_for
from loaders.pipeline.document_reading import (
    column_choices_of,
    decode_document,
    explain_no_source,
    file_content,
)
from loaders.pipeline.plan import STANDARD_INPUT
from loaders.pipeline.unpacking import Place, Unpacking, container_in, refuse_other_kind
from loaders.text.file_bytes import FileBytes
from loaders.text.saved_pages import PART_OF_PAGE, is_part_of_page
from loaders.text.time_limited import close_readers

if TYPE_CHECKING:
    from graph.records.source_record import SourceRecord
    from loaders.containers import Container
    from loaders.interface.context import Context
    from loaders.pipeline.plan import SourceFile
    from loaders.pipeline.report import BuildReport
    from loaders.text.packed_members import PackedMember

Progress = Callable[[int, int], None]
"""Told how many of how many files have been read."""

_NO_DAY = (
    "The day of its last change is in no calendar, so the graph does not say when it was fetched. "
    "Say it: --retrieved 2024-03-31, for example."
)
_CHANGED = (
    "It is no longer what was fetched, by the list beside it, so the graph does not say where it "
    "came from. Fetch it again."
)


@dataclass(frozen=True, slots=True)
class FileReading:
    """What was read in a file.

    Attributes:
        file: The file.
        sha256: Digest of its bytes, and of a file of columns beside it, in hexadecimal; empty if
            they could not be read.
        size: Its bytes.
        documents: Files that gave a record: itself, or those in it.
        records: The records in it, and in the files in it.
        issues: What was not read in it.
    """

    file: SourceFile
    sha256: str
    size: int
    documents: int
    records: list[SourceRecord]
    issues: list[Issue]


class RecordReader:
    """Reads files into records."""

    def __init__(
        self,
        report: BuildReport,
        *,
        encoding: str | None = None,
        retrieved: str | None = None,
        progress: Progress | None = None,
        files: int = 0,
    ) -> None:
        """Note in `report` what cannot be read; tell `progress` how many of `files` are done."""
        self._report = report
        self._encoding = encoding
        self._retrieved = retrieved
        self._progress = progress
        self._files = files
        self._begun = 0
        self.paths_with_records: set[SourceFile] = set()
        """Files that gave a record."""

    def records(self, file: SourceFile) -> list[SourceRecord]:
        """The records of one file and of those in it; none, with an issue, if it cannot be read."""
        return self.read(file).records

    def read(
        self, file: SourceFile, is_known: Callable[[SourceFile, str], bool] | None = None
    ) -> FileReading:
        """Read one file and those in it; nothing, with an issue, if it cannot be read.

        Args:
            file: The file.
            is_known: Told the digest of its bytes, says whether nothing has to be read in it.
        """
        self._report_progress()
        self._begun += 1
        earlier, documents = len(self._report.issues), self._report.files
        content = FileBytes(b"", None)
        records: list[SourceRecord] = []
        digest = ""

        def read_all() -> list[SourceRecord]:
            nonlocal content, digest
            content = file_content(file)
            choices = None if file.bundled else column_choices_of(file)
            digest = sha256(content.raw + (choices.raw if choices else b"")).hexdigest()
            if is_known and is_known(file, digest):
                return []
            named = replace(place, column_choices=choices)
            encoding = None if file.bundled else self._encoding
            return self._read_content(named, content, encoding, file.retrieved or self._retrieved)

        with self._report.counts.stage("read"):
            place = Place(file.location, file.shown, file.suffix, file.retrieval)
            records = self._guarded(place, read_all)
        if records:
            self.paths_with_records.add(file)
        documents = self._report.files - documents
        issues = self._report.issues[earlier:]
        return FileReading(file, digest, len(content.raw), documents, records, issues)

    def _read_content(
        self, place: Place, content: FileBytes, encoding: str | None, retrieved: str | None
    ) -> list[SourceRecord]:
        """The records of one file; where it was fetched counts if it is still what was fetched."""
        if place.retrieval and not place.retrieval.is_of(content.raw):
            self._report.issues.append(Issue(place.shown, _CHANGED, lost=False, uncertain=True))
            place = replace(place, retrieval=None)
        return self._read(place, content, encoding, retrieved, Unpacking())

    def _guarded(
        self, place: Place, reading: Callable[[], list[SourceRecord]], *, minor: bool = False
    ) -> list[SourceRecord]:
        """What reading gives; none, with an issue, if anything goes wrong."""
        try:
            return reading()
        except NoWordsError as error:
            # what it leads to was fetched with it, or is listed as not fetched
            minor = minor or place.retrieval is not None
            problem = error.problem if place.retrieval else str(error)
        except JoinedupError as error:
            problem = str(error)
        except Exception as error:
            problem = describe_fault(error, "This file")
        self._report.issues.append(Issue(place.shown, problem, lost=not minor))
        return []

    def _read(
        self,
        place: Place,
        content: FileBytes,
        encoding: str | None,
        retrieved: str | None,
        unpacking: Unpacking,
    ) -> list[SourceRecord]:
        """The records of one file, or of all files in it."""
        container = container_in(content.raw, place.suffix)
        if container is not None:
            return self._read_members(place, content, container, unpacking)
        document = decode_document(place, content, encoding, retrieved)
        context = _load(document, packed=unpacking.depth > 0)
        if not document.retrieved and place.shown != STANDARD_INPUT:
            context.note(_NO_DAY)
        self._report.issues += context.issues
        if context.records:
            self._report.files += 1
        return context.records

    def _read_members(
        self, place: Place, content: FileBytes, container: Container, unpacking: Unpacking
    ) -> list[SourceRecord]:
        """The records of the files in a container; one of them that cannot be read is an issue."""
        records: list[SourceRecord] = []
        before = unpacking.files
        with unpacking.one_deeper(place.shown):
            try:
                for member in container.members(content.raw, place.shown):
                    unpacking.count(len(member.raw), place.shown)
                    records += self._guarded(
                        place.inside(member.name),
                        partial(self._read_member, place, content, member, unpacking),
                        minor=member.minor or is_part_of_page(member.name),
                    )
                unpacking.refuse_none(before, place.shown)
            except JoinedupError as error:
                self._report.issues.append(Issue(place.shown, str(error)))
            except Exception as error:  # what was read before it stays
                problem = describe_fault(error, "The rest of this file")
                self._report.issues.append(Issue(place.shown, problem))
        return records

    def _read_member(
        self, owner: Place, content: FileBytes, member: PackedMember, unpacking: Unpacking
    ) -> list[SourceRecord]:
        if member.problem:
            raise InputError(member.problem)
        if is_part_of_page(member.name):
            raise InputError(PART_OF_PAGE)
        place = owner.inside(member.name)
        refuse_other_kind(place.suffix, member.raw)
        if member.note:
            self._report.issues.append(Issue(place.shown, member.note, lost=False, uncertain=True))
        encoding = member.encoding or self._encoding
        fetched = FileBytes(member.raw, content.changed)
        return self._read(place, fetched, encoding, self._retrieved, unpacking)

    def finish(self) -> None:
        """Tell the progress that all is read, and end the processes that read."""
        self._report_progress()
        close_readers()

    def _report_progress(self) -> None:
        if self._progress:
            self._progress(self._begun, self._files)


def _load(document: Document, *, packed: bool) -> Context:
    """What a source reads in a document.

    Raises:
        InputError: If no source takes it, or it is a register that came too late, in an archive.
    """
    source = source_for(document)
    if source is None:
        raise InputError(explain_no_source(document))
    if packed and source.descriptor.register:
        raise InputError(
            "It is a register of names, which is read before all else, and so not in an archive. "
            "Unpack it and name it."
        )
    context = source.read(document)
    if not context.records and not any(issue.lost for issue in context.issues):
        context.skip(f"It looks like {source.descriptor.title}, but contains no record.")
    if document.encoding_note:
        context.note(document.encoding_note)
    if document.shown.control_note:
        context.note(document.shown.control_note)
    return context
