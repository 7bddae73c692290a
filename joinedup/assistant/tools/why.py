"""One finding: what is said of it, or why it is said to name something."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from pydantic import Field

from joinedup.assistant.answers import AnswerRows
from joinedup.assistant.assistant_tool import AssistantTool
from queries.finding_lookup import find_finding, label_of
from queries.finding_story import NO_ANSWER, has_answer, story_of
from queries.mention_explanations import explain_name

if TYPE_CHECKING:
    from collections.abc import Callable

    from graph.store.embedded import Store
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
        return _explained(store, iri, name) if name else _told_story(store, iri)

    return why


def _told_story(store: Store, finding: str) -> AnswerRows:
    story = story_of(store, finding)
    rows: list[dict[str, str | int | float | None]] = [
        {
            "who says so": line.who,
            "what": line.what,
            "words": line.says,
            "more words follow": "yes" if line.is_cut else "no",
            "date": line.date,
            "source": " ".join(line.places),
        }
        for line in story
    ]
    note = "" if has_answer(story) else NO_ANSWER
    return AnswerRows(f"What is said of {label_of(store, finding)} ({finding})", rows, note=note)


def _explained(store: Store, finding: str, name: str) -> AnswerRows:
    rows: list[dict[str, str | int | float | None]] = [
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
    return AnswerRows(f"Why {label_of(store, finding)} is said to name {name!r}", rows)


TOOL = AssistantTool("why", "Tell what is said of a finding, and why it names something", _make)
