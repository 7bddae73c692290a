"""One finding in the graph, whichever sources it is known from, with the decision that says so."""

from __future__ import annotations

from itertools import permutations
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

import joinedup
from joinedup.cli import cli
from loaders.pipeline.build import BuildOptions
from tests.conftest import PAGES

if TYPE_CHECKING:
    from pathlib import Path

    from joinedup import Graph

PREFIXES = """
PREFIX cito: <http://purl.org/spar/cito/>
PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX ju: <https://w3id.org/joinedup/ontology#>
PREFIX prov: <http://www.w3.org/ns/prov#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
"""
MINUTE = """Treasury Minutes
Government response to the Committee of Public Accounts on the Fourteenth report
from Session 2016-17
Presented to Parliament by the Exchequer Secretary to the Treasury by Command of Her Majesty
December 2016
Cm 9938

Fourteenth Report of Session 2016-17
Ministry of Ponds
Reeds: cutting and selling
Relevant reports
• PAC report: Reeds – Session 2016-17 (HC 614)

1: PAC conclusion: Reeds are sold too cheaply.
1: PAC recommendation: The Ministry of Ponds should publish by the autumn what every bundle of
reeds costs to cut and to carry.
1.1 The government agrees with the Committee’s recommendation.
Recommendation implemented
1.2 The price of each bundle is printed on a list.
2: PAC conclusion: Nobody counts the herons.
2: PAC recommendation: The Ministry of Ponds should report each year how many herons nest in the
reeds of every county.
2.1 The government disagrees with the Committee’s recommendation.
2.2 Herons do not keep still.
"""
PAGE = """# url: https://www.accountabilityindex.uk/committees/4/recommendation/{at}/
Source · Select Committees · Public Accounts Committee
Recommendation {number}
{number}
{label}
{title}
Recommendation
{words}
Government Response
{label}
HM Government
{label}
{reply}
"""
PRICE = PAGE.format(
    at=901,
    number=1,
    label="Accepted",
    title="Publish what reeds cost",
    words=(
        "The Ministry of Ponds should publish by the autumn what every bundle of reeds costs to "
        "cut and to carry.7"
    ),
    reply=(
        "1.1 The government agrees with the Committee’s recommendation. Recommendation implemented "
        "1.2 The price of each bundle is printed on a list."
    ),
)
HERONS = PAGE.format(
    at=902,
    number=2,
    label="Rejected",
    title="Report how many herons nest",
    words=(
        "The Ministry of Ponds should report each year how many herons nest in the reeds of every "
        "county."
    ),
    reply=(
        "2.1 The government disagrees with the Committee’s recommendation. 2.2 Herons do not keep "
        "still."
    ),
)
TEXTS = {"minute": MINUTE, "price": PRICE, "herons": HERONS}


def build(folder: Path, *names: str, options: BuildOptions | None = None) -> Graph:
    """A graph of these texts, read in this order."""
    folder.mkdir(parents=True, exist_ok=True)
    for name in names:
        (folder / f"{name}.txt").write_text(TEXTS[name], encoding="utf-8")
    paths = [str(folder / f"{name}.txt") for name in names]
    return joinedup.build(*paths, options=options or BuildOptions(retrieved="2026-01-31"))


def rows(graph: Graph, query: str) -> list[tuple[str, ...]]:
    """Rows of a query in order, IRIs cut to their last part."""
    return sorted(
        tuple(str(cell).rpartition("/")[2].rpartition("#")[2] for cell in row)
        for row in graph.query(PREFIXES + query).rows
    )


def shares(graph: Graph) -> list[tuple[object, ...]]:
    """What `share-accepted` says of the committee, its name aside."""
    return [row[3:] for row in graph.ask("share-accepted").rows if row[0] == "committee"]


def test_an_answer_counts_once_from_a_page_a_minute_or_both(tmp_path: Path) -> None:
    from_minute = shares(build(tmp_path / "a", "minute"))
    from_pages = shares(build(tmp_path / "b", "price", "herons"))
    from_both = shares(build(tmp_path / "c", "price", "herons", "minute"))
    assert from_minute == from_pages == from_both
    recommendations, accepted, _, rejected, *_, share = from_both[0]
    assert (recommendations, accepted, rejected, float(str(share))) == (2, 1, 1, 50.0)


def test_a_finding_has_one_node_and_a_named_graph_for_each_source(tmp_path: Path) -> None:
    graph = build(tmp_path, "price", "minute")
    counted = """SELECT ?finding (COUNT(DISTINCT ?record) AS ?records) WHERE {
      GRAPH ?record { ?finding a ju:Recommendation } } GROUP BY ?finding"""
    assert rows(graph, counted) == [
        ("accountability-index-4-901", "2"),
        ("report-2016-17-hc-614-recommendation-2", "1"),
    ]
    label = "SELECT ?label WHERE { ?f a ju:Recommendation ; rdfs:label ?label }"
    assert rows(graph, label) == [
        ("Recommendation 1, Reeds: cutting and selling",),
        ("Recommendation 2, Reeds: cutting and selling",),
    ]


