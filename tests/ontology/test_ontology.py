"""The ontology's files: well formed, documented, and equal to the names in code."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

import pytest
from pyoxigraph import RdfFormat, parse
from rdflib import DCTERMS, OWL, RDF, RDFS, SKOS, BNode, Graph, Literal, URIRef
from rdflib.collection import Collection

from ontology.namespaces import (
    ADMS,
    ALIGNMENTS_FILE,
    CITO,
    DEPRECATED_FILE,
    ELI,
    FLAG,
    JU,
    OA,
    ONTOLOGY_FILE,
    POSITION,
    PREFIXES,
    SCHEMES,
    ontology_files,
    scheme_files,
    scheme_parts,
)
from ontology.write_declared_terms import TARGET, declared_terms

if TYPE_CHECKING:
    from pathlib import Path

    from rdflib.namespace import DefinedNamespace

KINDS = (OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty)
SYNTAX = (str(RDF), str(RDFS), str(OWL))
OURS = str(JU)


def graph_of(*files: Path) -> Graph:
    graph = Graph()
    for file in files:
        graph.parse(file)
    return graph


ONTOLOGY = graph_of(ONTOLOGY_FILE)
CONCEPTS = graph_of(*scheme_files())
ALL = graph_of(ONTOLOGY_FILE, *scheme_files())
OWN_TERMS = {s for s in ONTOLOGY.subjects() if isinstance(s, URIRef) and s.startswith(OURS)}


def declared(kind: URIRef) -> set[URIRef]:
    return {s for s in ONTOLOGY.subjects(RDF.type, kind) if isinstance(s, URIRef)}


def names_in_code(namespace: type[DefinedNamespace]) -> set[URIRef]:
    return {URIRef(str(term)) for term in dir(namespace)}


@pytest.mark.parametrize("file", ontology_files(), ids=lambda file: "-".join(file.parts[-2:]))
def test_both_readers_see_the_same_triples(file: Path) -> None:
    by_oxigraph = list(parse(path=file, format=RdfFormat.TURTLE))
    assert len(graph_of(file)) == len(by_oxigraph) >= 6


@pytest.mark.parametrize("file", ontology_files(), ids=lambda file: "-".join(file.parts[-2:]))
def test_nothing_is_imported(file: Path) -> None:
    assert not list(graph_of(file).objects(None, OWL.imports))


def test_every_term_is_explained_in_english() -> None:
    assert len(OWN_TERMS) > 90
    for term in OWN_TERMS:
        for said in (RDFS.label, RDFS.comment):
            (words,) = ONTOLOGY.objects(term, said)
            assert isinstance(words, Literal)
            assert words.language == "en", term
        assert (term, RDFS.isDefinedBy, URIRef(OURS.rstrip("#"))) in ONTOLOGY


def test_no_two_terms_of_a_sort_share_a_label() -> None:
    for kind in KINDS:
        labels = [ONTOLOGY.value(term, RDFS.label) for term in OWN_TERMS if term in declared(kind)]
        assert len(labels) == len(set(labels))


def test_every_concept_is_explained_and_belongs_to_its_scheme() -> None:
    concepts = set(CONCEPTS.subjects(RDF.type, SKOS.Concept))
    assert concepts == {s for s in CONCEPTS.subjects() if "#" in str(s)}
    for concept in concepts:
        scheme = URIRef(str(concept).partition("#")[0])
        assert (scheme, RDF.type, SKOS.ConceptScheme) in CONCEPTS
        for relation in (SKOS.inScheme, SKOS.topConceptOf, RDFS.isDefinedBy):
            assert list(CONCEPTS.objects(concept, relation)) == [scheme], concept
        assert CONCEPTS.value(concept, SKOS.prefLabel) == CONCEPTS.value(concept, RDFS.label)
        assert CONCEPTS.value(concept, SKOS.definition)


def test_a_scheme_has_no_label_twice() -> None:
    for scheme in CONCEPTS.subjects(RDF.type, SKOS.ConceptScheme):
        labels = [
            CONCEPTS.value(concept, SKOS.prefLabel)
            for concept in CONCEPTS.subjects(SKOS.inScheme, scheme)
        ]
        assert len(labels) == len(set(labels)) > 0


def test_every_flag_says_how_much_it_matters() -> None:
    flags = {FLAG[name] for name in FLAG}
    severities = {flag: str(CONCEPTS.value(flag, JU.severity)) for flag in flags}
    assert set(severities.values()) == {"slight", "doubtful", "serious"}
    sorted_flags = set(CONCEPTS.subjects(RDF.type, JU.DamageFlag))
    assert sorted_flags | set(CONCEPTS.subjects(RDF.type, JU.IntegrityFlag)) == flags


def test_the_terms_in_code_are_written_from_the_ontology() -> None:
    current = TARGET.read_text(encoding="utf-8")
    assert current == declared_terms(), "run python -m ontology.write_declared_terms"


def test_code_and_ontology_name_the_same_terms() -> None:
    assert names_in_code(JU) == OWN_TERMS


@pytest.mark.parametrize("prefix", SCHEMES)
def test_a_scheme_is_read_as_its_file_says_it(prefix: str) -> None:
    scheme = SCHEMES[prefix]
    concepts = CONCEPTS.subjects(RDF.type, SKOS.Concept)
    in_scheme = {concept for concept in concepts if str(concept).startswith(PREFIXES[prefix])}
    assert {scheme[name] for name in scheme} == in_scheme
    assert len(scheme) == len(in_scheme)
    for name in scheme:
        assert Literal(scheme.preferred_label(name), "en") in set(
            CONCEPTS.objects(scheme[name], SKOS.prefLabel)
        )
    assert {scheme.preferred_label(name) for name in scheme.by_label().values()} == set(
        scheme.by_label()
    )


def test_every_scheme_file_has_its_namespace_in_code() -> None:
    namespaces = {f"{scheme}#" for scheme in CONCEPTS.subjects(RDF.type, SKOS.ConceptScheme)}
    assert namespaces == {PREFIXES[prefix] for prefix in SCHEMES}
    assert len(namespaces) == len(scheme_parts())


@pytest.mark.parametrize("namespace", [ADMS, CITO, ELI, OA], ids=lambda n: n.__name__)
def test_borrowed_terms_are_declared(namespace: type[DefinedNamespace]) -> None:
    everything = set(chain.from_iterable(declared(kind) for kind in KINDS))
    assert names_in_code(namespace) == {t for t in everything if str(t).startswith(str(namespace))}


def test_a_mistyped_term_fails_either_way() -> None:
    with pytest.raises(AttributeError):
        _ = JU.Recomendation
    with pytest.raises(AttributeError):
        _ = JU["Recomendation"]
    with pytest.raises(AttributeError):
        _ = POSITION["accepted-in-prat"]
    with pytest.raises(AttributeError):
        _ = POSITION.acepted
    assert "acepted" not in POSITION
    assert POSITION["accepted-in-part"] == URIRef(PREFIXES["position"] + "accepted-in-part")


def test_every_class_hangs_under_a_known_vocabulary() -> None:
    for term in OWN_TERMS & declared(OWL.Class):
        above = set(ONTOLOGY.transitive_objects(term, RDFS.subClassOf)) - {term}
        known = {str(c) for c in above if isinstance(c, URIRef) and not str(c).startswith(OURS)}
        assert known - {str(OWL.Thing)}, term


def test_no_property_is_of_two_sorts() -> None:
    sorts = [declared(kind) for kind in KINDS]
    assert sum(map(len, sorts)) == len(set().union(*sorts))


def test_every_predicate_and_class_in_use_is_declared() -> None:
    properties = set().union(*(declared(kind) for kind in KINDS[1:]))
    used = {p for p in ALL.predicates() if not str(p).startswith(SYNTAX)}
    assert used <= properties
    types = {t for t in ALL.objects(None, RDF.type) if not str(t).startswith(SYNTAX)}
    above = {c for c in ALL.objects(None, RDFS.subClassOf) if isinstance(c, URIRef)}
    assert types | above <= declared(OWL.Class)


def test_domains_ranges_and_superproperties_are_of_the_right_sort() -> None:
    classes, objects = declared(OWL.Class), declared(OWL.ObjectProperty)
    names = ("string", "decimal", "boolean", "integer", "double")
    literals = {URIRef(PREFIXES["xsd"] + name) for name in names} | {RDFS.Literal}
    for term in OWN_TERMS & (objects | declared(OWL.DatatypeProperty)):
        assert set(ONTOLOGY.objects(term, RDFS.domain)) <= classes
        ranges = set(ONTOLOGY.objects(term, RDFS.range))
        assert ranges <= (classes if term in objects else literals), term
        for above in ONTOLOGY.objects(term, RDFS.subPropertyOf):
            assert (above in objects) == (term in objects), term


def test_only_constructs_of_the_rl_profile_are_used() -> None:
    allowed = {"onProperty", "hasValue", "intersectionOf", "equivalentClass", "members"}
    allowed |= {"someValuesFrom"}
    constructs = {
        str(p).removeprefix(str(OWL)) for p in ALL.predicates() if str(p).startswith(str(OWL))
    }
    assert constructs == {*allowed, "versionInfo", "versionIRI"}


def test_some_values_are_asked_for_only_where_the_rl_profile_allows_it() -> None:
    """Within an anonymous class that is a subclass of a named one, and never above or equal."""
    restrictions = set(ONTOLOGY.subjects(OWL.someValuesFrom))
    assert restrictions
    above = set(ONTOLOGY.objects(None, RDFS.subClassOf)) | set(
        ONTOLOGY.objects(None, OWL.equivalentClass)
    )
    for group in ONTOLOGY.subjects(OWL.intersectionOf):
        (first,) = ONTOLOGY.objects(group, OWL.intersectionOf)
        members = set(Collection(ONTOLOGY, first))
        if members & restrictions:
            assert group not in above
            assert all(isinstance(c, URIRef) for c in ONTOLOGY.objects(group, RDFS.subClassOf))
            restrictions -= members
    assert restrictions == set()


def test_other_vocabularies_are_declared_and_not_restated() -> None:
    strangers = {s for s in ONTOLOGY.subjects() if isinstance(s, URIRef)} - OWN_TERMS
    strangers -= {URIRef(OURS.rstrip("#"))}
    assert {p for s in strangers for p in ONTOLOGY.predicates(s)} == {RDF.type, RDFS.subClassOf}
    restated = {s for s in strangers for _ in ONTOLOGY.objects(s, RDFS.subClassOf)}
    assert {str(s).removeprefix(PREFIXES["org"]) for s in restated} == {
        "FormalOrganization",
        "OrganizationalCollaboration",
    }  # as the ontology of organisations itself has it, so that its broadest class finds ours


def test_disjoint_classes_are_our_own_and_never_above_one_another() -> None:
    for group in ONTOLOGY.objects(None, OWL.members):
        assert isinstance(group, BNode)
        members = set(Collection(ONTOLOGY, group))
        assert members <= OWN_TERMS
        for member in members:
            above = set(ONTOLOGY.transitive_objects(member, RDFS.subClassOf))
            assert above & members == {member}


def test_shortcuts_say_from_what_they_can_be_proven() -> None:
    shortcuts = set(ONTOLOGY.subjects(JU.shortcutOf))
    assert {JU.mentions, JU.concerns, JU.answeredAs, JU.labelledAs, JU.flaggedAs} == shortcuts
    assert set(ONTOLOGY.objects(None, JU.shortcutOf)) <= declared(OWL.Class)


def test_a_term_that_is_gone_says_so_and_what_to_use() -> None:
    gone = graph_of(DEPRECATED_FILE)
    terms = {s for s in gone.subjects() if isinstance(s, URIRef)}
    assert terms
    assert not terms & OWN_TERMS
    for term in terms:
        assert gone.value(term, OWL.deprecated) == Literal(True)  # noqa: FBT003 - an RDF value
        (replacement,) = gone.objects(term, DCTERMS.isReplacedBy)
        assert not str(replacement).startswith(OURS) or replacement in OWN_TERMS


def test_alignments_tie_our_terms_to_others_only() -> None:
    ties = graph_of(ALIGNMENTS_FILE)
    relations = (SKOS.closeMatch, SKOS.broadMatch, SKOS.narrowMatch, SKOS.relatedMatch)
    for relation in relations:
        for ours, theirs in ties.subject_objects(relation):
            assert ours in OWN_TERMS
            assert not str(theirs).startswith(OURS)
    assert {s for s in ties.subjects() if str(s).startswith(OURS)} <= OWN_TERMS
