"""Extraction noise in the form of the Web Annotation model: a node for each kind and each place.

In a graph the kept text has one map of its noise. Exports for tools that know annotations alone
state it in this form.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from graph.records.cleaned_text import CleanedText, TextEdit
from graph.statements.ntriples import Statement, iri, literal, typed
from graph.statements.ntriples_terms import FLAG, JU, OA, PROV, A

if TYPE_CHECKING:
    from collections.abc import Iterator


def noise_annotations(
    text_iri: str, content: str, language: str | None, offset_map: str
) -> Iterator[Statement]:
    """State the cleaned text of a noisy one, the map between them, and each kind of noise.

    Args:
        text_iri: IRI of the kept text.
        content: The text as printed.
        language: Language tag of its words; None without one.
        offset_map: Its edits, as `ju:offsetMap` has them.
    """
    edits = tuple(TextEdit(*edit) for edit in json.loads(offset_map))
    words = literal(CleanedText(content, edits).text)
    subject = iri(f"{text_iri}-reading")
    yield subject, A, JU.ReadingText
    yield subject, PROV.wasDerivedFrom, iri(text_iri)
    yield subject, JU.content, f"{words}@{language}" if language else words
    yield subject, JU.offsetMap, literal(offset_map)
    for flag in sorted({edit.flag for edit in edits}):
        yield from _of_one_kind(text_iri, flag, [edit for edit in edits if edit.flag == flag])


def _of_one_kind(text_iri: str, flag: str, edits: list[TextEdit]) -> Iterator[Statement]:
    subject = f"{text_iri}-{flag}"
    yield f"<{subject}>", A, JU.Damage
    yield f"<{subject}>", A, OA.Annotation
    yield f"<{subject}>", OA.hasBody, FLAG[flag]
    for edit in edits:
        target, place = f"<{subject}-{edit.start}>", f"<{subject}-{edit.start}-place>"
        yield f"<{subject}>", OA.hasTarget, target
        yield target, A, OA.SpecificResource
        yield target, OA.hasSource, f"<{text_iri}>"
        yield target, OA.hasSelector, place
        yield place, A, OA.TextPositionSelector
        yield place, OA.start, typed(str(edit.start), "nonNegativeInteger")
        yield place, OA.end, typed(str(edit.end), "nonNegativeInteger")
