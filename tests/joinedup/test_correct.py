"""A person has the last word: what is corrected is so at once, after a build, and is shown."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

import pytest
from openpyxl import Workbook

from graph.store.embedded import Store
from loaders.corrections.correction_file import read_entries
from loaders.pipeline.build import BuildOptions, build
from queries.conversion import to_python
from tests.conftest import PAGES

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.conftest import Run

EVERYTHING = "SELECT ?s ?p ?o ?g WHERE { { ?s ?p ?o } UNION { GRAPH ?g { ?s ?p ?o } } }"
PAGE = str(PAGES / "public-accounts-6595.txt")
FINDING = "accountability-index-4-6595"
WHOSE = ("--by", "A. Clerk", "--why", "Read again.")
FACTS = """
    PREFIX ju: <https://w3id.org/joinedup/ontology#>
    SELECT ?fact WHERE {
      ?finding a ju:Finding ; ?term ?value
      FILTER(STRENDS(STR(?finding), "accountability-index-4-6595"))
      FILTER(?term IN (ju:kind, ju:addressedTo, ju:answeredAs))
      BIND(REPLACE(STR(?value), "^.*[#/]", "") AS ?fact)
    }
"""


@pytest.fixture
def store(tmp_path: Path) -> Path:
    path = tmp_path / "store"
    build([PAGE], path)
    return path


def quads_of(store: Path) -> frozenset[str]:
    return frozenset(map(str, Store.open(store).rows(EVERYTHING)))


def facts(store: Path) -> set[str]:
    return {str(to_python(fact)) for (fact,) in Store.open(store).rows(FACTS)}


CORRECTIONS = [
    (("position", "rejected"), "rejected", "accepted"),
    (("position", "none"), None, "accepted"),
    (("position", "noted", "words=The government agrees"), "noted", "accepted"),
    (("kind", "recommendation"), "recommendation", "conclusion"),
    (("addressee", "HMT", "is-asked=yes"), "hm-treasury", None),
]


@pytest.mark.parametrize(("words", "added", "gone"), CORRECTIONS)
def test_a_reading_is_changed_at_once_shown_by_why_and_followed_by_the_next_build(
    store: Path,
    run_joinedup: Callable[..., Run],
    words: tuple[str, ...],
    added: str | None,
    gone: str | None,
) -> None:
    before = facts(store)
    done = run_joinedup("correct", FINDING, *words, *WHOSE, "--store", store)
    assert (done.returncode, done.stderr) == (0, "The store remembers 1 correction.\n")
    assert facts(store) == (before | {added} if added else before) - {gone}
    shown = run_joinedup("why", FINDING, "--store", store).stdout
    assert "corrected     " in shown
    assert "A. Clerk on " in shown
    assert gone is None or f"before      {gone}" in shown
    at_once = quads_of(store)
    build([PAGE], store)
    assert quads_of(store) == at_once


def test_undo_takes_a_correction_back_with_what_the_store_remembers(
    store: Path, run_joinedup: Callable[..., Run]
) -> None:
    before = quads_of(store)
    run_joinedup("correct", FINDING, "position", "rejected", *WHOSE, "--store", store)
    run_joinedup("undo", "--store", store)
    assert quads_of(store) == before
    assert "# No corrections." in run_joinedup("correct", "--list", "--store", store).stdout


def test_the_sources_keep_what_they_say(store: Path, run_joinedup: Callable[..., Run]) -> None:
    def in_records() -> frozenset[str]:
        rows = Store.open(store).rows("SELECT ?s ?p ?o ?g WHERE { GRAPH ?g { ?s ?p ?o } }")
        return frozenset(map(str, rows))

    before = in_records()
    run_joinedup("correct", FINDING, "kind", "recommendation", *WHOSE, "--store", store)
    assert before
    assert in_records() == before


WRONG = [
    (("nobody", "position", "rejected"), "No finding is called 'nobody'"),
    ((FINDING, "position", "perhaps"), "position 'perhaps' is unknown"),
    ((FINDING, "mood", "cheerful"), "'mood' is no kind of correction"),
    ((FINDING, "kind", "conclusion"), "it is a conclusion already"),
    ((FINDING, "commitment", "2027-03"), "no such commitment was read on it"),
    ((FINDING, "commitment", "soon"), "2024, 2024-03 or 2024-03-31"),
    ((FINDING, "position", "rejected", "words=never said"), "no answer that is printed with it"),
    ((FINDING, "position", "rejected", "colour=red"), "'colour=red' is no KEY=VALUE"),
    (
        (FINDING, "addressee", "Department of Silly Walks", "is-asked=yes"),
        "Nothing in this graph is called",
    ),
    ((FINDING, "addressee", "initiative/bold", "is-asked=yes"), "is no organisation"),
    ((FINDING, "addressee", "organisation/ofsted", "is-asked=no"), "is not among the bodies"),
    ((FINDING, "answer", "The government agrees", "is-answer=perhaps"), "true or false"),
    ((FINDING, "same-finding", FINDING), "are one finding already"),
    ((FINDING, "dismiss", "echo"), "no flag 'echo' is raised on it; "),
    ((FINDING, "accept", "x"), "is no kind of correction"),
    ((FINDING, "same-finding", "nobody"), "No finding is called 'nobody'"),
]


@pytest.mark.parametrize(("words", "message"), WRONG)
def test_a_correction_that_matches_nothing_is_an_error_and_changes_nothing(
    store: Path, run_joinedup: Callable[..., Run], words: tuple[str, ...], message: str
) -> None:
    before = quads_of(store)
    done = run_joinedup("correct", *words, *WHOSE, "--store", store)
    assert (done.returncode, done.stdout) == (2, "")
    assert message in done.stderr
    assert quads_of(store) == before


def test_a_correction_says_whose_it_is_and_why(
    store: Path, run_joinedup: Callable[..., Run]
) -> None:
    done = run_joinedup("correct", FINDING, "position", "rejected", "--store", store)
    assert done.returncode == 2
    assert "give --by and --why" in done.stderr


SHEET = f"""correction,finding,position,kind,body,is-asked,by,on,why
position,{FINDING},rejected,,,,A. Clerk,2026-11-01,"Read again, twice"
kind,{FINDING},,recommendation,,,A. Clerk,2026-11-01,Read again
addressee,{FINDING},,,organisation/hm-treasury,yes,A. Clerk,2026-11-02,Asked by name
"""


def test_the_names_of_columns_may_have_capitals(
    store: Path, tmp_path: Path, run_joinedup: Callable[..., Run]
) -> None:
    sheet = tmp_path / "corrections.csv"
    first, _, rows = SHEET.partition("\n")
    sheet.write_text(f"{first.title()}\n{rows}", encoding="utf-8")
    done = run_joinedup("correct", "--corrections", sheet, "--store", store)
    assert (done.returncode, done.stderr) == (0, "The store remembers 3 corrections.\n")


def test_a_sheet_says_what_the_toml_says(
    store: Path, tmp_path: Path, run_joinedup: Callable[..., Run]
) -> None:
    sheet = tmp_path / "corrections.csv"
    sheet.write_text(f"\ufeff{SHEET}", encoding="utf-8")
    done = run_joinedup("correct", "--corrections", sheet, "--store", store)
    assert (done.returncode, done.stderr) == (0, "The store remembers 3 corrections.\n")
    by_sheet = quads_of(store)
    toml = tmp_path / "corrections.toml"
    toml.write_text(run_joinedup("correct", "--list", "--store", store).stdout, encoding="utf-8")
    for path in (toml, sheet):
        other = tmp_path / f"by-{path.suffix}"
        build([PAGE], other, BuildOptions(corrections=path))
        assert quads_of(other) == by_sheet


@pytest.mark.parametrize("delimiter", [";", "\t"])
def test_a_sheet_of_another_country_says_the_same(tmp_path: Path, delimiter: str) -> None:
    rows = list(csv.reader(SHEET.splitlines()))
    sheets = {",": tmp_path / "commas.csv", delimiter: tmp_path / "others.csv"}
    for mark, path in sheets.items():
        with path.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file, delimiter=mark).writerows(rows)
    commas, others = map(read_entries, sheets.values())
    assert commas == others
    assert len(others) == len(rows) - 1


def test_a_workbook_says_what_the_sheet_says(
    store: Path, tmp_path: Path, run_joinedup: Callable[..., Run]
) -> None:
    sheet, workbook = tmp_path / "corrections.csv", tmp_path / "corrections.xlsx"
    sheet.write_text(SHEET, encoding="utf-8")
    book = Workbook()
    for row in csv.reader(SHEET.splitlines()):
        book.worksheets[0].append([True if cell == "yes" else cell for cell in row])
    book.create_sheet("notes").append(["position", "is no correction here"])
    book.save(workbook)
    graphs = []
    for path in (sheet, workbook):
        graphs.append(tmp_path / f"by-{path.suffix}")
        build([PAGE], graphs[-1], BuildOptions(corrections=path))
    assert quads_of(graphs[0]) == quads_of(graphs[1])
    workbook.write_bytes(b"PK no workbook")
    done = run_joinedup("correct", "--corrections", workbook, "--store", store)
    assert done.returncode == 3
    assert "corrections.xlsx" in done.stderr


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ("mood,x,cheerful", "line 2: 'mood' is no kind of correction"),
        (f"position,{FINDING},rejected,,,,A. Clerk,yesterday,why", "line 2: on"),
        (f"position,{FINDING},rejected,,,,,2026-11-01,why", "line 2: the correction"),
        (f"position,{FINDING},rejected,,,,A,2026-11-01,why,more", "line 2: it has more cells"),
    ],
)
def test_a_wrong_row_of_a_sheet_is_named(
    store: Path, tmp_path: Path, run_joinedup: Callable[..., Run], row: str, message: str
) -> None:
    sheet = tmp_path / "corrections.csv"
    sheet.write_text(f"{SHEET.splitlines()[0]}\n{row}\n", encoding="utf-8")
    done = run_joinedup("correct", "--corrections", sheet, "--store", store)
    assert done.returncode == 3
    assert message in done.stderr


def test_a_first_row_that_is_no_csv_is_named(
    store: Path, tmp_path: Path, run_joinedup: Callable[..., Run]
) -> None:
    sheet = tmp_path / "corrections.csv"
    for first in ('correction,"finding"x,by', f"correction,{'a' * 140_000},by"):
        sheet.write_text(f"{first}\nposition,x,y\n", encoding="utf-8")
        for command in (("correct",), ("build", PAGE)):
            done = run_joinedup(*command, "--corrections", sheet, "--store", store)
            assert done.returncode == 3
            assert "corrections.csv: line 1: " in done.stderr
            assert "Traceback" not in done.stderr


def test_a_build_says_which_corrections_match_nothing(
    tmp_path: Path, run_joinedup: Callable[..., Run]
) -> None:
    sheet = tmp_path / "corrections.csv"
    sheet.write_text(SHEET.replace(FINDING, "elsewhere-1"), encoding="utf-8")
    done = run_joinedup("build", PAGE, "--corrections", sheet, "--store", tmp_path / "store")
    assert done.returncode == 5
    assert done.stdout.count("changes nothing: No finding is called 'elsewhere-1'") == 3


def test_corrections_of_one_finding_in_any_order_say_the_same(
    tmp_path: Path, run_joinedup: Callable[..., Run]
) -> None:
    graphs = set()
    kinds = [words for words, *_ in (CORRECTIONS[0], CORRECTIONS[3], CORRECTIONS[4])]
    for number, order in enumerate((kinds, kinds[::-1])):
        path = tmp_path / str(number)
        build([PAGE], path)
        for words in order:
            run_joinedup("correct", FINDING, *words, *WHOSE, "--on", "2026-11-01", "--store", path)
        graphs.add(frozenset(quads_of(path)))
    assert len(graphs) == 1


def test_an_import_keeps_the_corrections_of_the_store(
    store: Path, tmp_path: Path, run_joinedup: Callable[..., Run]
) -> None:
    run_joinedup("correct", FINDING, "position", "rejected", *WHOSE, "--store", store)
    listed = run_joinedup("correct", "--list", "--store", store).stdout
    run_joinedup("export", "trig", "-o", tmp_path / "graph.trig", "--store", store)
    corrected = quads_of(store)
    assert run_joinedup("import", tmp_path / "graph.trig", "--store", store).returncode == 0
    assert quads_of(store) == corrected
    assert run_joinedup("correct", "--list", "--store", store).stdout == listed
