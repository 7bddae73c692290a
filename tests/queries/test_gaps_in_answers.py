"""Gaps in answers, on pages made so that each gap is there; and gone with a word."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from graph.store.embedded import Store
from loaders.pipeline.build import BuildOptions, fill
from queries.connections import Connections
from queries.measures.gaps import KINDS, GapFinder
from queries.measures.selection import Selection

if TYPE_CHECKING:
    from pathlib import Path

PAGE = """\
# url: https://www.inquirytracker.uk/committees/4/recommendation/{number}/
{number}
Rejected
A title of ours
Conclusion
Much is hoped of number {number}, and little of it has come about so far.
Government Response
Rejected
{respondent}
Rejected
The government disagrees with number {number}. This is already done through the {initiative}.
Source
Committee
Public Accounts Committee
Report
Seventieth Report - Digital transformation in government
{day}
HC 1229
Addressee Bodies
HM Treasury
Timeline
Report published
{day}
"""

ENDED = "700 MHz Clearance Programme"
UNLED = "SAIL Databank"


def found(
    folder: Path, kind: str, *answers: tuple[str, str], day: str = "13 Sep 2023"
) -> list[str]:
    """What the gaps of a kind are about, given each answer's respondent and initiative."""
    for number, (respondent, initiative) in enumerate(answers, start=101):
        page = PAGE.format(number=number, respondent=respondent, initiative=initiative, day=day)
        (folder / f"{number}.txt").write_text(page, encoding="utf-8")
    store = Store.in_memory()
    fill(store, [str(folder), "bundled"], BuildOptions())
    connections = Connections(store)
    gaps = KINDS[kind](GapFinder(connections.reader, Selection()))
    for gap in gaps.gaps:
        for finding, thing in gap.namings:
            assert any(connections.sentences(finding, (thing,)))
    return [gap.about[0] for gap in gaps.gaps]


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        ([("Home Office", UNLED), ("HM Treasury", UNLED)], [UNLED]),
        ([("Home Office", UNLED), ("Home Office", UNLED)], []),
        ([("Home Office", "Data First"), ("HM Treasury", "Data First")], []),
    ],
    ids=["two respondents and no lead", "one respondent", "one lead"],
)
def test_an_answer_of_several_without_a_lead(
    tmp_path: Path, answers: list[tuple[str, str]], expected: list[str]
) -> None:
    assert found(tmp_path, "no-lead", *answers) == expected


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        ([("Home Office", ENDED), ("HM Treasury", ENDED)], [ENDED]),
        ([("Home Office", ENDED), ("HM Treasury", f"{ENDED} and the {UNLED}")], []),
    ],
    ids=["two answers cite nothing else", "one cites something else"],
)
def test_a_single_point_on_which_answers_rest(
    tmp_path: Path, answers: list[tuple[str, str]], expected: list[str]
) -> None:
    assert found(tmp_path, "single-point", *answers) == expected


@pytest.mark.parametrize(
    ("day", "expected"), [("13 Sep 2023", [ENDED]), ("13 Sep 2019", [])], ids=["after", "before"]
)
def test_an_answer_that_rests_on_what_had_ended(
    tmp_path: Path, day: str, expected: list[str]
) -> None:
    assert found(tmp_path, "ended", ("Home Office", ENDED), day=day) == expected
