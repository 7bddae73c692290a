"""How wide a text is, by the widths of the letters of the font that comes with us."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from fontTools.ttLib import TTFont

if TYPE_CHECKING:
    from collections.abc import Mapping

_MISSING = ".notdef"
"""Name of the glyph that stands for a letter which the font does not have."""


def width_of(text: str, letters: float) -> float:
    """Width of a line of text in pixels, its letters being so many pixels high.

    Kerning is left out: it makes a line narrower by a pixel or two, never wider.
    """
    widths = _letter_widths()
    return letters * sum(widths.get(letter, widths[_MISSING]) for letter in text)


@cache
def _letter_widths() -> Mapping[str, float]:
    """Advance widths by letter, as shares of the height of the letters."""
    with TTFont(str(files("font_roboto").joinpath("files", "Roboto-Regular.ttf"))) as font:
        glyphs, metrics, height = font.getBestCmap(), font["hmtx"], font["head"].unitsPerEm
        widths = {chr(code): metrics[glyph][0] / height for code, glyph in glyphs.items()}
        return widths | {_MISSING: metrics[_MISSING][0] / height}
