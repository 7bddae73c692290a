"""What is fetched is built: findings of a report with their answers, dates and addresses."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import joinedup
from loaders.pipeline.build import build
from tests.loaders.fetch.made_committees import API
from tests.loaders.fetch.made_govuk import ASSETS, COLLECTION, MadeGovuk, page
from tests.loaders.fetch.service_server import Reply
from tests.loaders.test_audit_reports import POST
from tests.loaders.test_legislation import act
from tests.loaders.test_major_projects import HEAD, HERON
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

SOURCES = """
    PREFIX dcterms: <http://purl.org/dc/terms/>
    PREFIX ju: <https://w3id.org/joinedup/ontology#>
    SELECT DISTINCT ?source WHERE { ?record a ju:SourceRecord ; dcterms:source ?source }
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


def test_a_table_and_an_auditors_report_are_fetched_and_built(
    server: ServiceServer, fetch_into: Fetch, folder: Path
) -> None:
    govuk = MadeGovuk(server)
    path = "/government/publications/moj-major-projects-data-2024"
    table = f"{ASSETS}/media/c/MOJ_Data_March_2024.csv"
    listed = {"documents": [{"base_path": path, "title": "Data 2024"}]}
    govuk.pages |= {
        COLLECTION: {**page(COLLECTION, "Data"), "links": listed},
        path: page(path, "Data 2024", attachments=[{"title": "CSV", "url": table}]),
    }
    server.serve(f"{ASSETS}/media/c/", lambda _rest, _query: Reply((HEAD + HERON).encode("cp1252")))
    server.serve(
        "https://www.nao.org.uk/wp-json/wp/v2/report",
        lambda _rest, query: Reply([POST] if query["page"] == ["1"] else {}),
    )
    assert fetch_into("major-projects").not_fetched == []
    fetch_into("nao")
    report = build([str(folder)], folder.parent / "store")
    assert [issue.problem for issue in report.issues if issue.lost] == []
    assert "“Government Major Projects Portfolio”" in report.as_text()
    graph = joinedup.open(folder.parent / "store")
    (row,) = graph.ask("major-projects").rows
    assert row[1:4] == ("Heron Courts", "2024-03", "Amber")
    sources = graph.query(SOURCES).rows
    assert table in {str(source) for (source,) in sources}
    assert len(sources) == 2
