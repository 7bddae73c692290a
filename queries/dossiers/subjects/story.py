"""What connects a department, programme or committee with the others, on one page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from queries.connections import Connections
from queries.conversion import as_table
from queries.dossiers.committee_story import CommitteeStory
from queries.dossiers.connection_story import ConnectionStory
from queries.dossiers.dossier import Dossier, DossierSection, TableBlock, TextBlock
from queries.dossiers.footnotes import Footnotes
from queries.dossiers.subject import WHOSE_WORDS, DossierSubject
from queries.entity_lookup import load_lookup
from queries.query_execution import execute
from queries.query_request import QueryRequest
from queries.result_tables import Table

if TYPE_CHECKING:
    from graph.store.readable_store import ReadableStore
    from queries.dossiers.subject import DossierRequest

_KINDS = ("organisation", "initiative", "committee")
_GAP = "asked-of-several"
_GAP_COLUMNS = ("name", "asked_names", "answering_name")


def _resolve(_store: ReadableStore, _name: str) -> None:
    """Nothing is drawn, so that the story fits on a page."""


def _build(request: DossierRequest) -> Dossier:
    store, footnotes = request.store, Footnotes(request.store)
    connections = Connections(store)
    lookup = load_lookup(store, _KINDS)
    thing = lookup.find(request.name)
    if any(thing in committees for committees in connections.reader.committees.values()):
        sections = CommitteeStory(connections, thing, footnotes).sections()
    else:
        sections = ConnectionStory(connections, thing, footnotes).sections()
        if ("organisation", thing) in connections.reader.actors:
            sections = (*sections[:-1], _gap(store, thing), sections[-1])
    total = len(connections.reader.findings)
    standfirst = f"Made by joinedup from a graph of {total:,} distinct findings. {WHOSE_WORDS}"
    title = f"What connects {lookup.labels[thing]}"
    return Dossier(title, standfirst, sections, footnotes.sources)


def _gap(store: ReadableStore, body: str) -> DossierSection:
    """The findings that ask this body among several, of which one alone answers."""
    table = as_table(execute(store, QueryRequest(_GAP, {})))
    places = {name: place for place, name in enumerate(table.columns)}
    label = load_lookup(store, ("organisation",)).labels[body]
    rows = tuple(
        tuple(row[places[column]] for column in _GAP_COLUMNS)
        for row in table.rows
        if row[places["answering"]] == body or label in str(row[places["asked_names"]]).split("; ")
    )
    heading = "Asked of several, answered by one"
    if not rows:
        nothing = TextBlock(
            "No finding in this graph asks it and another, and is answered by one of them alone. "
            "An answer in the name of the whole government answers for all."
        )
        return DossierSection(heading, (nothing,))
    total = next((row[places["total"]] for row in table.rows), 0)
    caption = (
        f"{len(rows):,} findings that concern it, of {total:,} that ask several and have an answer."
    )
    columns = ("finding", "asked", "answered by")
    return DossierSection(heading, (TableBlock(Table(columns, rows, caption)),))


SUBJECT = DossierSubject(
    "story",
    "NAME",
    "what connects a department, programme or committee with others",
    "DWP",
    _build,
    _resolve,
)
