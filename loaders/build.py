"""Builds a graph: documents to records, records to statements, statements to a store.

One way, no back and forth. Statements are made and loaded in portions, so memory does not grow
with the input, and one portion is stored while the next is made.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.errors import NothingReadError
from graph.identity import DEFAULT_BASE, Minter
from graph.places import new_generation
from graph.store import Store
from loaders.enrich import Enricher
from loaders.portions import Portions
from loaders.reader import Progress, Reader, plan
from loaders.registers import make_recogniser
from loaders.report import BuildReport

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Options:
    """How to build.

    Attributes:
        base: Where the graph's own things live.
        encoding: Character encoding of the files; found out where None.
        retrieved: ISO date on which the files were fetched; that of their last change where None.
    """

    base: str = DEFAULT_BASE
    encoding: str | None = None
    retrieved: str | None = None


DEFAULTS = Options()


def build(
    sources: Sequence[str],
    place: Path,
    options: Options = DEFAULTS,
    progress: Progress | None = None,
) -> BuildReport:
    """Build a graph from the sources and swap it in at `place`.

    Args:
        sources: Files, folders, globs, `-`, or names of bundled sources.
        place: Folder of the store; its old graph answers until the new one is whole.
        options: How to build.
        progress: Told about progress.

    Returns:
        What was read, recognised, flagged and not read.

    Raises:
        NothingReadError: If not one record could be read; the old graph stays.
        StoreError: If the store cannot be written; the old graph stays.
    """
    with new_generation(place) as folder:
        store = Store.create(folder / "quads")
        report = fill(store, sources, options, progress)
        store.settle()
        summary = json.dumps(report.as_json(), indent=2, ensure_ascii=False)
        (folder / "report.json").write_text(f"{summary}\n", encoding="utf-8")
        del store
    return report


def fill(
    store: Store,
    sources: Sequence[str],
    options: Options = DEFAULTS,
    progress: Progress | None = None,
) -> BuildReport:
    """Read the sources into an open, empty store; see `build`."""
    report = BuildReport()
    planned = plan(sources, report)
    reader = Reader(
        report,
        encoding=options.encoding,
        retrieved=options.retrieved,
        progress=progress,
        files=len(planned.registers) + len(planned.others),
    )
    known = [record for place in planned.registers for record in reader.records(place)]
    enricher = Enricher(Minter(options.base), make_recogniser(known), report)
    with Portions(store, report) as portions:
        portions.add(enricher.preamble())
        for record in known:
            portions.add(enricher.enrich(record))
        for place in planned.others:
            for record in reader.records(place):
                portions.add(enricher.enrich(record))
    reader.finish()
    if not reader.fruitful & planned.named:
        problems = "\n".join(f"  {issue.location}: {issue.problem}" for issue in report.issues)
        raise NothingReadError(f"Nothing could be read, so no graph was written.\n{problems}")
    report.quads = len(store)
    return report
