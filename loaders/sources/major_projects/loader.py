"""Loads tables of the Government Major Projects Portfolio: a project with its rating and dates.

What a table says is government's word at the date of the table. A date on which a project is to
end is not the day on which it ended, and a rating is none of a committee's.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from graph.records.source_record import AuthorityRecord
from loaders.registers.bundled_initiatives import comparable_name
from loaders.sources.major_projects.project_dates import data_month, has_american_days
from loaders.sources.major_projects.project_facts import read_project
from loaders.sources.major_projects.project_table import is_project_table, read_projects
from loaders.text.control_marks import ControlMarks

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from loaders.interface.context import Context, Document
    from loaders.sources.major_projects.project_table import ProjectTable, TableProject

_WORKBOOKS = frozenset({".xlsx", ".xlsm", ".ods"})
_NO_MONTH = (
    "The table does not say of which month its data are, so its ratings have no date. Put the "
    "month in the name of the file: gmpp-moj-march-2024.csv, for example."
)
_AMERICAN = (
    "A date has its month before its day, so no date in figures was read; they are kept as words."
)


def accepts(document: Document) -> bool:
    """Whether a table names the columns of the portfolio, in a row or one below the other."""
    return document.suffix not in _WORKBOOKS and _is_table(document.text)


def why_not(document: Document) -> str | None:
    """Why a workbook with the portfolio is not read; None of what is none."""
    if document.suffix in _WORKBOOKS and _is_table(document.shown.text):
        return (
            "It is a workbook of major projects, whose names have to be known before all texts: "
            "save the sheet with the projects as CSV."
        )
    return None


def _is_table(text: str) -> bool:
    try:
        return is_project_table(text)
    except ValueError:  # more cells than are read
        return False


def load(document: Document, context: Context) -> None:
    """Emit one record for each project."""
    marks = ControlMarks()
    with context.one_record():
        table = read_projects(marks.put_in(document.text))
        _note_columns(table, context)
        month = data_month(*_names(document), table.title)
        if month is None:
            context.note(_NO_MONTH)
        is_american = has_american_days(_dates(table.projects))
        if is_american:
            context.note(_AMERICAN)
        shared = _shared_names(table.projects)
        lines: dict[tuple[str, str], int] = {}
        notes: defaultdict[str, list[int]] = defaultdict(list)
        for project in table.projects:
            with context.one_record(project.line):
                name = comparable_name(project.cells.get("name", ""))
                reading = read_project(
                    project, month, is_american=is_american, is_shared=name in shared
                )
                first = lines.setdefault((name, project.cells.get("number", "")), project.line)
                if first != project.line:
                    raise ValueError(f"the project stands already on line {first}; join them")
                for problem in reading.problems:
                    notes[problem].append(project.line)
                context.emit(project.raw, AuthorityRecord(reading.project), line=project.line)
        for problem, places in notes.items():
            times = f" ({len(places):,} projects)" if len(places) > 1 else ""
            context.note(f"{problem}{times}", line=places[0])


def _names(document: Document) -> tuple[str, str]:
    """The name of a file, and the last part of its address."""
    return document.location.rpartition("/")[2], (document.fetched_from or "").rpartition("/")[2]


def _dates(projects: Iterable[TableProject]) -> Iterator[str]:
    return (each.cells.get(name, "") for each in projects for name in ("start", "end"))


def _shared_names(projects: Iterable[TableProject]) -> frozenset[str]:
    """The names that projects with different numbers share."""
    pairs = {
        (comparable_name(each.cells.get("name", "")), each.cells.get("number", ""))
        for each in projects
    }
    return frozenset(
        name for name, count in Counter(name for name, _ in pairs).items() if count > 1
    )


def _note_columns(table: ProjectTable, context: Context) -> None:
    """Note the columns that are not read, but those that are known to be left."""
    if table.unknown:
        names = ", ".join(repr(name[:60]) for name in table.unknown)
        context.note(f"These columns are not read: {names}.")
    if table.repeated:
        names = ", ".join(repr(name[:60]) for name in table.repeated)
        context.note(f"These columns are there twice, and the first of each was read: {names}.")
