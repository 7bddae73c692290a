"""Lines of text for a screen: broken between words, and an address never broken."""

from __future__ import annotations

import textwrap

from rich.cells import cell_len


def wrap(text: str, width: int | None) -> str:
    """Break lines between words, where the width of the screen is given."""
    if width is None:
        return text
    return "\n".join(fill_line(line, width) for line in text.split("\n"))


def wrap_lines(text: str, width: int) -> str:
    """Break the lines of a message that are wider than the screen, each with its own indent.

    What follows a label and two blanks is kept in its column. A command to be typed, which stands
    in a line of its own after two blanks, is left whole.
    """
    return "\n".join(
        line
        if cell_len(line) <= width or line.startswith("  joinedup ")
        else fill_line(line, width, rest=" " * _hang(line, width))
        for line in text.split("\n")
    )


def _hang(line: str, width: int) -> int:
    """Columns by which the later lines of a line are set in: to its text, or that after a label."""
    text = line.lstrip(" ")
    indent = len(line) - len(text)
    label, gap, rest = text.partition("  ")
    if not gap or not rest.strip():
        return indent
    start = len(line) - len(rest.lstrip(" "))
    return start if start <= width // 2 and label else indent


def fill_line(line: str, width: int, first: str = "", rest: str = "") -> str:
    """One line as several, none wider than the screen unless a single word or address is.

    Args:
        line: The text.
        width: Columns of the screen.
        first: What the first line begins with.
        rest: What the others begin with.
    """
    return textwrap.fill(
        line,
        width,
        initial_indent=first,
        subsequent_indent=rest,
        break_long_words=False,
        break_on_hyphens=False,
    )