def test_the_graph_does_not_depend_on_the_order_of_loading(tmp_path: Path) -> None:
    graphs = [
        build(tmp_path / "-".join(names), *names).query(
            "SELECT ?s ?p ?o WHERE { ?s ?p ?o FILTER(!CONTAINS(STR(?o), '.txt')) }"
        )
        for names in permutations(TEXTS)
    ]
    first, *others = [{tuple(map(str, row)) for row in graph.rows} for graph in graphs]
    assert all(other == first for other in others)


def test_loading_twice_changes_nothing(tmp_path: Path) -> None:
    once = build(tmp_path, "price", "minute")
    twice = build(tmp_path, "price", "minute", "price", "minute")
    every = "SELECT ?s ?p ?o WHERE { ?s ?p ?o }"
    assert set(once.query(every).rows) == set(twice.query(every).rows)


def test_a_correction_splits_and_the_graph_is_that_of_two_findings(tmp_path: Path) -> None:
    [(kept, other)] = [("accountability-index-4-901", "report-2016-17-hc-614-recommendation-1")]
    corrections = tmp_path / "corrections.toml"
    corrections.write_text(
        f'[[not-same-finding]]\nfinding = "{kept}"\nother = "{other}"\nby = "A. Reader"\n'
        'on = 2026-11-01\nwhy = "The page is of another year."\n',
        encoding="utf-8",
    )
    graph = build(
        tmp_path / "split", "price", "minute", options=BuildOptions(corrections=corrections)
    )
    findings = "SELECT ?f WHERE { ?f a ju:Recommendation }"
    assert {kept, other} <= {finding for (finding,) in rows(graph, findings)}
    assert rows(graph, "SELECT ?d WHERE { ?d a ju:IdentityDecision }") == []
    said = "SELECT ?w WHERE { ?c a ju:Correction ; ju:act 'not-same-finding' ; ju:correctsName ?w }"
    assert rows(graph, said) == [(kept,), (other,)]


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store of the price page and the minute."""
    folder = tmp_path_factory.mktemp("identity")
    for name in ("price", "minute"):
        (folder / f"{name}.txt").write_text(TEXTS[name], encoding="utf-8")
    paths = [str(folder / f"{name}.txt") for name in ("price", "minute")]
    outcome = CliRunner().invoke(cli, ["build", *paths, "--store", str(folder / "store")])
    assert outcome.exit_code in {0, 5}, outcome.output
    return folder / "store"


def run(store: Path, *words: str) -> str:
    outcome = CliRunner().invoke(cli, [*words, "--store", str(store)])
    assert outcome.exit_code == 0, outcome.output
    return outcome.stdout


@pytest.mark.parametrize(
    "name", ["accountability-index-4-901", "report-2016-17-hc-614-recommendation-1"]
)
def test_why_shows_the_sources_and_the_decision_by_either_name(store: Path, name: str) -> None:
    output = run(store, "why", name)
    assert "2 source records are about this finding" in output
    assert "Same words, 100.0% alike" in output
    assert "accountability-index-4-901" in output
    assert "report-2016-17-hc-614-recommendation-1" in output


def test_info_counts_findings_by_their_sources(store: Path) -> None:
    lines = run(store, "info", "--format", "csv").splitlines()
    counted = [line.strip() for line in lines if line.startswith("findings known from")]
    assert counted == [
        "findings known from one source record,3,4,findings",
        "findings known from two source records,1,4,findings",
    ]


def test_the_rows_of_the_report_on_adolescents_are_one_finding_each() -> None:
    pages = [str(PAGES / f"public-accounts-{at}.txt") for at in (13152, 13168, 13170)]
    graph = joinedup.build("finding_facts", *pages)
    sources = """SELECT ?f (COUNT(DISTINCT ?g) AS ?n) WHERE {
      GRAPH ?g { ?f a ju:Finding } ?f dcterms:isPartOf ?report . ?report ju:hcNumber "HC 730" }
      GROUP BY ?f"""
    assert rows(graph, sources) == [
        ("accountability-index-4-13152", "2"),
        ("accountability-index-4-13168", "2"),
        ("accountability-index-4-13170", "2"),
        ("report-2022-23-hc-730-conclusion-1", "1"),
        ("report-2022-23-hc-730-recommendation-7", "1"),
    ]
    answered = """SELECT DISTINCT ?f WHERE {
      ?part cito:repliesTo ?f . ?f dcterms:isPartOf ?report . ?report ju:hcNumber "HC 730" }"""
    assert rows(graph, answered) == [("report-2022-23-hc-730-recommendation-7",)]
    one_answer = (
        "SELECT (COUNT(DISTINCT ?f) AS ?n) WHERE { ?f ju:answeredAs ?d ; ^cito:repliesTo ?p }"
    )
    assert rows(graph, one_answer) == [("1",)]
