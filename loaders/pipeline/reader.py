"""Reads the files of a build, in the right order, and notes what could not be read."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.errors import InputError
from loaders.interface.context import Issue
from loaders.interface.source_list import all_sources, source_for
from loaders.pipeline.documents import bundled_places, find_files, read_document

if TYPE_CHECKING:
    from collections.abc import Sequence

    from graph.records.source_record import SourceRecord
    from loaders.interface.context import Context
    from loaders.pipeline.documents import SourceFile
    from loaders.pipeline.report import BuildReport

Progress = Callable[[int, int], None]
"""Told how many of how many files have been read."""


@dataclass(frozen=True, slots=True)
class Plan:
    """Which files are read in what order; each once.

    Attributes:
        named: What the user asked for.
        registers: What is read first, since the texts of all others are read by its names.
        others: What is read after that.
    """

    named: frozenset[SourceFile]
    registers: tuple[SourceFile, ...]
    others: tuple[SourceFile, ...]

    @property
    def size(self) -> int:
        """Bytes of the files that are not registers; standard input is not known beforehand."""
        return sum(place.size for place in self.others)


def plan(sources: Sequence[str], report: BuildReport) -> Plan:
    """Find the files of the sources; what is not there is noted in the report."""
    named: dict[SourceFile, None] = {}
    for source in sources:
        try:
            named |= dict.fromkeys(find_files(source))
        except InputError as error:
            report.issues.append(Issue(source, str(error)))
    descriptors = [source.descriptor for source in all_sources() if source.descriptor.register]
    endings = {suffix for descriptor in descriptors for suffix in descriptor.suffixes}
    base = [place for descriptor in descriptors for place in bundled_places(descriptor.name)]
    first = dict.fromkeys([*base, *(place for place in named if place.suffix in endings)])
    others = tuple(place for place in named if place not in first)
    return Plan(frozenset(named), tuple(first), others)


class Reader:
    """Reads places into records."""

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
        self.fruitful: set[SourceFile] = set()
        """Places that gave a record."""

    def records(self, place: SourceFile) -> list[SourceRecord]:
        """The records of one file; none, with an issue, if it cannot be read."""
        self._tell()
        self._begun += 1
        with self._report.found.stage("read"):
            try:
                context = self._load(place)
            except InputError as error:
                self._report.issues.append(Issue(place.shown, str(error)))
                return []
        self._report.issues += context.issues
        if context.records:
            self._report.files += 1
            self.fruitful.add(place)
        return context.records

    def finish(self) -> None:
        """Tell the progress that all is read."""
        self._tell()

    def _tell(self) -> None:
        if self._progress:
            self._progress(self._begun, self._files)

    def _load(self, place: SourceFile) -> Context:
        document = read_document(place, self._encoding, self._retrieved)
        source = source_for(document)
        if source is None:
            raise InputError("This looks like none of the sources that can be read.")
        context = source.read(document)
        if not context.records and not context.issues:
            raise InputError(f"It looks like {source.descriptor.title}, but holds no record.")
        return context
