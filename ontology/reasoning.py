"""Reasoning with the ontology: HermiT through owlready2, which needs Java, and Python objects.

HermiT judges the ontology with a sample of facts in seconds. It is no tool for whole graphs: twenty
thousand findings take it many minutes. There the rules in `rules` infer the same; see
`graph.inference`.
"""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, cast

import owlready2
from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad, RdfFormat, Store, Triple
from rdflib import OWL, RDF, RDFS, XSD, Graph, URIRef

from ontology.namespaces import JU, ONTOLOGY_FILE, PREFIXES, VOICE, scheme_files

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pyoxigraph import QuerySolutions

RULES = Path(__file__).parent / "rules"
"""Folder of the rules, a SPARQL CONSTRUCT query each."""

_TYPE_ALL = """INSERT { ?thing a ?kind } WHERE {
    { ?thing a/rdfs:subClassOf* ?kind }
    UNION { ?thing ?p [] . ?p rdfs:subPropertyOf*/rdfs:domain/rdfs:subClassOf* ?kind }
    UNION { [] ?p ?thing . ?p rdfs:subPropertyOf*/rdfs:range/rdfs:subClassOf* ?kind }
}"""

_CLASHES = """SELECT DISTINCT ?thing ?one ?other WHERE {
    ?all owl:members ?members .
    ?members rdf:rest*/rdf:first ?one . ?members rdf:rest*/rdf:first ?other .
    FILTER (STR(?one) < STR(?other))
    ?thing a ?one , ?other .
} ORDER BY ?thing ?one ?other"""

_REASONS = """SELECT DISTINCT ?subject ?property ?object WHERE {
    { ?thing a ?object . ?object rdfs:subClassOf* ?kind BIND (?thing AS ?subject) BIND (rdf:type AS ?property) }
    UNION {
        ?property rdfs:subPropertyOf*/rdfs:domain/rdfs:subClassOf* ?kind .
        ?thing ?property ?object BIND (?thing AS ?subject)
    }
    UNION {
        ?property rdfs:subPropertyOf*/rdfs:range/rdfs:subClassOf* ?kind .
        ?subject ?property ?thing BIND (?thing AS ?object)
    }
} ORDER BY ?subject ?property ?object LIMIT 1"""  # noqa: E501 - a query reads best by its branches

_READABLE = {str(XSD.string), str(XSD.decimal), str(XSD.boolean), str(XSD.integer)}
"""Types of values that OWL 2 DL and HermiT know, of those that our graphs hold."""


class JavaMissingError(Exception):
    """HermiT cannot run because Java is not installed."""


@dataclass(frozen=True, slots=True)
class Clash:
    """A thing that belongs to two classes that have nothing in common.

    Attributes:
        thing: IRI of the thing.
        one: IRI of a class.
        other: IRI of the other class.
        reasons: The statements by which it belongs to each, where they were found.
    """

    thing: str
    one: str
    other: str
    reasons: tuple[Triple, ...]

    def __str__(self) -> str:
        """The clash in words."""
        because = " and ".join(_in_words(reason) for reason in self.reasons)
        sentence = f"{self.thing} cannot be both {self.one} and {self.other}"
        return f"{sentence}: {because}." if because else f"{sentence}."


class InconsistentError(Exception):
    """The facts contradict the ontology; the message says where, as far as that can be seen.

    Attributes:
        clashes: Things that belong to classes that have nothing in common.
    """

    def __init__(self, clashes: tuple[Clash, ...]) -> None:
        """Say which things clash."""
        self.clashes = clashes
        unseen = "The facts contradict the ontology, but no two classes clash."
        super().__init__("\n".join(map(str, clashes)) or unseen)


def rule_files() -> tuple[Path, ...]:
    """The rules' files, in the order of their names."""
    return tuple(sorted(RULES.glob("*.rq")))


def defined_classes() -> tuple[URIRef, ...]:
    """The classes to which nothing is stated to belong: their definitions decide it."""
    ontology = Graph().parse(ONTOLOGY_FILE)
    implied = {
        above
        for group in ontology.subjects(OWL.intersectionOf)
        for above in ontology.objects(group, RDFS.subClassOf)
    }
    inferred = set(ontology.subjects(JU.spokenIn, VOICE.inference))
    equal = set(ontology.subjects(OWL.equivalentClass)) & inferred
    return tuple(sorted(term for term in implied | equal if isinstance(term, URIRef)))


