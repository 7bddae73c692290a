"""The page of an answer as it is printed, or of a part of one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pyoxigraph as ox

from queries.dossiers.footnotes import Footnotes
from queries.selects import select
from queries.web_pages.marked_texts import MarkedText, read_texts
from queries.web_pages.page_facts import PageFact

if TYPE_CHECKING:
    from graph.store.readable_store import ReadableStore
    from queries.dossiers.dossier import DossierSource


@dataclass(frozen=True, slots=True)
class AnswerPage:
    """What the page of an answer shows.

    Attributes:
        iri: Its IRI.
        name: What it is called.
        facts: What is known of it.
        texts: Its words, whole.
        sources: Where it was read.
    """

    iri: str
    name: str
    facts: tuple[PageFact, ...]
    texts: tuple[MarkedText, ...]
    sources: tuple[DossierSource, ...]


def read_answer_page(store: ReadableStore, iri: str) -> AnswerPage | None:
    """What is known of an answer or a part of one; None if there is none of that IRI."""
    rows = list(select(store, "web_pages/answer_facts", answer=ox.NamedNode(iri)))
    if not rows:
        return None
    facts = tuple(PageFact(fact, value, link) for _, fact, value, link in rows)
    by = next((each.value for each in facts if each.fact == "Answered by"), "not known")
    named = next((each.value for each in facts if each.fact == "Called"), "Answer")
    footnotes = Footnotes(store)
    footnotes.numbers_of(each.value for each in facts if each.fact == "Read at")
    shown = tuple(each for each in facts if each.fact not in {"Read at", "Called"})
    return AnswerPage(
        iri, f"{named}, {by}", shown, tuple(read_texts(store, iri)), footnotes.sources
    )
