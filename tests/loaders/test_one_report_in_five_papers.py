"""One report met as itself, on a tracker's page, in a minute, a letter and a report on progress.

Each recommendation is one finding, however little a paper says of the report it is about.
"""

from __future__ import annotations

from pathlib import Path

import pytest

import joinedup
from tests.loaders.test_identity_in_graph import rows

PAPERS = {
    path.name: path.read_text(encoding="utf-8")
    for path in sorted((Path(__file__).parents[1] / "cases" / "one_report").glob("*.txt"))
}
ITEMS = 6
"""Three conclusions and three recommendations."""


def findings(folder: Path, papers: dict[str, str]) -> int:
    for name, text in papers.items():
        (folder / name).write_text(text, encoding="utf-8")
    graph = joinedup.build(*(str(folder / name) for name in papers))
    return len(rows(graph, "SELECT DISTINCT ?f WHERE { ?f a ju:Finding }"))


def changed(name: str, *changes: tuple[str, str]) -> dict[str, str]:
    text = PAPERS[name]
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    return PAPERS | {name: text}


CHANGES = {
    "as they are": ("report.txt", ()),
    "the page without its address": (
        "page.txt",
        (("https://accountabilityindex.uk/committees/4/recommendation/90001/", ""),),
    ),
    "the page under a number of its own": (
        "page.txt",
        (("Recommendation 1\n1\n", "Recommendation 14\n14\n"),),
    ),
    "the minute without the number of the report": (
        "minute.txt",
        ((" – Session 2023-24 (HC 388)", ""), (" – Session 2022-23 (HC 1001)", "")),
    ),
    "the letter without title and number": (
        "letter.txt",
        ((", Lamps on village greens (HC 388)", ""),),
    ),
    "the report with a footnote and other lines": (
        "report.txt",
        (("greens and publish what it finds.", "greens and\npublish what it finds.12"),),
    ),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_each_recommendation_is_one_finding(
    change: tuple[str, tuple[tuple[str, str], ...]], tmp_path: Path
) -> None:
    name, changes = change
    assert findings(tmp_path, changed(name, *changes)) == ITEMS


def test_a_page_and_a_letter_alone_are_of_one_finding(tmp_path: Path) -> None:
    papers = {name: PAPERS[name] for name in ("page.txt", "letter.txt")}
    assert findings(tmp_path, papers) == len(("recommendation 1", "recommendation 3"))


def test_other_words_under_one_number_stay_apart(tmp_path: Path) -> None:
    words = "The Department should set out by September 2024 who mends the lamps on village greens."
    others = (
        "The Department should, within six months, count the lamps on village squares and publish "
        "what it finds."
    )
    papers = changed("minute.txt", (words, others))
    assert findings(tmp_path, papers) == ITEMS + 1