def check_consistency(facts: Iterable[Triple] = ()) -> tuple[str, ...]:
    """Let HermiT judge the ontology and its schemes, together with some facts.

    Args:
        facts: Triples to judge. Values of types outside OWL 2, such as dates, stand as strings.

    Returns:
        IRIs of the classes that nothing can belong to, in order; none if all is well.

    Raises:
        JavaMissingError: If there is no Java to run HermiT with.
        InconsistentError: If the facts contradict the ontology.
    """
    with _judged(facts) as world:
        nothing = {str(OWL.Nothing)}
        return tuple(
            sorted({nothing_in.iri for nothing_in in world.inconsistent_classes()} - nothing)
        )


def inferred_members(facts: Iterable[Triple]) -> dict[str, frozenset[str]]:
    """What HermiT infers to belong to each of the defined classes.

    Args:
        facts: Triples to reason on; see `check_consistency`.

    Returns:
        IRIs of the members, by the IRI of their class.

    Raises:
        JavaMissingError: If there is no Java to run HermiT with.
        InconsistentError: If the facts contradict the ontology.
    """
    with _judged(facts) as world:
        return {
            str(kind): frozenset(member.iri for member in world[str(kind)].instances(world=world))
            for kind in defined_classes()
        }


def as_objects(facts: Iterable[Triple]) -> owlready2.Ontology:
    """The ontology's classes and some facts as Python objects.

    >>> ontology = as_objects([])
    >>> ontology.Recommendation.is_a
    [ontology.Finding]

    Args:
        facts: Triples about things.

    Returns:
        The ontology: its classes are attributes, ``ontology.Finding.instances()`` gives things,
        and their properties are attributes of theirs.
    """
    return _loaded(_store(facts))


@contextmanager
def _judged(facts: Iterable[Triple]) -> Iterator[owlready2.World]:
    """A world that HermiT has reasoned on."""
    store = _store(facts)
    world = _loaded(store).world
    try:
        owlready2.sync_reasoner_hermit(world, debug=0, ignore_unsupported_datatypes=True)
    except OSError:
        raise JavaMissingError(
            "Checking the ontology needs Java. Install it, for example with: "
            "apt-get install default-jre-headless"
        ) from None
    except owlready2.OwlReadyInconsistentOntologyError:
        raise InconsistentError(_clashes(store)) from None
    yield world


def _store(facts: Iterable[Triple]) -> Store:
    store = Store()
    for file in (ONTOLOGY_FILE, *scheme_files()):
        store.load(path=file, format=RdfFormat.TURTLE)
    store.extend(Quad(*_plain(fact)) for fact in facts)
    return store


def _plain(fact: Triple) -> Triple:
    """A fact whose value HermiT can read; of a date, only that there is one matters to it."""
    value = fact.object
    if not isinstance(value, Literal) or value.language or value.datatype.value in _READABLE:
        return fact
    return Triple(fact.subject, fact.predicate, Literal(value.value))


def _loaded(store: Store) -> owlready2.Ontology:
    """Everything in the store, in a world of owlready2's own."""
    lines = BytesIO()
    store.dump(lines, format=RdfFormat.N_TRIPLES, from_graph=DefaultGraph())
    lines.seek(0)
    return owlready2.World().get_ontology(str(JU)).load(fileobj=lines)


def _clashes(store: Store) -> tuple[Clash, ...]:
    """Which things belong to two disjoint classes, and why, since HermiT does not say."""
    closed = Store()
    closed.extend(store)
    closed.update(_TYPE_ALL, prefixes=PREFIXES)
    clashes = cast("QuerySolutions", closed.query(_CLASHES, prefixes=PREFIXES))
    return tuple(_clash(store, row["thing"], row["one"], row["other"]) for row in clashes)


def _clash(store: Store, thing: object, first: object, second: object) -> Clash:
    reasons: list[Triple] = []
    for kind in (first, second):
        bound = f"VALUES ?thing {{ {thing} }} VALUES ?kind {{ {kind} }}"
        query = _REASONS.replace("WHERE {", f"WHERE {{ {bound}", 1)
        rows = cast("QuerySolutions", store.query(query, prefixes=PREFIXES))
        reasons += [Triple(row["subject"], row["property"], row["object"]) for row in rows]
    return Clash(_iri(thing), _iri(first), _iri(second), tuple(reasons))


def _iri(term: object) -> str:
    return term.value if isinstance(term, NamedNode) else str(term)


def _in_words(reason: Triple) -> str:
    if reason.predicate.value == str(RDF.type):
        return f"it is stated to be a {_iri(reason.object)}"
    return (
        f"it is stated that {_iri(reason.subject)} {reason.predicate.value} {_iri(reason.object)}"
    )
