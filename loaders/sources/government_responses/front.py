"""The front of a response: what it is, who answers, and which report it answers."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from graph.records.response_documents import ResponseKind
from loaders.layout.line_flow import LineFlow
from loaders.references.committees import committees_in
from loaders.references.ordinals import ORDINAL, SESSION, session, value
from loaders.references.paper_numbers import (
    DAY,
    MONTH,
    command_paper,
    dated,
    house_paper,
    paper_number,
)
from loaders.sources.government_responses.respondents import respondents
from loaders.text.patterns import compile_pattern

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from graph.partial_date import PartialDate
    from loaders.layout.document_lines import DocumentLine

_RESPONDENT = (
    r"(?!In\s)(?-i:[A-Z][\w’'&,-]{0,40}(?:\s+(?:and|for|of|the|&|[A-Z][\w’'&,-]{0,40})){0,10}?)"
)
TITLE = compile_pattern(
    rf"(?:^(?:(?P<who>{_RESPONDENT})[:,]?\s+)?|[:–—-]\s+"
    r"|\b(?:Government|Departmental|Department|Ministry|Office|Minister)\b.{0,60}?\b)"
    r"(?<!\bin\s)responses?\s+to\s+(?:the\s+)?.{0,160}?\b(?:Committee|Report)\b"
    r"|\bresponse\s(?:of|from|by)\s(?:[^.\s]{1,40}\s){1,14}?to\s[^.]{0,160}?\b(?:Committee|Report)\b"
    r"|^(?:[\w’'&,-]{1,40}\s){1,10}?Committee\s?[:–—-]\s[^.?!]{0,160}[:–—,-]\s(?:UK\s|HM\s)?Government\s+Response$",
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
_PAPER = r"(?:HC|HL\s+Paper)\s?\d{1,4}\b"
_ENDS = (
    r"(?:Presented\s+to|Ordered\s+by|Published|Contents\b|(?:CP|Cm)\s?\d"
    r"|\d{1,2}\s+[A-Z][a-z]+\s+\d{4})"
)
"""What follows the title of a report on a cover, where nothing parts paragraphs."""

_NAMED = compile_pattern(
    rf"[ ,:–—-]*+(?:(?:of|by|from) ++the ++[^,()\n]{{3,80}}? ++Committee\b,? *+)?(?:on\s++)?[“‘\"]?"
    rf"(?P<title>(?:(?!Special\s+Report|{_ENDS})[^()\[\n]){{3,200}}?)?"
    rf"[”’\"]?[ ,]{{0,20}}[(\[]?(?P<paper>{_PAPER})"
)
"""Title and number after the words for a report."""

_SENTENCE = r"(?!(?:I|[Ww]e|[Ii]t|which|that|was|were|is|has|and\s+to)\s)"
"""A title is no clause that goes on after the words for a report."""

_TITLED = compile_pattern(
    rf"[ ,:–—-]++(?:on\s++)?{_SENTENCE}[“‘\"]?"
    rf"(?P<title>(?:(?!Special\s+Report|{_ENDS})[^()\n“”]){{3,150}}?)"
    rf"[”’\"]?\s{{0,20}}(?=\n|$|{_ENDS})"
)
"""Title alone, at the end of the line that says what the document answers."""

_PAPER_OF_REPORT = compile_pattern(
    rf"\b[Rr]eport\b[,:]?\s++(?:(?:entitled|called|on)\s++)?[“‘\"]?(?P<title>[A-Z\d][^()\n“”]{{2,150}}?)?"
    rf"[”’\"]?,?\s{{0,20}}[(\[](?P<paper>{_PAPER})"
)
"""A report named by its title and number, without its place among the reports of a session."""

_QUOTED_TITLE = compile_pattern(r"\b[Rr]eport\b[:,]?\s+[“‘\"](?P<title>[^“”\n]{3,150}?)[”’\"]")
_TITLE_FIRST = re.compile(
    r"(?:^|\n)(?P<title>[A-Z][^:\n()]{2,150}?): +(?:The +)?"
    r"(?:Government|[A-Z][\w ,]{2,60}) +[Rr]esponse"
)
_OWN_NUMBER = re.compile(
    r"HC\s?\d{1,4}|.{0,300}\bby\s+authority\s+of\b.{0,300}\bHC\s?\d{1,4}", re.IGNORECASE
)
_DATED = compile_pattern(
    rf"(?:(?:Ordered\b|(?:Date\s+)?Published\b).{{0,300}})?(?:[A-Z][a-z]{{2,8}}day,?\s+)?(?:{DAY}|{MONTH}\s+\d{{4}})$",
    re.IGNORECASE,
)
_AFTER_TITLE = compile_pattern(
    rf"(?:{ORDINAL})\s+Special\s+Report|Presented\s+to|HC\s?\d|CP\s?\d|Cm\s?\d|Ordered\b|Contents$|Appendix|"
    r"Published|(?:\d{1,2}\s+)?[A-Z][a-z]+\s+\d{4}$",
    re.IGNORECASE,
)
_NEAR = 40
"""Characters after the number of a paper within which its session is named."""

_TITLE_LINES = 4
_LONGEST = 300
"""Lines of a front that are read, covering letter and introduction included."""


@dataclass(frozen=True, slots=True)
class Answered:
    """A report that is answered, as far as the front tells.

    Attributes:
        ordinal: Its place among the reports of a session, as printed.
        session: The session; empty where none is named.
        title: Its title.
        paper: Its number, such as ``HC 265`` or ``HL Paper 130``.
    """

    ordinal: str | None
    session: str
    title: str | None = None
    paper: str | None = None


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
    departments: tuple[str, ...] = ()


def read_front(lines: Sequence[DocumentLine], text: str) -> Front:
    """Read the lines before the first item.

    Args:
        lines: These lines.
        text: The whole document, which may name in full the department of a minister of the cover.
    """
    lines = lines[:_LONGEST]
    words = _paragraphs(lines)
    special = SPECIAL.search(words)
    paper = command_paper(words)
    title, day = _title(lines), _date(lines)
    named = TITLE.match(title)
    whose = (named["who"] if named else None) or ""
    house_number = _own_number(lines)
    own = house_number if special or not paper else paper
    return Front(
        kind=_kind(special=bool(special or (house_number and not paper)), paper=bool(paper)),
        title=title,
        committee=next(committees_in(words), None),
        number=own,
        session=session(special["session"]) if special and special["session"] else None,
        date=day[0] if day else None,
        issued=day[1] if day else None,
        answered=tuple(_answered(words, own)),
        interim=INTERIM.search(words) is not None,
        departments=respondents(whose, lines, _paragraphs(lines, LineFlow(lines)), text),
    )


def _kind(*, special: bool, paper: bool) -> ResponseKind:
    if special:
        return ResponseKind.SPECIAL_REPORT
    return ResponseKind.COMMAND_PAPER if paper else ResponseKind.OTHER


def _title(lines: Sequence[DocumentLine]) -> str:
    """The line that names the document a response, with the lines it runs on to."""
    for index in range(len(lines)):
        if lines[index].text in committees_in(lines[index].text):
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


def _date(lines: Sequence[DocumentLine]) -> tuple[str, PartialDate] | None:
    """The date of the response: alone on a line, or after words of printing or publication."""
    own = (dated(line.text) for line in lines if _DATED.match(line.text))
    return next((day for day in own if day), None)


def _own_number(lines: Sequence[DocumentLine]) -> str | None:
    """The House of Commons number that stands on the cover by itself."""
    own = (house_paper(line.text) for line in lines if _OWN_NUMBER.fullmatch(line.text))
    return next(own, None)


def _paragraphs(lines: Sequence[DocumentLine], flow: LineFlow | None = None) -> str:
    """The words of lines, with a line break where a paragraph ends and a space elsewhere.

    Args:
        lines: The lines.
        flow: The same lines, to tell paragraphs that nothing parts by how their lines end.
    """
    return "".join(
        ("\n" if line.apart or (flow and flow.begins_paragraph(index)) else " ")
        + " ".join(line.text.split())
        for index, line in enumerate(lines)
    ).strip()


def _answered(words: str, own: str | None) -> Iterator[Answered]:
    """Each report that is named, with title and number from where it is named most fully."""
    reports: dict[tuple[str, int], Answered] = {}
    for match in _REPORT.finditer(words):
        report = _named(words, match, own)
        key = report.session, value(match["ordinal"])
        earlier = reports.get(key)
        if earlier is None or (report.paper and not earlier.paper):
            title = report.title or (earlier.title if earlier else None)
            reports[key] = replace(report, title=title)
    if len(reports) > 1:
        yield from reports.values()
        return
    yield from (_completed(report, words, own) for report in reports.values())
    if not reports:
        yield from _by_title_alone(words, own)


def _named(words: str, match: re.Match[str], own: str | None) -> Answered:
    """A report where its ordinal is printed, with what follows."""
    named, paper = _NAMED.match(words, match.end()), None
    if named:
        paper = paper_number(named["paper"])
        named = named if paper != own else None
    titled = named or _TITLED.match(words, match.end())
    return Answered(
        ordinal=match["ordinal"],
        session=session(match["session"]) or "",
        title=titled["title"].strip(" ,–—-:") if titled and titled["title"] else None,
        paper=paper if named else None,
    )


def _completed(report: Answered, words: str, own: str | None) -> Answered:
    """The only report that is answered, with what other sentences say of its title and number."""
    further = next(_by_title_alone(words, own), None)
    if further is None:
        return report
    title, paper = report.title or further.title, report.paper or further.paper
    return replace(report, title=title, paper=paper)


def _by_title_alone(words: str, own: str | None) -> Iterator[Answered]:
    """What is said of one report by title and number, without its ordinal."""
    named = next(
        (
            match
            for match in _PAPER_OF_REPORT.finditer(words)
            if paper_number(match["paper"]) != own
        ),
        None,
    )
    quoted = _QUOTED_TITLE.search(words) or _TITLE_FIRST.search(words)
    title = (named["title"] if named else None) or (quoted["title"] if quoted else None)
    if title or named:
        paper = paper_number(named["paper"]) if named else None
        of = session(words[named.end() : named.end() + _NEAR]) if named else None
        yield Answered(None, of or "", title.strip(" ,–—-:") if title else None, paper)
