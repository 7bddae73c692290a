"""Several recommendations under one heading and with one reply: whose words are whose.

"Recommendations 1 and 2" with two paragraphs below it, each of which asks for something, restates
the first in the first and the second in the second. Otherwise the words are those of all of them.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from loaders.references.report_references import ASKS, kind_of
from loaders.text.paragraph_numbers import REFERENCE

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from graph.records.findings import Passage
    from loaders.layout.document_lines import DocumentLines
    from loaders.sources.government_responses.response_entries import ResponseEntry


def divided(sheet: DocumentLines, entries: Sequence[ResponseEntry]) -> Iterator[ResponseEntry]:
    """The entries, those of several numbers divided where each number has its own paragraph."""
    for entry in entries:
        paragraphs = _paragraphs(sheet, entry.restated) if len(entry.numbers) > 1 else []
        own = len(paragraphs) == len(entry.numbers) > 1
        if not own or not all(ASKS.search(" ".join(words.text.split())) for words in paragraphs):
            yield entry
            continue
        for number, words in zip(entry.numbers, paragraphs, strict=True):
            text = " ".join(words.text.split())
            reference = REFERENCE.search(text)
            yield replace(
                entry,
                kind=kind_of(text),
                numbers=(number,),
                restated=words,
                paragraph=reference["paragraph"] if reference else entry.paragraph,
            )


def _paragraphs(sheet: DocumentLines, restated: Passage | None) -> list[Passage]:
    """The paragraphs of restated words, as blank lines or markup part them."""
    if restated is None:
        return []
    end = restated.start + len(restated.text)
    later = [line.start for line in sheet.lines if restated.start < line.start < end and line.apart]
    spans = pairwise([restated.start, *later, end])
    return [words for start, stop in spans if (words := sheet.passage(start, stop))]
