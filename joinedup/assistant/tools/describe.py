"""One thing whole: the dossier of it that `joinedup report` writes."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Annotated

from pydantic import Field

from joinedup.assistant.answers import AnswerDocument
from joinedup.assistant.assistant_tool import AssistantTool
from queries.dossiers.subject import DossierRequest
from queries.dossiers.subjects import dossier_subjects
from queries.entity_lookup import load_lookup, lookup_key
from queries.finding_lookup import find_finding, label_of
from queries.finding_story import NO_ANSWER, has_answer, story_of
from queries.markdown_text import escape_inline
from visualisations.documents import document_formats

if TYPE_CHECKING:
    from collections.abc import Callable

    from graph.store.readable_store import ReadableStore
    from joinedup.assistant.graph_session import GraphSession

_FINDINGS = 20
_SUBJECTS = {"organisation": "department", "initiative": "programme", "committee": "committee"}
"""The subject of dossiers that a kind of thing is."""


def _make(session: GraphSession) -> Callable[..., AnswerDocument]:
    def describe(
        thing: Annotated[
            str,
            Field(
                description="Name, abbreviation, identifier or IRI of a department, programme, "
                "committee or finding"
            ),
        ],
        findings: Annotated[
            int, Field(ge=1, le=100, description="Findings to tell at most")
        ] = _FINDINGS,
    ) -> AnswerDocument:
        """Describe a department, programme, committee or finding, with figures and sentences.

        The document quotes committee and government and gives each source.
        """
        store = session.open_store()
        lookup = load_lookup(store, tuple(_SUBJECTS))
        kinds = set(lookup.entities.get(lookup_key(thing, lookup.base), {}).values())
        if kinds:
            subject = _SUBJECTS[min(kinds, key=_preferred)]
            return _dossier(store, subject, thing, findings)
        return _story(store, find_finding(store, thing))

    return describe


def _preferred(kind: str) -> int:
    """A committee, which is an organisation too, is told of as a committee."""
    return ("committee", "initiative", "organisation").index(kind)


def _dossier(store: ReadableStore, subject: str, name: str, findings: int) -> AnswerDocument:
    today = datetime.now(UTC).date().isoformat()
    dossier = dossier_subjects()[subject].build(DossierRequest(store, name, today, findings))
    return AnswerDocument(dossier.title, document_formats()["markdown"].render(dossier).decode())


def _story(store: ReadableStore, finding: str) -> AnswerDocument:
    title, story = label_of(store, finding), story_of(store, finding)
    lines = [f"# {escape_inline(title)}", ""]
    for line in story:
        where = f" ({', '.join(line.places)})" if line.places else ""
        statement = (
            f"{line.who}, {line.what}{f', {line.date}' if line.date else ''}: {line.says}{where}"
        )
        lines.append(f"- {escape_inline(statement)}")
    if not has_answer(story):
        lines += ["", NO_ANSWER]
    return AnswerDocument(title, "\n".join(lines))


TOOL = AssistantTool("describe", "Describe a department, programme, committee or finding", _make)
