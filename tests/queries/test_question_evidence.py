"""The sentences behind the rows of every question, each with the place where it was read."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pyoxigraph as ox
import pytest

from graph.identity import DEFAULT_BASE
from graph.retelling import MARK
from graph.statements.ntriples import in_default_graph
from graph.statements.ontology_statements import vocabulary
from graph.store.embedded import Store
from queries.conversion import as_table
from queries.query_files import list_questions, load_question
from queries.query_request import Limits, QueryRequest
from queries.query_runner import run
from tests.queries.test_questions import NAMES, case, store_of

EVIDENCE = Path(__file__).parent.parent.parent / "queries" / "evidence"
GRAPH_PREFIXES = (Path(__file__).parent / "saved" / "prefixes.ttl").read_text(encoding="utf-8")
OURS = "[our words] "
PREFIXES = """
PREFIX foaf: <http://xmlns.com/foaf/0.1/> PREFIX ju: <https://w3id.org/joinedup/ontology#>
PREFIX prov: <http://www.w3.org/ns/prov#>
"""


def with_evidence(store: Store, name: str, **given: str) -> list[dict[str, Any]]:
    """The evidence of a question by column, after a look that its rows are the same as without."""
    given = load_question(name).example_values | given
    bare = run(store, QueryRequest(name, given), Limits())
    shown = run(store, QueryRequest(name, given, evidence=True), Limits())
    width = len(bare.variables)
    assert shown.variables[:width] == bare.variables
    assert {"sentence", "source"} <= set(shown.variables)
    assert len(set(shown.variables)) == len(shown.variables), "no column stands there twice"
    assert list(dict.fromkeys(row[:width] for row in shown.rows)) == list(bare.rows)
    assert len(set(shown.rows)) == len(shown.rows)
    table = as_table(shown)
    return [dict(zip(table.columns, row, strict=True)) for row in table.rows]


def words(store: Store, pattern: str) -> set[str]:
    """What stands in a graph at a pattern."""
    rows = store.rows(f"{PREFIXES} SELECT DISTINCT ?words WHERE {{ {pattern} }}")
    return {str(getattr(value, "value", "")) for (value,) in rows}


def test_every_question_says_how_its_evidence_is_found() -> None:
    for asked in list_questions():
        assert asked.evidence_queries, asked.name
        known = {column.name for column in asked.columns} | {p.name for p in asked.parameters}
        for query in asked.evidence_queries:
            assert set(query.columns.values()) <= known, (asked.name, query.name)
            found = ox.Store().query((EVIDENCE / f"{query.name}.rq").read_text(encoding="utf-8"))
            assert isinstance(found, ox.QuerySolutions)
            assert {*query.columns, "source"} <= {one.value for one in found.variables}, query.name


def test_every_evidence_query_is_used() -> None:
    used = {query.name for asked in list_questions() for query in asked.evidence_queries}
    used_by_validation = {"sources"}
    assert {path.stem for path in EVIDENCE.glob("*.rq")} == used | used_by_validation


@pytest.mark.parametrize("name", NAMES)
def test_evidence_adds_columns_and_loses_no_row(name: str) -> None:
    with_evidence(Store(store_of(name)), name, **case(name).get("given", {}))


SILENT_WHERE_NO_FINDING_SPEAKS = {
    "share-accepted",
    "departments-through-time",
    "words-against-deeds",
}
"""Questions with rows of no finding: a share of none, a change that only the registers tell of."""


@pytest.mark.parametrize("kind", ["bundled_store", "pages_store"])
@pytest.mark.parametrize("name", NAMES)
def test_every_sentence_has_its_source(
    name: str, kind: str, request: pytest.FixtureRequest
) -> None:
    store = Store.open(request.getfixturevalue(kind))
    rows = with_evidence(store, name)
    places = words(store, "?record foaf:page ?words")
    places |= words(store, "?record ju:location ?words")
    for row in rows:
        if row["sentence"] is not None:
            assert row["source"] in places, row
    silent = [
        row for row in rows if row["sentence"] is None and row.get("position", "") is not None
    ]
    assert not silent or name in SILENT_WHERE_NO_FINDING_SPEAKS


@pytest.mark.parametrize("kind", ["bundled_store", "pages_store"])
def test_what_is_in_our_words_is_never_given_as_a_quotation(
    kind: str, request: pytest.FixtureRequest
) -> None:
    store = Store.open(request.getfixturevalue(kind))
    ours = words(store, "?curation ju:gist ?words") | words(store, "?note ju:remark ?words")
    printed = "".join(
        words(store, "?text ju:content ?words")
        | words(store, "?stated ju:asStated ?words")
        | words(store, "?entry ju:printedLabel ?words")
        | words(store, "?report <http://purl.org/dc/terms/title> ?words")
    )
    assert ours
    for name in NAMES:
        for row in with_evidence(store, name):
            said = row["sentence"]
            if said is not None and not said.startswith(OURS):
                quoted = said.removeprefix(f"{MARK} ")
                assert quoted not in ours
                assert quoted.replace("»", "").replace("«", "") in printed


ANSWER = f"""
{GRAPH_PREFIXES}
finding:a a ju:Finding, ju:Recommendation ; ju:committee organisation:pac .
stance:t a ju:Position ; ju:onFinding finding:a ; ju:decision position:rejected ;
  ju:voice voice:tracker ; ju:basis basis:tracker-label ; ju:asStated "No" ;
  prov:wasDerivedFrom record:whole .
