"""Flags on what the tracker adds: its label, summary and kind; and on the missing addressee."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from graph.answers import Object
from graph.doubts import Flag, Severity
from graph.records import FindingKind
from loaders.answers.alignment import procedural
from loaders.answers.cases import label_of
from loaders.answers.dates import times
from loaders.answers.flags_text import stops_early

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.answers import ReadReply, Verdict
    from loaders.answers.cases import Case

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

_SUBSTANTIAL = 120
"""Characters from which a reply can hardly be said not to address the finding."""

_SUMMARY_VERB = re.compile(
    r"\b(?:(?P<against>rejects?|rejected|disagrees?|disagreed|does\s+not\s+(?:agree|accept)|declines?)"
    r"|(?P<for>agrees?|agreed|accepts?|accepted))\b",
    re.IGNORECASE,
)

_ASKS = re.compile(
    r"\b(?:should|must|recommends?|recommendations?|urges?|calls?\s+(?:up)?on)\b", re.IGNORECASE
)
_PLAINLY_ASKS = re.compile(
    r"\(Recommendation,\s*[Pp]aragraph"
    r"|(?:^|[.;:]\s|\d\s|\s)[Rr]ecommendations?(?:\s\d+\w?)?\s?[:.]?\s(?=[A-Z•]|[a-z]\.\s)"
    r"|\b[Ww]e\s+(?:therefore\s+|also\s+)?(?:recommend|urge|call\s+on)\b"
    r"|(?:[A-Z][\w’&-]*|[Dd]epartments?|[Gg]overnment|Office|Treasury)\s+(?:should|must)\s+(?!have\b)(?!also\s+have\b)\w+"
)
_ADDRESSED = re.compile(
    r"(?P<who>(?:[Tt]he\s+)?[A-Z][\w’&-]*(?:,?\s+(?:of|for|and|&|the|[A-Z][\w’&-]*))*(?:\s*\([^()]{1,30}\))?)"
    r"(?:,[^,.]{1,60},)?\s+(?:should|must|needs?\s+to|ought\s+to)\b"
)
_ASKED = re.compile(
    r"\b(?:[Tt]he\s+(?:[Dd]epartment|[Gg]overnment|[Aa]uthority|[Aa]gency|[Cc]ommission))\s+(?:should|must)\b"
)
_NAMELESS = re.compile(
    r"(?:(?:The\s+|the\s+|HM\s+|UK\s+)*(?:Department|Government|Authority|Agency|Commission)|It|This|"
    r"That|These|There|We|They|In|As|By|Who|All)$"
)
_EXPLAINED = re.compile(
    r"\((?:[Tt]he\s+|“the\s+|‘the\s+)(?:Department|Authority|Agency|Commission)[”’]?\)"
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
    return bool(own and case.row.reply and len(case.row.reply.text.text) > _SUBSTANTIAL)


def label_unsupported(case: Case) -> Iterator[Flag]:
    """A label that claims a verdict which no words of the reply state."""
    label = label_of(case.row)
    if case.read is None or not label or label.lower() not in _CLAIMS or any(case.read.verdicts):
        return
    if case.read.echo or _tells(case):
        yield Flag(
            "label-unsupported",
            Severity.DOUBTFUL,
            "label",
            None,
            None,
            f"The label is “{label}”; no words of the reply accept or refuse.",
        )


def _tells(case: Case) -> bool:
    """Whether enough of a reply is there for its want of a verdict to mean something."""
    if case.read is None or case.row.reply is None or not case.read.shape.paragraphs:
        return False
    return not stops_early(case) or len(case.row.reply.text.text) > _SUBSTANTIAL


def summary_differs(case: Case) -> Iterator[Flag]:
    """A summary with a verdict or a date that the reply does not have."""
    entry = case.row.entry
    if case.read is None or case.row.reply is None or not entry or not entry.summary:
        return
    if not case.read.shape.paragraphs:
        return
    summary, reply = entry.summary.text, case.row.reply.text.text
    verb = _SUMMARY_VERB.search(summary)
    if verb and _tells(case) and verb.lastgroup not in _sides(case.read):
        yield _summary_flag(
            *verb.span(), f"The summary says “{verb[0]}”; the reply does not say so."
        )
    for found in times(summary, 0, len(summary), None):
        year = re.search(r"(?:19|20)\d\d", found.due.as_written)
        if year and not _holds(reply, found.due.as_written) and not stops_early(case):
            yield _summary_flag(
                found.start, found.end, "The summary gives a date that the reply does not."
            )


def _sides(read: ReadReply) -> set[str]:
    """On which sides the verdicts of a reply are; degrees are not told apart."""
    concepts = {item.concept for part in read.verdicts for item in part}
    return {"against" if concept == "rejected" else "for" for concept in concepts}


def _summary_flag(start: int, end: int, explanation: str) -> Flag:
    return Flag("summary-differs", Severity.DOUBTFUL, "summary", start, end, explanation)


def _holds(reply: str, words: str) -> bool:
    """Whether a date of the summary, month and year at least, stands in the reply too."""
    squeezed = " ".join(reply.lower().split())
    core = re.sub(r"^(?:by|the|end of|early|mid|late|\W)+\s*", "", " ".join(words.lower().split()))
    return core in squeezed


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
    named = (match["who"].strip() for match in _ADDRESSED.finditer(text))
    return any(not _NAMELESS.match(who) for who in named) or _EXPLAINED.search(text) is not None
