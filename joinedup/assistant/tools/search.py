"""Words in findings, answers and names."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from pydantic import Field

from graph.errors import UsageError
from joinedup.assistant.answers import AnswerRows
from joinedup.assistant.assistant_tool import AssistantTool
from queries.finding_rows import hit_rows
from queries.search.search_result import SearchRequest
from queries.search.text_search import TextSearch

if TYPE_CHECKING:
    from collections.abc import Callable

    from joinedup.assistant.graph_session import GraphSession
from queries.search.search_result import SearchResult


def _make(session: GraphSession) -> Callable[..., AnswerRows]:
    def search(
        words: Annotated[str, Field(description='Words, "phrases", beginnings such as identif*')],
        filters: Annotated[
            dict[str, str] | None,
            Field(description='Facets, such as {"department": "DfE", "year": "2024"}'),
        ] = None,
        limit: Annotated[int, Field(ge=1, le=200, description="Hits at most")] = 20,
    ) -> AnswerRows:
        """Search what committees and government said. The words found stand between » and «."""
        if not words.strip() and not filters:
            raise UsageError("Give words to search for, or filters.")
        index = TextSearch.open(session.store_path)
        chosen = {
            facet: [index.find_value(facet, value)] for facet, value in (filters or {}).items()
        }
        return _rows(index.search(SearchRequest(words, chosen, limit)))

    return search


def _rows(result: SearchResult) -> AnswerRows:
    rows = hit_rows(result)
    suggestions = ", ".join(each.words for each in result.suggestions)
    reading = result.reading or "what the filters say"
    return AnswerRows(
        f"{result.total} passages of {result.finding_total} findings have {reading}.",
        rows,
        len(rows) >= result.total,
        f"Did you mean: {suggestions}?" if suggestions else "",
    )


TOOL = AssistantTool("search", "Search the words of findings and answers", _make)
