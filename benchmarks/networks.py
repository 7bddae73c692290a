"""Measures the tests of pairs beside the `bicm` package on the same matrix, and projections.

    python -m benchmarks.networks
    python -m benchmarks.networks --store STORE

`bicm` approximates by default: it takes a sum of unequal chances for Poisson, which it is not. Its
exact way computes one transform over all findings for each pair of degrees, hours at full size, so
the two are compared exactly on a smaller matrix. There they differ by about 3e-8, since its solver
leaves the margins out by 2e-6, where ours leaves 3e-14. It tests the pairs that met, ours all.
"""

from __future__ import annotations

import contextlib
import io
import warnings
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING, Any

import click
import numpy as np
from rich.console import Console
from rich.table import Table

from graph.store.embedded import Store
from queries.measures.network_analysis import every_test
from queries.measures.projection import ACTORS, project
from queries.measures.selection import Selection
from queries.measures.store_reader import StoreReader
from queries.statistics.significance import pair_tests

if TYPE_CHECKING:
    from queries.statistics.incidence_matrix import Incidence
    from queries.statistics.significance import PairTests

ORGANISATIONS, FINDINGS = 227, 34_026
_SMALLER = (25, 600)
_WIDTH = 120


@dataclass(frozen=True, slots=True)
class Compared:
    """Ours and theirs on one matrix.

    Attributes:
        matrix: Actors, events and ties.
        way: How `bicm` computes its p-values.
        ours: Seconds of the null model, all p-values, their adjustment and the least numbers.
        theirs: Seconds of the null model and of the p-values of pairs that met.
        largest: Largest difference between two p-values.
        claims: Pairs that ours claims, and that theirs does.
    """

    matrix: tuple[int, int, int]
    way: str
    ours: float
    theirs: float
    largest: float
    claims: tuple[int, int]


def made_ties(organisations: int, findings: int, seed: int = 1) -> Incidence:
    """Organisations by findings, each of which names one or more.

    Few organisations are named often, and few findings name many.
    """
    chance = np.random.default_rng(seed)
    often = 1 / np.arange(1, organisations + 1) ** 0.9
    broad = chance.geometric(0.4, findings)
    ties = chance.random((organisations, findings)) < np.minimum(0.15 * np.outer(often, broad), 0.9)
    (nobody,) = np.nonzero(~ties.any(axis=0))
    ties[chance.choice(organisations, len(nobody), p=often / often.sum()), nobody] = True
    return ties


def compare(ties: Incidence, way: str) -> Compared:
    """Test every pair of a matrix in both ways."""
    began = perf_counter()
    tests = pair_tests(ties)
    ours = perf_counter() - began
    theirs, p, claims = _bicm(ties, way)
    largest = max(
        abs(p[one, other] - float(tests.p[at]))
        for at, (one, other) in enumerate(zip(tests.left, tests.right, strict=True))
        if tests.together[at]
    )
    matrix = (*ties.shape, int(ties.sum()))
    return Compared(matrix, way, ours, theirs, largest, (int(tests.claimed.sum()), claims))


def _bicm(ties: Incidence, way: str) -> tuple[float, dict[tuple[int, int], float], int]:
    """Seconds, p-values by pair and number of claims of the `bicm` package."""
    from bicm import BipartiteGraph  # noqa: PLC0415 - compiles when imported; not ours to time

    quiet = io.StringIO()
    with contextlib.redirect_stdout(quiet), contextlib.redirect_stderr(quiet):
        _solved(BipartiteGraph(biadjacency=ties[:5, :50].astype(np.int64)))
        began = perf_counter()
        graph = _solved(BipartiteGraph(biadjacency=ties.astype(np.int64)))
        # Its exact way does nothing without a progress bar.
        graph.compute_projection(rows=True, approx_method=way, threads_num=1, progress_bar=True)
        seconds = perf_counter() - began
    p = {
        (min(one, other), max(one, other)): float(value)
        for one, row in graph.rows_pvals.items()
        for other, value in row.items()
    }
    claims = sum(len(others) for others in graph.projected_rows_adj_list.values())
    return seconds, p, claims


def _solved(graph: Any) -> Any:  # noqa: ANN401 - bicm has no types
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        graph.solve_tool(method="newton", tol=1e-10)
    return graph


def projections(place: Path) -> list[tuple[str, int, int, float, float, PairTests]]:
    """Seconds of every projection of a store and of all its tests."""
    reading = StoreReader(Store.open(place))
    rows = []
    for actors in ACTORS:
        began = perf_counter()
        data = project(reading, actors, Selection())
        read = perf_counter()
        tests = every_test(data, 0.05)
        done = perf_counter()
        rows.append((actors, *data.ties.shape, read - began, done - read, tests))
    return rows


def compared_table(compared: list[Compared]) -> Table:
    """Ours beside theirs."""
    table = Table(title="Tests of pairs beside the bicm package", title_justify="left")
    for column in ("actors × events", "ties", "bicm's way", "ours, s", "bicm, s"):
        table.add_column(column, justify="right")
    table.add_column("largest difference of p", justify="right")
    table.add_column("claims, ours and bicm's", justify="right")
    for one in compared:
        actors, events, ties = one.matrix
        table.add_row(
            *(f"{actors:,} × {events:,}", f"{ties:,}", one.way, f"{one.ours:.2f}"),
            *(
                f"{one.theirs:.2f}",
                f"{one.largest:.2g}",
                f"{one.claims[0]:,} and {one.claims[1]:,}",
            ),
        )
    return table


def projections_table(place: Path) -> Table:
    """Every projection of a store with all its tests."""
    table = Table(title="Projections of a store", title_justify="left")
    for column in ("actors", "events", "pairs", "read, s", "tests, s", "claimed"):
        table.add_column(column, justify="right")
    whole = 0.0
    for actors, rows, columns, read, tested, tests in projections(place):
        whole += read + tested
        table.add_row(
            *(f"{rows:,} {actors}", f"{columns:,}", f"{len(tests):,}", f"{read:.2f}"),
            *(f"{tested:.2f}", f"{int(tests.claimed.sum()):,}"),
        )
    table.caption = f"All together {whole:.1f} s."
    return table


def show(console: Console, place: Path | None = None) -> None:
    """Measure and print; the projections too where a store is given."""
    console.print(
        compared_table(
            [
                compare(made_ties(*_SMALLER), "poibin"),
                compare(made_ties(*_SMALLER), "poisson"),
                compare(made_ties(ORGANISATIONS, FINDINGS), "poisson"),
            ]
        )
    )
    if place is not None:
        console.print(projections_table(place))


@click.command()
@click.option("--store", "place", type=click.Path(path_type=Path), help="Store to project.")
def main(place: Path | None) -> None:
    """Measure the tests of pairs, and the projections of a store."""
    show(Console(width=_WIDTH, highlight=False), place)


if __name__ == "__main__":
    main()
