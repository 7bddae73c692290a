"""The page on scale: what it says was computed is what follows from what it says was measured."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

PAGE = (Path(__file__).parent.parent.parent / "docs" / "scale.md").read_text(encoding="utf-8")
KIB = 1024


def rows_below(heading: str) -> list[list[str]]:
    """The cells of the first table below a heading, its two lines of headers left out."""
    [table] = re.findall(rf"(?s)^## {heading}$.*?(^\|.*?)\n\n", PAGE, re.MULTILINE)
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in table.split("\n")[2:]]


def number(cell: str) -> float:
    """The number that a cell begins with, in GiB, hours or quads."""
    digits = re.match(r"[\d.,]+", cell)
    assert digits, cell
    units = {"million": 1e6, "billion": 1e9, "TiB": KIB}
    return float(digits[0].replace(",", "")) * units.get(cell.rsplit(maxsplit=1)[-1], 1)


def row_of(label: str) -> list[str]:
    [row] = [row for row in rows_below("What was measured") if row[0].startswith(label)]
    return row


def test_the_cost_of_a_further_page_is_that_between_two_sizes() -> None:
    small, large, page = map(row_of, ("1,000", "10,000", "for each"))
    for column, unit in ((1, 1e3), (3, 1e3), (5, 1e3), (6, KIB), (7, 1e3), (9, KIB)):
        growth = (number(large[column]) - number(small[column])) / 9000 * unit
        assert number(page[column]) == pytest.approx(growth, rel=0.02), column


def test_the_costs_of_many_pages_are_those_of_a_page_times_the_pages() -> None:
    per_page = row_of("for each")
    middle, large = number(row_of("5,000")[4]), number(row_of("10,000")[4])
    memory = (large - middle) / 5000 / KIB  # GiB a page
    smallest = large / KIB - 10_000 * memory
    for row in rows_below("To 100 million pages"):
        pages = number(row[0])
        computed = (
            number(per_page[5]) / 1e3 * pages / 3600,
            number(per_page[3]) / 1e3 * pages / 3600,
            smallest + memory * pages,
            number(per_page[7]) / 1e3 * pages / 3600,
            number(per_page[6]) * pages / KIB**2,
            number(per_page[9]) * pages / KIB**2,
            240 * pages,
        )
        assert [number(cell) for cell in row[1:]] == pytest.approx(computed, rel=0.025, abs=0.06)
