"""`why` and `candidates` answer from the graph alone, whatever corrections it was built with."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pyoxigraph as ox
import pytest
from click.testing import CliRunner

from graph.store.embedded import Store
from joinedup.cli import cli
from loaders.pipeline.build import BuildOptions, build
from tests.conftest import PAGES

if TYPE_CHECKING:
    from pathlib import Path

    from graph.store.readable_store import Term

BY = 'by = "A. Clerk"\non = 2026-11-20\nwhy = "Seen in a hearing."\n'
OFCOM = 'thing = "organisation/ofcom"\ninto = "organisation/nhs"\n'
CORRECTIONS = f"""
[[same-as]]
name = "Home Secretary"
thing = "organisation/home-office"
{BY}
[[not-same-as]]
name = "IPA"
thing = "organisation/infrastructure-and-projects-authority"
{BY}
[[not-a-name]]
name = "Universal Credit"
{BY}
[[merge]]
thing = "organisation/nhs-digital"
into = "organisation/nhs"
{BY}
[[merge]]
{OFCOM}{BY}
[[unmerge]]
{OFCOM}{BY}
[[accept]]
candidate = "bank-account-validation"
thing = "initiative/bank-account-validation"
name = "Bank Account Validation"
kind = "service"
{BY}
[[refuse]]
candidate = "tm25"
{BY}"""

MENTIONS = """
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
PREFIX ju: <https://w3id.org/joinedup/ontology#>
PREFIX oa: <http://www.w3.org/ns/oa#>
SELECT DISTINCT ?finding ?entity ?words ?start ?end WHERE {
  ?finding a ju:Finding .
  { ?finding ju:hasText ?text } UNION { ?reply ju:shownWith ?finding ; ju:hasText ?text }
  ?mention a ju:Mention ; oa:hasBody ?entity ; oa:hasTarget ?target .
  ?text ju:content ?content .
  FILTER(STRSTARTS(STR(?target), CONCAT(STR(?text), "#char=")))
  BIND(STRAFTER(STR(?target), "#char=") AS ?span)
  BIND(xsd:integer(STRBEFORE(?span, ",")) AS ?start)
  BIND(xsd:integer(STRAFTER(?span, ",")) AS ?end)
  BIND(SUBSTR(?content, ?start + 1, ?end - ?start) AS ?words)
}"""
POINTING_BACK = """
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
PREFIX ju: <https://w3id.org/joinedup/ontology#>
PREFIX oa: <http://www.w3.org/ns/oa#>
SELECT ?finding ?entity ?words WHERE {
  ?mention ju:rule <https://w3id.org/joinedup/scheme/rules#anaphor> ; oa:hasBody ?entity ;
    ju:inSentence/ju:inText ?text ; oa:hasTarget ?target .
  ?finding a ju:Finding ; ju:hasText ?text .
  ?text ju:content ?content .
  BIND(STRAFTER(STR(?target), "#char=") AS ?span)
  BIND(xsd:integer(STRBEFORE(?span, ",")) AS ?start)
  BIND(SUBSTR(?content, ?start + 1, xsd:integer(STRAFTER(?span, ",")) - ?start) AS ?words)
}
ORDER BY ?finding"""
PRINTED = re.compile(r"^“(?P<words>.*)” at (?P<start>\d+) to (?P<end>\d+): (?P<entity>\S+)$", re.M)

Place = tuple[str, int, int]


@pytest.fixture(scope="module")
def corrected_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The record pages of the fixtures, built with a correction of each kind."""
    folder = tmp_path_factory.mktemp("corrected")
    corrections = folder / "corrections.toml"
    corrections.write_text(CORRECTIONS, encoding="utf-8")
    build([str(PAGES)], folder / "store", BuildOptions(corrections=corrections))
    return folder / "store"


@pytest.fixture(scope="module")
def mentions(corrected_store: Path) -> dict[tuple[str, str], set[Place]]:
    """The places that the graph itself holds, by finding and entity."""
    places: dict[tuple[str, str], set[Place]] = {}
    rows = Store.open(corrected_store).rows(MENTIONS)
    for finding, entity, words, start, end in rows:
        key = _key(finding), _key(entity)
        span = int(_value(start)), int(_value(end))
        places.setdefault(key, set()).add((_value(words), *span))
    return places


def _value(term: Term | None) -> str:
    assert isinstance(term, ox.Literal | ox.NamedNode)
    return term.value


def _key(term: Term | None) -> str:
    return _value(term).partition("/id/")[2]


def why(store: Path, finding: str, name: str) -> tuple[int, str]:
    """Exit code and output of `joinedup why`."""
    outcome = CliRunner().invoke(
        cli, ["why", finding.removeprefix("finding/"), name, "--store", str(store)]
    )
    return outcome.exit_code, f"{outcome.output}{outcome.exception or ''}"


def printed(output: str, entity: str) -> set[Place]:
    """The places that an output of `why` says name an entity."""
    return {
        (match["words"], int(match["start"]), int(match["end"]))
        for match in PRINTED.finditer(output)
        if match["entity"] == entity
    }


