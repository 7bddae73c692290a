"""What services say of papers whose own words stand elsewhere: of committees, and of auditors."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date  # noqa: TC003 - kept records are read by these types

from graph.records.findings import Report  # noqa: TC001 - kept records are read by these types
from graph.records.response_documents import Response  # noqa: TC001 - kept records are read by these types


@dataclass(frozen=True, slots=True)
class Inquiry:
    """An inquiry of a committee.

    Attributes:
        number: Number by which the API knows it.
        title: Its title.
    """

    number: str
    title: str


@dataclass(frozen=True, slots=True)
class Publication:
    """A report, or an answer to one, as Parliament's Committees API or its publisher describes it.

    Attributes:
        number: Number by which the API knows it; of a report of another body, a key of ours.
        report: The report; None where the paper is an answer.
        responses: The answer, once for each key by which documents know it; none for a report.
        inquiries: The inquiries from which it came.
        awaited_from: Name of the body that is to answer the report.
        response_due: Day by which the report is to be answered.
        response_excepted: True if the API says that no answer is to come.
        answers: Numbers of the publications that answer the report.
        examines: Names of the bodies that a report of the National Audit Office is about.
        summary: What its site says of it.
    """

    number: str
    report: Report | None = None
    responses: tuple[Response, ...] = ()
    inquiries: tuple[Inquiry, ...] = ()
    awaited_from: str | None = None
    response_due: date | None = None
    response_excepted: bool = False
    answers: tuple[str, ...] = ()
    examines: tuple[str, ...] = ()
    summary: str | None = None
