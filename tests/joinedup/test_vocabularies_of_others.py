"""What somebody finds who knows the vocabularies of others and not ours."""

from __future__ import annotations

from typing import TYPE_CHECKING

import owlready2
import pyoxigraph as ox
import pytest
import rdflib
from rdflib import OWL, RDF, RDFS, XSD

from graph.store.embedded import Store
from ontology.namespaces import PREFIXES, outside_classes
from queries.exports import export
from queries.owl_profile import owl_store

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.conftest import Run

HEAD = "".join(f"PREFIX {name}: <{space}>\n" for name, space in PREFIXES.items())
OWL_2 = {"string", "decimal", "boolean", "integer", "double", "anyURI", "hexBinary", "dateTime"}


@pytest.fixture(scope="module")
def store(bundled_store: Path) -> Store:
    return Store.open(bundled_store)


def count(store: Store, pattern: str) -> int:
    ((number,),) = store.rows(f"{HEAD}SELECT (COUNT(DISTINCT ?x) AS ?n) WHERE {{ {pattern} }}")
    return int(getattr(number, "value", "0"))


@pytest.mark.parametrize(
    ("pattern", "ours"),
    [
        ("?x a org:Organization", "{ ?x a ju:Organisation } UNION { ?x a ju:Board }"),
        ("?x a org:FormalOrganization", "?x a ju:Organisation"),
        ("?x a foaf:Project", "{ ?x a ju:Programme } UNION { ?x a ju:Project }"),
        ("?x a dcat:Dataset ; foaf:name ?name", "?x a ju:Dataset"),
        ("?x a ju:Organisation ; foaf:name ?name", "?x a ju:Organisation"),
        ("?x a ju:Organisation ; skos:prefLabel ?name", "?x a ju:Organisation"),
        ("?x a ju:Initiative ; skos:prefLabel ?name", "?x a ju:Initiative"),
        ("?x a/rdfs:subClassOf* oa:Annotation", "?x a ju:Mention|ju:Alignment"),
    ],
)
def test_words_of_other_vocabularies_find_things(store: Store, pattern: str, ours: str) -> None:
    if "|" in ours:
        assert count(store, pattern) >= sum(
            count(store, f"?x a {name}") for name in ours.removeprefix("?x a ").split("|")
        )
    else:
        assert count(store, pattern) == count(store, ours) > 0


def test_names_of_other_vocabularies_are_the_label(store: Store) -> None:
    differing = "?x a ju:Organisation ; rdfs:label ?label ; foaf:name ?name ; skos:prefLabel ?word "
    assert count(store, f"{differing} FILTER(STR(?label) != STR(?name) || ?name != ?word)") == 0


def test_classes_stand_below_those_above_the_classes_above_them() -> None:
    above = outside_classes()[f"{PREFIXES['ju']}Committee"]
    assert set(above) >= {f"{PREFIXES['org']}FormalOrganization", f"{PREFIXES['org']}Organization"}


def test_an_answer_without_rows_names_the_narrower_classes(
    run_joinedup: Callable[..., Run], bundled_store: Path
) -> None:
    query = f"PREFIX oa: <{PREFIXES['oa']}> SELECT ?x WHERE {{ ?x a oa:Annotation }}"
    run = run_joinedup("query", query, "--store", bundled_store)
    assert "ju:Mention" in run.stdout + run.stderr
    assert "write a/rdfs:subClassOf* oa:Annotation" in run.stdout + run.stderr


@pytest.fixture(scope="module")
def whole(store: Store, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("owl") / "whole.rdf"
    with owl_store(store) as form, path.open("wb") as file:
        export(form, "rdfxml", file)
    return path


def test_the_profile_of_owl_opens_whole(whole: Path, store: Store) -> None:
    """Owlready2 reads RDF/XML as Protégé does: axioms, individuals and one ontology."""
    read = rdflib.Graph().parse(whole)
    (ontology,) = read.subjects(RDF.type, OWL.Ontology)
    assert read.value(ontology, OWL.versionIRI) == rdflib.URIRef(f"{ontology}/1.0.0")
    types = {
        str(value.datatype).removeprefix(str(XSD))
        for value in read.objects()
        if isinstance(value, rdflib.Literal) and value.datatype
    }
    assert types <= OWL_2
    assert set(read.subjects(RDF.type, OWL.Restriction))
    loaded = owlready2.World().get_ontology(f"file://{whole}").load()
    finding = loaded.world[f"{PREFIXES['ju']}Finding"]
    assert len(set(finding.instances(world=loaded.world))) == count(store, "?x a ju:Finding")


def test_no_value_is_lost_in_the_profile_of_owl(whole: Path, store: Store) -> None:
    read = rdflib.Graph().parse(whole)
    for term in ("started", "ended"):
        values = {
            (quad.subject.value, quad.object.value)
            for quad in store.quads(ox.DefaultGraph())
            if quad.predicate.value == f"{PREFIXES['ju']}{term}"
            and isinstance(quad.object, ox.Literal)
            and isinstance(quad.subject, ox.NamedNode)
        }
        pairs = read.subject_objects(rdflib.URIRef(f"{PREFIXES['ju']}{term}"))
        assert {(str(subject), str(value)) for subject, value in pairs} == values


def test_the_profile_of_owl_is_written_alike_each_time(
    run_joinedup: Callable[..., Run], bundled_store: Path, whole: Path, tmp_path: Path
) -> None:
    again = tmp_path / "again.rdf"
    run_joinedup("export", "--profile", "owl", "-o", again, "--store", bundled_store)
    assert again.read_bytes() == whole.read_bytes()


def test_the_profile_of_owl_is_no_graph_to_import(
    run_joinedup: Callable[..., Run], whole: Path, tmp_path: Path
) -> None:
    run = run_joinedup("import", whole, "--store", tmp_path / "copy")
    assert run.returncode != 0
    assert "it is in the form of OWL 2" in run.stderr


def test_an_export_has_one_ontology(
    run_joinedup: Callable[..., Run], bundled_store: Path, tmp_path: Path
) -> None:
    run_joinedup("export", "-o", tmp_path / "graph.ttl", "--store", bundled_store)
    read = rdflib.Graph().parse(tmp_path / "graph.ttl")
    assert len(set(read.subjects(RDF.type, OWL.Ontology))) == 1
    assert (rdflib.URIRef(PREFIXES["org"] + "FormalOrganization"), RDFS.subClassOf, None) in read
