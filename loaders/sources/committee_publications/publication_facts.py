"""From an object of the Committees API to what it says of a report, or of an answer to one."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from graph.partial_date import PartialDate
from graph.records.findings import Report
from graph.records.publications import Inquiry, Publication
from graph.records.response_documents import Response, ResponseKind
from loaders.references.ordinals import ORDINAL, SESSION, session
from loaders.references.paper_numbers import command_paper, paper_number
from loaders.references.report_keys import report_key_of
from loaders.text.patterns import compile_pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.records.findings import Key
    from loaders.text.json_values import JsonObject

GOVERNMENT = "HM Government"
"""Who answers where the API names no department."""

_RESPONSE_TO = ("responseToPublicationId", "response_to_publication_id")
_REPORT, _RESPONSE, _SPECIAL = "report", "government response", "special report"
_TYPES = {"1": _REPORT, "2": _RESPONSE, "12": _SPECIAL}
"""Names of the types that are read, by their numbers."""

_NUMBER = re.compile(r"[0-9]{1,12}")
_PAPER = re.compile(r"[0-9]{1,4}(?:[-–][IVXivx]+)?")
_ANSWERS = re.compile(r"\b(?:response|reply|Treasury\s+Minutes?)\b", re.IGNORECASE)
_MINUTE = re.compile(r"\bTreasury\s+Minutes?\b", re.IGNORECASE)
_PLACE = compile_pattern(
    rf"(?P<place>(?:{ORDINAL})\s+(?:Joint\s+|Special\s+)?Report)\s*[-–—:]\s*(?P<title>\S.*)",
    re.IGNORECASE,
)
"""A title that begins with the place of the paper in its session."""

_NAMES_REPORT = compile_pattern(
    rf"\b(?P<ordinal>{ORDINAL})\s+Report\s+of\s+(?:the\s+)?(?:Session\s+)?\(?(?P<session>{SESSION})",
    re.IGNORECASE,
)
"""The report that a title says it answers, by its place in a session."""

_LORDS = re.compile(r"\blords\b", re.IGNORECASE)
_OF_LORDS = re.compile(r"(?:(?<!\s)\s++)?\((?:House of )?Lords\)", re.IGNORECASE)


def read_publications(served: JsonObject) -> Iterator[Publication]:
    """The publication that an object describes, and those that it says answer it.

    None if it is of another type; then the object's problems say so.

    Raises:
        ValueError: If it has no number.
    """
    number, kind = _number(served), _kind(served)
    answered = _answered(served)
    title = served.text("description")
    if kind == _REPORT and not answered:
        yield from _report(served, number, title)
    elif answered or kind == _RESPONSE or (kind == _SPECIAL and _ANSWERS.search(title)):
        yield Publication(number, responses=(_response(served, number, answered),))
    elif kind == _SPECIAL:
        yield from _report(served, number, title)
    else:
        served.problems.append(
            f"Neither a report nor an answer to one, so it was left out: {title[:80]!r}, of the "
            f"type {kind or 'unknown'!r}."
        )


def _report(served: JsonObject, number: str, title: str) -> Iterator[Publication]:
    paper, of = _paper(served)
    place = _PLACE.fullmatch(title)
    answers = list(served.inner("governmentResponses").objects("publication"))
    yield Publication(
        number,
        report=Report(
            key=_paper_key(paper, of) or ("publication", number),
            title=(place["title"] if place else title) or None,
            committee=_committee(served) or None,
            hc_number=paper or None,
            session=of or None,
            ordinal=place["place"] if place else None,
            published=served.day("publicationStartDate"),
            address=served.text("additionalContentUrl2", "additionalContentUrl") or None,
            publication=number,
        ),
        inquiries=tuple(_inquiries(served)),
        awaited_from=_department(served) or None,
        response_due=served.inner("governmentResponses").day("responseDeadline"),
        response_excepted=served.inner("governmentResponses").flag("responseExcepted"),
        answers=tuple(answer for each in answers if (answer := _known_number(each))),
    )
    for nested in answers:
        if (number_known := _known_number(nested)) and nested.text("description"):
            yield Publication(number_known, responses=(_response(nested, number_known, number),))


def _response(served: JsonObject, number: str, answered: str) -> Response:
    title, kind = served.text("description"), _kind(served)
    paper, of = _paper(served)
    place = _PLACE.fullmatch(title)
    respondent = _department(served) or GOVERNMENT
    sort = _sort(title, kind)
    key: Key = ("publication", number, respondent)
    if sort is ResponseKind.SPECIAL_REPORT and paper and of:
        key = ("special-report", of, paper, respondent)
    published = served.day("publicationStartDate")
    return Response(
        key=key,
        kind=sort,
        respondent=respondent,
        title=(place["title"] if place else title) or None,
        number=paper if sort is ResponseKind.SPECIAL_REPORT and paper else command_paper(title),
        session=of or None,
        issued=PartialDate.from_day(published) if published else None,
        reports=tuple(_answered_reports(served, title, answered)),
        address=served.text("additionalContentUrl2", "additionalContentUrl") or None,
        publication=number,
    )


def _answered_reports(served: JsonObject, title: str, answered: str) -> Iterator[Report]:
    """The report that a paper answers: by the link, else by its place as the title gives it."""
    if answered:
        yield Report(("publication", answered), publication=answered)
        return
    named, committee = _NAMES_REPORT.search(title), _committee(served)
    of = session(named["session"]) if named else None
    if named and of and committee:
        ordinal = named["ordinal"]
        key = report_key_of(None, of, ordinal, committee, title)
        yield Report(key, committee=committee, session=of, ordinal=f"{ordinal} Report")


def _sort(title: str, kind: str) -> ResponseKind:
    if kind == _SPECIAL:
        return ResponseKind.SPECIAL_REPORT
    if _MINUTE.search(title):
        return ResponseKind.TREASURY_MINUTE
    return ResponseKind.COMMAND_PAPER if command_paper(title) else ResponseKind.OTHER


def _number(served: JsonObject) -> str:
    """The number of a publication.

    Raises:
        ValueError: If it has none.
    """
    if number := _known_number(served):
        return number
    raise ValueError("the publication has no id in figures, so nothing can refer to it")


def _known_number(served: JsonObject) -> str:
    number = served.text("id")
    return number if _NUMBER.fullmatch(number) else ""


def _answered(served: JsonObject) -> str:
    number = served.text(*_RESPONSE_TO)
    return number if _NUMBER.fullmatch(number) else ""


def _kind(served: JsonObject) -> str:
    """The type of a publication, in small letters, else as its title tells; empty if unknown."""
    if isinstance(served.values.get("type"), dict):
        described = served.inner("type")
        kind = _TYPES.get(described.text("id")) or described.text("name").lower()
    else:
        words = served.text("type", "publicationTypeId")
        kind = _TYPES.get(words, words.lower())
    place = None if kind else _PLACE.fullmatch(served.text("description"))
    if place:
        return _SPECIAL if "special" in place["place"].lower() else _REPORT
    return kind


def _paper(served: JsonObject) -> tuple[str, str]:
    """Number of the paper and session; empty where they are not known."""
    for name, house in (("hcNumber", "HC"), ("hlPaper", "HL Paper")):
        value = served.values.get(name)
        numbered = served.inner(name) if isinstance(value, dict) else served
        words = numbered.text("number") if isinstance(value, dict) else served.text(name)
        if words:
            written = paper_number(words) or (f"{house} {words}" if _PAPER.fullmatch(words) else "")
            return written, session(numbered.text("sessionDescription")) or ""
    return "", ""


def _paper_key(paper: str, of: str) -> Key | None:
    if not (paper and of):
        return None
    return "hl" if paper.startswith("HL") else "hc", of, paper


def _committee(served: JsonObject) -> str:
    """The name that the committee had on the day of the publication."""
    if isinstance(served.values.get("committee"), str):
        return served.text("committee")
    committee = served.inner("committee")
    name = _name_then(committee, served) or committee.name("name")
    if name and _LORDS.search(committee.text("house")):
        name = _OF_LORDS.sub("", name)
        return name if _LORDS.search(name) else f"House of Lords {name}"
    return name


def _name_then(committee: JsonObject, served: JsonObject) -> str:
    published = served.day("publicationStartDate")
    if published is None:
        return ""
    for former in committee.objects("nameHistory"):
        begun, ended = former.day("startDate"), former.day("endDate")
        if begun and begun <= published and (ended is None or published < ended):
            return former.name("name")
    return ""


def _inquiries(served: JsonObject) -> Iterator[Inquiry]:
    for business in served.objects("businesses"):
        title, number = business.text("title"), _known_number(business)
        kind = business.inner("type")
        if title and number and kind.flag("isInquiry", default=True):
            yield Inquiry(number, title)


def _department(served: JsonObject) -> str:
    """The name of the department that answers, or is to answer."""
    if isinstance(served.values.get("respondingDepartment"), dict):
        return served.inner("respondingDepartment").name("name")
    return served.name("respondingDepartment")
