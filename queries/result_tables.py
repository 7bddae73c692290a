"""Tables of results, and the formats in which people take them away."""

from __future__ import annotations

import io
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.optional_packages import install_command
from queries.csv_text import write_spreadsheet_csv, write_standard_csv
from queries.joined_rows import join_rows
from queries.markdown_text import escape_inline, escape_lines
from queries.screen_records import lay_out_records
from queries.screen_tables import lay_out
from queries.screen_text import wrap
from queries.table_layout import FITTED, TableLayout
from queries.visible_text import mark_controls

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from pandas import DataFrame

Value = str | int | float | None
"""What a cell may hold; None is unknown or not stated."""


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under named columns.

    Attributes:
        columns: Names of the columns.
        rows: Values, one for each column.
        caption: What the figures count, and from how much.
        layout: How people are to see it.
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[Value, ...], ...]
    caption: str = ""
    layout: TableLayout = FITTED

    def to_pandas(self) -> DataFrame:
        """The table as a data frame.

        Raises:
            ImportError: If pandas is not installed ; its message says how it is.
        """
        try:
            import pandas as pd  # noqa: PLC0415 - an optional dependency
        except ImportError as error:
            raise ImportError(f"A data frame needs pandas: {install_command('tables')}") from error
        return pd.DataFrame(list(self.rows), columns=list(self.columns))

    def _repr_html_(self) -> str:
        """The table as a notebook shows it: escaped, its first rows, and how many there are."""
        from queries.html_table import html_table  # noqa: PLC0415 - for notebooks alone

        return html_table(self.columns, self.rows, self.caption)


def render(table: Table, form: str, *, width: int | None = None) -> str:
    """Write a table as text.

    Args:
        table: What to write.
        form: One of `FORMATS`.
        width: Columns of the screen for ``table`` and ``record``; as wide as the text where not
            given.
    """
    return _for_screen(table, form, width) if form in SCREEN_FORMATS else _RENDERERS[form](table)


def _for_screen(table: Table, form: str, width: int | None) -> str:
    columns = [mark_controls(column) for column in table.columns]
    rows = [[mark_controls(_shown(value)) for value in row] for row in table.rows]
    if table.layout.joined in table.columns:
        rows = join_rows(rows, table.columns.index(table.layout.joined))
    if form == "record" and rows:
        text = lay_out_records(columns, rows, width or _UNLIMITED, table.layout.groups)
    else:
        text = lay_out(columns, rows, _numeric_columns(table), width, table.layout)
    return _with_caption(text, wrap(mark_controls(table.caption), width))


def _numeric_columns(table: Table) -> list[bool]:
    return [
        bool(table.rows)
        and all(isinstance(row[index], int | float) or row[index] is None for row in table.rows)
        for index in range(len(table.columns))
    ]


def _as_csv(table: Table) -> str:
    output = io.StringIO(newline="")
    write_standard_csv(output, table.columns, table.rows)
    return output.getvalue()


def _as_spreadsheet_csv(table: Table) -> str:
    output = io.StringIO(newline="")
    write_spreadsheet_csv(output, table.columns, table.rows)
    return output.getvalue()


def heading_in_words(column: str) -> str:
    """The name of a column as people read it: `who_says_so` is "who says so"."""
    return column.replace("_", " ")


def _as_json(table: Table) -> str:
    rows = [dict(zip(table.columns, row, strict=True)) for row in table.rows]
    return json.dumps({"caption": table.caption, "rows": rows}, indent=2, ensure_ascii=False)


def _as_markdown(table: Table) -> str:
    lines = [
        _markdown_row(table.columns),
        _markdown_row(["---"] * len(table.columns), escape=str),
        *map(_markdown_row, table.rows),
    ]
    return _with_caption("\n".join(lines), escape_lines(table.caption))


def _markdown_row(row: Sequence[Value], escape: Callable[[str], str] = escape_inline) -> str:
    return f"| {' | '.join(escape(_shown(value)) for value in row)} |"


def _with_caption(text: str, caption: str) -> str:
    return f"{text}\n\n{caption}" if caption else text


def _shown(value: Value) -> str:
    if isinstance(value, float):
        return f"{value:.3g}"
    return "" if value is None else f"{value:,}" if isinstance(value, int) else value


_RENDERERS = {
    "csv": _as_csv,
    "spreadsheet-csv": _as_spreadsheet_csv,
    "json": _as_json,
    "markdown": _as_markdown,
}

SCREEN_FORMATS = ("table", "record")
"""Formats that are laid out for the width of a screen: rows in columns, or one below the other."""

FORMATS = (*SCREEN_FORMATS, *_RENDERERS)
"""Names of the formats on the command line."""

_UNLIMITED = 10_000

CSV_FORMATS = ("csv", "spreadsheet-csv")
"""Comma-separated values, for programs and for spreadsheets."""
