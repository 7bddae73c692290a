"""Dismissals of quality flags, held against the flags that a graph has."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pyoxigraph as ox

from graph.errors import AmbiguousNameError, UnknownNameError
from loaders.corrections.no_such_reading import NoSuchReadingError
from queries.finding_lookup import find_finding
from queries.selects import select

if TYPE_CHECKING:
    from collections.abc import Iterable

    from graph.records.mentions import Correction
    from graph.store.embedded import Store


def require_flag(store: Store, finding: str, flag: str) -> None:
    """Refuse to dismiss what is not there.

    Args:
        store: The graph.
        finding: IRI of the finding.
        flag: Code of the quality flag.

    Raises:
        NoSuchReadingError: If that flag is not raised on the finding; names those that are.
    """
    rows = select(store, "corrections/flags", finding=ox.NamedNode(finding))
    codes = [concept.rpartition("#")[2] for concept, _ in rows]
    if flag not in codes:
        raised = f"its flags: {', '.join(codes)}" if codes else "it has none"
        raise NoSuchReadingError(f"no flag {flag!r} is raised on it; {raised}")


def unmatched_dismissals(store: Store, dismissals: Iterable[Correction]) -> list[str]:
    """A sentence for each dismissal that matches no flag of a graph, with what to do."""
    problems = []
    for line in dismissals:
        try:
            require_flag(store, find_finding(store, line.finding), line.flag)
        except (AmbiguousNameError, UnknownNameError, NoSuchReadingError) as error:
            problems.append(
                f"The correction 'dismiss' of {line.finding}, by {line.author} on {line.day}, "
                f"changes nothing: {error}"
            )
    return problems
