"""An entry that overrules what was read of one finding, and how it changes a graph."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from loaders.corrections.correction_entry import CorrectionEntry

if TYPE_CHECKING:
    from loaders.corrections.reading_changes import ReadingChanges

NONE = "none"
"""In place of a value: nothing of the kind is to be read."""


class ReadingEntry(CorrectionEntry):
    """An entry on one finding.

    Attributes:
        finding: The finding, as any output names it.
        usage: The values that an entry needs, as the command line takes them; the same for all.
        purpose: What they overrule, for the help text; the same for all.
    """

    finding: str

    usage: ClassVar[str]
    purpose: ClassVar[str]

    def apply(self, changes: ReadingChanges) -> list[str]:
        """Change what a graph says of the finding.

        Args:
            changes: The graph, and the finding.

        Returns:
            What was read before, a phrase each; empty if nothing was.

        Raises:
            NoSuchReadingError: If the graph holds nothing that this could be about.
        """
        raise NotImplementedError

    @property
    def summary(self) -> str:
        """What is right by the entry, in a few words."""
        raise NotImplementedError
