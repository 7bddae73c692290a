"""From the cells of a project to what a table of the portfolio says of it."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from graph.identity import slug
from graph.records.authorities import Initiative, ProjectAssessment
from loaders.registers.bundled_bodies import body_named
from loaders.registers.bundled_initiatives import (
    BundledInitiative,
    bundled_by_name,
    bundled_initiatives,
    comparable_name,
)
from loaders.sources.major_projects.project_dates import read_date
from ontology.namespaces import CONFIDENCE

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from graph.partial_date import PartialDate
    from loaders.sources.major_projects.project_table import TableProject

_PROJECT, _LAW = "project", "legislation"
_NUMBER = re.compile(r"[A-Z]{2,10}_[0-9]{3,5}_[0-9]{4}-Q[1-4]", re.IGNORECASE)
_BRACKETS = re.compile(r"\([^()]*\)")
_STROKES = re.compile(r"(?<!\s)\s*+[/\\–—-]\s*")
_WITHHELD = ("exempt", "withheld", "redacted")
"""How what stands in place of a rating begins that is not published."""

_NARRATIVES = ("aims", "commentary", "schedule")
"""What is kept with every line end."""


class ProjectReading(NamedTuple):
    """A project, and what of it could not be read, a sentence each."""

    project: Initiative
    problems: tuple[str, ...]


def read_project(
    project: TableProject, month: PartialDate | None, *, is_american: bool, is_shared: bool
) -> ProjectReading:
    """What a table says of a project.

    Args:
        project: The project.
        month: The month of the data.
        is_american: Whether days in figures have their month first.
        is_shared: Whether another project of the table has its name, so that its number belongs
            to its key.

    Raises:
        ValueError: If it has no name, or more cells than the table has columns.
    """
    if project.surplus:
        raise ValueError(
            f"the row has more cells than the table names columns (by {project.surplus:,}): put "
            "quotation marks round cells that hold commas, so that all stand below their names"
        )
    cells = {field: " ".join(words.split()) for field, words in project.cells.items()}
    name, number = cells.get("name", ""), cells.get("number", "")
    if not any(map(str.isalpha, name)):
        raise ValueError("the project has no name; fill it in, or take the row out")
    department = cells.get("department", "")
    body = body_named(department, month.last_day if month else None) if department else None
    problems = list(_problems(cells))
    if department and body is None:
        problems.append(f"No one body of the register is called {department[:80]!r} at that time.")
    assessment = ProjectAssessment(
        number=number or None,
        confidence=_confidence(cells.get("confidence", "")),
        as_stated=cells.get("confidence"),
        owner_confidence=_confidence(cells.get("owner_confidence", "")),
        owner_as_stated=cells.get("owner_confidence"),
        department=department or None,
        body=body,
        category=cells.get("category"),
        start=read_date(cells.get("start", ""), is_american=is_american),
        end=read_date(cells.get("end", ""), is_american=is_american),
        month=month,
        **{field: project.cells.get(field) for field in _NARRATIVES},
    )
    initiative = _project(name, number, body, is_shared=is_shared)
    return ProjectReading(replace(initiative, assessments=(assessment,)), tuple(problems))


def _project(name: str, number: str, lead: str | None, *, is_shared: bool) -> Initiative:
    """The initiative that a project is: that of the bundled register, if it holds one.

    Raises:
        ValueError: If its name gives no key.
    """
    sources = (f"GMPP {number}" if number else "GMPP",)
    if row := _row(name, number):
        return Initiative(row.key, row.name, row.kind, sources=sources)
    key = slug(f"{name} {number}" if is_shared else name)
    if not key:
        raise ValueError(f"the name {name[:80]!r} gives no key; write it in letters")
    context_names = () if " " in name else (name,)
    leads = (lead,) if lead else ()
    return Initiative(
        key, name, _PROJECT, context_names=context_names, leads=leads, sources=sources
    )


def _row(name: str, number: str) -> BundledInitiative | None:
    """The row of the bundled register about a project, by its number, else by its name."""
    row = _by_number().get(number.upper()) or bundled_by_name().get(comparable_name(name))
    return None if row is None or row.kind == _LAW else row


def _problems(cells: Mapping[str, str]) -> Iterator[str]:
    for field in ("confidence", "owner_confidence"):
        words = cells.get(field, "")
        if words and _confidence(words) is None:
            yield f"The rating {words[:80]!r} is not one that is known; it is kept as it stands."


def _confidence(words: str) -> str | None:
    """The concept that a rating stands for; None if there is none."""
    plain = _BRACKETS.sub("", words).strip().rstrip(".")
    if plain.lower().startswith(_WITHHELD):
        return "exempt"
    return CONFIDENCE.find(plain) or CONFIDENCE.find(_STROKES.sub("/", plain))


@cache
def _by_number() -> Mapping[str, BundledInitiative]:
    """The rows of the bundled register by the numbers that their sources name."""
    return {
        number.upper(): row
        for row in bundled_initiatives()
        for number in _NUMBER.findall(row.source)
    }
