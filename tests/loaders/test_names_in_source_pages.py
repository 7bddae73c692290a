"""Two record pages as the tracker prints them, judged by hand. The pages are not ours to bundle."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.names_registers import recognise

if TYPE_CHECKING:
    from graph.records.mentions import RecognisedNames

RECORDS = Path(__file__).parent.parent.parent.parent / "shared" / "records"

pytestmark = pytest.mark.skipif(
    not RECORDS.is_dir(),
    reason="the record pages are not ours to bundle; put them in ../shared/records",
)

DATA_SHARING = {
    "longitudinal-education-outcomes",
    "pupil-parent-matched-data",
    "data-matching-and-linking",
    "data-improvement-across-government",
    "moj-dfe-data-share",
    "extended-echild",
    "echild",
    "data-first",
    "bold",
    "stable-homes-built-on-love",
    "vulnerable-children-and-families-strategy-board",
}


def read(number: int) -> tuple[str, RecognisedNames]:
    text = (RECORDS / f"{number}.txt").read_text(encoding="utf-8")
    return text, recognise(text)


def test_record_13168_names_everything_and_nothing_else() -> None:
    _, names = read(13168)
    bodies = {m.entity[1] for m in names.mentions if m.entity[0] == "organisation"}
    assert bodies == {
        "public-accounts-committee",
        "national-audit-office",
        "department-for-education",
        "ministry-of-justice",
        "hm-government",
    }
    assert {m.entity[1] for m in names.mentions if m.entity[0] == "initiative"} == DATA_SHARING
    assert names.candidates == ()
    assert names.ambiguous == ()


def test_record_13168_cites_every_initiative_as_the_answer() -> None:
    text, names = read(13168)
    ventures = [m for m in names.mentions if m.entity[0] == "initiative"]
    assert {m.role for m in ventures} == {"answer"}
    assert all(m.cue and text[slice(*m.cue)] for m in ventures)


def test_record_13168_says_who_leads_bold_and_where_data_first_is_facilitated() -> None:
    text, names = read(13168)
    said = {(r.subject[1], r.name, r.object[1]): text[r.start : r.end] for r in names.relations}
    moj = "ministry-of-justice"
    assert "Ministry of Justice BOLD project" in said["bold", "lead", moj]
    assert "by Data First" in said["data-first", "facilitated-in", moj]
    whole = "data-improvement-across-government"
    assert (whole, "includes", "moj-dfe-data-share") in said
    assert (whole, "includes", "extended-echild") in said
    assert ("moj-dfe-data-share", "partner", "department-for-education") in said


def test_record_3818_names_a_bill_and_an_identifier_as_prospects() -> None:
    text, names = read(3818)
    ventures = [m for m in names.mentions if m.entity[0] != "organisation"]
    assert {m.entity[1] for m in ventures} == {
        "childrens-wellbeing-and-schools-bill",
        "unique-child-identifier",
    }
    assert {m.role for m in ventures} == {"prospect"}
    quotes = {text[m.start : m.end] for m in names.mentions}
    assert not quotes & {"material difference", "unique identifier", "common identifier"}
