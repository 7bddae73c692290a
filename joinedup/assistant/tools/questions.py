"""The saved questions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from pydantic import Field

from joinedup.assistant.answers import AnswerRows
from joinedup.assistant.assistant_tool import AssistantTool
from queries.parameter_values import EXPECTED
from queries.query_files import list_questions, search_questions, shown_name

if TYPE_CHECKING:
    from collections.abc import Callable

    from joinedup.assistant.graph_session import GraphSession
    from queries.query_files import Parameter


def _make(_session: GraphSession) -> Callable[..., AnswerRows]:
    def questions(
        words: Annotated[str, Field(description="Words that the question has; all if empty")] = "",
    ) -> AnswerRows:
        """List the saved questions that `ask` answers, with what each asks and takes."""
        chosen = search_questions(words) if words else list_questions()
        rows: list[dict[str, str | int | float | None]] = [
            {
                "name": question.name,
                "asks": question.title,
                "counts": question.description,
                "parameters": "; ".join(map(_described, question.parameters)),
            }
            for question in chosen
        ]
        return AnswerRows(f"{len(rows)} of {len(list_questions())} saved questions.", rows)

    return questions


def _described(parameter: Parameter) -> str:
    return f"{shown_name(parameter.name)}: {parameter.text} ({EXPECTED[parameter.kind]})"


TOOL = AssistantTool("questions", "List the saved questions", _make)
