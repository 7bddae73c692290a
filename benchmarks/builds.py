"""Measures builds of made pages, from files to a graph that can be asked."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from benchmarks.processes import run

if TYPE_CHECKING:
    from pathlib import Path

STAGES = ("read", "recognise", "state", "store")
"""Stages of a build, in order; storing runs beside the others."""


@dataclass(frozen=True, slots=True)
class BuildMeasure:
    """What a build of made pages took.

    Attributes:
        pages: Pages built from.
        seconds: Wall time of the whole command.
        peak: Most memory held at a time, in bytes.
        quads: Quads in the store.
        stages: Seconds by stage.
        disk: Bytes of the finished store.
    """

    pages: int
    seconds: float
    peak: int
    quads: int
    stages: dict[str, float]
    disk: int

    @property
    def per_thousand(self) -> float:
        """Seconds for a thousand pages."""
        return self.seconds / self.pages * 1000


def measure_build(folder: Path, place: Path, pages: int) -> BuildMeasure:
    """Build a graph from a folder of made pages at `place`, and measure it.

    Raises:
        RuntimeError: If the build fails, or does not read every page.
    """
    done = run("joinedup", "build", folder, "--store", place, "--report", "json")
    report = json.loads(done.output)
    if report["records"].get("record_pages") != pages:
        raise RuntimeError(f"{pages} pages were made, but these were read: {report['records']}")
    return BuildMeasure(
        pages=pages,
        seconds=done.seconds,
        peak=done.peak,
        quads=report["quads"],
        stages=report["seconds"],
        disk=sum(file.stat().st_size for file in place.rglob("*") if file.is_file()),
    )


def middle(measures: list[BuildMeasure]) -> BuildMeasure:
    """The measure with the median wall time; of an even number, the lower one of the middle two."""
    ordered = sorted(measures, key=lambda measure: measure.seconds)
    return ordered[(len(ordered) - 1) // 2]
