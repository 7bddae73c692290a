"""A recommendation of which neither record nor text says who is to act."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from graph.records.quality_flags import FlagEvidence
from loaders.text.patterns import compile_pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from loaders.responses.linking.cases import Case

BESIDE_OTHERS = False

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
_NAMELESS_REQUEST = compile_pattern(
    rf"\b[Tt]he\s+{_NAMELESS_BODY}(?:,[^,.]{{1,60}},)?\s+{_OUGHT}\b"
    rf"|\b[Rr]ecommends?\s+that\s+the\s+{_NAMELESS_BODY}\b(?!\s+(?:of|for)\s)"
)
_NAMELESS = compile_pattern(
    rf"(?:(?:The\s+|the\s+)*{_NAMELESS_BODY}|It|This|That|These|There|We|They|In|As|By|Who|All)$"
)
_EXPLAINED = re.compile(
    r"\((?:[Tt]he\s+|“the\s+|‘the\s+)(?:Department|Authority|Agency|Commission)[”’]?\)"
)


def check(case: Case) -> Iterator[FlagEvidence]:
    """The words that ask a body to act without its name."""
    finding, entry = case.record.finding, case.record.tracker_entry
    printed = entry.addressees if entry else ()
    if finding.addressees or printed or finding.text is None:
        return
    text = finding.text.text
    request = _NAMELESS_REQUEST.search(text)
    if request and not _names_addressee(text):
        explanation = (
            "The record does not name who should act, and the text does so without a name."
        )
        yield FlagEvidence("text", *request.span(), explanation)


def _names_addressee(text: str) -> bool:
    """Whether a body is named that should act, or the name that stands for it is explained."""
    names = ((match["who"] or match["whom"]).strip() for match in _ADDRESSED.finditer(text))
    return any(not _NAMELESS.match(name) for name in names) or _EXPLAINED.search(text) is not None
