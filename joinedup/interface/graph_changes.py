"""What changes a graph on disk: files added and removed, corrections, and the way back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.store.embedded import Store
from graph.store.version_undo import undo
from joinedup.interface.notebook_progress import notebook_progress
from joinedup.interface.opened_graph import OpenedGraph
from loaders.pipeline.change import AS_BUILT, AddOptions, add, remove

if TYPE_CHECKING:
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

    def undo(self) -> None:
        """Bring back the graph that the last build, addition, removal or import replaced.

        Raises:
            UsageError: If the graph is in memory alone.
            StoreError: If there is none to bring back.
        """
        undo(self._path_on_disk())
        self._open_again()

    def _open_again(self) -> None:
        self._store = Store.open(self._path_on_disk())
