"""Numbers of paragraphs in lists of several levels, as word processors count and print them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from loaders.text.list_numbers import printed_number

DEEPEST = 9
"""Levels from 0 that a list may have."""

LONGEST_TEMPLATE = 200
"""Characters of what stands before each paragraph of a level; more are no number but damage."""

_PLACE = re.compile(r"%([1-9])")


@dataclass(frozen=True, slots=True)
class LevelFormat:
    """How the paragraphs of one level are numbered.

    Attributes:
        template: What is printed, with ``%1`` for the number of the first level and so on; empty
            for a bullet.
        style: How the number is written: ``1``, ``a``, ``A``, ``i``, ``I``, or empty for not at
            all.
        start: Number of the first paragraph.
        plain: True if numbers of all levels are written in figures here.
    """

    template: str = ""
    style: str = "1"
    start: int = 1
    plain: bool = False


@dataclass(slots=True)
class LevelCounter:
    """Counts the paragraphs of one list."""

    _counts: dict[int, int] = field(default_factory=dict)

    def restart(self, level: int, start: int) -> None:
        """Have the next paragraph of a level bear the number `start`."""
        self._counts[level] = start - 1
        self._forget_below(level)

    def number(self, level: int, formats: dict[int, LevelFormat]) -> str:
        """Count a paragraph, and say what is printed before it."""
        own = formats.get(level, LevelFormat())
        self._counts[level] = self._counts.get(level, own.start - 1) + 1
        self._forget_below(level)
        if len(own.template) > LONGEST_TEMPLATE:
            return ""

        def written(match: re.Match[str]) -> str:
            place = int(match[1]) - 1
            about = formats.get(place, LevelFormat())
            count = self._counts.setdefault(place, about.start)
            return printed_number(count, "1" if own.plain else about.style) if about.style else ""

        return _PLACE.sub(written, own.template)

    def _forget_below(self, level: int) -> None:
        for lower in [each for each in self._counts if each > level]:
            del self._counts[lower]