stance:g a ju:Position ; ju:onFinding finding:a ; ju:decision position:accepted ;
  ju:voice voice:government ; ju:basis basis:government-words ; ju:asStated "We agree." ;
  prov:wasDerivedFrom part:a .
commitment:c a ju:Commitment ; ju:onFinding finding:a ; ju:dueAsStated "May" ;
  ju:asStated "We agree." ; prov:wasDerivedFrom part:a .
update:u a ju:DeliveryUpdate ; ju:onFinding finding:a ; ju:voice voice:government ;
  ju:asStated "We agree." ; prov:wasDerivedFrom part:a .
part:a a ju:ResponsePart ; ju:partOfReply reply:whole, reply:cut ; cito:repliesTo finding:a .
reply:cut ju:copyOf reply:whole .
text:whole ju:content "Thank you. We agree." . text:cut ju:content "Thank you. We" .
record:whole ju:sha256 "1" ; foaf:page <https://example.org/whole> .
record:cut ju:sha256 "2" ; foaf:page <https://example.org/cut> .
record:item ju:sha256 "3" ; foaf:page <https://example.org/item> .
record:whole {{ reply:whole a ju:Reply ; ju:shownWith finding:a ; ju:hasText text:whole }}
record:cut {{ reply:cut a ju:Reply ; ju:shownWith finding:a ; ju:hasText text:cut }}
"""
FOREVER = '"9999-12-31"'
ITEM = 'record:item { part:a a ju:ResponsePart ; ju:partNumber "1" }'


@pytest.mark.parametrize(
    ("more", "pages"), [("", ["whole"]), (ITEM, ["item", "whole"])], ids=["reply", "document"]
)
def test_words_read_in_a_part_lead_to_every_page_that_prints_them(
    more: str, pages: list[str]
) -> None:
    graph = ox.Store()
    graph.load(in_default_graph(vocabulary()).encode(), format=ox.RdfFormat.N_QUADS)
    graph.load(f"{ANSWER}{more}".encode(), format=ox.RdfFormat.TRIG)
    merged = [(quad.subject, quad.predicate, quad.object) for quad in graph]
    graph.extend(ox.Quad(*triple) for triple in merged)
    for query, variable, known in (
        ("stances", "finding", "finding/a"),
        ("counted-for", "who", "organisation/pac"),
        ("stated", "commitment", "commitment/c"),
        ("commitments", "finding", "finding/a"),
        ("updates", "finding", "finding/a"),
    ):
        found = Store(graph).query(
            (EVIDENCE / f"{query}.rq").read_text(encoding="utf-8").replace("?on)", f"{FOREVER})"),
            {variable: ox.NamedNode(f"{DEFAULT_BASE}id/{known}")},
        )
        assert isinstance(found, ox.QuerySolutions)
        read = [row["source"].value for row in found if row["sentence"].value == "We agree."]
        assert read == [f"https://example.org/{page}" for page in pages], query


def test_a_story_tells_where_each_of_its_lines_was_read(shown_store: Store) -> None:
    here = "https://www.accountabilityindex.uk/committees/4/recommendation/13168/"
    rows = with_evidence(shown_store, "story-of-a-finding", finding="accountability-index-4-13168")
    lines = {(row["what"], row["sentence"], row["source"]) for row in rows}
    assert ("label, as printed", "Rejected", here) in lines
    flags = [row for row in rows if row["what"].startswith("quality flag")]
    assert flags
    assert {row["source"] for row in flags} == {here}
    assert {row["sentence"] for row in flags} == {OURS + row["says"] for row in flags}
    related = [row for row in rows if row["what"] == "its page shows the answer to"]
    assert [row["sentence"] for row in related] == [OURS + "Known only from the answer to number 7"]


def test_a_row_with_a_sentence_of_its_own_is_only_told_where_it_stands(
    shown_store: Store,
) -> None:
    rows = with_evidence(shown_store, "sentences-between", a="DfE", b="MoJ")
    assert rows
    for row in rows:
        page = str(row["source"]).rstrip("/").rsplit("/", 1)[1]
        plain = str(row["sentence"]).replace("»", "").replace("«", "")
        held = words(
            shown_store,
            f"""?record foaf:page ?page . FILTER(CONTAINS(STR(?page), "/{page}/"))
            GRAPH ?record {{ ?text ju:content ?words }}""",
        )
        assert any(plain in text for text in held), row


def test_a_sentence_against_the_register_leads_to_its_page_and_voice() -> None:
    store = store_of("relations-against-the-register")
    text = """reply:x a ju:Reply ; ju:hasText text:x .
    record:x foaf:page <https://example.org/x> .
    record:x { reply:x a ju:Reply ; ju:hasText text:x }"""
    store.load(f"{GRAPH_PREFIXES}{text}".encode(), format=ox.RdfFormat.TRIG)
    (row,) = with_evidence(Store(store), "relations-against-the-register")
    assert row["sentence"] == "BOLD, led by dfe."
    assert (row["who_says_so"], row["source"]) == ("Government", "https://example.org/x")


def test_counts_by_voice_show_no_sentence_of_another_voice(shown_store: Store) -> None:
    rows = with_evidence(shown_store, "positions-by-who-says-so")
    labels = words(shown_store, "?stance ju:asStated ?words ; prov:wasDerivedFrom/ju:sha256 ?it")
    assert {row["who_says_so"] for row in rows} == {"Government", "Tracker"}
    for row in rows:
        assert (row["sentence"] in labels) == (row["who_says_so"] == "Tracker")


@pytest.mark.parametrize(
    "name",
    ["departments-in-most-findings", "initiatives-in-most-findings", "positions-by-who-says-so"],
)
def test_evidence_goes_up_to_the_same_day_as_the_count(bundled_store: Path, name: str) -> None:
    store = Store.open(bundled_store)
    later = words(
        store,
        """?finding <http://purl.org/dc/terms/isPartOf>/<http://purl.org/dc/terms/issued> ?day .
        FILTER(STR(?day) > "2023-12-31")
        ?curation foaf:primaryTopic ?finding ; ju:gist ?gist .
        BIND(CONCAT("[our words] ", ?gist) AS ?words)""",
    )
    always = {row["sentence"] for row in with_evidence(store, name)}
    then = {row["sentence"] for row in with_evidence(store, name, as_of="2023-12-31")}
    assert then < always
    assert not then & later
    assert None not in then
