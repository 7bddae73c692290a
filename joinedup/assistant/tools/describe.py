"""One thing whole: the dossier of it that `joinedup report` writes."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import Field

from joinedup.assistant.answers import AnswerDocument
from joinedup.assistant.assistant_tool import AssistantTool
from queries.dossiers.subject import DossierRequest
from queries.dossiers.subjects import dossier_subjects
from visualisations.documents import document_formats

if TYPE_CHECKING:
    from collections.abc import Callable

    from joinedup.assistant.graph_session import GraphSession

_FINDINGS = 20


def _make(session: GraphSession) -> Callable[..., AnswerDocument]:
    def describe(
        subject: Annotated[
            Literal["department", "programme", "committee"],
            Field(description="What it is; any organisation is a department here"),
        ],
        name: Annotated[str, Field(description="Its name, abbreviation or IRI")],
        findings: Annotated[
            int, Field(ge=1, le=100, description="Findings to tell at most")
        ] = _FINDINGS,
    ) -> AnswerDocument:
        """Describe a department, programme or committee: figures, findings, answers, commitments.

        The document quotes committee and government and gives each source as a footnote.
        """
        today = datetime.now(UTC).date().isoformat()
        request = DossierRequest(session.open_store(), name, today, findings)
        dossier = dossier_subjects()[subject].build(request)
        markdown = document_formats()["markdown"].render(dossier).decode()
        return AnswerDocument(dossier.title, markdown)

    return describe


TOOL = AssistantTool("describe", "Describe a department, programme or committee", _make)
