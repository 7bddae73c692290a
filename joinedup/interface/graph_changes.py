"""What changes a graph on disk: files added and removed, corrections, and the way back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.store.open_store import open_store
from graph.store.version_undo import undo
from joinedup.interface.notebook_progress import notebook_progress
from joinedup.interface.opened_graph import OpenedGraph
from joinedup.interface.selection_words import to_day
from loaders.corrections.applied_corrections import correct_store, correction_entry
from loaders.pipeline.change import AS_BUILT, AddOptions, add, remove
from ontology.reasoning import check_consistency
from queries.graph_sample import sample
from queries.inferred_store import infer_in_store

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from loaders.corrections.applied_corrections import AppliedCorrection
    from loaders.pipeline.change import SourceChange


class GraphChanges(OpenedGraph):
    """The changes of a graph; each is for whoever opens its store next, too."""

    def add(self, *sources: str, options: AddOptions = AS_BUILT) -> SourceChange:
        """Add files to the graph; see `joinedup add`.

        Args:
            sources: Files, folders, globs, or `bundled`.
            options: How to read them.

        Raises:
            UsageError: If the graph is in memory alone.
            NothingReadError: If nothing of them could be read; the graph stays as it was.
            StoreBusyError: If another process is writing there.
        """
        with notebook_progress("Reading") as report:
            change = add(sources, self._path_on_disk(), options, report)
        self._open_again()
        return change

    def remove(self, *names: str) -> SourceChange:
        """Take files out of the graph, with all that they say; see `joinedup remove`.

        Raises:
            UsageError: If the graph is in memory alone, or no file would be left.
            UnknownNameError: If a name stands for no file.
            StoreBusyError: If another process is writing there.
        """
        change = remove(names, self._path_on_disk())
        self._open_again()
        return change

    def correct(  # noqa: PLR0913 - what a correction consists of
        self,
        finding: str,
        kind: str,
        values: Mapping[str, str],
        *,
        by: str,
        why: str,
        on: str | date | None = None,
    ) -> AppliedCorrection:
        """Overrule what was read of a finding; see `joinedup correct`.

        >>> graph.correct("accountability-index-4-13168", "position", {"position": "rejected"},
        ...     by="A. Clerk", why="Misread")    # doctest: +SKIP

        Args:
            finding: The finding, as any output names it.
            kind: What is corrected, as `joinedup correct --help` lists it.
            values: What is right, by key.
            by: Whose correction it is.
            why: Why it is right.
            on: Its day; today if not given.

        Returns:
            The correction, with what was read before.

        Raises:
            UsageError: If the graph is in memory alone, there is no such kind, or the correction
                matches nothing; the graph stays as it was.
            UnknownNameError: If there is no such finding.
            StoreBusyError: If another process is writing there.
        """
        day = to_day(on, first=False)
        entry = correction_entry(finding, kind, values, by=by, why=why, on=day)
        [applied] = correct_store(self._path_on_disk(), [(kind, entry)])
        self._open_again()
        return applied

    def reason(self, limit: int = 50, *, check_only: bool = False) -> dict[str, int]:
        """Check that the graph is consistent, and infer what the ontology's definitions imply.

        See `joinedup reason`. What is inferred is added to the graph on disk.

        Args:
            limit: Findings to check with HermiT at most.
            check_only: Infer nothing.

        Returns:
            How many things are inferred to be of each class.

        Raises:
            UsageError: If the graph is in memory alone; `objects()` infers there.
            JavaMissingError: If HermiT cannot run.
            InconsistentError: If the graph contradicts the ontology.
        """
        path = self._path_on_disk()
        with notebook_progress("Reasoning"):
            check_consistency(tuple(sample(self._store, limit)))
            counts = {} if check_only else infer_in_store(path)
        self._open_again()
        return counts

    def undo(self) -> None:
        """Bring back the graph that the last build, addition, removal or import replaced.

        Raises:
            UsageError: If the graph is in memory alone.
            StoreError: If there is none to bring back.
        """
        undo(self._path_on_disk())
        self._open_again()

    def _open_again(self) -> None:
        self._store = open_store(self._path_on_disk())
