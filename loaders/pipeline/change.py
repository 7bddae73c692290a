"""Adds files to a graph, and takes files out again: the same graph as a build of all that remain.

No file that was read before is read again: the store keeps their records. The new version is made
beside the old one, so an addition that fails or is broken off leaves the graph as it was.
"""

from __future__ import annotations

from contextlib import closing, suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

from graph.errors import NothingReadError, UsageError
from graph.store.store_layout import begin_version, current_version
from loaders.corrections.correction_file import read_entries
from loaders.corrections.hand_corrections import BUNDLED, corrections_of
from loaders.corrections.store_corrections import remember, remembered_entries
from loaders.kept_sources.matching import FormerFiles
from loaders.kept_sources.named_files import files_named
from loaders.kept_sources.record_keeping import KeptRecords, RecordKeeper
from loaders.kept_sources.source_list import list_of_sources
from loaders.pipeline.changed_version import ChangedVersion, refuse_other_program
from loaders.pipeline.keep import keep_reading
from loaders.pipeline.plan import plan_build
from loaders.pipeline.read import Progress, RecordReader
from loaders.pipeline.registers import bundled_register_records
from loaders.pipeline.report import BuildReport
from loaders.pipeline.report_words import issue_lines

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from loaders.interface.context import Issue
    from loaders.kept_sources.source_list import KeptFile, KeptSources


@dataclass(frozen=True, slots=True)
class AddOptions:
    """How to read what is added.

    Attributes:
        encoding: Character encoding of the files; that of the build where None.
        retrieved: ISO date on which they were fetched; that of their last change where None.
    """

    encoding: str | None = None
    retrieved: str | None = None


AS_BUILT = AddOptions()


@dataclass(slots=True)
class SourceChange:
    """What an addition or a removal did.

    Attributes:
        added: Files that were added.
        replaced: Earlier readings in whose place some of these came.
        unchanged: Locations of files that were there already, to the byte.
        copies: Locations of files that were added, each with that of a file in the graph that has
            the same bytes under another name.
        removed: Files that were taken out.
        issues: What was not read in the files that were named.
        report: The report on the whole graph; None where nothing changed.
    """

    added: list[KeptFile] = field(default_factory=list)
    replaced: list[KeptFile] = field(default_factory=list)
    unchanged: list[str] = field(default_factory=list)
    copies: list[tuple[str, str]] = field(default_factory=list)
    removed: list[KeptFile] = field(default_factory=list)
    issues: list[Issue] = field(default_factory=list)
    report: BuildReport | None = None

    @property
    def complete(self) -> bool:
        """True if every record of the named files was read, and none is uncertain."""
        return not any(issue.lost or issue.uncertain for issue in self.issues)


def add(
    sources: Sequence[str],
    store_path: Path,
    options: AddOptions = AS_BUILT,
    progress: Progress | None = None,
) -> SourceChange:
    """Add files to the graph of a store.

    A file of the same name, or with pages of the same addresses, comes in the place of its earlier
    reading, which the store keeps beside the graph.

    Args:
        sources: Files, folders, globs, `-`, or names of bundled sources.
        store_path: Folder of the store; its old graph answers until the new one is whole.
        options: How to read them.
        progress: Called with the numbers of files read and of all files.

    Raises:
        NoStoreError: If there is no graph at `store_path`.
        NothingReadError: If not one record could be read; the old graph stays.
        StoreBusyError: If another process is writing there.
        StoreError: If the store does not know what it was made of, was made by another version of
            the program or by other registers, or cannot be written; the old graph stays.
    """
    return _change(store_path, _Addition(sources, options, progress))


def remove(names: Sequence[str], store_path: Path) -> SourceChange:
    """Take files out of the graph of a store.

    Args:
        names: For each, its location, the end of a path to it, a folder, or the address of a page.
        store_path: Folder of the store; its old graph answers until the new one is whole.

    Raises:
        NoStoreError: If there is no graph at `store_path`.
        UnknownNameError: If a name stands for no file; the old graph stays.
        UsageError: If no file would be left; the old graph stays.
        StoreBusyError: If another process is writing there.
        StoreError: As for `add`.
    """
    return _change(store_path, _Removal(names))


