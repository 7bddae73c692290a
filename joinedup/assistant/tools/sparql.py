"""SPARQL, for what no saved question asks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from pydantic import Field

from joinedup.assistant.answers import AnswerRows, rows_of_result
from joinedup.assistant.assistant_tool import AssistantTool
from queries.query_request import QueryRequest

if TYPE_CHECKING:
    from collections.abc import Callable

    from joinedup.assistant.graph_session import GraphSession


def _make(session: GraphSession) -> Callable[..., AnswerRows]:
    def sparql(
        query: Annotated[str, Field(description="A SPARQL 1.1 query; PREFIX lines included")],
        limit: Annotated[int, Field(ge=1, le=200, description="Rows at most")] = 100,
    ) -> AnswerRows:
        """Run a SPARQL query. It is stopped in time, and never leaves the graph."""
        return rows_of_result(session.run(QueryRequest(query), limit), "Rows of the query.")

    return sparql


TOOL = AssistantTool("sparql", "Run a SPARQL query", _make)
