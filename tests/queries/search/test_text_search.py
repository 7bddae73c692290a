"""Search on the fixtures: hits, whose words they are, facets, names, suggestions."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import pyoxigraph as ox
import pytest

from graph.errors import UnknownNameError
from graph.store.embedded import Store
from queries.search.facet_counts import facet_definitions
from queries.search.search_result import UNKNOWN, SearchRequest
from queries.search.search_words import split_words

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from queries.search.search_result import SearchHit
    from queries.search.text_search import TextSearch

_PREFIXES = """
PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX ju: <https://w3id.org/joinedup/ontology#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
"""
_EVERYTHING = 100_000
_OF_FINDINGS = ["recommendation", "conclusion", "evidence-paragraph"]


@pytest.fixture(scope="module")
def store(bundled_store: Path) -> Store:
    return Store.open(bundled_store)


def things(search: TextSearch, words: str, **filters: str) -> set[str]:
    filter_values = {name.replace("_", "-"): [value] for name, value in filters.items()}
    result = search.search(SearchRequest(words, filter_values, limit=_EVERYTHING))
    assert len(result.hits) == result.total
    return {named(hit) for hit in result.hits}


def named(hit: SearchHit) -> str:
    """What tells a hit from others: a finding's IRI alone, else with its kind."""
    return hit.thing if "/finding/" in hit.thing else f"{hit.kind} {hit.thing}"


def contents(store: Store) -> Iterator[tuple[str, str]]:
    """Findings with their texts."""
    query = f"{_PREFIXES} SELECT ?f ?c WHERE {{ ?f a ju:Finding ; ju:hasText/ju:content ?c }}"
    for finding, content in store.rows(query):
        yield str(finding)[1:-1], str(getattr(content, "value", ""))


def test_the_thing_that_is_called_so_comes_before_the_sentences(search: TextSearch) -> None:
    result = search.search(SearchRequest("unique child identifier"))
    first = result.names[0]
    assert (first.kind, first.label, first.exact) == (
        "initiative",
        "Unique child identifier",
        True,
    )
    assert first.findings
    assert result.hits[0].marked_sentence.count("»") >= 3


def test_other_names_and_abbreviations_lead_to_the_thing(search: TextSearch) -> None:
    for words in ("DfE", "dfe", "Department for Education", "education department for"):
        names = search.search(SearchRequest(words)).names
        assert "Department for Education" in {name.label for name in names}, words


def test_each_word_counts_in_any_form_and_a_phrase_as_it_stands(search: TextSearch) -> None:
    assert things(search, "identifier") == things(search, "IDENTIFIERS")
    phrase = things(search, '"data sharing"')
    assert phrase
    assert phrase < things(search, "data sharing")


def test_words_are_joined_taken_away_and_begun(search: TextSearch) -> None:
    data, sharing = things(search, "data"), things(search, "sharing")
    assert things(search, "data sharing") == data & sharing
    assert things(search, "data OR sharing") == data | sharing
    assert things(search, "data -sharing") == data - sharing
    assert things(search, "-sharing") == things(search, "") - sharing
    assert things(search, "identif*") >= things(search, "identify")


