"""What a loader is given: a document to read, and a context to emit into.

A loader touches no file, clock, store or network itself. It is a module with two functions:

    accepts(document) -> bool           does this document look like mine?
    load(document, context) -> None     emit every record, report every line not read
"""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import cached_property
from hashlib import sha256
from typing import TYPE_CHECKING

from graph.records.findings import Origin
from graph.records.source_record import SourceRecord, passages_of
from graph.retelling import RETELLER, says_retold
from loaders.formats import format_of
from loaders.interface.program_faults import describe_fault
from loaders.text.control_marks import ControlMarks
from loaders.text.file_names import printable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.records.source_record import RecordContent
    from loaders.formats import FileFormat
    from loaders.interface.column_choices import ColumnChoices
    from loaders.interface.descriptor import Descriptor
    from loaders.text.shown_text import ShownText


_HEAD = 2048
"""Characters by which the format of a text is told."""


@dataclass(frozen=True)
class Document:
    """A file as a loader sees it.

    Attributes:
        location: The file's name from the folder the user named, the same on every machine;
            ``standard input`` for a pipe. Provenance prints it.
        text: Its characters, decoded, with line ends as they stand.
        suffix: File name ending in lower case, such as ``.html``; empty for a pipe.
        path: The file as the user can open it. Messages print it.
        retrieved: ISO date on which it was fetched: as the user says, else of its last change.
        file_format: Its format; found out from its text and suffix where None.
        fetched_from: Web address from which it was fetched, by the list kept beside it.
        licence: IRI of the licence under which it was fetched, where that list says it.
        column_choices: What a person says of its columns, in the file kept beside it.
        encoding_note: What is said of its encoding where that was found by its bytes alone.
    """

    location: str
    text: str
    suffix: str = ""
    path: str = ""
    retrieved: str | None = None
    file_format: FileFormat | None = None
    fetched_from: str | None = None
    licence: str | None = None
    encoding_note: str = ""
    column_choices: ColumnChoices | None = None

    @cached_property
    def shown(self) -> ShownText:
        """What a reader sees of it, control characters as marks; extracted once."""
        head = self.text[:_HEAD].encode("utf-8", "replace")
        shown = (self.file_format or format_of(head, self.suffix)).extract(self.text)
        marks = ControlMarks()
        text = marks.put_in(shown.text)
        return replace(shown, text=text, control_note=shown.control_note or marks.note())

    @cached_property
    def retold(self) -> bool:
        """Whether it says that it is a retelling, whose words are not the original's."""
        return says_retold(self.text)


NO_SOURCE = "This does not look like any source that can be read."
"""How the problem begins of a file that no source takes."""

_LONGEST_PROBLEM = 1_000
"""Characters of a problem that are kept."""


@dataclass(frozen=True, slots=True)
class Issue:
    """Something of a source that was not read, and what to do about it.

    Attributes:
        location: File, and line where one is known, as ``pages/a.txt line 12``.
        problem: What is wrong, and what to do, in a sentence.
        lost: True if a whole record was not read.
        uncertain: True if something was read that may be wrong, so that a person should look.
            Where neither is true, a part of a record was set aside.
    """

    location: str
    problem: str
    lost: bool = True
    uncertain: bool = False

    def __post_init__(self) -> None:
        """Write what does not print as escapes, and cut what is longer than any sentence of ours.

        Problems quote what stands in files, and are shown on terminals.
        """
        problem = printable(self.problem)
        if len(problem) > _LONGEST_PROBLEM:
            problem = f"{problem[:_LONGEST_PROBLEM]}…"
        object.__setattr__(self, "problem", problem)
        object.__setattr__(self, "location", printable(self.location))


LONGEST_RECORD = 5_000_000
"""Characters that one record may have; the longest real page seen has 20,000."""

LONGEST_TEXT = 250_000
"""Characters of one finding or one reply; what is longer is a whole document read as one item."""


@dataclass(slots=True)
class Context:
    """Collects what one loader finds in one document."""

    descriptor: Descriptor
    document: Document
    records: list[SourceRecord] = field(default_factory=list)
    issues: list[Issue] = field(default_factory=list)

    def emit(
        self,
        raw: str,
        content: RecordContent,
        *,
        line: int | None = None,
        address: str | None = None,
    ) -> None:
        """Emit one source record.

        Args:
            raw: The record's exact characters in the document; its digest identifies the record.
            content: What the record says.
            line: Line of the document on which it starts, from 1, where a document holds several.
            address: Web address of the record, if it shows one.
        """
        if problem := _too_long(raw, content):
            self.skip(problem, line=line)
            return
        about, document = self.descriptor, self.document
        origin = Origin(
            source=about.name,
            version=about.version,
            location=_place(document.location, line),
            sha256=sha256(raw.encode("utf-8", "surrogatepass")).hexdigest(),
            address=address or document.fetched_from,
            retrieved=document.retrieved,
            licence=document.licence or about.licence,
            publisher=RETELLER if document.retold else about.publisher,
            fetched_from=document.fetched_from,
            retold=document.retold,
        )
        self.records.append(SourceRecord(origin, content))

    @contextmanager
    def one_record(self, line: int | None = None) -> Iterator[None]:
        """Report whatever goes wrong with one record, so that the records beside it still load.

        A `ValueError` says what is wrong with the record and what to do; any other exception is a
        fault of the program and said to be one.

        Args:
            line: Line of the document on which the record starts, where one is known.
        """
        try:
            yield
        except UnicodeError as error:
            self.skip(describe_fault(error, "The record"), line=line)
        except ValueError as problem:
            self.skip(str(problem), line=line)
        except Exception as error:
            self.skip(describe_fault(error, "The record"), line=line)

    def skip(self, problem: str, *, line: int | None = None) -> None:
        """Report a record that cannot be read; the records beside it still load."""
        self.issues.append(Issue(self._shown(line), problem))

    def note(self, problem: str, *, line: int | None = None) -> None:
        """Report a part of a record that was read but could not be placed."""
        self.issues.append(Issue(self._shown(line), problem, lost=False))

    def warn(self, problem: str, *, line: int | None = None) -> None:
        """Report what was read and may be wrong; a person should compare it with the document."""
        self.issues.append(Issue(self._shown(line), problem, lost=False, uncertain=True))

    def _shown(self, line: int | None) -> str:
        return _place(self.document.path or self.document.location, line)


def _too_long(raw: str, content: RecordContent) -> str | None:
    """Why a record is longer than is read; None if it is not."""
    if len(raw) > LONGEST_RECORD:
        return (
            f"The record has {len(raw):,} characters, and at most {LONGEST_RECORD:,} are read. "
            "Is this one page?"
        )
    longest = max((len(passage.text) for passage in passages_of(content)), default=0)
    if longest > LONGEST_TEXT:
        return (
            f"One text of the record has {longest:,} characters, and at most {LONGEST_TEXT:,} are "
            "read. Part the document where one item or reply ends and the next begins."
        )
    return None


def _place(name: str, line: int | None) -> str:
    return name if line is None else f"{name} line {line}"
