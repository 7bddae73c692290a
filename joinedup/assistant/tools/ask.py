"""A saved question, with the sentences behind its rows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from pydantic import Field

from joinedup.assistant.answers import AnswerRows, rows_of_result
from joinedup.assistant.assistant_tool import AssistantTool
from queries.parameter_names import current_names
from queries.query_files import load_question
from queries.query_request import QueryRequest

if TYPE_CHECKING:
    from collections.abc import Callable

    from joinedup.assistant.graph_session import GraphSession


def _make(session: GraphSession) -> Callable[..., AnswerRows]:
    def ask(
        question: Annotated[str, Field(description="Name of a saved question; see `questions`")],
        parameters: Annotated[
            dict[str, str] | None, Field(description='Values, such as {"as-of": "2026-01-01"}')
        ] = None,
        *,
        evidence: Annotated[
            bool, Field(description="Repeat each row for each sentence behind it")
        ] = True,
        limit: Annotated[int, Field(ge=1, le=200, description="Rows at most")] = 50,
    ) -> AnswerRows:
        """Ask a saved question. Each row with words says whose they are and where they stand."""
        saved = load_question(question)
        values, _ = current_names(saved, parameters or {})
        request = QueryRequest(saved.name, values, evidence=evidence)
        return rows_of_result(session.run(request, limit), f"{saved.title} {saved.description}")

    return ask


TOOL = AssistantTool("ask", "Ask a saved question", _make)
