"""A retold document is marked as retold wherever its words go, and nothing else is."""

from __future__ import annotations

import csv
import io
import json
from collections import defaultdict
from typing import TYPE_CHECKING

import pyoxigraph as ox
import pytest

import joinedup
from graph.retelling import LANGUAGE, MARK, SAYING, says_retold
from graph.store.embedded import Store
from loaders.interface.source_list import all_sources
from loaders.pipeline.build import fill
from queries.candidate_names import list_candidates
from queries.connections import Connections
from queries.data_checks import check_store
from queries.entity_lookup import load_lookup
from queries.mention_explanations import explain_name

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.conftest import Run

PAGE = """# url: https://www.accountabilityindex.uk/committees/4/recommendation/7/
Source · Select Committees · Public Accounts Committee
Recommendation 7
7
Accepted
Count the ducks.
Recommendation
The Department for Education should count ducks with the Ministry of Ponds and Wells.
Government Response
Accepted
HM Government
Accepted
7.1 The government agrees. Target implementation date: March 2021 7.2 Data First counts ducks.
"""
RETOLD = f"# {SAYING}: written by us\n{PAGE}"
WORDS = """
PREFIX ju: <https://w3id.org/joinedup/ontology#>
SELECT DISTINCT ?words WHERE {
  { ?thing ju:content|ju:printedTitle ?words }
  UNION { ?read ju:asStated ?words ; <http://www.w3.org/ns/prov#wasDerivedFrom>/a ju:ResponsePart }
}
"""
HOLDERS = """
PREFIX foaf: <http://xmlns.com/foaf/0.1/>
PREFIX ju: <https://w3id.org/joinedup/ontology#>
SELECT DISTINCT ?text ?retold ?page ?words WHERE {
  GRAPH ?record { ?holder ju:hasText ?text . ?text ju:content ?words }
  OPTIONAL { ?record ju:retold ?retold } OPTIONAL { ?record foaf:page ?page }
}
"""


def store_of(folder: Path, text: str) -> Store:
    """The graph of one page."""
    page = folder / "page.txt"
    page.write_text(text, encoding="utf-8")
    store = Store.in_memory()
    fill(store, [str(page)])
    return store


def literal(term: object) -> ox.Literal:
    """A term that must be a literal."""
    assert isinstance(term, ox.Literal)
    return term


def languages(store: Store) -> set[str | None]:
    """Language tags of all words of documents in a graph."""
    return {literal(words).language for (words,) in store.rows(WORDS)}


def test_words_of_a_retold_page_have_the_tag_and_those_of_another_none(tmp_path: Path) -> None:
    assert languages(store_of(tmp_path, RETOLD)) == {LANGUAGE}
    assert languages(store_of(tmp_path, PAGE)) == {None}


def test_labels_and_the_address_of_a_retold_page_stay_as_printed(tmp_path: Path) -> None:
    store = store_of(tmp_path, RETOLD)
    ju = "PREFIX ju: <https://w3id.org/joinedup/ontology#> "
    labels = store.rows(f"{ju} SELECT ?label {{ ?entry ju:printedLabel ?label }}")
    assert {(literal(label).value, literal(label).language) for (label,) in labels} == {
        ("Accepted", None)
    }
    row = next(iter(store.rows(HOLDERS)))
    assert literal(row[1]).value == "true"
    assert str(row[2]).endswith("/recommendation/7/>")


def test_a_retold_page_passes_every_check(tmp_path: Path) -> None:
    assert not check_store(store_of(tmp_path, RETOLD)).counts


def test_what_people_read_of_a_retold_page_is_marked(tmp_path: Path) -> None:
    store = store_of(tmp_path, RETOLD)
    graph = joinedup.Graph(store)
    known = load_lookup(store)
    rows = Connections(store).between(known.find("DfE"), known.find("Data First")).rows
    sentences = [str(row[3]) for row in rows]
    sentences += [
        str(row[4]) for row in graph.ask("sentences-between", a="DfE", b="Data First").rows
    ]
    sentences += [str(row[5]) for row in graph.ask("overdue-commitments", as_of="2022-01-01").rows]
    finding = "https://w3id.org/joinedup/id/finding/accountability-index-4-7"
    sentences += [why.sentence for why in explain_name(store, finding, "Data First")]
    sentences += [context for item in list_candidates(store) for _, context in item.contexts]
    assert len(sentences) > 5
    assert all(sentence.startswith(MARK) for sentence in sentences)


@pytest.mark.parametrize("form", ["csv", "json", "markdown", "html", "table"])
def test_every_format_of_an_answer_says_that_it_is_retold(
    run_joinedup: Callable[..., Run], bundled_store: Path, form: str
) -> None:
    shown = run_joinedup(
        "ask",
        "sentences-between",
        "a=DfE",
        "b=Data First",
        "--format",
        form,
        "--store",
        bundled_store,
    ).stdout
    if form == "json":
        values = [row["sentence"] for row in json.loads(shown)["results"]["bindings"]]
        assert {value.get("xml:lang") for value in values} == {None, LANGUAGE}
    elif form == "csv":
        rows = list(csv.DictReader(io.StringIO(shown)))
        assert {row["sentence"][:6] for row in rows} == {"[our w", "[retol"}
    else:
        assert "retold" in shown


def test_bundled_documents_are_retold_and_have_the_address_of_their_original(
    bundled_store: Path,
) -> None:
    texts: defaultdict[str, set[tuple[bool, bool, str | None]]] = defaultdict(set)
    for text, retold, page, words in Store.open(bundled_store).rows(HOLDERS):
        texts[str(text)].add((retold is not None, page is not None, literal(words).language))
    assert len(texts) > 200
    assert {facts for each in texts.values() for facts in each} == {(True, True, LANGUAGE)}


def test_every_bundled_document_says_itself_that_it_is_retold() -> None:
    registers = {"organisations", "initiatives", "finding_facts"}
    files = [
        path
        for source in all_sources()
        if source.descriptor.name not in registers
        for path in source.bundled
    ]
    assert len(files) > 40
    for path in files:
        assert says_retold(path.read_text(encoding="utf-8")), path


def test_the_bundled_graph_passes_every_check_but_what_curators_read(bundled_store: Path) -> None:
    failed = {check.name for check in check_store(Store.open(bundled_store)).counts}
    assert failed <= {"WordsQuoted Or"}
