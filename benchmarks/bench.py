"""Makes the pages of each size once, and measures what is built from them."""

from __future__ import annotations

from dataclasses import dataclass
from shutil import rmtree
from typing import TYPE_CHECKING

from benchmarks.builds import BuildMeasure, measure_build, middle
from benchmarks.pages import write_pages
from benchmarks.stores import StoreMeasure, measure_stores

if TYPE_CHECKING:
    from pathlib import Path

SEED = 1
"""What the pages are made from."""


@dataclass(frozen=True, slots=True)
class Bench:
    """Where and how often to measure.

    Attributes:
        work: Folder to work in.
        per_file: Pages in a file.
        repeat: How often to measure; the median counts.
    """

    work: Path
    per_file: int
    repeat: int

    def build(self, size: int) -> BuildMeasure:
        """Measure builds from `size` pages."""
        pages, place = self.pages(size), self.work / "store"
        measures = []
        for _ in range(self.repeat):
            measures.append(measure_build(pages, place, size))
            rmtree(place)
        return middle(measures)

    def stores(self, size: int) -> StoreMeasure:
        """Measure our store and rdflib on the quads of `size` pages."""
        place, file = self.work / "store", self.work / "graph.nq"
        measure_build(self.pages(size), place, size)
        measure = measure_stores(place, file, size, self.repeat)
        rmtree(place)
        file.unlink()
        return measure

    def graph(self, size: int) -> Path:
        """Build a graph from `size` pages, to measure what is asked of it."""
        place = self.work / f"graph-{size}"
        if not place.exists():
            measure_build(self.pages(size), place, size)
        return place

    def pages(self, size: int) -> Path:
        """Folder of `size` pages, made once."""
        folder = self.work / f"pages-{size}"
        if not folder.exists():
            write_pages(folder, size, SEED, self.per_file)
        return folder