def test_every_finding_whose_text_holds_a_word_is_a_hit_of_that_word(
    search: TextSearch, store: Store
) -> None:
    texts = list(contents(store))
    words = sorted({word for _, text in texts for word in split_words(text)})
    for word in words[:: max(len(words) // 150, 1)]:
        holders = {finding for finding, text in texts if word in split_words(text)}
        assert holders <= things(search, word), word
        beginning = f"{word[:4]}*"
        begun = {
            finding
            for finding, text in texts
            if any(other.startswith(word[:4]) for other in split_words(text))
        }
        assert begun <= things(search, beginning), beginning


@pytest.mark.parametrize("words", ["", "data", "the", "identif*", '"data sharing"', "children"])
def test_counts_of_facets_and_what_is_unknown_make_the_total(
    search: TextSearch, words: str
) -> None:
    def total(**filters: list[str]) -> int:
        return search.search(SearchRequest(words, filters, limit=0)).total

    result = search.search(SearchRequest(words, limit=0))
    assert [facet.name for facet in result.facets] == list(facet_definitions())
    for facet in result.facets:
        assert facet.total == result.total
        for value in facet.values:
            assert total(**{facet.name: [value.value]}) == value.count > 0
        values = [value.value for value in facet.values]
        assert total(**{facet.name: values}) + facet.unknown == facet.total, facet.name
        assert total(**{facet.name: [UNKNOWN]}) == facet.unknown
        assert total(**{facet.name: [*values, UNKNOWN]}) == facet.total
        assert sum(value.count for value in facet.values) >= facet.total - facet.unknown


_COUNTS = {
    "year": (
        "?thing a ju:Finding ; ju:hasText ?text ; dcterms:isPartOf/dcterms:issued ?day "
        "BIND(SUBSTR(STR(?day), 1, 4) AS ?value)"
    ),
    "kind": "?thing a ju:Finding ; ju:hasText ?text ; ju:kind ?value",
    "initiative": (
        "?thing a ju:Finding ; ju:hasText ?text ; ju:mentions ?value . ?value a ju:Initiative"
    ),
    "committee": "?thing a ju:Finding ; ju:hasText ?text ; ju:committee ?value",
    "department": "?thing a ju:Finding ; ju:hasText ?text ; ju:addressedTo ?value",
    "position": (
        "?thing a ju:Finding ; ju:hasText ?text . ?p ju:onFinding ?thing ; ju:decision ?value ; "
        "ju:voice <https://w3id.org/joinedup/scheme/voices#government>"
    ),
    "label": (
        "?thing a ju:Finding ; ju:hasText ?text . ?p ju:onFinding ?thing ; ju:decision ?value ; "
        "ju:voice <https://w3id.org/joinedup/scheme/voices#tracker>"
    ),
}


@pytest.mark.parametrize("facet", _COUNTS)
def test_counts_of_the_committees_words_are_those_of_sparql(
    search: TextSearch, store: Store, facet: str
) -> None:
    query = (
        f"{_PREFIXES} SELECT ?value (COUNT(DISTINCT ?thing) AS ?n) WHERE "
        f"{{ {_COUNTS[facet]} }} GROUP BY ?value"
    )
    expected = {
        str(getattr(value, "value", "")).rpartition("#")[2]: int(getattr(count, "value", 0))
        for value, count in store.rows(query)
    }
    result = search.search(SearchRequest("", {"words-of": ["committee"], "kind": _OF_FINDINGS}))
    (counted,) = (each for each in result.facets if each.name == facet)
    assert {value.value: value.count for value in counted.values} == expected
    (total,) = next(
        store.rows(
            f"{_PREFIXES} SELECT (COUNT(DISTINCT ?f) AS ?n) WHERE {{ ?f a ju:Finding ; "
            "ju:hasText ?text }"
        )
    )
    assert result.total == result.finding_total == int(getattr(total, "value", 0))


def test_an_answer_that_is_printed_several_times_is_one_hit_with_every_source(
    search: TextSearch,
) -> None:
    result = search.search(SearchRequest("", {"kind": ["answer"]}, limit=_EVERYTHING))
    shared = [hit for hit in result.hits if len(hit.sources) > 1]
    assert shared
    assert all(hit.who_says_so == "government" for hit in result.hits)
    assert len({hit.thing for hit in result.hits}) == result.total


def test_the_words_of_a_hit_are_whose_they_are(search: TextSearch) -> None:
    result = search.search(SearchRequest("data", limit=_EVERYTHING))
    for hit in result.hits:
        assert hit.sources, hit
        assert hit.findings, hit
        if hit.who_says_so == "curator":
            assert hit.marked_sentence.startswith("[our words] ")
            assert hit.kind == "Curator summary"
        elif hit.retold:
            assert hit.marked_sentence.startswith("[retold] “")
        else:
            assert hit.marked_sentence.startswith("“")


def test_what_an_answer_restates_is_never_the_governments(search: TextSearch, store: Store) -> None:
    query = (
        f"{_PREFIXES} SELECT ?reply ?words WHERE {{ ?part ju:partOfReply ?reply ; "
        "ju:restates ?words }"
    )
    restated = [
        (str(reply)[1:-1], " ".join(split_words(words.value)[:8]))
        for reply, words in store.rows(query)
        if isinstance(words, ox.Literal) and len(split_words(words.value)) >= 8
    ]
    assert len(restated) > 10
    for reply, words in restated:
        result = search.search(SearchRequest(f'"{words}"', limit=_EVERYTHING))
        voices = {hit.who_says_so for hit in result.hits if hit.thing == reply}
        assert "government" not in voices, words
        assert "committee" in {hit.who_says_so for hit in result.hits}, words


def test_a_reply_that_only_repeats_the_finding_is_no_answer(
    search: TextSearch, store: Store
) -> None:
    query = (
        f"{_PREFIXES} PREFIX flag: <https://w3id.org/joinedup/scheme/flags#> "
        "SELECT ?reply WHERE { ?reply a ju:Reply ; ju:flaggedAs flag:echo }"
    )
    echoes = {str(reply)[1:-1] for (reply,) in store.rows(query)}
    assert echoes
    result = search.search(SearchRequest("", {"kind": ["answer"]}, limit=_EVERYTHING))
    assert not echoes & {hit.thing for hit in result.hits}


def test_pages_of_hits_make_the_whole(search: TextSearch) -> None:
    whole = search.search(SearchRequest("data", limit=_EVERYTHING)).hits
    parts = [
        hit
        for offset in range(0, len(whole), 7)
        for hit in search.search(SearchRequest("data", limit=7, offset=offset)).hits
    ]
    assert [hit.thing for hit in parts] == [hit.thing for hit in whole]


def test_a_misspelt_word_is_suggested_from_the_graph(search: TextSearch) -> None:
    result = search.search(SearchRequest("common identifer"))
    assert result.total == 0
    suggested = {suggestion.words: suggestion.count for suggestion in result.suggestions}
    assert "common identifier" in suggested
    for words, count in suggested.items():
        assert count == search.search(SearchRequest(words)).total > 0
    assert [(term.term, term.count) for term in result.terms][1] == ("identifer", 0)


def test_values_are_found_by_any_of_their_names(search: TextSearch) -> None:
    dfe = search.find_value("department", "DfE")
    assert dfe.endswith("organisation/department-for-education")
    assert search.find_value("department", "Department for Education") == dfe
    assert search.find_value("department", "organisation/department-for-education") == dfe
    assert search.find_value("position", "Accepted in part") == "accepted-in-part"
    assert search.find_value("kind", "organisation") == "organisation"
    with pytest.raises(UnknownNameError, match="Department for Education"):
        search.find_value("department", "Departmnt for Educaton")
    with pytest.raises(UnknownNameError, match="There is no facet 'colour'"):
        search.find_value("colour", "red")


def test_threads_may_search_at_once(search: TextSearch) -> None:
    requests = [SearchRequest(words, limit=3) for words in ("data", "identif*", "DfE", "the") * 6]
    with ThreadPoolExecutor(6) as threads:
        assert list(threads.map(search.search, requests)) == list(map(search.search, requests))
