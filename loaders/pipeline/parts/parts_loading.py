"""Loads the parts of a graph into a store, which is then as the store of the build was."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.errors import StoreError, UsageError
from graph.identity import IriFactory
from graph.store.embedded import Store
from graph.store.store_layout import begin_version
from loaders.corrections.correction_file import read_entries
from loaders.corrections.hand_corrections import BUNDLED, corrections_of
from loaders.corrections.store_corrections import remembered_entries, remembered_in
from loaders.kept_sources.matching import refuse_dropping
from loaders.kept_sources.source_list import source_list_if_any, source_list_in
from loaders.pipeline.graph_making import finish_graph
from loaders.pipeline.parts.parts_list import FILE, PART, read_content, read_list
from loaders.pipeline.parts.parts_place import PartsPlace
from loaders.pipeline.preamble import VERSION
from loaders.pipeline.report import BuildCounts
from loaders.pipeline.store_loader import StoreLoader
from queries.search.index_file import prepare_index

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from loaders.pipeline.parts.parts_list import PartsList


def load_parts(
    address: str,
    store_path: Path,
    *,
    replace: bool = False,
    progress: Callable[[int, int], None] | None = None,
) -> int:
    """Make a store of parts, and swap it in at `store_path`.

    Args:
        address: Where the parts are: a folder, or an address as fsspec takes it.
        store_path: Folder of the store; its old graph answers until the new one is whole.
        replace: Replace a graph also where that drops files or corrections, or most findings.
        progress: Called with the numbers of parts loaded and of all parts.

    Returns:
        The number of quads.

    Raises:
        UsageError: If there are no parts, or another version of the program wrote them, or the
            old graph remembers corrections that the parts do not follow.
        DroppedSourcesError: If the old graph was made of files that the parts were not made of.
        ReplacementError: If the graph is much smaller than the old one.
        StoreError: If a part is missing or damaged, or the store cannot be written.
    """
    place = PartsPlace(address)
    listed = read_list(place)
    if listed.program != VERSION:
        raise UsageError(
            f"The parts at {place.address} were written by joinedup {listed.program}, and this is "
            f"{VERSION}. Load them with that version, or write them again."
        )
    with begin_version(store_path, replace=replace) as folder:
        for name, digest in listed.files.items():
            (folder / name).write_bytes(read_content(place, digest, FILE))
        if not replace:
            _refuse_loss(store_path, folder)
        _fill(folder, place, listed, progress)
    return listed.quads


def _refuse_loss(store_path: Path, folder: Path) -> None:
    """Refuse to replace a graph that knows of files or corrections that the new one does not."""
    former, new = source_list_if_any(store_path), source_list_in(folder)
    if former:
        refuse_dropping(former.files, new.files if new else (), store_path)
    entries = remembered_in(folder)
    if lost := [entry for entry in remembered_entries(store_path) if entry not in entries]:
        raise UsageError(
            f"The graph at {store_path} remembers {len(lost):,} of its corrections that the parts "
            "do not follow. Choose another --store, or add --replace to drop them."
        )


def _fill(
    folder: Path,
    place: PartsPlace,
    listed: PartsList,
    progress: Callable[[int, int], None] | None,
) -> None:
    store = Store.create(folder / "quads")
    with StoreLoader(store, BuildCounts()) as loader:
        for number, part in enumerate(listed.parts, 1):
            loader.add(read_content(place, part, PART))
            if progress:
                progress(number, len(listed.parts))
    corrections = corrections_of([*read_entries(BUNDLED), *remembered_in(folder)])
    finish_graph(store, IriFactory(listed.base), corrections)
    if len(store) != listed.quads:
        raise StoreError(
            f"The parts at {place.address} make a graph of {len(store):,} quads, and the graph "
            f"that was written there had {listed.quads:,}. Write the parts again."
        )
    store.compact()
    prepare_index(store, folder)
    del store
