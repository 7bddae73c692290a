"""The ontology's files, its closed namespaces and concept schemes, and the prefixes we write.

Terms and concepts are said once, in the Turtle files. Classes and properties stand in
`declared_terms`, which is written from them; concepts are read from the schemes as they are.
A mistyped term or concept raises AttributeError.
"""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pyoxigraph as ox
from rdflib import DCAT, DCTERMS, FOAF, ORG, OWL, PROV, RDF, RDFS, SKOS, TIME, VOID, XSD

from ontology.concept_scheme import ConceptScheme
from ontology.declared_terms import ADMS, CITO, ELI, JU, OA

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = [
    "ADMS",
    "ALIGNMENTS_FILE",
    "BASIS",
    "CITO",
    "CONFIDENCE",
    "DELIVERY",
    "DEPARTMENT_KINDS",
    "DEPRECATED_FILE",
    "ELI",
    "FINDING_KIND",
    "FLAG",
    "INITIATIVE_KIND",
    "JU",
    "OA",
    "ONTOLOGY_FILE",
    "ORGANISATION_KIND",
    "POSITION",
    "PREFIXES",
    "REGISTER_LINK",
    "RELATION",
    "ROLE",
    "RULE",
    "SCHEMES",
    "VOICE",
    "classes_of_concepts",
    "ontology_files",
    "outside_classes",
    "scheme_files",
    "scheme_parts",
    "shape_files",
]

_HERE = Path(__file__).parent
ONTOLOGY_FILE = _HERE / "joinedup.ttl"
ALIGNMENTS_FILE = _HERE / "alignments.ttl"
DEPRECATED_FILE = _HERE / "deprecated.ttl"


def scheme_parts() -> dict[str, tuple[Path, ...]]:
    """The Turtle files of each concept scheme, by the name of its first, in the order of names.

    A flag's concept stands beside the rule that raises it, so that a flag is one folder.
    """
    files = {path.name: (path,) for path in sorted((_HERE / "schemes").glob("*.ttl"))}
    concepts = sorted((_HERE.parent / "loaders" / "flags").glob("*/concept.ttl"))
    return {**files, "flags.ttl": (*files["flags.ttl"], *concepts)}


def scheme_files() -> tuple[Path, ...]:
    """All Turtle files of the concept schemes."""
    return tuple(path for parts in scheme_parts().values() for path in parts)


def ontology_files() -> tuple[Path, ...]:
    """All the ontology's Turtle files: terms, schemes, looser alignments, terms of old."""
    return (ONTOLOGY_FILE, *scheme_files(), ALIGNMENTS_FILE, DEPRECATED_FILE)


def shape_files() -> tuple[Path, ...]:
    """The SHACL shapes' Turtle files, in the order of their names."""
    return tuple(sorted((_HERE / "shapes").glob("*.ttl")))


SCHEMES: dict[str, ConceptScheme] = {
    scheme.prefix: scheme
    for scheme in sorted((ConceptScheme(*parts) for parts in scheme_parts().values()), key=str)
}
"""Concept schemes by the prefix under which their concepts are written."""

BASIS = SCHEMES["basis"]
CONFIDENCE = SCHEMES["confidence"]
DELIVERY = SCHEMES["delivery"]
FINDING_KIND = SCHEMES["findingkind"]
FLAG = SCHEMES["flag"]
INITIATIVE_KIND = SCHEMES["initiativekind"]
ORGANISATION_KIND = SCHEMES["organisationkind"]
POSITION = SCHEMES["position"]
REGISTER_LINK = SCHEMES["registerlink"]
RELATION = SCHEMES["relation"]
ROLE = SCHEMES["role"]
RULE = SCHEMES["rule"]
VOICE = SCHEMES["voice"]

DEPARTMENT_KINDS = ORGANISATION_KIND.with_value(JU.countsAsDepartment)
"""Kinds of organisation whose members count as departments."""

PREFIXES: dict[str, str] = {
    prefix: str(namespace)
    for prefix, namespace in sorted(
        {
            **SCHEMES,
            "adms": ADMS,
            "cito": CITO,
            "dcat": DCAT,
            "dcterms": DCTERMS,
            "eli": ELI,
            "foaf": FOAF,
            "ju": JU,
            "oa": OA,
            "org": ORG,
            "owl": OWL,
            "prov": PROV,
            "rdf": RDF,
            "rdfs": RDFS,
            "skos": SKOS,
            "time": TIME,
            "void": VOID,
            "xsd": XSD,
        }.items()
    )
}
"""Namespaces by prefix, for Turtle output and for the heads of queries."""


@cache
def classes_of_concepts() -> dict[str, str]:
    """IRIs of the classes whose members are all things of one kind, by IRI of the kind.

    They are read from definitions such as "a programme is an initiative whose kind is programme".
    A kind without a class of its own is absent.
    """
    named: dict[str, str] = {}
    links: dict[str, list[tuple[str, str]]] = {}
    for quad in ox.parse(path=str(ONTOLOGY_FILE), format=ox.RdfFormat.TURTLE):
        subject, term = str(quad.subject), quad.object
        links.setdefault(subject, []).append((quad.predicate.value, str(term)))
        if quad.predicate.value == str(OWL.equivalentClass) and isinstance(
            quad.subject, ox.NamedNode
        ):
            named[subject] = str(term)
    return {
        concept: definition.strip("<>")
        for definition, description in named.items()
        if (concept := _kind(links, description))
    }


@cache
def outside_classes() -> dict[str, tuple[str, ...]]:
    """IRIs of the classes of other vocabularies above each class of ours, by its IRI; in order."""
    above: defaultdict[str, set[str]] = defaultdict(set)
    for quad in ox.parse(path=str(ONTOLOGY_FILE), format=ox.RdfFormat.TURTLE):
        if quad.predicate.value == str(RDFS.subClassOf) and isinstance(quad.object, ox.NamedNode):
            above[str(quad.subject).strip("<>")].add(quad.object.value)
    own = str(JU)
    return {
        name: tuple(sorted(each for each in _closure(name, above) if not each.startswith(own)))
        for name in list(above)
        if name.startswith(own)
    }


def _closure(name: str, above: Mapping[str, set[str]]) -> set[str]:
    """All that stands above a name."""
    reached: set[str] = set()
    waiting = {name}
    while waiting:
        waiting = set().union(*(above.get(each, set()) for each in waiting)) - reached
        reached |= waiting
    return reached


def _kind(links: dict[str, list[tuple[str, str]]], description: str) -> str | None:
    """The value that a definition asks for: the one `owl:hasValue` within it."""
    for predicate, term in links.get(description, ()):
        if predicate == str(OWL.hasValue):
            return term.strip("<>")
        if term.startswith("_:") and (concept := _kind(links, term)):
            return concept
    return None
