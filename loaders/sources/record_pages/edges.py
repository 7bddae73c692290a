"""What stands below the reply: the older host's tail, and the footer of a web page."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from graph.partial_date import PartialDate
from graph.records.findings import Passage
from loaders.text.patterns import compile_pattern

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from loaders.sources.record_pages.page_lines import PageLine

_TAIL = re.compile(
    r"(?P<name>Source|Committee|Report published|Report|Inquiry"
    r"|Addressee Bod(?:y|ies)|Addressees?(?=:)"
    r"|Timeline|Recommendation age)(?::|$)|(?P<joined>Report published|Recommendation age)(?= \d)"
)
_ADDRESSEES = re.compile(r"Addressee Bod(?:y|ies)(?::|$)|Addressees?:")
_SOURCE = "Source"
_AFTER_SOURCE = ("Committee", "Report", "Inquiry")
_AFTER_TIMELINE = ("Recommendation age", "Report published")
_SINGLE = ("Committee", "Inquiry", *_AFTER_TIMELINE)

_DATE = re.compile(r"(\d{1,2}) ([A-Z][a-z]{2})[a-z]* (\d{4})$")
_HC = re.compile(r"HC \d{1,4}(?:-[IVX]+)?$")
_ORDINAL = re.compile(
    r"((?:\d{1,3}(?:st|nd|rd|th)|[A-Z][A-Za-z -]{2,30}) Report)\s*[-–—:]\s*+(.+)$"
)

_MENU = (
    r"(?:Home|About(?: us)?|Contact(?: us)?|Privacy(?: policy)?|Cookies?(?: policy)?"
    r"|Terms(?: of use)?|Accessibility(?: statement)?|Methodology|Sign in|Log in|Search|Menu"
    r"|Committees|Inquiries|Reports|Recommendations|Departments|Themes|Sources|Data|API|Feedback|Share|Top)"
)
_FOOTER = compile_pattern(
    rf"{_MENU}(?:[\s|·•/]+{_MENU})*$|[←→‹›«»©]|.{{0,80}}[→»›]$|Copyright (?:©|\(c\)|\d)"
    r"|(?:Back|Return|Skip) to [^.]{1,60}$|View Details\b"
    r"|(?:Next|Previous)(?: (?:recommendation|conclusion|item|page)\b.*)?$"
    r"|Related (?i:recommendations|conclusions|items)$|(?:The )?Accountability Index\b"
    r"|Inquiry ?Tracker\b|AI assessment\b|Contains \w+(?: sector)? information licensed under"
)
_LONGEST_FURNITURE = 150


@dataclass(slots=True)
class Tail:
    """The older host's tail.

    Attributes:
        committee: Name of the committee.
        title: Title of the report.
        ordinal: Which report of the session it is, such as ``Seventieth Report``.
        hc_number: Its House of Commons number, such as ``HC 1229``.
        published: Day on which it came out.
        addressees: Bodies that are asked to act, as printed.
        aside: Lines that were understood and have no place in a record, such as its age.
        unplaced: Lines that were not understood.
    """

    committee: str | None = None
    title: str | None = None
    ordinal: str | None = None
    hc_number: str | None = None
    published: date | None = None
    addressees: list[Passage] = field(default_factory=list)
    aside: list[PageLine] = field(default_factory=list)
    unplaced: list[PageLine] = field(default_factory=list)


def tail_start(lines: Sequence[PageLine]) -> int:
    """Index of the first line of the older host's tail; the number of lines if there is none."""
    replies = [
        index for index, line in enumerate(lines) if line.label.startswith("Government Response")
    ]
    reply = replies[-1] if replies else -1
    for index, line in enumerate(lines):
        after = lines[index + 1].label if index + 1 < len(lines) else ""
        cut = index + 2 >= len(lines) and any(name.startswith(after) for name in _AFTER_SOURCE)
        begins = (
            (line.label == _SOURCE and (after in _AFTER_SOURCE or cut))
            or (index > reply and _ADDRESSEES.match(line.label) is not None)
            or (line.label == "Timeline" and after.startswith(_AFTER_TIMELINE))
        )
        if begins:
            return index
    return len(lines)


def cut_tail(label: str) -> bool:
    """Whether a line is the beginning of the tail's first label."""
    return bool(label) and _SOURCE.startswith(label)


def read_tail(lines: Sequence[PageLine], committee: str | None = None) -> Tail:
    """Read the lines of the older host's tail.

    Args:
        lines: The lines.
        committee: Name of the committee, if the page showed it above.
    """
    tail, name, room = Tail(committee), "", 0
    for line in lines:
        if match := _TAIL.match(line.label):
            name = match["name"] or match["joined"]
            value = line.label[match.end() :].strip()
            room = 1 if name in _SINGLE else len(lines)
        else:
            value = line.label
        if value and not (room and _place(tail, name, value, line)):
            tail.unplaced.append(line)
        room -= bool(value)
    return tail


def _place(tail: Tail, name: str, value: str, line: PageLine) -> bool:
    """Put a value of the tail in its field; False if it does not fit there."""
    if name.startswith("Addressee"):
        start = line.start + len(line.text) - len(line.text[-len(value) :])
        tail.addressees.append(Passage(line.text[-len(value) :], start))
        return True
    if name == "Recommendation age":
        tail.aside.append(line)
        return True
    if name == "Committee":
        tail.committee = tail.committee or value
        return tail.committee == value
    if name == "Report":
        return read_report_line(tail, value)
    return name == "Report published" and _place_date(tail, _date(value))


def read_report_line(tail: Tail, value: str) -> bool:
    """Take in a line on a report: its title, number or day; False if another is known already."""
    published = _date(value)
    return _place_date(tail, published) if published else _place_report(tail, value)


def tells_of_report(value: str) -> bool:
    """Whether a line by itself is a number, a day, or a title with the report's ordinal."""
    return bool(_HC.match(value) or _ORDINAL.match(value) or _date(value))


def _place_date(tail: Tail, published: date | None) -> bool:
    tail.published = tail.published or published
    return published is not None and tail.published == published


def _place_report(tail: Tail, value: str) -> bool:
    if _HC.match(value):
        tail.hc_number = tail.hc_number or value
        return tail.hc_number == value
    if tail.title is not None:
        return False
    match = _ORDINAL.match(value)
    tail.ordinal, tail.title = match.groups() if match else (None, value)
    return True


def _date(value: str) -> date | None:
    match = _DATE.match(value)
    if not match:
        return None
    try:
        return PartialDate.from_words(match[3], match[2], match[1]).first_day
    except ValueError:
        return None


def footer_start(lines: Sequence[PageLine], first: int = 0) -> int:
    """Index of the first line of a web page's footer; the number of lines if there is none.

    Args:
        lines: Lines of the last part of a page.
        first: Index of the first line that may be one.
    """
    start = len(lines)
    for index in range(len(lines) - 1, first - 1, -1):
        if len(lines[index].text) > _LONGEST_FURNITURE:
            break
        if _FOOTER.match(lines[index].label):
            start = index
    return start
