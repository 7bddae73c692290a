"""The things of a graph that have names, with their types and other names."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from ontology.namespaces import JU
from queries.entity_lookup import folded_name
from queries.selects import select

if TYPE_CHECKING:
    from collections.abc import Mapping

    from graph.store.readable_store import ReadableStore

_TERMS = str(JU.Finding).removesuffix("Finding")


@dataclass(frozen=True, slots=True)
class ThingType:
    """A class of things.

    Attributes:
        id: Local name of the class, such as ``Programme``.
        name: What it is called.
        broader: Identifiers of the classes above it that things have, too.
    """

    id: str
    name: str
    broader: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ReconciledThing:
    """A thing that a name may stand for.

    Attributes:
        id: The last two parts of its IRI, such as ``organisation/hm-treasury``.
        iri: Its IRI.
        name: What it is called.
        other_names: Abbreviations and other names.
        types: Identifiers of its types.
        description: Its kind, and when it ended if it did.
    """

    id: str
    iri: str
    name: str
    other_names: tuple[str, ...]
    types: tuple[str, ...]
    description: str


class ThingIndex:
    """The things of one graph by identifier and by name."""

    def __init__(self, store: ReadableStore) -> None:
        """Read them from `store`."""
        facts: defaultdict[str, defaultdict[str, list[str]]]
        facts = defaultdict(lambda: defaultdict(list))
        for iri, fact, value in select(store, "reconciliation/things"):
            facts[iri][fact].append(value)
        self.types = _types(store)
        self.things = {
            thing.id: thing for iri, values in facts.items() if (thing := self._thing(iri, values))
        }

    def _thing(self, iri: str, facts: Mapping[str, list[str]]) -> ReconciledThing | None:
        if not facts["label"]:
            return None
        types = [name for value in facts["type"] if (name := _local(value)) in self.types]
        ended = [f"ended {day[:4]}" for day in facts["ended"]]
        kinds = [kind.lower() for kind in facts["kind"]]
        return ReconciledThing(
            id=identifier_of(iri),
            iri=iri,
            name=facts["label"][0],
            other_names=tuple(facts["label"][1:] + facts["name"]),
            types=tuple(types),
            description=", ".join((*kinds, *ended)),
        )

    @cached_property
    def by_name(self) -> dict[str, dict[str, bool]]:
        """Identifiers by folded name, each with whether that is what the thing is called."""
        names: defaultdict[str, dict[str, bool]] = defaultdict(dict)
        for thing in self.things.values():
            for name in thing.other_names:
                names[folded_name(name)].setdefault(thing.id, False)
            names[folded_name(thing.name)][thing.id] = True
        return dict(names)

    @cached_property
    def by_iri(self) -> dict[str, ReconciledThing]:
        """The things by their IRIs."""
        return {thing.iri: thing for thing in self.things.values()}

    def find(self, words: str) -> ReconciledThing | None:
        """The thing with an identifier or IRI."""
        text = words.strip()
        return self.things.get(text) or self.by_iri.get(text)


@lru_cache(maxsize=1)
def thing_index(store: ReadableStore) -> ThingIndex:
    """The index of a graph, read once while the same store is asked."""
    return ThingIndex(store)


def identifier_of(iri: str) -> str:
    """The last two parts of an IRI."""
    return "/".join(iri.rsplit("/", 2)[1:])


def _types(store: ReadableStore) -> dict[str, ThingType]:
    rows = [
        (_local(iri), name, _local(broader))
        for iri, name, broader in select(store, "reconciliation/types")
        if iri.startswith(_TERMS)
    ]
    names = {type_id: name for type_id, name, _ in rows}
    broader: defaultdict[str, set[str]] = defaultdict(set)
    for type_id, _, above in rows:
        broader[type_id] |= {above} & names.keys()
    return {
        type_id: ThingType(type_id, name, tuple(sorted(broader[type_id])))
        for type_id, name in names.items()
    }


def _local(iri: str) -> str:
    return iri.removeprefix(_TERMS) if iri.startswith(_TERMS) else iri