@pytest.mark.parametrize(
    ("finding", "words", "entity"),
    [
        ("accountability-index-4-9229", "Universal Credit", "initiative/universal-credit"),
        (
            "accountability-index-4-10057",
            "IPA",
            "organisation/infrastructure-and-projects-authority",
        ),
        ("accountability-index-4-13919", "TM25", "candidate/tm25"),
    ],
)
def test_what_a_correction_takes_from_the_graph_is_not_explained(
    corrected_store: Path, pages_store: Path, finding: str, words: str, entity: str
) -> None:
    _, output = why(pages_store, finding, words)
    assert words in {place[0] for place in printed(output, entity)}
    _, output = why(corrected_store, finding, words)
    assert printed(output, entity) == set()
    assert "A. Clerk" in output


@pytest.mark.parametrize(
    ("finding", "words", "entity"),
    [
        ("accountability-index-2-511", "Home Secretary", "organisation/home-office"),
        ("accountability-index-4-20120", "NHS Digital", "organisation/nhs"),
        ("accountability-index-7-20285", "Ofcom", "organisation/ofcom"),
        (
            "accountability-index-4-19013",
            "Bank Account Validation",
            "initiative/bank-account-validation",
        ),
    ],
)
def test_what_a_correction_brings_is_explained_with_it(
    corrected_store: Path, finding: str, words: str, entity: str
) -> None:
    _, output = why(corrected_store, finding, words)
    assert words in {place[0] for place in printed(output, entity)}
    assert "A. Clerk" in output
    assert "Seen in a hearing." in output


def test_why_gives_every_mention_of_the_graph_and_no_other(
    corrected_store: Path, mentions: dict[tuple[str, str], set[Place]]
) -> None:
    assert len(mentions) > 150
    for (finding, entity), places in mentions.items():
        _, output = why(corrected_store, finding, entity)
        assert printed(output, entity) == places, (finding, entity)


def test_what_the_texts_do_name_is_listed_when_a_name_is_missed(pages_store: Path) -> None:
    exit_code, output = why(pages_store, "accountability-index-4-13168", "Ofqual")
    assert exit_code != 0
    assert "Better Outcomes through Linked Data" in output


def test_an_explanation_shows_what_the_mention_rests_on(pages_store: Path) -> None:
    """The antecedent of an expression that points back, and words other than the pattern."""
    rows = Store.open(pages_store).rows(POINTING_BACK)
    finding, entity, words = map(_value, next(rows))
    _, output = why(pages_store, finding.rpartition("/")[2], words)
    assert "Anaphor (pattern “the " in output
    assert re.search(r"rests on {4}“[^”]+”", output), entity


def test_candidates_are_listed_with_sentence_and_similar_names(pages_store: Path) -> None:
    output = candidates(pages_store)
    assert (
        "mission-3-of-the-national-data-strategy: Mission 3 of the National Data Strategy, "
        "initiative; 1 mention in 1 text\n"
        "  like  initiative/national-data-strategy: National Data Strategy (72 of 100)\n"
    ) in output
    assert "  in    accountability-index-4-12570: The Department cannot oversee home" in output


def test_candidates_that_a_correction_settles_are_listed_no_more(
    corrected_store: Path, pages_store: Path
) -> None:
    for key in ("tm25: ", "bank-account-validation: "):
        assert key in candidates(pages_store)
        assert key not in candidates(corrected_store)


def candidates(store: Path) -> str:
    """Output of `joinedup candidates`."""
    outcome = CliRunner().invoke(cli, ["candidates", "--store", str(store)])
    assert outcome.exit_code == 0, outcome.output
    return outcome.output


def test_a_finding_is_told_with_its_reply_and_every_position(pages_store: Path) -> None:
    words = ["why", "accountability-index-4-13168", "--store", str(pages_store)]
    told = CliRunner().invoke(cli, words).stdout
    assert told.startswith("Conclusion 24, Public Accounts Committee\n")
    assert "The government disagrees" in told
    assert "position: Rejected" in told
    assert "ask story-of-a-finding finding=accountability-index-4-13168" in told
    assert "No answer loaded" not in told
    assert "1 source record is about this finding:" in told


def test_an_answer_that_is_not_loaded_is_not_one_that_was_never_given(bundled_store: Path) -> None:
    finding = _finding_without_answer(bundled_store)
    told = CliRunner().invoke(cli, ["why", finding, "--store", str(bundled_store)]).stdout
    assert "No answer loaded." in told
    assert "does not mean that government gave none" in " ".join(told.split())


def _finding_without_answer(store_path: Path) -> str:
    rows = Store.open(store_path).rows(
        "PREFIX ju: <https://w3id.org/joinedup/ontology#> SELECT ?finding WHERE { ?finding a "
        "ju:Finding FILTER NOT EXISTS { ?thing ju:onFinding|ju:shownWith ?finding } }"
    )
    return min(str(finding.value) for (finding,) in rows if isinstance(finding, ox.NamedNode))


def test_the_sentence_of_several_names_is_shown_once(pages_store: Path) -> None:
    words = ["why", "accountability-index-4-13168", "BOLD", "--store", str(pages_store)]
    told = CliRunner().invoke(cli, words).stdout
    assert told.count("7.2 Sharing already runs") == 1
    assert "sentence    the same" in told
