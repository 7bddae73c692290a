"""What a reader sees of a file."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ShownText:
    """What a reader sees of a file, such as what a browser shows of a web page.

    Attributes:
        text: Its lines.
        furniture: Spans of navigation, footers and controls in the text, in order.
        address: The address the file gives for itself, if it does.
        blocks: True if every line is a block of its own, as markup tells.
    """

    text: str
    furniture: tuple[tuple[int, int], ...] = ()
    address: str | None = None
    blocks: bool = False
