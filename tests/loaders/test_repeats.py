"""Recommendations made again: what words say so, what they mean, and what is alike."""

from __future__ import annotations

import json
from itertools import permutations
from pathlib import Path

import pytest

from graph.partial_date import PartialDate
from loaders.repeats.asked_findings import AskedFinding, request_in
from loaders.repeats.reference_resolution import CitableReport, is_before
from loaders.repeats.repeat_link import RepeatRule
from loaders.repeats.repeat_search import Repeats, RepeatSearch
from loaders.repeats.repeat_words import repeat_words_in, title_stems

CASES = Path(__file__).parent.parent / "cases/gold_repeats"
ROOFS = "The Department for Ponds should mend the roofs of its boathouses every winter."
HERONS = "The Department for Ponds should count the herons that nest beside each canal."
PONDS = frozenset(["ponds"])
REPORTS = (
    CitableReport(
        "r:2014", "HC 98", "2013-14", "9", title_stems("Boats and birds"), "2014-03-01", PONDS
    ),
    CitableReport(
        "r:2019",
        "HC 12",
        "2017-19",
        "2",
        title_stems("Locks of the north"),
        "2019-05-02",
        PONDS,
    ),
    CitableReport("r:2024", "HC 5", "2023-24", "1", title_stems("Ponds"), "2024-02-01", PONDS),
)


def finding(
    name: str, text: str, report: str, number: str = "1", by: str = "ponds"
) -> AskedFinding:
    day = next((each.day for each in REPORTS if each.iri == report), "")
    return AskedFinding(name, text, report, day, frozenset([by]), frozenset([number]))


EARLIER = (
    finding("f:roofs", ROOFS, "r:2014", "1"),
    finding("f:herons", HERONS, "r:2014", "2"),
    finding("f:locks", "The Department for Ponds should widen the locks at Kelby.", "r:2019"),
)


def search(*findings: AskedFinding) -> Repeats:
    return RepeatSearch(findings, REPORTS).search()


def meant(text: str) -> tuple[str, str]:
    """The finding, or else the report, that a sentence of 2024 means."""
    links = search(*EARLIER, finding("f:again", text, "r:2024")).links
    stated_links = [link for link in links if link.rule is RepeatRule.STATED]
    assert len(stated_links) <= 1
    return (stated_links[0].earlier, stated_links[0].report) if stated_links else ("none", "none")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("We repeat our recommendation that boathouse roofs be mended.", ("f:roofs", "")),
        (
            "As our predecessor Committee recommended in HC 98, herons should be counted.",
            ("f:herons", ""),
        ),
        ("We reiterate Recommendation 2 of our Ninth Report of Session 2013-14.", ("f:herons", "")),
        (
            "In our report on boats and birds of 2014 we recommended that herons be counted.",
            ("f:herons", ""),
        ),
        ("As we said in our Second Report of Session 2017-19, much is to be done.", ("", "r:2019")),
        ("We restate what we recommended in HC 777 about toads.", ("", "")),
        ("We repeat our call for a tax on toads.", ("", "")),
        ("The Government repeats its promise to mend the roofs.", ("none", "none")),
        ("We do not repeat our recommendation on roofs here.", ("none", "none")),
        ("The Department for Ponds should repeat the count each year.", ("none", "none")),
    ],
)
def test_what_words_mean_is_known_or_stays_open(text: str, expected: tuple[str, str]) -> None:
    assert meant(text) == expected


def test_an_open_repeat_says_why() -> None:
    [link] = search(
        *EARLIER, finding("f:x", "We repeat our call for a tax on toads.", "r:2024")
    ).links
    assert "do not say which" in link.open_because
    assert not link.earlier


def test_a_reworded_repeat_shows_both_sentences() -> None:
    later = "We recommend that each winter the Government mend the boathouse roofs."
    [link] = search(*EARLIER, finding("f:again", later, "r:2024")).links
    assert (link.earlier, link.rule) == ("f:roofs", RepeatRule.REWORDED)
    assert (link.earlier_words, link.words) == (ROOFS, later)


def test_a_comma_and_a_hyphen_are_nearly_the_same_words() -> None:
    later = "The Department for Ponds should mend the roofs, of its boat-houses, every winter."
    [link] = search(*EARLIER, finding("f:again", later, "r:2024")).links
    assert link.rule in {RepeatRule.SAME_WORDS, RepeatRule.ALIKE_WORDS}


def test_no_finding_repeats_one_of_its_own_report() -> None:
    assert search(finding("f:a", ROOFS, "r:2014"), finding("f:b", ROOFS, "r:2014", "3")).links == []


def test_what_came_first_is_not_guessed() -> None:
    repeats = search(finding("f:a", ROOFS, ""), finding("f:b", ROOFS, ""))
    assert repeats.links == []
    assert [each.findings for each in repeats.candidates] == [("f:a", "f:b")]


def test_the_order_of_findings_does_not_matter() -> None:
    again = finding("f:again", ROOFS.replace("mend", "repair"), "r:2024")
    results = {repr(search(*order)) for order in permutations((*EARLIER, again))}
    assert len(results) == 1


def test_a_chain_goes_through_reports() -> None:
    links = search(
        EARLIER[0], finding("f:b", ROOFS, "r:2019"), finding("f:c", ROOFS, "r:2024")
    ).links
    assert {(link.later, link.earlier) for link in links} == {
        ("f:b", "f:roofs"),
        ("f:c", "f:roofs"),
        ("f:c", "f:b"),
    }


def test_deadlines_and_names_do_not_set_requests_apart() -> None:
    dated = request_in("The Office should, by the end of 2024, mend its roofs.", ("The Office",))
    assert dated.terms == request_in("It should mend its roofs.").terms


def test_a_year_is_not_before_its_own_days() -> None:
    assert not is_before(str(PartialDate(2019)), "2019-05-02")
    assert is_before("2018", "2019-05-02")


def test_words_are_read_sentence_by_sentence() -> None:
    text = "Roofs leak. We repeat our recommendation in HC 98, Session 2013-14. It is late."
    [words] = repeat_words_in(text)
    assert words.sentence == "We repeat our recommendation in HC 98, Session 2013-14."
    assert (words.paper, words.session) == ("HC 98", "2013-14")


def test_the_gold_pairs_are_enough() -> None:
    rows = [
        json.loads(line)
        for name in ("tuning", "unseen")
        for line in (CASES / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    ]
    ways = {row["form"] for row in rows if row["verdict"] == "repeat"}
    assert len(rows) >= 150
    assert len(ways) >= 8
