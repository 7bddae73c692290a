"""Departments by initiatives: how many findings name both."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from graph.errors import UsageError
from queries.result_tables import Table
from visualisations.charts.chart import Chart, ChartPart
from visualisations.co_naming import MEANING, drawn_pairs
from visualisations.graph_facts import INITIATIVE, ORGANISATION
from visualisations.style import INK, PAPER, RULE
from visualisations.svg import add_element, add_tooltip, clipped, drawing, write_text
from visualisations.view_definition import ViewDefinition
from visualisations.wording import counted

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from queries.statistics.incidence_matrix import Floats
    from visualisations.graph_facts import GraphFacts
    from visualisations.view_definition import ViewRequest
    from visualisations.view_model import DrawnPair

MOST_ROWS, MOST_COLUMNS = 22, 32
_CELL, _LEFT, _TOP, _RIGHT, _LOW = 27, 320, 215, 165, 20
_SWEEPS = 12
_DARK_FROM = 0.45
"""Share of the greatest number from which a cell is dark enough for white figures."""


@dataclass(frozen=True, slots=True)
class _Grid:
    rows: list[str]
    columns: list[str]
    cells: dict[tuple[str, str], DrawnPair]


def build_matrix_view(request: ViewRequest) -> Chart:
    """Which organisations findings name with which initiatives, as a grid of numbers.

    Rows and columns stand so that what belongs together is near: each by the mean place of what it
    meets, back and forth (the barycentre method of Sugiyama, Tagawa and Toda 1981).

    Raises:
        UsageError: No finding names an organisation and an initiative.
    """
    facts = request.facts
    cells = _cells(facts)
    if not cells:
        raise UsageError(
            "There is nothing to draw: no finding names a department and an initiative."
        )
    grid = _grid(cells)
    parts = tuple(_part(facts, ends, pair) for ends, pair in grid.cells.items())
    names = facts.entities
    table = Table(
        ("organisation", "initiative", "findings with both", "more than coincidence"),
        tuple(
            (names[row].label, names[column].label, pair.together, pair.verdict)
            for (row, column), pair in grid.cells.items()
        ),
    )
    every_row, every_column = ({ends[side] for ends in cells} for side in (0, 1))
    caption = (
        (
            f"Shown: {len(grid.rows)} of {counted(len(every_row), 'organisation')} and "
            f"{len(grid.columns)} of {counted(len(every_column), 'initiative')} that findings name "
            f"together, those with most joint findings; {len(grid.cells)} of {len(cells)} pairs. "
            f"From {len(facts.findings)} distinct findings in the graph."
        ),
        (
            "A number counts distinct findings that name both; an empty cell means that no finding "
            "does. A frame marks pairs that are named together more than coincidence would explain."
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


def _cells(facts: GraphFacts) -> dict[tuple[str, str], DrawnPair]:
    """Pairs of an organisation and an initiative, by both."""
    kind = {iri: entity.kind for iri, entity in facts.entities.items()}
    actors = [iri for iri in facts.links if kind[iri] in (ORGANISATION, INITIATIVE)]
    cells = {}
    for pair in drawn_pairs(facts, actors):
        if kind[pair.left] != kind[pair.right]:
            ends = (pair.left, pair.right)
            cells[ends if kind[pair.left] == ORGANISATION else ends[::-1]] = pair
    return cells


def _grid(cells: dict[tuple[str, str], DrawnPair]) -> _Grid:
    columns = _most(cells, 1, MOST_COLUMNS)
    shown = {ends: pair for ends, pair in cells.items() if ends[1] in columns}
    rows = _most(shown, 0, MOST_ROWS)
    columns = [column for column in columns if any((row, column) in shown for row in rows)]
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
    sorted_rows = [rows[index] for index in down]
    sorted_columns = [columns[index] for index in across]
    return _Grid(
        sorted_rows,
        sorted_columns,
        {
            (row, column): cells[row, column]
            for row in sorted_rows
            for column in sorted_columns
            if (row, column) in cells
        },
    )


def _most(cells: dict[tuple[str, str], DrawnPair], side: int, most: int) -> list[str]:
    """The ends on one side with most joint findings."""
    totals: dict[str, int] = {}
    for key, pair in cells.items():
        totals[key[side]] = totals.get(key[side], 0) + pair.together
    return sorted(totals, key=lambda iri: (-totals[iri], iri))[:most]


def _means(table: Floats) -> Floats:
    """The mean column that each row has numbers in; an empty row goes last."""
    sums = table.sum(axis=1)
    positions = table @ np.arange(table.shape[1])
    means: Floats = np.where(sums > 0, positions / np.maximum(sums, 1), table.shape[1])
    return means


def _part(facts: GraphFacts, ends: tuple[str, str], pair: DrawnPair) -> ChartPart:
    organisation, initiative = (facts.entities[end] for end in ends)
    return ChartPart(
        f"{organisation.label} and {initiative.label}",
        f"{counted(pair.together, 'finding')} with both, of "
        f"{len(facts.links[organisation.iri])} with {organisation.label} and "
        f"{len(facts.links[initiative.iri])} with {initiative.label}. "
        f"More than coincidence: {pair.verdict}.",
        ends,
        tuple(sorted(facts.joint(*ends))),
    )


def _draw(facts: GraphFacts, grid: _Grid, title: str) -> Element:
    width = _LEFT + _CELL * len(grid.columns) + _RIGHT
    height = _TOP + _CELL * len(grid.rows) + _LOW
    root = drawing(width, height, title)
    for index, row in enumerate(grid.rows):
        y = _TOP + _CELL * index
        add_element(
            root, "line", x1=_LEFT, x2=width - _RIGHT, y1=y, y2=y, stroke=RULE, class_="rule"
        )
        label = clipped(facts.entities[row].label, _LEFT - 46)
        write_text(root, _LEFT - 8, y + 18, label, text_anchor="end", font_size=12.5)
    for index, column in enumerate(grid.columns):
        x = _LEFT + _CELL * (index + 0.5)
        label = clipped(facts.entities[column].label, 215)
        write_text(root, x, _TOP - 8, label, transform=f"rotate(-50 {x:.2f} {_TOP - 8})")
    most = max(pair.together for pair in grid.cells.values())
    for number, ((row, column), pair) in enumerate(grid.cells.items()):
        x = _LEFT + _CELL * grid.columns.index(column)
        y = _TOP + _CELL * grid.rows.index(row)
        group = add_tooltip(
            add_element(root, "g", data_part=str(number)),
            f"{facts.entities[row].label} and {facts.entities[column].label}: "
            f"{counted(pair.together, 'finding')}",
        )
        _draw_cell(group, (x, y), pair, pair.together / most)
    return root


def _draw_cell(group: Element, corner: tuple[float, float], pair: DrawnPair, share: float) -> None:
    """Draw a number on a ground that is darker the greater its share of the greatest is."""
    x, y = corner
    side = _CELL - 3
    cell = add_element(
        group, "rect", x=x + 1.5, y=y + 1.5, width=side, height=side, rx=3, fill=_blue(share)
    )
    if pair.solid:
        cell.attrib |= {"stroke": INK, "stroke-width": "2.5", "class": "framed"}
    write_text(
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


VIEW = ViewDefinition(
    name="matrix",
    title="departments by initiatives",
    build=build_matrix_view,
)
