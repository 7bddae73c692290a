"""The tables of the benchmark, and the facts without which its figures say nothing."""

from __future__ import annotations

import os
import platform
import sys
from importlib.metadata import version
from typing import TYPE_CHECKING

from rich.table import Table

from benchmarks.builds import STAGES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from benchmarks.builds import BuildMeasure
    from benchmarks.stores import StoreMeasure

_LIBRARIES = ("joinedup", "pyoxigraph", "rdflib", "ahocorasick-rs", "rapidfuzz")
_MEBIBYTE = 1 << 20


def machine() -> str:
    """The machine, Python and the libraries."""
    libraries = ", ".join(f"{name} {version(name)}" for name in _LIBRARIES)
    return (
        f"{_cores()} cores ({platform.machine()}), {platform.system()}, "
        f"Python {platform.python_version()}, {libraries}"
    )


def command() -> str:
    """The command that repeats this run."""
    return " ".join(["python -m benchmarks", *sys.argv[1:]])


def builds_table(measures: Sequence[BuildMeasure]) -> Table:
    """A row for each size."""
    table = _table("Builds", "pages", "seconds", "s per 1,000", "peak MiB", "quads", "MiB on disk")
    for stage in STAGES:
        table.add_column(f"{stage} s", justify="right")
    for measure in measures:
        table.add_row(
            f"{measure.pages:,}",
            f"{measure.seconds:.1f}",
            f"{measure.per_thousand:.2f}",
            f"{measure.peak / _MEBIBYTE:,.0f}",
            f"{measure.quads:,}",
            f"{measure.disk / _MEBIBYTE:,.0f}",
            *(f"{measure.stages.get(stage, 0):.1f}" for stage in STAGES),
        )
    return table


def growth(measures: Sequence[BuildMeasure]) -> str:
    """How the cost of a page grows from the smallest build to the largest, in a sentence."""
    ordered = sorted(measures, key=lambda measure: measure.pages)
    first, last = ordered[0], ordered[-1]
    times = last.per_thousand / first.per_thousand
    return f"A page of {last.pages:,} costs {times:.2f} times what one of {first.pages:,} costs.\n"


def stores_table(measures: Sequence[StoreMeasure]) -> Table:
    """A row for each size; ratios say how many times faster than rdflib."""
    headings = ("pages", "quads", "rdflib s", "ours, memory s", "times", "ours, disk s", "times")
    table = _table("The same quads in rdflib and in our store", *headings)
    for measure in measures:
        table.add_row(
            f"{measure.pages:,}",
            f"{measure.quads:,}",
            f"{measure.rdflib:.1f}",
            f"{measure.memory:.1f}",
            f"{measure.rdflib / measure.memory:.1f}",
            f"{measure.disk:.1f}",
            f"{measure.rdflib / measure.disk:.1f}",
        )
    return table


def _table(title: str, *columns: str) -> Table:
    table = Table(title=title, title_justify="left")
    for column in columns:
        table.add_column(column, justify="right")
    return table


def _cores() -> int:
    """Cores this process may use."""
    affinity = getattr(os, "sched_getaffinity", None)
    return len(affinity(0)) if affinity else os.cpu_count() or 1
