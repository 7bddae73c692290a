"""A body of Parliament is told from departments, also where texts name it as they name those."""

from __future__ import annotations

from typing import TYPE_CHECKING

from queries.conversion import as_table
from visualisations.graph_facts import COMMITTEE, ORGANISATION, PARLIAMENT

if TYPE_CHECKING:
    from graph.store.embedded import Store
    from visualisations.graph_facts import GraphFacts

NAMED = """PREFIX ju: <https://w3id.org/joinedup/ontology#>
SELECT DISTINCT ?committee WHERE { ?finding ju:concerns ?committee . ?committee a ju:Committee }"""


def test_a_committee_that_texts_name_is_no_organisation_of_a_picture(
    shown_store: Store, facts: GraphFacts
) -> None:
    named = {str(iri) for (iri,) in as_table(shown_store.query(NAMED)).rows}
    assert named
    for iri in named:
        assert facts.entities[iri].kind == PARLIAMENT
        assert facts.entities[f"{iri}#committee"].kind == COMMITTEE


def test_no_committee_of_the_register_counts_as_a_department(facts: GraphFacts) -> None:
    organisations = [
        entity.label for entity in facts.entities.values() if entity.kind == ORGANISATION
    ]
    assert "Department for Education" in organisations
    of_no_house = {"Committee on Climate Change"}  # advises the government, by law
    assert {name for name in organisations if "Committee" in name} == of_no_house
