"""A text that is not of the kind printed above it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from graph.records.findings import FindingKind
from graph.records.quality_flags import FlagEvidence
from loaders.responses.linking.answer_links import procedural

if TYPE_CHECKING:
    from collections.abc import Iterator

    from loaders.responses.linking.cases import Case

BESIDE_OTHERS = False

_ASKS = re.compile(
    r"\b(?:should|must|recommends?|recommendations?|urges?|calls?\s+(?:up)?on"
    r"|(?:we|committee)\s+(?:\w+\s+)?(?:invites?|asks?|requests?|looks?\s+forward\s+to))\b",
    re.IGNORECASE,
)
_PLAINLY_ASKS = re.compile(
    r"\(Recommendation,\s*[Pp]aragraph"
    r"|(?:^|[.;:]\s|\d\s|\s)[Rr]ecommendations?(?:\s\d+\w?)?\s?[:.]?\s(?=[A-Z•]|[a-z]\.\s)"
    r"|\b[Ww]e\s+(?:therefore\s+|also\s+)?(?:recommend|urge|call\s+on)\b"
    r"|(?:(?<![\w’&-])[A-Z][\w’&-]{0,60}|[Dd]epartments?|[Gg]overnment|Office|Treasury)\s+(?:should|must)\s+(?!have\b)(?!also\s+have\b)\w+"
)


def check(case: Case) -> Iterator[FlagEvidence]:
    """The words of a conclusion that ask for action, or a recommendation that asks for nothing."""
    finding = case.record.finding
    if finding.text is None or finding.kind is None:
        return
    text = finding.text.text
    if procedural(finding):
        explanation = "This lists the evidence that the committee heard; it is not a finding."
        yield FlagEvidence("text", None, None, explanation)
    elif finding.kind is FindingKind.RECOMMENDATION and not _ASKS.search(text):
        explanation = "Printed as a recommendation, but it asks for nothing."
        yield FlagEvidence("text", None, None, explanation)
    elif finding.kind is FindingKind.CONCLUSION and (match := _PLAINLY_ASKS.search(text)):
        explanation = "Printed as a conclusion, but here it asks for action."
        yield FlagEvidence("text", *match.span(), explanation)