class _NothingChangesError(Exception):
    """The graph would be the same, so there is no need for a new version."""


class _Step(Protocol):
    """What changes the files that a graph is made of."""

    def keep_new(self, keeper: RecordKeeper, kept: KeptSources, change: SourceChange) -> None:
        """Keep what is new, and say what of the files that were kept is changed."""


def _change(store_path: Path, step: _Step) -> SourceChange:
    """Make the version that comes of a change to what a store was made of."""
    list_of_sources(store_path)  # no lock and no folder for what cannot be done
    change = SourceChange()
    with (
        suppress(_NothingChangesError),
        begin_version(store_path, replace=True) as folder,
        closing(RecordKeeper(folder)) as keeper,
    ):
        kept = list_of_sources(store_path)
        entries = remembered_entries(store_path)
        remember(folder, entries)
        reading = BuildReport()
        registers = bundled_register_records(reading)
        version = current_version(store_path)
        with closing(KeptRecords(version)) as former:
            refuse_other_program(kept, registers, former)
            step.keep_new(keeper, kept, change)
            _refuse_no_change(change)
            _keep_old(keeper, former, kept, change)
        keeper.close()
        corrections = corrections_of([*read_entries(BUNDLED), *entries])
        plan = ChangedVersion(folder, version, keeper, kept, registers, corrections)
        report, failures = plan.make(reading)
        change.issues += failures
        change.report = report
    return change


def _refuse_no_change(change: SourceChange) -> None:
    if not change.added and not change.removed:
        raise _NothingChangesError


@dataclass(frozen=True, slots=True)
class _Addition:
    sources: Sequence[str]
    options: AddOptions
    progress: Progress | None

    def keep_new(self, keeper: RecordKeeper, kept: KeptSources, change: SourceChange) -> None:
        """Read the files that are added, and tell which earlier readings they replace."""
        report = BuildReport()
        plan = plan_build(self.sources, report)
        files = sorted(plan.named, key=lambda file: (file.location, str(file.path)))
        former = FormerFiles(kept.files)
        reader = RecordReader(
            report,
            encoding=self.options.encoding or kept.encoding,
            retrieved=self.options.retrieved,
            progress=self.progress,
            files=len(files),
        )
        for file in files:
            reading = reader.read(file, lambda each, digest: former.has(each.location, digest))
            if former.has(file.location, reading.sha256):
                change.unchanged.append(file.location)
            elif added := keep_reading(keeper, reading):
                change.added.append(added)
                change.replaced += former.replaced_by(added)
                if same := former.same_bytes(added):
                    change.copies.append((added.location, same.location))
        reader.finish()
        change.issues += report.issues
        if not change.added and not change.unchanged:
            problems = "\n".join(issue_lines(report.issues))
            raise NothingReadError(f"Nothing could be read, so nothing was added.\n{problems}")


@dataclass(frozen=True, slots=True)
class _Removal:
    names: Sequence[str]

    def keep_new(self, _keeper: RecordKeeper, kept: KeptSources, change: SourceChange) -> None:
        """Find the files that are removed."""
        change.removed += files_named(self.names, kept.files)
        if len(change.removed) == len(kept.files):
            raise UsageError(
                "No file would be left in the graph, so nothing was removed. "
                "To be rid of it all, delete the folder of the store."
            )


def _keep_old(
    keeper: RecordKeeper, former: KeptRecords, kept: KeptSources, change: SourceChange
) -> None:
    """Keep what was kept before, but what was removed."""
    replaced = set(map(id, change.replaced))
    gone = set(map(id, change.removed))
    for file in kept.files:
        if id(file) not in gone:
            keeper.keep(file, former.packed(file), is_former=id(file) in replaced)
    names = {file.location for file in change.removed}
    addresses = {address for file in change.removed for address in file.addresses}
    for file in kept.former:
        if file.location not in names and not addresses & set(file.addresses):
            keeper.keep(file, former.packed(file), is_former=True)
