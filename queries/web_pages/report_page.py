"""The page of a report, or of a document that answers one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pyoxigraph as ox

from queries.dossiers.figures import FindingFigure, figures_of
from queries.selects import select
from queries.web_pages.page_facts import PageFact

if TYPE_CHECKING:
    from graph.store.readable_store import ReadableStore
    from queries.dossiers.finding_heads import FindingHead
    from queries.web_pages.finding_list import FindingIndex


@dataclass(frozen=True, slots=True)
class ReportPage:
    """What the page of a report shows.

    Attributes:
        iri: Its IRI.
        key: The short form of that.
        name: Its title.
        facts: What is known of it.
        figures: Figures of its findings, each with its total.
        findings: Its findings.
        is_answered: Whether a document that answers it is loaded.
    """

    iri: str
    key: str
    name: str
    facts: tuple[PageFact, ...]
    figures: tuple[FindingFigure, ...]
    findings: tuple[FindingHead, ...]
    is_answered: bool


def read_report_page(store: ReadableStore, index: FindingIndex, iri: str) -> ReportPage | None:
    """What is known of a report; None if the graph says nothing of that IRI."""
    rows = list(select(store, "web_pages/report_facts", report=ox.NamedNode(iri)))
    if not rows:
        return None
    facts = tuple(PageFact(fact, value, link) for _, fact, value, link in rows)
    key = iri.rpartition("/id/")[2]
    heads = tuple(index.heads[number] for number in index.matching({"report": [key]}))
    return ReportPage(
        iri,
        key,
        next((each.value for each in facts if each.fact == "Title"), "A report without a title"),
        tuple(each for each in facts if each.fact != "Title"),
        figures_of(heads, len(index.heads), "findings that stand in it"),
        heads,
        any(each.fact == "Answered by the document" for each in facts),
    )
