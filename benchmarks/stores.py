"""Measures our store beside rdflib, on the very quads of a build."""

from __future__ import annotations

import json
from dataclasses import dataclass
from statistics import median
from typing import TYPE_CHECKING

from benchmarks.processes import run

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class StoreMeasure:
    """What it took to store the quads of a build in each way.

    Attributes:
        pages: Pages the quads come from.
        quads: Quads stored.
        rdflib: Seconds of adding them to rdflib in memory.
        memory: Seconds of loading them into our store in memory.
        disk: Seconds of loading them into our store on disk.
    """

    pages: int
    quads: int
    rdflib: float
    memory: float
    disk: float


def measure_stores(place: Path, file: Path, pages: int, repeat: int) -> StoreMeasure:
    """Export the graph at `place` to `file`, and store its quads in each way.

    Raises:
        RuntimeError: If a way loses quads.
    """
    run("joinedup", "export", "nquads", "--store", place, "--output", file)
    seconds: dict[str, float] = {}
    counts: set[int] = set()
    for way in ("rdflib", "memory", "disk"):
        done = [json.loads(run("benchmarks.baseline", way, file).output) for _ in range(repeat)]
        seconds[way] = median(result["seconds"] for result in done)
        counts |= {result["quads"] for result in done}
    if len(counts) != 1:
        raise RuntimeError(f"The same quads were counted differently: {sorted(counts)}")
    return StoreMeasure(pages, counts.pop(), seconds["rdflib"], seconds["memory"], seconds["disk"])
