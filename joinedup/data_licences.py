"""Under which licences the data may be used, which are not those of the code."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pyoxigraph as ox
from rdflib import DCTERMS, RDF, RDFS

from joinedup.described_triples import link_triple, text_triple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.store.readable_store import ReadableStore

_LICENCES = """SELECT DISTINCT ?licence WHERE {
  ?record a <https://w3id.org/joinedup/ontology#SourceRecord> ;
    <http://purl.org/dc/terms/license> ?licence
}"""
_RIGHTS = (
    "Words and facts of a source keep the licence of its publisher, who is to be named. What "
    "joinedup derives from them (mentions, answer links, positions, quality flags, counts) may be "
    "used under the Apache License 2.0."
)


def data_licences(store: ReadableStore) -> list[str]:
    """IRIs of the licences of what was read, in order; none where no source has one."""
    licences = [term for (term,) in store.rows(_LICENCES)]
    return sorted(term.value for term in licences if isinstance(term, ox.NamedNode))


def rights_triples(store: ReadableStore, dataset: ox.NamedNode) -> Iterator[ox.Triple]:
    """The licences of a data set, and what they are about."""
    for licence in data_licences(store):
        yield link_triple(dataset, DCTERMS.license, licence)
    rights = ox.NamedNode(f"{dataset.value}/rights")
    yield link_triple(dataset, DCTERMS.rights, rights)
    yield link_triple(rights, RDF.type, DCTERMS.RightsStatement)
    yield text_triple(rights, RDFS.label, _RIGHTS)
