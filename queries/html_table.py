"""Tables as HTML, for notebooks: every text escaped, and web addresses as links."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from queries.visible_text import mark_controls

if TYPE_CHECKING:
    from collections.abc import Sequence

MOST_ROWS = 100
"""Rows that a notebook shows; `to_pandas` and `rows` have them all."""


def html_table(
    columns: Sequence[str],
    rows: Sequence[Sequence[object]],
    caption: str = "",
    most: int = MOST_ROWS,
) -> str:
    """A table as HTML, with its caption and the number of its rows.

    Args:
        columns: Names of the columns.
        rows: Values, one for each column.
        caption: What the figures count, and from how much.
        most: Rows to show at most.
    """
    head = "".join(f'<th scope="col">{_text(column)}</th>' for column in columns)
    body = "".join(f"<tr>{''.join(map(_cell, row))}</tr>" for row in rows[:most])
    notes = [_text(caption)] if caption else []
    if len(rows) > most:
        notes.append(f"The first {most:,} of {len(rows):,} rows are shown.")
    title = f"<caption>{' '.join(notes)}</caption>" if notes else ""
    return f"<table>{title}<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


def _cell(value: object) -> str:
    if isinstance(value, bool) or not isinstance(value, int | float):
        return f"<td>{_linked('' if value is None else str(value))}</td>"
    number = f"{value:,}" if isinstance(value, int) else f"{value:.3g}"
    return f'<td style="text-align:right">{number}</td>'


def _linked(text: str) -> str:
    """A text; as a link, where it is a web address and nothing else."""
    address = urlsplit(text) if text.startswith(("http://", "https://")) else None
    if address is None or not address.hostname or text.split() != [text]:
        return _text(text)
    return f'<a href="{_text(text)}" rel="noreferrer">{_text(text)}</a>'


def _text(text: str) -> str:
    return escape(mark_controls(text))
