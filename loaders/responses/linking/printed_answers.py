"""Answers that a document of the government prints as well: told by their words, then counted once.

A tracker's reply and an item of a Treasury Minute are often the same answer. The document says
itself which recommendation it answers, so a part of a reply that is one of its items is that item.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rapidfuzz import fuzz

from loaders.responses.linking.answer_identity import MISPRINTS, SUBSTANCE, opening, substance
from loaders.text.normalisation import normal_form

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from graph.records.findings import Key
    from graph.records.replies import ReplyPart
    from graph.records.response_documents import ItemKey
    from graph.records.source_record import ResponseDocumentRecord

_OPENING = 30
"""Letters and figures, set phrases not counted, in which two printings of an answer begin alike."""


@dataclass(frozen=True, slots=True)
class PrintedItem:
    """An item of a response document.

    Attributes:
        key: What identifies the item.
        finding: Key of the finding it answers.
        committee: Name of the committee whose report it answers, if known.
        text: The answer.
    """

    key: ItemKey
    finding: Key
    committee: str | None
    text: str


def printed_in(document: ResponseDocumentRecord) -> Iterator[PrintedItem]:
    """The items of a response document that have a reply."""
    committees = {key: report.committee for key, report in document.answered_reports.items()}
    for item in document.items:
        if item.reply:
            key = item.key
            yield PrintedItem(key, item.finding, committees.get(item.report), item.reply.text)


class Documents:
    """Items of documents, found by their words."""

    def __init__(self, items: Iterable[PrintedItem]) -> None:
        """Index the items by how they begin, and by the finding that they answer."""
        self._by_opening: dict[str, list[tuple[str, PrintedItem]]] = {}
        self._by_finding: dict[Key, list[tuple[str, PrintedItem]]] = {}
        for item in items:
            form_and_item = normal_form(item.text), item
            self._by_finding.setdefault(item.finding, []).append(form_and_item)
            if substance(item.text) >= SUBSTANCE:
                self._by_opening.setdefault(opening(item.text)[:_OPENING], []).append(form_and_item)

    def find(self, text: str, part: ReplyPart, answered: Iterable[Key] = ()) -> PrintedItem | None:
        """The item that a part of a reply is a copy of, whole or cut short; None if none is.

        An answer too short to be told from others is known by what it answers as well; so is one
        of several that differ in a figure only.

        Args:
            text: The reply.
            part: The part.
            answered: Keys of the findings that it answers.
        """
        if not self._by_finding or not part.paragraphs:
            return None
        words = text[part.paragraphs[0].start : part.end]
        form, findings = normal_form(words), frozenset(answered)
        if substance(words) < SUBSTANCE:
            of_findings = [
                pair for key in sorted(findings) for pair in self._by_finding.get(key, ())
            ]
            matches = [pair for pair in of_findings if form == pair[0]]
        else:
            candidates = self._by_opening.get(opening(words)[:_OPENING], ())
            matches = [pair for pair in candidates if _one(form, pair[0])]
        return _only(matches) or _only(
            [pair for pair in matches if pair[0] == form and pair[1].finding in findings]
        )


def _only(matches: Iterable[tuple[str, PrintedItem]]) -> PrintedItem | None:
    """The one item that all matches are; None if there are several, or none."""
    items = {item.key: item for _, item in matches}
    return next(iter(items.values())) if len(items) == 1 else None


def _one(first: str, second: str) -> bool:
    """Whether two texts are one, the shorter perhaps cut short, but for misprints."""
    length = min(len(first), len(second))
    return fuzz.ratio(first[:length], second[:length], score_cutoff=MISPRINTS) > 0
