"""What is said of a finding, and why it names something, as rows for programs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from queries.finding_story import story_of
from queries.mention_explanations import explain_name

if TYPE_CHECKING:
    from graph.store.readable_store import ReadableStore
    from queries.result_tables import Value
    from queries.search.search_result import SearchResult

Rows = list[dict[str, "Value"]]


def story_rows(store: ReadableStore, finding: str) -> Rows:
    """What is said of a finding, given by its IRI: by whom, in which words, where."""
    return [
        {
            "who says so": line.who,
            "what": line.what,
            "words": line.says,
            "more words follow": "yes" if line.is_cut else "no",
            "date": line.date,
            "source": " ".join(line.places),
        }
        for line in story_of(store, finding)
    ]


def explanation_rows(store: ReadableStore, finding: str, name: str) -> Rows:
    """Why a finding is said to name something: the words, the rule, and how sure that is.

    Raises:
        UnknownNameError: If the finding names nothing of that name.
    """
    return [
        {
            "words": each.quotation,
            "sentence": each.sentence,
            "who says so": each.voice,
            "names": each.entity.label if each.entity else None,
            "iri": each.entity.key if each.entity else None,
            "rule": each.rule,
            "confidence": each.confidence,
            "source": each.text,
        }
        for each in explain_name(store, finding, name)
    ]


def hit_rows(result: SearchResult) -> Rows:
    """The hits of a search, each with its sentence, who says so and where."""
    return [
        {
            "kind": hit.kind,
            "finding": "; ".join(finding.label for finding in hit.findings),
            "iri": hit.findings[0].finding if hit.findings else hit.thing,
            "committee": hit.findings[0].committee if hit.findings else "",
            "report": hit.findings[0].report if hit.findings else "",
            "published": hit.findings[0].published if hit.findings else "",
            "who says so": hit.who_says_so,
            "sentence": hit.marked_sentence,
            "source": " ".join(hit.sources),
        }
        for hit in result.hits
    ]
