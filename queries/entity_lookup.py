"""Names as people type them, to things of the graph; suggestions on a miss."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rapidfuzz import fuzz, process

from graph.errors import UnknownNameError
from queries.conversion import to_python

if TYPE_CHECKING:
    from collections.abc import Collection

    from graph.store.embedded import Store

_NAMES = """
PREFIX ju: <https://w3id.org/joinedup/ontology#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
SELECT DISTINCT ?thing ?kind ?name WHERE {
  VALUES (?class ?kind) {
    (ju:Organisation "organisation") (ju:Initiative "initiative") (ju:Committee "committee")
  }
  ?thing a ?class ; rdfs:label|ju:abbreviation|ju:otherName ?name .
}
"""
BODIES = ("organisation", "initiative")
"""The kinds of things that findings name."""

_SUGGESTIONS = 5
_LIKENESS = 60


@dataclass(frozen=True, slots=True)
class Names:
    """The names of things of a graph."""

    things: dict[str, dict[str, str]]
    """Kind by IRI, by folded name."""

    def find(self, name: str) -> str:
        """The IRI of the thing that somebody calls `name`.

        Takes labels, abbreviations and other names in any case, with any apostrophe, and the key
        of a thing with its kind before it where two share a name (``initiative/adr-uk``).

        Raises:
            UnknownNameError: If nothing has that name, or several things do.
        """
        found = self.things.get(folded_name(name), {})
        if len(found) == 1:
            return next(iter(found))
        if found:
            choices = ", ".join(sorted(f"{kind}/{_key(iri)}" for iri, kind in found.items()))
            raise UnknownNameError(f"{name!r} is the name of several things; say which: {choices}.")
        near = process.extract(
            folded_name(name),
            self.things.keys(),
            scorer=fuzz.token_sort_ratio,
            limit=_SUGGESTIONS,
            score_cutoff=_LIKENESS,
        )
        hint = f" Did you mean: {', '.join(match for match, *_ in near)}?" if near else ""
        raise UnknownNameError(f"Nothing in this graph is called {name!r}.{hint}")


def names(store: Store, kinds: Collection[str] = BODIES) -> Names:
    """Read every name of the graph's things of some kinds.

    Args:
        store: Where to look.
        kinds: Which of ``organisation``, ``initiative`` and ``committee``.
    """
    things: dict[str, dict[str, str]] = defaultdict(dict)
    for thing, kind, name in store.rows(_NAMES):
        iri, of_kind = str(to_python(thing)), str(to_python(kind))
        if of_kind not in kinds:
            continue
        for spelling in (str(to_python(name)), f"{of_kind}/{_key(iri)}"):
            things[folded_name(spelling)][iri] = of_kind
    return Names(dict(things))


def folded_name(name: str) -> str:
    """A name as names are compared: in any case, with any apostrophe and any spaces."""
    return " ".join(name.casefold().replace("’", "'").split())


def _key(iri: str) -> str:
    return iri.rsplit("/", 1)[1]
