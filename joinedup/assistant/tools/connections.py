"""Who is named together, and in which sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from pydantic import Field

from joinedup.assistant.answers import AnswerRows, rows_of_table
from joinedup.assistant.assistant_tool import AssistantTool
from queries.connections import Connections
from queries.entity_lookup import load_lookup

if TYPE_CHECKING:
    from collections.abc import Callable

    from joinedup.assistant.graph_session import GraphSession


def _make(session: GraphSession) -> Callable[..., AnswerRows]:
    def connections(
        a: Annotated[str, Field(description="A department or initiative")],
        b: Annotated[
            str, Field(description="Another one; if empty, all that is named with the first")
        ] = "",
        limit: Annotated[int, Field(ge=1, le=200, description="Rows at most")] = 50,
    ) -> AnswerRows:
        """Tell who is named together with A, or every sentence of findings that name A and B."""
        store = session.open_store()
        lookup, pairs = load_lookup(store), Connections(store)
        if b:
            table = pairs.between(*lookup.find_pair(a, b), limit)
        else:
            table = pairs.pairs(lookup.find(a), most=limit)
        return rows_of_table(table, table.caption)

    return connections


TOOL = AssistantTool("connections", "Tell who is named together, with the sentences", _make)
