"""How a section marks its items: by labels, or by nothing but numbers that count on.

A section without labels is a run of numbered paragraphs, each with a reply after it. Of the ways in
which numbers can be printed, the one is taken whose numbers count from 1 without a gap and whose
every item has a reply.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from graph.records.findings import FindingKind
from loaders.sources.treasury_minutes.item_number import item_number, major
from loaders.sources.treasury_minutes.minute_labels import PREFACE, Label, label_at
from loaders.sources.treasury_minutes.reply_openings import decides, opens_reply
from loaders.text.patterns import compile_pattern

if TYPE_CHECKING:
    from collections.abc import Sequence

    from loaders.layout.line_flow import LineFlow

_STYLES = tuple(
    compile_pattern(pattern, re.IGNORECASE)
    for pattern in (
        r"(?P<number>\d{1,2}(?:\s?[a-h]|\s?\([a-h]\))?)[.:)]\s+(?=\D)",
        r"(?P<number>\(\d{1,2}[a-h]?\))\s+",
        r"(?P<number>\(?[ivx]{1,6}\)|[ivx]{1,6}\.)\s+",
        r"(?P<number>(?:\#\s?|\bNo\.?\s?)\d{1,2}[a-h]?)[.:)]?\s+",
        r"(?P<number>\d{1,2}[a-h]?)\s+(?=[A-Z“‘])",
    )
)
"""Ways in which a paragraph shows its number, the surest first."""

_ASKS = re.compile(r"\b(?:should|must|[Ww]e\s+(?:\w+\s+)?(?:recommend|urge|call\s+on))\b")


def find_labels(flow: LineFlow) -> dict[int, Label]:
    """The labels of a section's lines, by the index of the line that they open."""
    labels = {
        index: label
        for index, line in enumerate(flow.lines)
        if not PREFACE.fullmatch(line.text) and (label := label_at(flow, index))
    }
    owned = {index: label for index, label in labels.items() if label.owned}
    if any(label.number for label in owned.values()):
        # labels of the committee name their items; a bare one beside them is the same voice
        return {
            i: label
            for i, label in labels.items()
            if label.owned or label.kind is FindingKind.RECOMMENDATION
        }
    return labels or _numbered(flow)


def _numbered(flow: LineFlow) -> dict[int, Label]:
    """Paragraphs that nothing but their numbers marks as items."""
    openings = [
        index for index in range(len(flow.lines)) if opens_reply(flow, index, None) is not None
    ]
    best: dict[int, Label] = {}
    for style in _STYLES:
        labels = _of_style(flow, style, openings)
        if len(labels) > len(best):
            best = labels
    return best


def _of_style(flow: LineFlow, style: re.Pattern[str], openings: Sequence[int]) -> dict[int, Label]:
    """The paragraphs of one style whose numbers count from 1, as far as each has a reply."""
    labels: dict[int, Label] = {}
    expected = 1
    for index, line in enumerate(flow.lines):
        match = style.match(line.text)
        number = item_number(match["number"].rstrip(".")) if match else None
        if match is None or number is None or not flow.begins_paragraph(index):
            continue
        paragraph = flow.paragraph(index)
        counts_on = major(number) in {str(expected), str(expected - 1)} and expected
        if not counts_on or decides(paragraph):
            continue
        asks = _ASKS.search(paragraph)
        kind = FindingKind.RECOMMENDATION if asks else FindingKind.CONCLUSION
        label = Label(kind, number, line.start, line.start + match.end(), owned=False)
        if major(number) == str(expected):
            expected += 1
        elif number.isdigit():
            continue
        labels[index] = label
    starts = sorted(labels)
    stops = [*starts, len(flow.lines)][1:]
    answered = [
        any(start < opening < stop for opening in openings)
        for start, stop in zip(starts, stops, strict=True)
    ]
    return labels if any(answered) else {}
