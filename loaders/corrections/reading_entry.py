"""An entry that overrules what was read of one finding, and how it changes a graph."""

from __future__ import annotations

from typing import TYPE_CHECKING

from loaders.corrections.correction_entry import CorrectionEntry

if TYPE_CHECKING:
    from loaders.corrections.reading_changes import ReadingChanges

NONE = "none"
"""In place of a value: nothing of the kind is to be read."""


class ReadingEntry(CorrectionEntry):
    """An entry on one finding.

    Attributes:
        finding: The finding, as any output names it.
    """

    finding: str

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
        """What the entry says, in a few words."""
        values = self.values()
        common = (*CorrectionEntry.__struct_fields__, "finding")
        return ", ".join(
            f"{key.replace('_', ' ')} {value if isinstance(value, str) else str(value).lower()}"
            for key, value in values.items()
            if key not in common and value not in ("", ())
        )
