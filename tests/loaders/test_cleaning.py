"""Extraction noise: taken out where it is sure, left where it is not."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.records.findings import Finding, Reply
from graph.records.source_record import parts_of
from loaders.cleaning.text_cleaning import clean_text
from tests.record_pages_reading import read as read_page

CASES = Path(__file__).parent.parent / "cases" / "record_pages"

FLAWS = {
    "hyphen-space": {"broken-hyphen"},
    "dash-variant": {"dash-variant"},
    "dash-space": {"stray-space"},
    "footnote-block": {"footnote-block"},
    "footnote-splits-sentence": {"footnote-block"},
    "footnote-glued-to-word": {"footnote-mark"},
    "missing-space-after-footnote": {"missing-space"},
    "pageno-midsentence": {"page-number"},
    "pageno-tail": {"page-number", "running-head"},
    "running-head": {"running-head"},
    "cut-midword": {"truncated"},
}

LEAST = {
    "hyphen-space": 6,
    "dash-variant": 4,
    "dash-space": 2,
    "footnote-block": 7,
    "footnote-splits-sentence": 1,
    "footnote-glued-to-word": 4,
    "missing-space-after-footnote": 1,
    "pageno-midsentence": 3,
    "pageno-tail": 4,
    "running-head": 17,
    "cut-midword": 16,
}
"""Pages on which each flaw must be found; all that have it, but for three flaws."""

HOSTILE = [
    "1 https://a-",
    "12 Qq 1, 2, ",
    "1 Aaaa (ABC",
    "A",
    "(",
    "a- a",
    " ",
    ". 5 ",
    "Aa bb ",
    "–",
]


def flags(text: str) -> list[str]:
    return [edit.flag for edit in clean_text(text).edits]


@pytest.mark.parametrize(
    ("noisy", "text", "found"),
    [
        ("Help is badly targeted.64 It is late.65", "Help is badly targeted. It is late.", "mark"),
        ("They ran the job as well;63 it broke.", "They ran the job as well; it broke.", "mark"),
        ("It set up a “commission”3 and left.", "It set up a “commission” and left.", "mark"),
        ("There was an audit3. It ended.", "There was an audit. It ended.", "mark"),
        ("It lists all projects4 and owners.", "It lists all projects and owners.", "mark"),
        ("It rose in 2022–23.10 The fall came.", "It rose in 2022–23. The fall came.", "mark"),
        ("It won speed,60 not Credit61 or more.", "It won speed, not Credit or more.", "mark"),
        ("The list (GMPP).5Government reads it.", "The list (GMPP). Government reads it.", "space"),
        ("It is late.64 61 SVA0007 62 Qq 12–27", "It is late. ", "block"),
        ("It looked 12 Q 4; C&AG’s Report para 10 ", "It looked  ", "block"),
        ("as providing 31 Qq 12–27 33 Q 40 care helps.", "as providing  care helps.", "block"),
        ("It may help. 9 https://www.gov.uk/a-b- c/d", "It may help. ", "block"),
        ("Plans stay.22 Public trust", "Plans stay.", "head"),
        ("Act now. (Paragraph 24) Progress on the rest 7", "Act now.", "head"),
        ("Price the plan. 7 1 Support for families Introduction", "Price the plan.", "head"),
        ("Late. The court backlog 7 Recommendation: Act.", "Late. Recommendation: Act.", "head"),
        ("It is hard to tell 5 where delay lies.", "It is hard to tell where delay lies.", "page"),
        (
            "There is no plan. 3 recommendation a. Act.",
            "There is no plan. recommendation a. Act.",
            "",
        ),
        ("It fails. (Conclusion, Paragraphs 12–14 and 19)", "It fails.", "paragraph"),
        ("It fails (Paragraph 3).", "It fails.", "paragraph"),
        ("It fails. [Para 79]", "It fails.", "paragraph"),
        ("It fails. (Paragraph 79 of this Report)", "It fails.", "paragraph"),
        ("It fails. (Rec 4; para. 79)", "It fails.", "paragraph"),
        ("It fails. (¶79)", "It fails.", "paragraph"),
        ("It fails. (Paragraph 79 and Box 2)", "It fails.", "paragraph"),
        ("It will work with the police. 7", "It will work with the police.", "page"),
        ("an all- encompassing view.", "an all-encompassing view.", "hyphen"),
        ("keep it up-to- date.", "keep it up-to-date.", "hyphen"),
        ("the Fifty- First report.", "the Fifty-First report.", "hyphen"),
        ("poor data–sharing here.", "poor data-sharing here.", "dash"),
        ("a well‑established way.", "a well-established way.", "hyphen"),
        ("by 2022– 23 at least.", "by 2022–23 at least.", "space"),
        ("at Q 68 ; then more.", "at Q 68; then more.", "space"),
        ("the 2023report said.", "the 2023 report said.", "space"),
        ("They should,within days, go.", "They should, within days, go.", "space"),
        ("see https://www.gov.uk/for-2022- to-2025/ here.", None, "url"),
    ],
)
def test_noise_is_taken_out(noisy: str, text: str | None, found: str) -> None:
    reading = clean_text(noisy)
    assert reading.original == noisy
    assert reading.text == (text or noisy.replace("- ", "-"))
    assert any(found in flag for flag in flags(noisy))


@pytest.mark.parametrize(
    "text",
    [
        "R2D2, OSCAR 2, SR21, COVID-19 and TM25 are names.",
        "See CP 456, HC 730, 2022-23 and £800,000.",
        "7.1 The government agrees. 7.2 It acts by 31 October 2021.",
        "In Q4 the 5G and G7 work took 25 years, from 2019 to 2021.",
        "There are short- and long-term needs, or mid- to late-term ones.",
        "It rose to 3.64 from 2.0, see para.12, No.10 and Annex A.12.",
        "In 2021,13 staff left; on Monday,9 May more; costs,30% of them.",
        "Commitment 3 states it; Mission 3 and Top 75 do not.",
        "Some needs–which are many–and costs— how many?",
        "The Committee asked what 5 where needed.",
        "The plan has: (1) Doing research. (2) Helping others.",
        "Covid19 and Article50 and Windows11 are spelt so.",
        "We heard 14 Local Authorities (LGA0012) on it.",
        "The Department agrees.12 The Home Office will act.",
        "Non-UK staff and cross-government work; HMRC's Q2 in 24 Q1.",
    ],
)
def test_good_text_stays(text: str) -> None:
    assert clean_text(text).text == text.replace("agrees.12", "agrees.")


@pytest.mark.parametrize(
    ("text", "stops_short"),
    [
        ("The government agre", True),
        ("The government agrees,", True),
        ("The government agrees.", False),
        ("The government agrees.12", False),
        ("The government “agrees”", False),
        ("It stays.22 Public trust", False),
        ("", False),
    ],
)
def test_a_text_that_stops_short_is_marked(text: str, *, stops_short: bool) -> None:
    assert ("truncated" in flags(text)) is stops_short
    assert all(
        edit.start == edit.end for edit in clean_text(text).edits if edit.flag == "truncated"
    )


def test_the_name_split_by_a_block_is_read_through() -> None:
    text = "with care 31 Q41 36 The Bar Council (ABC0007) The court backlog 13 so that it holds.42"
    assert clean_text(text).text == "with care  so that it holds."


def found_on_gold_pages() -> tuple[Counter[str], Counter[str]]:
    """Pages that have each flaw by the gold file, and those of them on which it was found."""
    known: Counter[str] = Counter()
    found: Counter[str] = Counter()
    for line in (CASES / "gold_pages.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        (record,) = read_page((CASES / row["file"]).read_text(encoding="utf-8")).records
        texts = [
            c.text.text
            for c in parts_of(record.content)
            if isinstance(c, Finding | Reply) and c.text
        ]
        present = {flag for text in texts for flag in flags(text)}
        for flaw in FLAWS.keys() & set(row["flaws"]):
            known[flaw] += 1
            found[flaw] += bool(FLAWS[flaw] & present)
    return known, found


def test_flaws_of_the_gold_pages_are_found() -> None:
    known, found = found_on_gold_pages()
    assert known == LEAST | {"cut-midword": 22, "running-head": 21, "pageno-midsentence": 4}
    assert not {flaw: found[flaw] for flaw, least in LEAST.items() if found[flaw] < least}


@given(st.text(alphabet="ab. ,;-–—()“”’0123456789ABQ\n", max_size=120))
def test_any_text_has_a_reading(text: str) -> None:
    reading = clean_text(text)
    assert reading.original == text
    assert all(0 <= edit.start <= edit.end <= len(text) for edit in reading.edits)


@pytest.mark.parametrize("piece", [*HOSTILE, "".join(HOSTILE)])
def test_a_hostile_text_comes_to_an_end(piece: str) -> None:
    length = 200_000 if piece in HOSTILE else 2_000_000
    text = piece * (length // len(piece))
    assert clean_text(text).original == text
