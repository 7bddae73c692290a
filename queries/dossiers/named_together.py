"""Who is named with a subject, for its dossier."""

from __future__ import annotations

from typing import TYPE_CHECKING

from queries.connections import Connections
from queries.dossiers.dossier import DossierSection, TableBlock, TextBlock
from queries.measures.network_result import SEE_METHOD
from queries.result_tables import Table

if TYPE_CHECKING:
    from graph.store.readable_store import ReadableStore

_HEADING = "What it is named with"
_MOST = 15
_COLUMNS = {
    "B": "named with it",
    "findings together": "findings that name both",
    "findings with A": "of all that name it",
    "more than coincidence": "more than coincidence",
    "in register": "in the register",
}
"""The columns of pairs that a document has room for, and what they are called there."""


def connections_section(store: ReadableStore, thing: str) -> DossierSection:
    """The pairs of a thing with what findings name beside it, the most joined first."""
    connections = Connections(store)
    pairs = connections.pairs(thing, most=_MOST)
    if not pairs.rows:
        nothing = TextBlock("No finding names it beside another.")
        return DossierSection(_HEADING, (nothing,))
    places = [pairs.columns.index(column) for column in _COLUMNS]
    rows = tuple(tuple(row[place] for place in places) for row in pairs.rows)
    caption = pairs.caption.removeprefix(f"A is {connections.label(thing)}. ")
    caption = caption.removesuffix(SEE_METHOD).strip()
    table = Table(tuple(_COLUMNS.values()), rows, caption)
    return DossierSection(_HEADING, (TableBlock(table),))
