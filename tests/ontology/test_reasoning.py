"""HermiT's judgement of the ontology, with facts that fit it and facts that do not."""

from __future__ import annotations

import owlready2
import pytest
from pyoxigraph import NamedNode, RdfFormat, Triple, parse
from rdflib import RDF

from ontology.namespaces import FINDING_KIND, JU, PREFIXES
from ontology.reasoning import (
    InconsistentError,
    JavaMissingError,
    as_objects,
    check_consistency,
    inferred_members,
)

needs_java = pytest.mark.usefixtures("java")

PROV_AXIOMS = """
prov:Entity owl:disjointWith prov:Activity .
prov:wasAttributedTo rdfs:domain prov:Entity ; rdfs:range prov:Agent .
prov:wasDerivedFrom rdfs:domain prov:Entity ; rdfs:range prov:Entity .
prov:wasGeneratedBy rdfs:domain prov:Entity ; rdfs:range prov:Activity .
prov:wasAssociatedWith rdfs:subPropertyOf prov:wasInfluencedBy ;
    rdfs:domain prov:Activity ; rdfs:range prov:Agent .
prov:Plan rdfs:subClassOf prov:Entity .
prov:SoftwareAgent rdfs:subClassOf prov:Agent .
org:ChangeEvent rdfs:subClassOf prov:Activity .
org:FormalOrganization rdfs:subClassOf org:Organization .
org:OrganizationalCollaboration rdfs:subClassOf org:Organization .
"""

A_CASE = """
<urn:finding> a ju:Recommendation ; ju:committee <urn:committee> ; ju:addressedTo <urn:body> ;
    ju:hasText <urn:text> ; dcterms:isPartOf <urn:report> .
<urn:report> a ju:Report ; ju:committee <urn:committee> .
<urn:committee> a ju:Committee , ju:Organisation .
<urn:reply> a ju:Reply ; ju:shownWith <urn:finding> ; ju:respondent <urn:body> .
<urn:position> a ju:Position ; ju:onFinding <urn:finding> ; ju:voice voice:government ;
    ju:decision position:accepted ; prov:wasAttributedTo <urn:body> .
<urn:initiative> a ju:Strategy ; ju:lead <urn:body> ; ju:partOf <urn:body> ;
    ju:started "2020"^^xsd:gYear .
<urn:board> a ju:Board ; ju:partner <urn:body> .
<urn:mention> a ju:Mention ; oa:hasBody <urn:initiative> ; ju:confidence 0.9 ;
    prov:wasGeneratedBy <urn:run> .
<urn:run> a ju:Run .
"""


def facts(turtle: str) -> list[Triple]:
    heads = "".join(f"@prefix {prefix}: <{iri}> .\n" for prefix, iri in PREFIXES.items())
    return [quad.triple for quad in parse(heads + turtle, format=RdfFormat.TURTLE)]


@needs_java
def test_the_ontology_alone_leaves_no_class_empty() -> None:
    assert check_consistency() == ()


@needs_java
def test_a_recorded_case_fits_it_even_with_the_axioms_of_prov() -> None:
    assert check_consistency(facts(A_CASE + PROV_AXIOMS)) == ()


@needs_java
def test_a_class_that_can_have_no_member_is_named() -> None:
    impossible = "<urn:AnsweringFinding> a owl:Class ; rdfs:subClassOf ju:Finding , ju:Reply ."
    assert check_consistency(facts(impossible)) == ("urn:AnsweringFinding",)


@needs_java
def test_a_finding_that_is_also_an_organisation_is_refused_by_name() -> None:
    clash = facts(A_CASE + "<urn:finding> a ju:Organisation .")
    with pytest.raises(InconsistentError, match=r"urn:finding.*Finding.*Organisation"):
        check_consistency(clash)


@needs_java
def test_a_contradiction_is_found_through_a_property_too() -> None:
    clash = facts(A_CASE + "<urn:position> ju:onFinding <urn:reply> .")
    with pytest.raises(InconsistentError, match=r"urn:reply.*Finding.*Reply"):
        check_consistency(clash)


@needs_java
def test_the_printed_kind_makes_a_finding_a_member_of_its_class() -> None:
    of_a_kind = NamedNode("urn:finding")
    clash = [
        Triple(of_a_kind, NamedNode(RDF.type), NamedNode(JU.Finding)),
        Triple(of_a_kind, NamedNode(JU.kind), NamedNode(FINDING_KIND.recommendation)),
        *facts("[] owl:members ( ju:Recommendation <urn:Outsider> ) ; a owl:AllDisjointClasses ."),
        *facts("<urn:Outsider> a owl:Class . <urn:finding> a <urn:Outsider> ."),
    ]
    with pytest.raises(InconsistentError):
        check_consistency(clash)


def test_without_java_the_message_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(owlready2, "JAVA_EXE", "/no/such/java")
    with pytest.raises(JavaMissingError, match="Java"):
        check_consistency()


@needs_java
def test_an_explanation_gives_the_statements_that_clash() -> None:
    clash = facts(A_CASE + "<urn:finding> a ju:Organisation .")
    with pytest.raises(InconsistentError) as caught:
        check_consistency(clash)
    (found,) = [one for one in caught.value.clashes if one.other == str(JU.Organisation)]
    assert found.thing == "urn:finding"
    assert {str(reason.subject) for reason in found.reasons} >= {"<urn:finding>"}
    assert "it is stated to be a https://w3id.org/joinedup/ontology#Organisation" in str(found)


@needs_java
def test_defined_classes_get_the_members_that_their_definitions_imply() -> None:
    more = """
    <urn:one> a ju:Organisation ; ju:organisationKind organisationkind:ministerial-department .
    <urn:two> a ju:Organisation ; ju:organisationKind organisationkind:ministerial-department .
    <urn:law> a ju:Initiative , ju:Legislation ; ju:lead <urn:one> ; ju:partner <urn:two> ;
        ju:ended "2024-05"^^xsd:gYearMonth .
    <urn:reply> ju:mentions <urn:law> .
    """
    found = inferred_members(facts(A_CASE + more))
    named = {kind.rpartition("#")[2]: set(members) for kind, members in found.items()}
    assert named == {
        "AnswerRestingOnLaw": {"urn:reply"},
        "Department": {"urn:one", "urn:two"},
        "EndedInitiative": {"urn:law"},
        "InterdepartmentalInitiative": {"urn:law"},
        "LapsedAnswer": {"urn:reply"},
    }


def test_things_are_python_objects_with_their_properties() -> None:
    ontology = as_objects(facts(A_CASE + "<urn:text> a ju:Text ."))
    (finding,) = ontology.Recommendation.instances()
    assert finding.iri == "urn:finding"
    assert [text.iri for text in finding.hasText] == ["urn:text"]
    assert ontology.Finding in ontology.Recommendation.ancestors()
