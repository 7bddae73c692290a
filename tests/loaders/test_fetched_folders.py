"""A folder of files as services serve them is read in one build, and its list says where from."""

from __future__ import annotations

import json
from itertools import permutations
from typing import TYPE_CHECKING

import pytest

import joinedup
from graph.errors import InputError
from loaders.pipeline.build import BuildOptions, build
from tests.made_publications import (
    ANSWER,
    API,
    LICENCE,
    REPLY,
    REPORT,
    Json,
    fetched_folder,
    served,
)

if TYPE_CHECKING:
    from pathlib import Path

    from joinedup import Graph

PREFIXES = """
PREFIX cito: <http://purl.org/spar/cito/>
PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX foaf: <http://xmlns.com/foaf/0.1/>
PREFIX ju: <https://w3id.org/joinedup/ontology#>
"""
ROWS = (
    "Report,HC no,Session,No,Recommendation\n"
    "Reeds and rushes in public care,1207,2022-23,1,The Ministry should publish by the autumn what "
    "every bundle of reeds costs to cut and to carry.\n"
)
TITLED = (
    "Committee,Report,No,Recommendation\n"
    "Marsh and Fen Committee,Reeds and rushes in public care,2,The Ministry should report each "
    "year how many herons nest in the reeds of every county.\n"
)
DOCUMENT = f"{API}/51440/Document/61440/OriginalFormat"


def encoded(value: Json) -> bytes:
    return json.dumps(value, ensure_ascii=False).encode()


