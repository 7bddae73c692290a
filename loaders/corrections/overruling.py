"""Overrules readings of a graph by corrections, and says in the graph what they changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.errors import AmbiguousNameError, UnknownNameError
from graph.records.mentions import Correction
from graph.statements.correction_statements import correction, correction_iri
from graph.statements.ntriples import in_default_graph, iri, literal
from graph.statements.ntriples_terms import JU, PROV
from loaders.corrections.no_such_reading import NoSuchReadingError
from loaders.corrections.reading_changes import ReadingChanges
from queries.finding_lookup import find_finding
from queries.selects import select

if TYPE_CHECKING:
    from collections.abc import Iterable

    from graph.identity import IriFactory
    from graph.store.embedded import Store
    from loaders.corrections.reading_entry import ReadingEntry


def overrule(
    store: Store, iris: IriFactory, entries: Iterable[tuple[str, ReadingEntry]]
) -> list[str]:
    """Change a graph by corrections of readings, in their order.

    Args:
        store: A graph that can be written, with all that was read in it.
        iris: Makes the IRIs of that graph.
        entries: The corrections, each with its kind.

    Returns:
        A sentence for each that matches nothing, with what to do.
    """
    problems = []
    for kind, entry in entries:
        try:
            overrule_one(store, iris, kind, entry)
        except (AmbiguousNameError, UnknownNameError, NoSuchReadingError) as error:
            problems.append(
                f"The correction {kind!r} of {entry.finding}, by {entry.author} on {entry.day}, "
                f"changes nothing: {error}"
            )
    return problems


def overrule_one(store: Store, iris: IriFactory, kind: str, entry: ReadingEntry) -> list[str]:
    """Change a graph by one correction.

    Returns:
        What was read before, a phrase each.

    Raises:
        UnknownNameError: If the graph holds no such finding.
        AmbiguousNameError: If it holds several of that name.
        NoSuchReadingError: If what the correction overrules was not read, or is so already.
    """
    finding = find_finding(store, entry.finding)
    record = Correction(
        kind,
        entry.author,
        entry.day,
        entry.reason,
        name=entry.summary,
        finding=finding.rpartition("/")[2],
    )
    address = correction_iri(iris, record)
    before = entry.apply(ReadingChanges(store, iris, finding, address))
    statements = list(correction(iris, record))
    statements += [(iri(address), JU.readingBefore, literal(phrase)) for phrase in before]
    statements += [(iri(run), PROV.used, iri(address)) for run in _runs(store)]
    store.load(in_default_graph(statements).encode())
    return before


def _runs(store: Store) -> list[str]:
    return [run for (run,) in select(store, "corrections/runs")]
