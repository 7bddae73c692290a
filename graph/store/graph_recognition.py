"""Tells a graph of ours from any other, by what every graph that we build says of itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pyoxigraph as ox

from graph.address_rule import encoded_address

if TYPE_CHECKING:
    from graph.store.readable_store import ReadableStore

_SPACES = "SELECT DISTINCT ?space WHERE { ?graph <http://rdfs.org/ns/void#uriSpace> ?space }"
_OTHER_FORMS = {
    "ASK { ?quotation a <http://www.w3.org/ns/oa#TextQuoteSelector> }": (
        "it is in the form of Web Annotation, which is for other tools, or from an earlier "
        "version. Export it without --profile, or build it again"
    ),
    "ASK { ?axiom a <http://www.w3.org/2002/07/owl#Restriction> }": (
        "it is in the form of OWL 2, which is for other tools. Export it without --profile"
    ),
}
"""What only a graph in another form holds, and which form that is."""

_RECORD = "ASK { ?record a <https://w3id.org/joinedup/ontology#SourceRecord> }"


def why_not_ours(store: ReadableStore) -> str | None:
    """Why what a store holds is no graph of ours, as the end of a sentence; None if it is one.

    A graph of ours says once where its things live, and holds a source record at least.
    """
    if not len(store):
        return "it states nothing"
    spaces = [space for (space,) in store.rows(_SPACES)]
    if len(spaces) != 1:
        return f"it names {len(spaces)} addresses (void:uriSpace) at which its things live, not one"
    (space,) = spaces
    base = space.value if isinstance(space, ox.Literal) else ""
    if encoded_address(base) != base or not base.endswith("/"):
        return "the address (void:uriSpace) at which its things live is no web address"
    if not store.query(_RECORD):
        return "it holds no source record"
    return next((form for mark, form in _OTHER_FORMS.items() if store.query(mark)), None)
