"""How much a quality flag, or a broken rule, matters to whoever counts."""

from __future__ import annotations

from enum import IntEnum


class Severity(IntEnum):
    """The three severities that the schemes, the shapes and the data checks know, least first."""

    SLIGHT = 1
    """Worth knowing; counts are not touched."""
    DOUBTFUL = 2
    """Someone should look before it is relied on."""
    SERIOUS = 3
    """Counting it would be wrong."""

    @property
    def word(self) -> str:
        """The severity as the graph and the schemes write it."""
        return self.name.lower()
