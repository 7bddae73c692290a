"""The test of all pairs, stated in the graph: SPARQL sees the verdicts that commands show."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.identity import IriFactory
from graph.statements.ntriples import Statement, in_default_graph, iri, literal, typed
from graph.statements.ntriples_terms import JU, RDFS, REGISTER_LINK, A
from queries.cooccurrence.pair_table import PairTable
from queries.statistics.significance import ALPHA, NULL_MODEL

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.store.embedded import Store
    from queries.cooccurrence.pair import Pair


def state_pairs(store: Store) -> None:
    """Test all pairs of a graph; state the test in it, and the pairs more than coincidence.

    Args:
        store: An open, writable store. One that states the test of its own findings already, or in
            which no finding names anything, stays as it is.

    Raises:
        StoreError: If the store cannot be written, or does not say where its things live.
    """
    table = PairTable(store)
    if table.counts.things and not table.is_stated:
        store.load(in_default_graph(_statements(table, IriFactory(store.base))).encode())


def pair_lines(store: Store) -> str:
    """The same statements as N-Quads, whatever the graph states of pairs; empty for none."""
    table = PairTable(store, is_anew=True)
    if not table.counts.things:
        return ""
    return in_default_graph(_statements(table, IriFactory(store.base)))


def _statements(table: PairTable, iris: IriFactory) -> Iterator[Statement]:
    family, test = table.family, iri(iris.from_slug("pair-test", "everything"))
    yield test, A, JU.PairTest
    yield test, RDFS.label, literal("test of all pairs of organisations and initiatives")
    yield test, JU.nullModel, literal(NULL_MODEL)
    yield test, JU.wrongShare, typed(f"{ALPHA:g}", "decimal")
    for term, number in (
        (JU.pairsTested, family.tests),
        (JU.findingsCounted, family.findings),
        (JU.namingsCounted, family.namings),
        (JU.documentsCounted, family.documents),
    ):
        yield test, term, typed(str(number), "integer")
    if family.claims:
        q = table.q_values()
        for pair in table.claimed_pairs():
            ends = frozenset((pair.left, pair.right))
            if ends in family.claims:
                subject = iri(iris.from_content("pair", *sorted(ends)))
                yield from _pair(subject, test, pair, q[ends])


def _pair(subject: str, test: str, pair: Pair, q: float) -> Iterator[Statement]:
    yield subject, A, JU.Pair
    yield subject, RDFS.label, literal(" and ".join(pair.labels))
    yield subject, JU.judgedIn, test
    yield subject, JU.joins, iri(pair.left)
    yield subject, JU.joins, iri(pair.right)
    yield subject, JU.together, typed(str(pair.together), "integer")
    yield subject, JU.expectedTogether, typed(f"{pair.expected:.6f}", "decimal")
    yield subject, JU.pValue, typed(repr(pair.p), "double")
    yield subject, JU.qValue, typed(repr(q), "double")
    if pair.each_report is not None:
        yield subject, JU.holdsByReport, typed(str(pair.each_report).lower(), "boolean")
    for link in sorted(pair.register_links):
        yield subject, JU.registerLink, REGISTER_LINK[link]
