"""Names as people type or copy them, to things of the graph; suggestions on a miss.

Whatever any command prints for a finding, an organisation, an initiative or a committee is taken:
its name, with its kind where several things have it, an abbreviation, its IRI, the short form of
that (``initiative/bold``), its last part, and for a finding the address of its page.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rapidfuzz import fuzz, process

from graph.errors import AmbiguousNameError, UnknownNameError, UsageError
from queries.conversion import to_python
from queries.name_suggestions import did_you_mean, suggest_names
from queries.printed_labels import printed_labels

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from graph.store.readable_store import ReadableStore

_NAMES = """
PREFIX ju: <https://w3id.org/joinedup/ontology#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
SELECT DISTINCT ?thing ?kind ?name ?label WHERE {
  VALUES (?class ?kind) {
    (ju:Organisation "organisation") (ju:Initiative "initiative") (ju:Committee "committee")
  }
  ?thing a ?class ; rdfs:label|ju:abbreviation|ju:otherName ?name .
  OPTIONAL { ?thing rdfs:label ?label }
}
ORDER BY ?label
"""
_DEPARTMENTS = """
PREFIX ju: <https://w3id.org/joinedup/ontology#>
PREFIX kinds: <https://w3id.org/joinedup/scheme/organisation-kinds#>
SELECT ?department WHERE { ?department ju:organisationKind kinds:ministerial-department }
"""

BODIES = ("organisation", "initiative")
"""The kinds of things that findings name."""

_SUGGESTIONS = 5
_LIKENESS = 60


@dataclass(frozen=True, slots=True)
class EntityLookup:
    """The names of organisations, initiatives or committees of a graph.

    Attributes:
        entities: Kind by IRI, by folded name.
        labels: Label by IRI.
        base: Where the graph's own things live.
        departments: IRIs of the ministerial departments, which are suggested first.
    """

    entities: dict[str, dict[str, str]]
    labels: dict[str, str]
    base: str
    departments: frozenset[str] = frozenset()

    def find(self, name: str) -> str:
        """The IRI of the thing that somebody calls `name`.

        Takes labels, abbreviations and other names in any case and with any apostrophe, the IRI,
        and the last part of the IRI with or without its kind (``initiative/adr-uk``).

        Raises:
            UnknownNameError: If nothing has that name.
            AmbiguousNameError: If several things have it; the message says how to choose.
        """
        matches = self.entities.get(lookup_key(name, self.base), {})
        if len(matches) == 1:
            return next(iter(matches))
        if matches:
            raise AmbiguousNameError(
                ambiguity_message(
                    name,
                    "things",
                    ((f"{kind}/{_key(iri)}", self.labels[iri]) for iri, kind in matches.items()),
                )
            )
        typed = lookup_key(name, self.base)
        hint = did_you_mean(suggest_names(typed, self.entities, self.labels, self.departments))
        advice = hint or " `joinedup connections` lists what its findings name."
        raise UnknownNameError(f"Nothing in this graph is called {name!r}.{advice}")

    def find_pair(self, name_a: str, name_b: str) -> tuple[str, str]:
        """The IRIs of two different things.

        Raises:
            UnknownNameError: If one of the names stands for nothing, or for several things.
            UsageError: If both names stand for the same thing.
        """
        a, b = self.find(name_a), self.find(name_b)
        if a == b:
            raise UsageError(
                f"{name_a!r} and {name_b!r} are both {self.labels[a]}. Give two different names."
            )
        return a, b


def load_lookup(store: ReadableStore, kinds: Collection[str] = BODIES) -> EntityLookup:
    """Read every name of the graph's things of some kinds.

    Args:
        store: Where to look.
        kinds: Which of ``organisation``, ``initiative`` and ``committee``.
    """
    entities: dict[str, dict[str, str]] = defaultdict(dict)
    labels: dict[str, str] = {}
    kind_of: dict[str, str] = {}
    keys: dict[str, dict[str, str]] = defaultdict(dict)
    for row in store.rows(_NAMES):
        iri, kind, name, label = (str(to_python(term)) for term in row)
        if kind not in kinds:
            continue
        labels.setdefault(iri, label)
        for spelling in (name, iri, f"{kind}/{_key(iri)}", iri.rpartition("/id/")[2]):
            entities[lookup_key(spelling, store.base)][iri] = kind
        keys[lookup_key(_key(iri), store.base)][iri] = kind
        kind_of[iri] = kind
    for iri, label in printed_labels(store).items():
        if iri in kind_of:
            entities[lookup_key(label, store.base)][iri] = kind_of[iri]
    for key, matches in keys.items():
        entities.setdefault(key, matches)  # a name goes before the last part of an IRI
    departments = frozenset(str(to_python(thing)) for (thing,) in store.rows(_DEPARTMENTS))
    return EntityLookup(dict(entities), labels, store.base, departments)


def folded_name(name: str) -> str:
    """A name as it is compared: without case, with one kind of apostrophe and of blanks."""
    return " ".join(name.casefold().replace("’", "'").split())


def lookup_key(name: str, base: str) -> str:
    """A folded name; an IRI of the graph in its short form, such as ``initiative/bold``."""
    return folded_name(name).removeprefix(f"{base}id/".casefold())


def ambiguity_message(name: str, noun: str, choices: Iterable[tuple[str, str]]) -> str:
    """What to say where a name is that of several things.

    Args:
        name: What somebody typed.
        noun: What those things are.
        choices: For each, what to type in its place, and what tells it from the others.
    """
    listed = sorted(choices)
    width = max(len(short) for short, _ in listed)
    lines = (f"  {short:{width}}  {words}".rstrip() for short, words in listed)
    return "\n".join(
        (f"{name!r} is the name of {len(listed)} {noun}. Give one of these instead:", *lines)
    )


def suggestions(folded: str, known: Collection[str]) -> str:
    """A sentence with names like the one that was missed; empty where there are none."""
    near = process.extract(
        folded,
        sorted(known),
        scorer=fuzz.token_sort_ratio,
        limit=_SUGGESTIONS,
        score_cutoff=_LIKENESS,
    )
    return f" Did you mean: {', '.join(match for match, *_ in near)}?" if near else ""


def _key(iri: str) -> str:
    return iri.rsplit("/", 1)[1]
