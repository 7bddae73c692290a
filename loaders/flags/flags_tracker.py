"""Flags on what the tracker adds: its label, and the kind it prints."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from graph.records.findings import FindingKind
from graph.records.quality_flags import Flag, Severity
from graph.records.replies import Object
from loaders.flags.flags_text import SUBSTANTIAL, enough_told
from loaders.responses.commitments.undertakings_in_text import undertakes
from loaders.responses.linking.answer_links import procedural
from loaders.responses.linking.cases import label_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.records.replies import ReadReply, Verdict
    from loaders.responses.linking.cases import Case

_MEANT = {
    "accepted": {"accepted", "already-done"},
    "accepted in part": {"accepted-in-part"},
    "partially accepted": {"accepted-in-part"},
    "rejected": {"rejected"},
    "not accepted": {"rejected"},
    "acknowledged": {"noted"},
    "deferred": {"deferred"},
    "not addressed": set(),
    "response pending": {"deferred"},
}
"""Positions that agree with a label. A label missing here is never said to differ."""

_CLAIMS = {"accepted", "accepted in part", "partially accepted", "rejected", "not accepted"}
"""Labels that claim a verdict."""

_ACCEPTANCES = {"accepted", "accepted in part", "partially accepted"}
"""Labels for which it is enough that the reply undertakes something."""

_ASKS = re.compile(
    r"\b(?:should|must|recommends?|recommendations?|urges?|calls?\s+(?:up)?on)\b", re.IGNORECASE
)
_PLAINLY_ASKS = re.compile(
    r"\(Recommendation,\s*[Pp]aragraph"
    r"|(?:^|[.;:]\s|\d\s|\s)[Rr]ecommendations?(?:\s\d+\w?)?\s?[:.]?\s(?=[A-Z•]|[a-z]\.\s)"
    r"|\b[Ww]e\s+(?:therefore\s+|also\s+)?(?:recommend|urge|call\s+on)\b"
    r"|(?:(?<![\w’&-])[A-Z][\w’&-]{0,60}|[Dd]epartments?|[Gg]overnment|Office|Treasury)\s+(?:should|must)\s+(?!have\b)(?!also\s+have\b)\w+"
)


def label_differs(case: Case) -> Iterator[Flag]:
    """A label that says another thing than the government's words."""
    label = label_of(case.row)
    if not label or case.read is None or label.lower() not in _MEANT or case.row.reply is None:
        return
    found = [item for part in case.read.verdicts for item in part]
    about = [item for item in found if item.object is Object.RECOMMENDATION]
    if about:
        unsure = not about[0].whole and label.lower() in _CLAIMS
        if not _agrees(label.lower(), case.read) and not (
            unsure and "rejected" not in label.lower()
        ):
            yield _differs(about[0], f"The label is “{label}”; the reply says {_said(about)}.")
    elif label.lower() not in _CLAIMS and found and found[0].concept == "accepted":
        yield replace(
            _differs(
                found[0], f"The label is “{label}”; the reply agrees, though only with a point."
            ),
            severity=Severity.SLIGHT,
        )
    elif label.lower() == "not addressed" and not found and _substantial(case):
        yield Flag(
            "label-differs",
            Severity.SLIGHT,
            "label",
            None,
            None,
            f"The label is “{label}”; the reply has {len(case.row.reply.text.text)} characters.",
        )


def _agrees(label: str, read: ReadReply) -> bool:
    """Whether a label fits the positions in the words."""
    said = set(read.stances)
    if label in {"accepted in part", "partially accepted"} and {"accepted", "rejected"} <= said:
        return True
    return bool(said & _MEANT[label]) and not (label == "accepted" and "rejected" in said)


def _said(verdicts: list[Verdict]) -> str:
    return " and ".join(dict.fromkeys(item.concept.replace("-", " ") for item in verdicts))


def _differs(verdict: Verdict, explanation: str) -> Flag:
    return Flag(
        "label-differs", Severity.DOUBTFUL, "reply", verdict.start, verdict.end, explanation
    )


def _substantial(case: Case) -> bool:
    """Whether a reply is long enough that it can hardly be said not to address the finding."""
    own = case.read is not None and case.read.shape.paragraphs and not case.read.echo
    return bool(own and case.row.reply and len(case.row.reply.text.text) > SUBSTANTIAL)


def label_unsupported(case: Case) -> Iterator[Flag]:
    """A label that claims a verdict which no words of the reply state or bear out."""
    label = label_of(case.row)
    if case.read is None or not label or label.lower() not in _CLAIMS or any(case.read.verdicts):
        return
    if case.read.echo or (enough_told(case) and not _borne_out(case, label.lower())):
        yield Flag(
            "label-unsupported",
            Severity.DOUBTFUL,
            "label",
            None,
            None,
            f"The label is “{label}”; the reply neither accepts nor refuses, nor undertakes "
            "anything.",
        )


def _borne_out(case: Case, label: str) -> bool:
    """Whether an acceptance is carried out in deeds, though no word states it."""
    if label not in _ACCEPTANCES or case.read is None or case.row.reply is None:
        return False
    return any(case.read.commitments) or undertakes(case.row.reply.text.text, case.read)


def mistyped_kind(case: Case) -> Iterator[Flag]:
    """A text that is not of the kind printed above it."""
    finding = case.row.finding
    if finding.text is None or finding.kind is None:
        return
    text = finding.text.text
    if procedural(finding):
        explanation = "This says on what evidence the committee met: it finds nothing."
        yield _kind_flag(None, None, explanation)
    elif finding.kind is FindingKind.RECOMMENDATION and not _ASKS.search(text):
        yield _kind_flag(None, None, "Printed as a recommendation, but it asks for nothing.")
    elif finding.kind is FindingKind.CONCLUSION:
        match = _PLAINLY_ASKS.search(text)
        if match:
            yield _kind_flag(
                match.start(), match.end(), "Printed as a conclusion, but here it asks for action."
            )


def _kind_flag(start: int | None, end: int | None, explanation: str) -> Flag:
    return Flag("mistyped-kind", Severity.DOUBTFUL, "text", start, end, explanation)
