"""What stands before the items of a report: whose it is, its title, and when it came out."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from graph.records.findings import Report
from loaders.references.committees import committees_in
from loaders.references.ordinals import ORDINAL, session
from loaders.references.paper_numbers import DAY, MONTH, dated, paper_number
from loaders.references.report_keys import report_key_of
from loaders.text.patterns import compile_pattern

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from loaders.layout.document_lines import DocumentLine

COVER = 60
"""Lines within which a report says whose it is."""

_ORDINAL = compile_pattern(
    rf"(?P<ordinal>{ORDINAL})\s+(?:Joint\s+)?Report\s+(?:of|from|in)\s+(?:the\s+)?(?:Session\s+)?\d",
    re.IGNORECASE,
)
_SESSION = compile_pattern(
    rf"(?:(?:(?:{ORDINAL})\s+)?(?:Joint\s+)?Report\s+(?:of|from|in)\s+(?:the\s+)?(?:Session\s+)?|Session\s+)\d",
    re.IGNORECASE,
)
"""A line that names the session, also where it does not say which of its reports this is."""

_NUMBER = compile_pattern(r"(?:HC|HL\s*(?:Paper)?)\s?\d{1,4}(?:[-–][IVX]+)?")
_BY_AUTHORITY = re.compile(r"\bby\s+authority\s+of\b|\bOrdered\s+by\b", re.IGNORECASE)
_DATED = compile_pattern(
    rf"(?:(?:Date\s+)?Published(?:\s+on)?:?\s+)?(?:[A-Z][a-z]{{2,8}}day,?\s+)?(?:{DAY}|{MONTH}\s+\d{{4}})"
    r"(?:\s+by\s+authority\b.*)?",
    re.IGNORECASE,
)
_NO_TITLE = compile_pattern(
    r"House\s+of\s+(?:Commons|Lords)|(?:Summary\s+of\s+)?Conclusions?\s+and\s+Recommendations?|(?:Author|Related\s+inquiry|Inquiry|Committee)s?:.*|Contents|Summary"
    r"|(?:This\s+is\s+an?\s+)?(?:House\s+of\s+\w+\s+)?Committee\s+report\b.*|Report,?\s+together\s+with\b.*"
    r"|(?:Date\s+)?Published\b.*|Ordered\s+by\b.*|\d{1,4}|https?://\S+|#.*|Back\s+to\b.*"
    r"|Report\s+Status|Government\s+responded|Select\s+Committees?",
    re.IGNORECASE,
)
_CONTENTS = re.compile(r"(?: [-–—] [A-Z][\w ]{2,60})? Contents$")
_ADDRESS = re.compile(r"/pa/(?P<house>cm|ld)\w{1,10}/(?:cm|ld)select/\w{1,20}/(?P<number>\d{1,4})/")
_TITLE_LINES = 3


def read_report(lines: Sequence[DocumentLine], address: str | None) -> Report | None:
    """The report that a document is, or is a page of.

    Args:
        lines: The lines before its items.
        address: The address that the document gives for itself.

    Returns:
        The report; None where nothing names it.
    """
    cover = lines[:COVER]
    words = "\n".join(line.text for line in cover)
    committee = next(committees_in(words), None)
    place = next((n for n, line in enumerate(cover) if _ORDINAL.match(line.text)), None)
    ordinal = _ORDINAL.match(cover[place].text) if place is not None else None
    of = next((session(line.text) for line in cover[place:] if _SESSION.match(line.text)), None)
    paper = next(
        (
            paper_number(line.text)
            for line in cover
            if _NUMBER.fullmatch(line.text) or _BY_AUTHORITY.search(line.text)
            if paper_number(line.text)
        ),
        None,
    )
    if not (committee and (paper or ordinal)):
        return None
    title = _title(cover, place) or _title_below(cover, place)
    paper = paper or _paper_of_address(address)
    return Report(
        key=report_key_of(
            paper, of or "", ordinal["ordinal"] if ordinal else None, committee, title or ""
        ),
        title=title,
        committee=committee,
        hc_number=paper,
        session=of,
        ordinal=f"{ordinal['ordinal']} Report" if ordinal else None,
        published=_published(cover),
        address=address,
    )


def _title(cover: Sequence[DocumentLine], place: int | None) -> str | None:
    """The lines above the place of the report in its session, else the first that is a title."""
    taken: list[str] = []
    for line in reversed(cover[:place]) if place else cover[:_TITLE_LINES]:
        if _is_no_title(line.text):
            if taken:
                break
            continue
        taken.insert(0, line.text)
        if line.apart or len(taken) == _TITLE_LINES or not place:
            break
    return _CONTENTS.sub("", " ".join(taken)) or None


def _title_below(cover: Sequence[DocumentLine], place: int | None) -> str | None:
    """The first line below the place of the report, where papers of the Lords have their title."""
    below = cover[place + 1 : place + 1 + _TITLE_LINES] if place is not None else ()
    return next((line.text for line in below if not _is_no_title(line.text)), None)


def _paper_of_address(address: str | None) -> str | None:
    """The number of a paper by the folder in which Parliament keeps it."""
    match = _ADDRESS.search(address or "")
    return f"{'HC' if match['house'] == 'cm' else 'HL Paper'} {match['number']}" if match else None


def _is_no_title(text: str) -> bool:
    names_committee = text in committees_in(text)
    matches = (pattern.fullmatch(text) for pattern in (_NO_TITLE, _NUMBER, _DATED))
    return names_committee or any(matches)


def _published(cover: Sequence[DocumentLine]) -> date | None:
    """The day on which the report came out, where the cover gives one."""
    days = (dated(line.text) for line in cover if _DATED.fullmatch(line.text))
    return next((day[1].first_day for day in days if day and day[1].day), None)
