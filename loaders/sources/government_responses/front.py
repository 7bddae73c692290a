"""The front of a response: what it is, who answers, and which report it answers."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.records.response_documents import ResponseKind
from loaders.references.ordinals import ORDINAL, SESSION, session, value
from loaders.references.paper_numbers import DAY, MONTH, command_paper, dated, house_paper
from loaders.text.patterns import compile_pattern

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from graph.partial_date import PartialDate
    from loaders.layout.document_lines import DocumentLine

TITLE = re.compile(
    r"(?:^|[:–—-]\s+|\b(?:Government|Departmental|Department|Ministry|Office)\b.{0,60}?\b)"
    r"responses?\s+to\s+(?:the\s+)?.{0,160}?\b(?:Committee|Report)\b",
    re.IGNORECASE,
)
SPECIAL = compile_pattern(
    rf"(?:{ORDINAL})\s+Special\s+Report(?:\s+of\s+Session\s+(?P<session>{SESSION}))?", re.IGNORECASE
)
INTERIM = re.compile(
    r"\b(?:interim|holding)\s+(?:government\s+)?(?:response|reply)\b"
    r"|\b(?:full|fuller|substantive)\s+response\b[^.]{0,80}\b(?:will|later|due\s+course|follow)",
    re.IGNORECASE,
)
_REPORT = compile_pattern(
    rf"(?P<ordinal>{ORDINAL})\s+Report\s+(?:of|from|in|for)\s+(?:the\s+)?(?:Session\s+)?(?P<session>{SESSION})",
    re.IGNORECASE,
)
_NAMED = re.compile(
    r"[\s,:–—-]*(?:on\s+)?(?P<title>(?:(?!Special\s+Report)[^()]){3,200}?)?[\s,]*\(?(?P<hc>HC\s?\d{1,4}\b)"
)
_COMMITTEE = re.compile(
    r"\b(?P<name>[A-Z][\w’'-]*(?:(?:,|\s+and|\s+for|\s+of(?:\s+the)?|,\s+and)?\s+[A-Z][\w’'-]*){0,8}\s+Committee)\b"
)
_FIRST_WORDS = re.compile(
    r"^(?:The|House\s+of\s+(?:Commons|Lords)|Government\s+[Rr]esponse\s+to\s+the|Select)\s+"
)
_OWN_NUMBER = re.compile(r"HC\s?\d{1,4}|.*\bby\s+authority\s+of\b.*\bHC\s?\d{1,4}", re.IGNORECASE)
_DATED = compile_pattern(
    rf"(?:(?:Ordered\b|(?:Date\s+)?Published\b).*)?(?:[A-Z][a-z]+day,?\s+)?(?:{DAY}|{MONTH}\s+\d{{4}})$",
    re.IGNORECASE,
)
_AFTER_TITLE = compile_pattern(
    rf"(?:{ORDINAL})\s+Special\s+Report|Presented\s+to|HC\s?\d|CP\s?\d|Cm\s?\d|Ordered\b|Contents$|Appendix|"
    r"Published|(?:\d{1,2}\s+)?[A-Z][a-z]+\s+\d{4}$",
    re.IGNORECASE,
)
_TITLE_LINES = 4
_LONGEST = 300
"""Lines of a front that are read, covering letter and introduction included."""


@dataclass(frozen=True, slots=True)
class Answered:
    """A report that is answered."""

    ordinal: str
    number: int
    session: str
    title: str | None = None
    hc_number: str | None = None


@dataclass(frozen=True, slots=True)
class Front:
    """What the lines before the first item say."""

    kind: ResponseKind
    title: str
    committee: str | None
    number: str | None
    session: str | None
    date: str | None
    issued: PartialDate | None
    answered: tuple[Answered, ...]
    interim: bool


def read_front(lines: Sequence[DocumentLine]) -> Front:
    """Read the lines before the first item."""
    lines = lines[:_LONGEST]
    words = " ".join(" ".join(line.text for line in lines).split())
    special = SPECIAL.search(words)
    paper = command_paper(words)
    day = _date(lines)
    own = _own_number(lines) if special else paper
    return Front(
        kind=_kind(special=special is not None, paper=paper is not None),
        title=_title(lines),
        committee=_committee(words),
        number=own,
        session=session(special["session"]) if special and special["session"] else None,
        date=day[0] if day else None,
        issued=day[1] if day else None,
        answered=tuple(_answered(words, own)),
        interim=INTERIM.search(words) is not None,
    )


def _kind(*, special: bool, paper: bool) -> ResponseKind:
    if special:
        return ResponseKind.SPECIAL_REPORT
    return ResponseKind.COMMAND_PAPER if paper else ResponseKind.OTHER


def _title(lines: Sequence[DocumentLine]) -> str:
    """The line that names the document a response, with the lines it runs on to."""
    for index in range(len(lines)):
        if _COMMITTEE.fullmatch(lines[index].text):
            continue
        taken = [lines[index]]
        for line in lines[index + 1 : index + _TITLE_LINES]:
            if line.apart or _AFTER_TITLE.match(line.text):
                break
            taken.append(line)
        title = " ".join(line.text for line in taken)
        if TITLE.search(title):
            return title
    return lines[0].text if lines else ""


def _committee(words: str) -> str | None:
    """The first committee that is named by more than the word itself."""
    for match in _COMMITTEE.finditer(words):
        name = match["name"]
        while (shorter := _FIRST_WORDS.sub("", name)) != name:
            name = shorter
        if name != "Committee":
            return name
    return None


def _date(lines: Sequence[DocumentLine]) -> tuple[str, PartialDate] | None:
    """The date of the response: alone on a line, or after words of printing or publication."""
    own = (dated(line.text) for line in lines if _DATED.match(line.text))
    return next((day for day in own if day), None)


def _own_number(lines: Sequence[DocumentLine]) -> str | None:
    """The House of Commons number that stands on the cover by itself."""
    own = (house_paper(line.text) for line in lines if _OWN_NUMBER.fullmatch(line.text))
    return next(own, None)


def _answered(words: str, own: str | None) -> Iterator[Answered]:
    """Each report that is named, with title and number from where it is named most fully."""
    reports: dict[tuple[str, int], Answered] = {}
    for match in _REPORT.finditer(words):
        named = _NAMED.match(words, match.end())
        if named and house_paper(named["hc"]) == own:
            named = None
        of = session(match["session"]) or ""
        report = Answered(
            ordinal=match["ordinal"],
            number=value(match["ordinal"]),
            session=of,
            title=named["title"].strip(" ,–—-:") if named and named["title"] else None,
            hc_number=house_paper(named["hc"]) if named else None,
        )
        key = of, report.number
        if key not in reports or (report.hc_number and not reports[key].hc_number):
            reports[key] = report
    yield from reports.values()
