"""Departments by initiatives: how many findings name both."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from graph.errors import UsageError
from queries.result_tables import Table
from visualisations.charts.chart import Chart, Part
from visualisations.facts import INITIATIVE, ORGANISATION
from visualisations.style import INK, PAPER, RULE
from visualisations.svg import add, clipped, drawing, told, write
from visualisations.views import MEANING, paired
from visualisations.wording import counted

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from queries.statistics.incidence_matrix import Floats
    from visualisations.facts import Facts
    from visualisations.view_model import Pair

MOST_ROWS, MOST_COLUMNS = 22, 32
_CELL, _LEFT, _TOP, _RIGHT, _LOW = 27, 320, 215, 130, 20
_SWEEPS = 12
_DARK_FROM = 0.45
"""Share of the greatest number from which a cell is dark enough for white figures."""


@dataclass(frozen=True, slots=True)
class _Grid:
    rows: list[str]
    columns: list[str]
    cells: dict[tuple[str, str], Pair]


def matrix(facts: Facts) -> Chart:
    """Which organisations findings name with which initiatives, as a grid of numbers.

    Rows and columns stand so that what belongs together is near: each by the mean place of what it
    meets, back and forth (the barycentre method of Sugiyama, Tagawa and Toda 1981).

    Raises:
        UsageError: No finding names an organisation and an initiative.
    """
    cells = _cells(facts)
    if not cells:
        raise UsageError(
            "There is nothing to draw: no finding names a department and an initiative."
        )
    grid = _grid(cells)
    parts = tuple(_part(facts, ends, pair) for ends, pair in grid.cells.items())
    names = facts.things
    table = Table(
        ("organisation", "initiative", "findings together", "beyond chance"),
        tuple(
            (names[one].label, names[other].label, pair.together, "yes" if pair.beyond else "no")
            for (one, other), pair in grid.cells.items()
        ),
    )
    every_row, every_column = ({key[at] for key in cells} for at in (0, 1))
    caption = (
        (
            f"Shown: {len(grid.rows)} of {counted(len(every_row), 'organisation')} and "
            f"{len(grid.columns)} of {counted(len(every_column), 'initiative')} that findings name "
            f"together, those with most joint findings; {len(grid.cells)} of {len(cells)} pairs. "
            f"From {len(facts.findings)} distinct findings in the graph."
        ),
        (
            "A number counts distinct findings that name both; an empty cell means that no finding "
            "does. A frame marks what is beyond chance."
        ),
        MEANING,
    )
    title = "Which departments and initiatives do committees name together?"
    return Chart(
        "matrix",
        title,
        "Each number counts the findings that name both. Choose one to read the sentences.",
        caption,
        _draw(facts, grid, title),
        table,
        parts,
    )


def _cells(facts: Facts) -> dict[tuple[str, str], Pair]:
    """Pairs of an organisation and an initiative, by both."""
    kind = {iri: thing.kind for iri, thing in facts.things.items()}
    actors = [iri for iri in facts.links if kind[iri] in (ORGANISATION, INITIATIVE)]
    found = {}
    for pair in paired(facts, actors):
        if kind[pair.one] != kind[pair.other]:
            ends = (pair.one, pair.other)
            found[ends if kind[pair.one] == ORGANISATION else ends[::-1]] = pair
    return found


def _grid(cells: dict[tuple[str, str], Pair]) -> _Grid:
    columns = _most(cells, 1, MOST_COLUMNS)
    met = {key: pair for key, pair in cells.items() if key[1] in columns}
    rows = _most(met, 0, MOST_ROWS)
    columns = [column for column in columns if any((row, column) in met for row in rows)]
    table = np.array(
        [
            [cells[key].together if (key := (row, col)) in cells else 0 for col in columns]
            for row in rows
        ],
        dtype=np.float64,
    )
    down, across = np.arange(len(rows)), np.arange(len(columns))
    for _ in range(_SWEEPS):
        down = down[np.argsort(_means(table[np.ix_(down, across)]), kind="stable")]
        across = across[np.argsort(_means(table[np.ix_(down, across)].T), kind="stable")]
    held_rows, held_columns = [rows[at] for at in down], [columns[at] for at in across]
    return _Grid(
        held_rows,
        held_columns,
        {
            (row, column): cells[row, column]
            for row in held_rows
            for column in held_columns
            if (row, column) in cells
        },
    )


def _most(cells: dict[tuple[str, str], Pair], side: int, most: int) -> list[str]:
    """The ends on one side with most joint findings."""
    totals: dict[str, int] = {}
    for key, pair in cells.items():
        totals[key[side]] = totals.get(key[side], 0) + pair.together
    return sorted(totals, key=lambda iri: (-totals[iri], iri))[:most]


def _means(table: Floats) -> Floats:
    """The mean place of what each row meets; a row that meets nothing goes last."""
    sums = table.sum(axis=1)
    places = table @ np.arange(table.shape[1])
    means: Floats = np.where(sums > 0, places / np.maximum(sums, 1), table.shape[1])
    return means


def _part(facts: Facts, ends: tuple[str, str], pair: Pair) -> Part:
    one, other = (facts.things[end] for end in ends)
    chance = "more often than by chance" if pair.beyond else "as often as chance may bring about"
    return Part(
        f"{one.label} and {other.label}",
        f"{counted(pair.together, 'finding')} with both, of {len(facts.links[one.iri])} with "
        f"{one.label} and {len(facts.links[other.iri])} with {other.label}: {chance}.",
        ends,
        tuple(sorted(facts.joint(*ends))),
    )


def _draw(facts: Facts, grid: _Grid, title: str) -> Element:
    width = _LEFT + _CELL * len(grid.columns) + _RIGHT
    height = _TOP + _CELL * len(grid.rows) + _LOW
    root = drawing(width, height, title)
    for at, row in enumerate(grid.rows):
        y = _TOP + _CELL * at
        add(root, "line", x1=_LEFT, x2=width - _RIGHT, y1=y, y2=y, stroke=RULE, class_="rule")
        label = clipped(facts.things[row].label, _LEFT - 46)
        write(root, _LEFT - 8, y + 18, label, text_anchor="end", font_size=12.5)
    for at, column in enumerate(grid.columns):
        x = _LEFT + _CELL * (at + 0.5)
        label = clipped(facts.things[column].label, 215)
        write(root, x, _TOP - 8, label, transform=f"rotate(-50 {x:.2f} {_TOP - 8})")
    most = max(pair.together for pair in grid.cells.values())
    for number, ((row, column), pair) in enumerate(grid.cells.items()):
        x = _LEFT + _CELL * grid.columns.index(column)
        y = _TOP + _CELL * grid.rows.index(row)
        group = told(
            add(root, "g", data_part=str(number)),
            f"{facts.things[row].label} and {facts.things[column].label}: "
            f"{counted(pair.together, 'finding')}",
        )
        _draw_cell(group, (x, y), pair, pair.together / most)
    return root


def _draw_cell(group: Element, corner: tuple[float, float], pair: Pair, share: float) -> None:
    """Draw a number on a ground that is darker the greater its share of the greatest is."""
    x, y = corner
    side = _CELL - 3
    cell = add(
        group, "rect", x=x + 1.5, y=y + 1.5, width=side, height=side, rx=3, fill=_blue(share)
    )
    if pair.beyond:
        cell.attrib |= {"stroke": INK, "stroke-width": "2.5", "class": "beyond"}
    write(
        group,
        x + _CELL / 2,
        y + _CELL / 2 + 4.5,
        str(pair.together),
        text_anchor="middle",
        class_="",
        fill=PAPER if share > _DARK_FROM else INK,
    )


def _blue(share: float) -> str:
    """A blue from light to dark; the darkest is near the blue of organisations."""
    low, high = (214, 231, 245), (0, 90, 150)
    return "#" + "".join(
        f"{round(start + (end - start) * share):02x}" for start, end in zip(low, high, strict=True)
    )
