"""One undertaking is due once: what a later document says again or revises is history."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

import joinedup
from loaders.pipeline.replaced_commitments import DatedWords, replacements
from tests.loaders.test_answers_in_documents import rows
from tests.responses_reading import CASES

if TYPE_CHECKING:
    from pathlib import Path

PROGRESS = (CASES / "treasury_minutes" / "progress-with-dates.txt").read_text(encoding="utf-8")
REVISED = "Revised target implementation date: March 2024"
ORIGINAL = "Original target implementation date: Summer 2022"
FIRST = DatedWords(
    "finding", "first", "Target date: May 2023", "2023-05-31", "2022-01", "body", None
)
REPEATED = replace(FIRST, commitment="repeated", document_date="2023-01")
LATER = replace(
    FIRST,
    commitment="later",
    words="Revised target date: June 2024",
    latest="2024-06-30",
    document_date="2023-07",
)
HISTORY = replace(FIRST, commitment="history", document_date="2023-07", replacement="later")


def replaced(*items: DatedWords) -> set[tuple[str, str]]:
    return {
        (subject.strip("<>"), value.strip("<>")) for subject, _, value in replacements(list(items))
    }


def test_what_is_said_again_and_then_revised_is_one_undertaking() -> None:
    chain = {("first", "repeated"), ("repeated", "later")}
    assert replaced(FIRST, REPEATED, LATER) == chain
    assert replaced(FIRST, REPEATED, LATER, HISTORY) == chain
    assert replaced(LATER, HISTORY, REPEATED, FIRST) == chain


def test_the_old_date_told_with_the_new_one_finds_the_sentence_that_gave_it() -> None:
    prose = replace(FIRST, words="We will act by May 2023.")
    now = replace(LATER, words="It has moved from May 2023 to June 2024.")
    assert replaced(prose, now, HISTORY) == {("first", "later")}


@pytest.mark.parametrize(
    "other",
    [
        replace(LATER, document_date="2021-07"),
        replace(LATER, document_date=""),
        replace(LATER, words="We will also write by June 2024."),
        replace(LATER, words="Target date: June 2024", body="another body"),
        replace(FIRST, commitment="other", words="By May 2023 we will write."),
    ],
)
def test_another_undertaking_stays_beside_the_first(other: DatedWords) -> None:
    assert replaced(FIRST, other) <= {("later", "first")}


def test_three_documents_give_one_overdue_commitment(tmp_path: Path) -> None:
    folder = tmp_path / "papers"
    folder.mkdir()
    plain = PROGRESS.replace(f"{REVISED}\n\n{ORIGINAL}", "Target implementation date: Summer 2022")
    for number, month, text in (
        ("CP 9001", "May 2021", plain),
        ("CP 9002", "January 2022", plain),
        ("CP 9003", "November 2023", PROGRESS),
    ):
        dated = text.replace("\nNovember 2023\n", f"\n{month}\n").replace("CP 1298", number)
        (folder / f"{number}.txt").write_text(dated, encoding="utf-8")
    graph = joinedup.build(str(folder), store=tmp_path / "graph")
    assert len(rows(graph, "SELECT ?c { ?c a ju:Commitment ; ju:dueLatest ?day }")) == 4
    overdue = graph.ask("overdue-commitments", as_of="2024-06-01").rows
    assert [(row[3], row[6]) for row in overdue] == [("March 2024", 1)]
    assert graph.ask("overdue-commitments", as_of="2024-01-01").rows == ()
    before = graph.ask("overdue-commitments", as_of="2023-01-01").rows
    assert [row[3] for row in before] == ["Summer 2022"]


def test_a_reported_date_gives_way_to_the_sentence_that_promises_the_same_day() -> None:
    reported = replace(FIRST, commitment="reported", words="", document_date="")
    assert replaced(reported, FIRST) == {("reported", "first")}
    assert replaced(replace(reported, latest="2024-05-31"), FIRST) == set()
    assert replaced(replace(reported, latest=None), replace(FIRST, latest=None)) == set()
    assert replaced(reported, replace(reported, commitment="another")) == set()
