"""A dossier with its picture, as the bytes of a document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.errors import UsageError
from queries.dossiers.dossier import Picture
from queries.dossiers.subject import DossierRequest
from queries.dossiers.subjects import dossier_subjects
from visualisations.documents import document_formats
from visualisations.render import render_view

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from graph.store.readable_store import ReadableStore
    from queries.dossiers.dossier import Dossier
    from queries.dossiers.subject import DossierSubject

MOST_FINDINGS = 100
"""Findings or rows that a report tells of where nobody says how many."""


def make_dossier(  # noqa: PLR0913 - what the command line takes
    store: ReadableStore,
    subject: str,
    name: str,
    *,
    day: date,
    limit: int = MOST_FINDINGS,
    values: Mapping[str, str],
) -> Dossier:
    """Gather what a graph knows of a subject, with the picture of what is named with it.

    Args:
        store: The graph.
        subject: Kind of subject, a key of `dossier_subjects`.
        name: Which of these.
        day: Day at which commitments are judged.
        limit: Findings or rows to tell at most.
        values: Parameters of a question; empty for other subjects.

    Raises:
        UsageError: If there is no such kind of subject, or a value does not fit.
        UnknownNameError: If there is nothing of that name.
    """
    definition = dossier_subjects().get(subject)
    if definition is None:
        raise UsageError(f"There is no report on a {subject}: {', '.join(dossier_subjects())}.")
    pictures = _pictures(store, definition, name)
    return definition.build(
        DossierRequest(store, name, day.isoformat(), limit, dict(values), pictures)
    )


def write_dossier(dossier: Dossier, output_format: str) -> bytes:
    """A dossier in one of the formats of `document_formats`."""
    return document_formats()[output_format].render(dossier)


def _pictures(store: ReadableStore, subject: DossierSubject, name: str) -> tuple[Picture, ...]:
    """The picture of what is named with a subject, if it can be drawn."""
    thing = subject.resolve(store, name)
    if thing is None:
        return ()
    try:
        view = render_view(store, ("ego", thing), output_format="png")
    except UsageError:  # nothing is named with it
        return ()
    return (Picture(view.content, view.summary),)
