"""What registers say: organisations, and named undertakings and instruments of government."""

from __future__ import annotations

from dataclasses import dataclass

from graph.partial_date import PartialDate  # noqa: TC001 - kept records are read by these types


@dataclass(frozen=True, slots=True)
class Organisation:
    """A department, agency or other body, as a register describes it.

    `parents`, `predecessors` and `successors` are keys of other organisations, and so is
    `scrutinises`: the departments that a committee's remit names, now or before. `context_names`
    are too general to stand for the body on their own, such as ``Statistics``.
    """

    key: str
    name: str
    kind: str
    abbreviations: tuple[str, ...] = ()
    other_names: tuple[str, ...] = ()
    context_names: tuple[str, ...] = ()
    parents: tuple[str, ...] = ()
    predecessors: tuple[str, ...] = ()
    successors: tuple[str, ...] = ()
    start: PartialDate | None = None
    end: PartialDate | None = None
    govuk_slug: str | None = None
    scrutinises: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ProjectAssessment:
    """What a table of the Government Major Projects Portfolio says of a project; its own words.

    Attributes:
        number: Number of the project in the portfolio.
        confidence: Local name in the scheme of delivery confidence; None if the rating is no
            concept of it.
        as_stated: The rating as printed.
        owner_confidence: The same of the rating by the project's senior responsible owner.
        owner_as_stated: That rating as printed.
        department: Name of the department, as printed.
        body: Key of the body that this name means at that time; None if it is not sure.
        category: Category of the annual report.
        aims: What the project is to do.
        commentary: What the department says of the rating.
        schedule: What it says of the schedule.
        start: The approved start: a date as exactly as it is given, or words where it is none.
        end: The approved end.
        month: The month of the data.
    """

    number: str | None = None
    confidence: str | None = None
    as_stated: str | None = None
    owner_confidence: str | None = None
    owner_as_stated: str | None = None
    department: str | None = None
    body: str | None = None
    category: str | None = None
    aims: str | None = None
    commentary: str | None = None
    schedule: str | None = None
    start: PartialDate | str | None = None
    end: PartialDate | str | None = None
    month: PartialDate | None = None


@dataclass(frozen=True, slots=True)
class Initiative:
    """A programme, project, data set, law or other named undertaking, as a register describes it.

    `leads`, `partners`, `funders` and `part_of_bodies` are keys of organisations; `part_of` of
    initiatives. Of a law, `in_force` are the days on which it, or a part of it, came into force,
    and `commencement_notes` what its publisher notes of that, as printed. `assessments` are those
    of a project in the Government Major Projects Portfolio.
    """

    key: str
    name: str
    kind: str
    abbreviations: tuple[str, ...] = ()
    other_names: tuple[str, ...] = ()
    context_names: tuple[str, ...] = ()
    leads: tuple[str, ...] = ()
    partners: tuple[str, ...] = ()
    funders: tuple[str, ...] = ()
    part_of: tuple[str, ...] = ()
    part_of_bodies: tuple[str, ...] = ()
    start: PartialDate | None = None
    end: PartialDate | None = None
    homepage: str | None = None
    sources: tuple[str, ...] = ()
    in_force: tuple[PartialDate, ...] = ()
    commencement_notes: tuple[str, ...] = ()
    assessments: tuple[ProjectAssessment, ...] = ()
