"""What is fetched is built: findings of a report with their answers, dates and addresses."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import joinedup
from tests.loaders.fetch.made_committees import API
from tests.loaders.fetch.service_server import Reply
from tests.loaders.test_legislation import act
from tests.made_publications import ANSWER, COMMITTEE, REPLY, REPORT

if TYPE_CHECKING:
    from pathlib import Path

    from tests.loaders.fetch.conftest import Fetch
    from tests.loaders.fetch.made_committees import MadeCommittees
    from tests.loaders.fetch.service_server import ServiceServer

YEARS = {"from": date(2023, 1, 1), "to": date(2024, 12, 31)}
ANSWERED = """
    PREFIX cito: <http://purl.org/spar/cito/>
    PREFIX dcterms: <http://purl.org/dc/terms/>
    PREFIX ju: <https://w3id.org/joinedup/ontology#>
    SELECT ?number ?due ?day ?source WHERE {
      ?part a ju:ResponsePart ; ju:partNumber ?number ; cito:repliesTo ?finding .
      ?finding dcterms:isPartOf ?report .
      ?report dcterms:issued ?day ; ju:responseDue ?due .
      GRAPH ?record { ?part a ju:ResponsePart }
      ?record dcterms:source ?source .
    }
"""

LAW = """
    PREFIX dcterms: <http://purl.org/dc/terms/>
    PREFIX ju: <https://w3id.org/joinedup/ontology#>
    PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
    SELECT ?name ?day ?source WHERE {
      GRAPH ?record { ?law a ju:Legislation ; rdfs:label ?name ; ju:started ?day }
      ?record dcterms:source ?source .
    }
"""


def test_a_committee_is_fetched_and_built(
    committees: MadeCommittees, fetch_into: Fetch, folder: Path
) -> None:
    of = {"committee": {**COMMITTEE, "id": 901, "name": "Harbours Committee"}}
    file = {"fileName": "reply.html", "fileSize": len(REPLY.encode()), "fileDataFormat": "Html"}
    committees.publications = [
        {**REPORT, **of, "documents": []},
        {
            **ANSWER,
            **of,
            "documents": [
                {"documentId": 61440, "files": [{**file, "fileDataFormat": "OriginalFormat"}]}
            ],
        },
    ]
    committees.documents = {51440: REPLY.encode()}
    fetch_into("committee", "Harbours", **YEARS)
    graph = joinedup.build(str(folder))
    rows = sorted(tuple(map(str, row)) for row in graph.query(ANSWERED).rows)
    source = f"{API}/Publications/51440/Document/61440/OriginalFormat"
    assert rows == [
        ("1", "2024-01-08", "2023-11-08", source),
        ("2", "2024-01-08", "2023-11-08", source),
    ]


def test_a_law_is_fetched_and_built(server: ServiceServer, fetch_into: Fetch, folder: Path) -> None:
    address = "https://www.legislation.gov.uk/ukpga/2025/18/data.xml"
    server.serve(address, lambda _rest, _query: Reply(act().encode()))
    fetch_into("legislation", "ukpga/2025/18")
    graph = joinedup.build(str(folder))
    (row,) = graph.query(LAW).rows
    assert tuple(map(str, row)) == ("Piers and Quays Act 2025", "2025-06-19", address)
