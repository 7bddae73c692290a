"""The cover of a Treasury Minute: what it is, when it came out, and which reports it answers."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.records.response_documents import ResponseKind
from loaders.references.ordinals import ORDINAL, SESSION, session, values
from loaders.references.paper_numbers import DAY, MONTH, command_paper, dated
from loaders.text.patterns import compile_pattern

if TYPE_CHECKING:
    from collections.abc import Sequence

    from graph.partial_date import PartialDate
    from loaders.layout.document_lines import DocumentLine

TITLE = re.compile(r"Treasury\s+Minutes?\b", re.IGNORECASE)

_DATED = compile_pattern(
    rf"Treasury\s+Minutes?\s+dated\s+(?P<day>{DAY})(?:\s+to\s+the\s+Committee\s+of\s+Public\s+Accounts)?",
    re.IGNORECASE,
)
_ANSWERS = compile_pattern(
    rf"(?P<ordinals>(?:(?:{ORDINAL})(?:\s*+(?:,\s*+)?(?:(?:and|to|[–—-])\s*+)?(?:the\s++)?)?){{1,60}})"
    rf"reports?\s*+(?:,\s*+)?(?:(?:from|of|in)\s+(?:the\s+)?(?:Committee\s+of\s+Public\s+Accounts|Public\s+Accounts\s+Committee)"
    r"\s*+(?:[:,–-]\s*+)?)?(?:(?:from|of|in|for)\s+)?(?:the\s+)?"
    rf"(?:session\s+)?\(?(?P<session>{SESSION})",
    re.IGNORECASE,
)
_TITLE_SPAN = compile_pattern(
    rf"Treasury\s+Minutes?\b(?:.{{0,600}}?(?=\s*+(?:This\s+publication|Presented\s+to|;\s*and\s|(?:,\s+|(?<=\s))including\s|"
    rf"(?:CP|Cmn?d?)\s\d|(?:(?<![\d/–-])\d{{1,2}}\s+)?{MONTH}\s+\d{{4}}|$))|.{{600}})",
    re.IGNORECASE,
)
_EXTRA = re.compile(
    r"This\s+publication\s+(?:also\s+)?includes\s.{0,2000}?(?=\s*(?:Presented\s+to|;|$))"
    r"|;\s*and\s+(?P<and>.{0,2000}?)(?=\s*(?:Presented\s+to|This\s+publication|$))"
    r"|(?<=\d\d),?\s+(?P<including>including\s.{0,2000}?)(?=\s*(?:Presented\s+to|This\s+publication|$))",
    re.IGNORECASE,
)
_LONGEST_TITLE = 600
_LONGEST = 100
"""Lines of a cover that are read; what comes later is no cover."""


@dataclass(frozen=True, slots=True)
class Cover:
    """What a cover says; `answered` holds session and ordinal of each report, in order."""

    kind: ResponseKind
    title: str | None
    number: str | None
    date: str | None
    issued: PartialDate | None
    answered: tuple[tuple[str, int], ...]
    extras: tuple[str, ...]

    @property
    def session(self) -> str | None:
        """The session of all the reports, if they are of one."""
        sessions = {session for session, _ in self.answered}
        return sessions.pop() if len(sessions) == 1 else None


def read_cover(lines: Sequence[DocumentLine]) -> Cover:
    """Read the lines before the contents or the first report."""
    words = " ".join(" ".join(line.text for line in lines[:_LONGEST]).split())
    match = _TITLE_SPAN.search(_DATED.sub("", words)) or _TITLE_SPAN.search(words)
    on_day = _DATED.search(words)
    day = dated(on_day["day"] if on_day else words)
    progress = re.search(r"Treasury\s+Minutes?\s+Progress\s+Report", words, re.IGNORECASE)
    return Cover(
        kind=ResponseKind.PROGRESS_REPORT if progress else ResponseKind.TREASURY_MINUTE,
        title=match[0][:_LONGEST_TITLE].strip() if match else None,
        number=command_paper(words),
        date=day[0] if day else None,
        issued=day[1] if day else None,
        answered=tuple(
            dict.fromkeys(
                (session(match["session"]) or "", number)
                for match in _ANSWERS.finditer(words)
                for number in values(match["ordinals"])
            )
        ),
        extras=tuple(
            match["and"] or match["including"] or match[0] for match in _EXTRA.finditer(words)
        ),
    )
