"""What a reader sees of a file."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

from graph.records.mentions import Span  # noqa: TC001 - msgspec reads the types of the fields


class BlockRole(Enum):
    """What markup says of some lines, besides that they are blocks of their own."""

    HEADING = auto()
    QUOTATION = auto()
    CELL = auto()


@dataclass(frozen=True, slots=True)
class MarkedBlock:
    """Some lines of which markup says what they are.

    Attributes:
        start: Offset of the first.
        end: Offset just past the last.
        role: What they are.
    """

    start: int
    end: int
    role: BlockRole


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row of a table.

    Attributes:
        cells: Span of the text of each cell, in order; an empty cell has an empty span.
        table: Which table it stands in, from 0.
    """

    cells: tuple[Span, ...]
    table: int


@dataclass(frozen=True, slots=True)
class ShownText:
    """What a reader sees of a file, such as what a browser shows of a web page.

    Attributes:
        text: Its lines.
        furniture: Spans of navigation, footers and controls in the text, in order.
        address: The address the file gives for itself, if it does.
        blocks: True if every line is a block of its own, as markup tells.
        roles: Headings, quotations and cells, in the order of their ends.
        rows: Rows of its tables, in order.
        control_note: Which control characters stand in the text as visible marks, in a sentence;
            None if there are none.
    """

    text: str
    furniture: tuple[tuple[int, int], ...] = ()
    address: str | None = None
    blocks: bool = False
    roles: tuple[MarkedBlock, ...] = ()
    rows: tuple[TableRow, ...] = ()
    control_note: str | None = None