def rows(graph: Graph, query: str) -> list[tuple[str, ...]]:
    return sorted(
        tuple(str(cell).rpartition("/")[2].rpartition("#")[2] for cell in row)
        for row in graph.query(PREFIXES + query).rows
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A report, its answer, and the document of the answer, which names no report."""
    files = {
        "publications/51001.json": encoded(REPORT),
        "publications/51440.json": encoded(ANSWER),
        "documents/51440/reply.html": REPLY.encode(),
    }
    urls = {
        "publications/51001.json": f"{API}/51001",
        "publications/51440.json": f"{API}/51440",
        "documents/51440/reply.html": DOCUMENT,
    }
    return fetched_folder(tmp_path / "fetched", files, urls)


ITEMS = "SELECT ?f WHERE { ?part a ju:ResponsePart ; cito:repliesTo ?f . ?f dcterms:isPartOf ?r }"


def test_a_document_that_names_no_report_finds_it_by_the_link_of_its_publication(
    folder: Path,
) -> None:
    graph = joinedup.build(str(folder))
    assert rows(graph, "SELECT ?r WHERE { ?r a ju:Report }") == [("hc-2022-23-hc-1207",)]
    assert rows(graph, ITEMS) == [
        ("report-2022-23-hc-1207-recommendation-1",),
        ("report-2022-23-hc-1207-recommendation-2",),
    ]
    (response,) = rows(
        graph,
        "SELECT ?title ?date ?number ?r WHERE { ?x a ju:Response ; dcterms:title ?title ; "
        "dcterms:issued ?date ; ju:publicationNumber ?number ; cito:repliesTo ?r }",
    )
    assert response == (
        "Government response to the Committee’s report on reeds",
        "2024-01-19",
        "51440",
        "hc-2022-23-hc-1207",
    )


def test_a_term_in_a_document_without_a_date_counts_from_the_day_of_its_publication(
    folder: Path,
) -> None:
    graph = joinedup.build(str(folder))
    due = "SELECT ?last WHERE { ?c a ju:Commitment ; ju:dueLatest ?last }"
    assert rows(graph, due) == [("2024-04-19",)]
    (folder / "publications" / "51440.json").unlink()
    assert rows(joinedup.build(str(folder)), due) == []


def test_the_list_says_where_each_file_came_from_and_when(folder: Path) -> None:
    graph = joinedup.build(str(folder))
    asked = """SELECT ?location ?source ?day ?licence WHERE {
        ?record a ju:SourceRecord ; ju:location ?location ; dcterms:source ?source ;
          dcterms:date ?day ; dcterms:license ?licence }"""
    assert [tuple(map(str, row)) for row in sorted(graph.query(PREFIXES + asked).rows)] == [
        ("fetched/documents/51440/reply.html", DOCUMENT, "2025-02-03", LICENCE),
        ("fetched/publications/51001.json line 1", f"{API}/51001", "2025-02-03", LICENCE),
        ("fetched/publications/51440.json line 1", f"{API}/51440", "2025-02-03", LICENCE),
    ]


def test_a_file_named_by_itself_is_found_in_the_list_above_it(folder: Path) -> None:
    for source in ("publications/51001.json", "publications/*.json"):
        graph = joinedup.build(str(folder / source))
        pages = rows(graph, "SELECT ?page WHERE { ?r a ju:SourceRecord ; foaf:page ?page }")
        assert ("51001",) in pages


def test_a_file_that_has_changed_since_is_read_without_an_address(folder: Path) -> None:
    changed = encoded({**REPORT, "description": "Seventh Report - Reeds"})
    (folder / "publications" / "51001.json").write_bytes(changed)
    report = build([str(folder)], folder.parent / "store")
    (issue,) = [issue for issue in report.issues if issue.uncertain]
    assert issue.location.endswith("51001.json")
    assert "no longer what was fetched" in issue.problem


def test_lines_of_the_list_that_cannot_be_relied_on_are_listed(folder: Path) -> None:
    listed = folder / "fetched.jsonl"
    good = listed.read_text(encoding="utf-8")
    day, url = '"retrieved": "2025-01-01"', '"url": "https://x.example/"'
    bad = [
        "{", "7", '{"path": "a"}', f'{{"path": "../x", {url}, {day}}}',
        f'{{"path": "/x", {url}, {day}}}', f'{{"path": "x", "url": "file:///x", {day}}}',
        f'{{"path": "x", {url}, "retrieved": "yesterday"}}', "[" * 50_000,
        f'{{"path": "x\\u0000", {url}, {day}}}',
    ]  # fmt: skip
    listed.write_text(good + "\n".join(bad), encoding="utf-8")
    report = build([str(folder)], folder.parent / "store")
    assert len([issue for issue in report.issues if "fetched.jsonl line" in issue.location]) == len(
        bad
    )
    assert report.records["committee_publications"] == 2


def test_the_list_itself_is_no_source(folder: Path) -> None:
    with pytest.raises(InputError, match="Name the folder"):
        joinedup.build(str(folder / "fetched.jsonl"))


@pytest.mark.parametrize("text", [ROWS, TITLED])
def test_findings_without_a_date_take_that_of_their_report(tmp_path: Path, text: str) -> None:
    (tmp_path / "rows.csv").write_text(text, encoding="utf-8")
    (tmp_path / "report.json").write_bytes(encoded(REPORT))
    dated = "SELECT ?day WHERE { ?f a ju:Finding ; dcterms:isPartOf/dcterms:issued ?day }"
    assert rows(joinedup.build(str(tmp_path / "rows.csv")), dated) == []
    graph = joinedup.build(str(tmp_path))
    assert rows(graph, dated) == [("2023-11-08",)]
    told = {row[0]: row[1:] for row in graph.info().rows}
    assert told["findings with a known date of their report"] == (1, 1, "findings")
    assert told["findings dated by the committee_publications loader, version 1"][0] == 1


def test_the_order_of_files_has_no_part(tmp_path: Path) -> None:
    texts = {
        "a.json": encoded(REPORT), "b.json": encoded(ANSWER), "c.html": REPLY.encode(),
        "d.csv": ROWS.encode(), "e.csv": TITLED.encode(),
    }  # fmt: skip
    for name, raw in texts.items():
        (tmp_path / name).write_bytes(raw)
    everything = "SELECT ?s ?p ?o WHERE { ?s ?p ?o FILTER(?p != ju:registersDigest) }"
    graphs = []
    for order in list(permutations(texts))[::23]:
        paths = [str(tmp_path / name) for name in order]
        graph = joinedup.build(*paths, options=BuildOptions(retrieved="2026-01-31"))
        graphs.append(frozenset(map(tuple, graph.query(PREFIXES + everything).rows)))
    assert len(graphs) > 4
    assert len(set(graphs)) == 1


def test_a_document_that_says_it_answers_another_report_keeps_to_that(folder: Path) -> None:
    own = REPLY.replace(
        "Committee’s report", "Committee’s Eighth Report of Session 2021–22 (HC 88)"
    )
    fetched_folder(
        folder,
        {
            "publications/51001.json": encoded(REPORT),
            "publications/51440.json": encoded(ANSWER),
            "documents/51440/reply.html": own.encode(),
        },
        {"documents/51440/reply.html": DOCUMENT},
    )
    found = rows(joinedup.build(str(folder)), ITEMS)
    assert found == [
        ("report-2021-22-hc-88-recommendation-1",),
        ("report-2021-22-hc-88-recommendation-2",),
    ]


def test_a_document_in_base64_is_the_file_it_holds(folder: Path) -> None:
    (folder / "documents" / "51440" / "reply.html").unlink()
    name = "documents/51440/61440.json"
    fetched_folder(folder, {name: served(REPLY.encode())}, {name: DOCUMENT})
    graph = joinedup.build(str(folder))
    assert len(rows(graph, ITEMS)) == 2
    places = rows(graph, "SELECT ?place WHERE { ?r a ju:SourceRecord ; ju:location ?place }")
    assert ("reply.html",) in places


HOSTILE = {
    "cut short": (served(REPLY.encode()).replace(b'"}', b'!!"}'), "no whole base64"),
    "leads out": (served(REPLY.encode(), "../../reply.html"), ""),
    "size": (served(REPLY.encode(), fileSize=7), "By its own word"),
    "size in words": (served(REPLY.encode(), fileSize="many"), ""),
    "no name": (served(REPLY.encode()).replace(b'"reply.html"', b"null"), ""),
    "empty": (served(b""), "is empty"),
    "program": (served(b"MZ\x90\x00", "run.exe"), "are not read"),
    "itself": (served(served(served(served(served(served(REPLY.encode(), "a.json"), "a.json"),
                                           "a.json"), "a.json"), "a.json"), "a.json"), "deeper"),
}  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_document_does_no_harm(tmp_path: Path, name: str) -> None:
    raw, problem = HOSTILE[name]
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "61440.json").write_bytes(raw)
    (tmp_path / "in" / "51001.json").write_bytes(encoded(REPORT))
    report = build([str(tmp_path / "in")], tmp_path / "store")
    told = " ".join(issue.problem for issue in report.issues)
    assert problem in told
    assert "fault in joinedup" not in told
    assert report.records["committee_publications"] == 1
    assert sorted(path.name for path in tmp_path.iterdir()) == ["in", "store"]


def test_a_title_that_names_the_report_by_its_place_stands_for_a_link_that_is_missing(
    tmp_path: Path,
) -> None:
    title = "Second Special Report - Reeds: Government Response to the Committee’s {} of Session {}"
    for name, words in (("a", ("Seventh Report", "2022–23")), ("b", ("Eighth Report", "2022-23"))):
        answer = {
            **ANSWER,
            "id": 60_000 + ord(name),
            "description": title.format(*words),
            "hcNumber": {"number": ord(name), "sessionDescription": "2022-23"},
            "responseToPublicationId": None,
        }
        (tmp_path / f"{name}.json").write_bytes(encoded(answer))
    (tmp_path / "report.json").write_bytes(encoded(REPORT))
    graph = joinedup.build(str(tmp_path))
    answered = rows(graph, "SELECT ?n ?r WHERE { ?x dcterms:identifier ?n ; cito:repliesTo ?r }")
    assert answered[0] == ("HC 97", "hc-2022-23-hc-1207")
    assert answered[1][1] != "hc-2022-23-hc-1207"
