"""One finding: what is said of it, or why it is said to name something."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from pydantic import Field

from joinedup.assistant.answers import AnswerRows
from joinedup.assistant.assistant_tool import AssistantTool
from queries.finding_lookup import find_finding, label_of
from queries.finding_rows import explanation_rows, story_rows
from queries.finding_story import NO_ANSWER, has_answer, story_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from graph.store.readable_store import ReadableStore
    from joinedup.assistant.graph_session import GraphSession


def _make(session: GraphSession) -> Callable[..., AnswerRows]:
    def why(
        finding: Annotated[str, Field(description="Its name, identifier, or address of its page")],
        name: Annotated[
            str, Field(description="A name to explain; if empty, the story of the finding")
        ] = "",
    ) -> AnswerRows:
        """Tell what is said of a finding by whom and where, or why it is said to name something."""
        store = session.open_store()
        iri = find_finding(store, finding)
        return _explanation(store, iri, name) if name else _story(store, iri)

    return why


def _story(store: ReadableStore, finding: str) -> AnswerRows:
    rows = story_rows(store, finding)
    note = "" if has_answer(story_of(store, finding)) else NO_ANSWER
    return AnswerRows(f"What is said of {label_of(store, finding)} ({finding})", rows, note=note)


def _explanation(store: ReadableStore, finding: str, name: str) -> AnswerRows:
    rows = explanation_rows(store, finding, name)
    return AnswerRows(f"Why {label_of(store, finding)} is said to name {name!r}", rows)


TOOL = AssistantTool("why", "Tell what is said of a finding, and why it names something", _make)
