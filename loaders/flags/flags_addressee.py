"""Flag on a finding of which nobody can say whom it asks to act."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from graph.records.quality_flags import Flag, Severity
from loaders.text.patterns import compile_pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from loaders.responses.linking.cases import Case

_OUGHT = r"(?:should|must|needs?\s+to|ought\s+to)"
_NAME = (
    r"(?:[Tt]he\s+)?(?<![\w’&-])[A-Z][\w’&-]{0,40}"
    r"(?:,?\s+(?:(?:of|for|and|&)\s+(?:the\s+)?){0,2}[A-Z][\w’&-]{0,40}){0,12}"
    r"(?:\s*\([^()]{1,30}\))?"
)
_ADDRESSED = compile_pattern(
    rf"(?P<who>{_NAME})(?:,[^,.]{{1,60}},)?\s+{_OUGHT}\b(?!\s+be\s+\w+(?:ed|en|t|n|ld|de)\b)"
    rf"|\b[Rr]ecommends?\s+that\s+(?P<whom>{_NAME})"
)
"""Who is asked by name. A name that something should be done to is not asked."""

_NAMELESS_BODY = (
    r"(?:HM\s+|UK\s+)*(?:[Dd]epartments?|[Gg]overnment|[Aa]uthority|[Aa]gency|[Cc]ommission|[Mm]inisters?|"
    r"[Mm]inistry|[Ss]ecretary\s+of\s+[Ss]tate)"
)
_ASKED = compile_pattern(
    rf"\b[Tt]he\s+{_NAMELESS_BODY}(?:,[^,.]{{1,60}},)?\s+{_OUGHT}\b"
    rf"|\b[Rr]ecommends?\s+that\s+the\s+{_NAMELESS_BODY}\b(?!\s+(?:of|for)\s)"
)
_NAMELESS = compile_pattern(
    rf"(?:(?:The\s+|the\s+)*{_NAMELESS_BODY}|It|This|That|These|There|We|They|In|As|By|Who|All)$"
)
_EXPLAINED = re.compile(
    r"\((?:[Tt]he\s+|“the\s+|‘the\s+)(?:Department|Authority|Agency|Commission)[”’]?\)"
)


def missing_addressee(case: Case) -> Iterator[Flag]:
    """A recommendation of which neither record nor text says who is to act."""
    finding = case.row.finding
    if finding.addressees or finding.text is None:
        return
    text = finding.text.text
    asked = _ASKED.search(text)
    if asked and not _names_addressee(text):
        yield Flag(
            "missing-addressee",
            Severity.SLIGHT,
            "text",
            asked.start(),
            asked.end(),
            "The record names no body that is to act, and the text only one without its name.",
        )


def _names_addressee(text: str) -> bool:
    """Whether a body is named that should act, or the name that stands for it is explained."""
    named = ((match["who"] or match["whom"]).strip() for match in _ADDRESSED.finditer(text))
    return any(not _NAMELESS.match(who) for who in named) or _EXPLAINED.search(text) is not None
