"""Makes the folder of a release, part by part."""

from __future__ import annotations

from dataclasses import dataclass
from shutil import copyfile
from typing import TYPE_CHECKING

from joinedup.atomic_write import draft_folder
from joinedup.folder_manifest import files, sha256
from joinedup.release.description import describe
from joinedup.release.documentation import document
from joinedup.release.statement import licences, statement
from ontology.context import CONTEXT_FILE, FRAME_FILE
from ontology.namespaces import ALIGNMENTS_FILE, ONTOLOGY_FILE, scheme_parts, shape_files
from queries.data_checks import as_tables, check_store
from queries.exports import export_formats
from queries.measures.network_analysis import NetworkQuery, analyse
from queries.measures.network_formats import write_network
from queries.measures.selection import Selection
from queries.measures.store_reader import StoreReader
from queries.result_tables import render
from queries.web_annotation import web_annotation_store
from visualisations.graph_facts import read_facts
from visualisations.view_definition import ViewRequest
from visualisations.view_formats import VIEW_FORMATS
from visualisations.views import view_definitions

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from graph.store.readable_store import ReadableStore
    from queries.data_checks import CheckReport

CHECKSUMS = "SHA256SUMS"
"""Name of the file of checksums, in the form that `sha256sum --check` reads."""

_FAULTS = 1_000
"""Faults of a rule that are listed with their source records; all are counted."""

_NETWORKS = ("organisations", "initiatives")
_NETWORK_FORMS = ("graphml", "gexf")


@dataclass(frozen=True, slots=True)
class _Work:
    """What the parts of a release are made of."""

    store: ReadableStore
    folder: Path
    check_report: CheckReport

    def make(self, name: str) -> Path:
        folder = self.folder / name
        folder.mkdir()
        return folder

    def write_text(self, name: str, text: str) -> None:
        (self.folder / name).write_text(text, encoding="utf-8", newline="\n")


def make_release(store: ReadableStore, folder: Path, progress: Callable[[int, int], None]) -> None:
    """Write a release.

    Args:
        store: The graph.
        folder: Where to write it; an older release there is replaced when the new one is whole.
        progress: Hears how many of how many parts are done.

    Raises:
        UsageError: If the folder holds other things, or a library that is needed is missing.
    """
    with draft_folder(folder) as draft:
        work = _Work(store, draft, check_store(store, limit=_FAULTS))
        for done, part in enumerate(_PARTS):
            progress(done, len(_PARTS))
            part(work)


def _exports(work: _Work) -> None:
    """Every export format that says where a release holds it."""
    for export_format in export_formats().values():
        if export_format.release_path:
            path = work.folder / export_format.release_path
            path.parent.mkdir(parents=True, exist_ok=True)
            export_format.save(work.store, path, lambda _done, _total: None)


def _web_annotation(work: _Work) -> None:
    """The graph in the full form of Web Annotation, for tools that know no other."""
    with web_annotation_store(work.store) as full:
        path = work.folder / "graph" / "joinedup-web-annotation.trig"
        export_formats()["trig"].save(full, path, lambda _done, _total: None)


def _ontology(work: _Work) -> None:
    folder = work.make("ontology")
    schemes = work.make("ontology/schemes")
    for name, paths in scheme_parts().items():
        (schemes / name).write_bytes(b"\n".join(path.read_bytes() for path in paths))
    shapes = work.make("ontology/shapes")
    for path in shape_files():
        copyfile(path, shapes / path.name)
    for path in (ONTOLOGY_FILE, ALIGNMENTS_FILE, CONTEXT_FILE, FRAME_FILE):
        copyfile(path, folder / path.name)
    work.write_text("ontology/index.html", document())


def _networks(work: _Work) -> None:
    work.make("networks")
    reading = StoreReader(work.store)
    for actors in _NETWORKS:
        network = analyse(reading, NetworkQuery(actors, Selection())).network
        for form in _NETWORK_FORMS:
            work.write_text(f"networks/{actors}.{form}", write_network(network, form))


def _pages(work: _Work) -> None:
    """Every view that says that a release holds it."""
    work.make("pages")
    facts = read_facts(work.store)
    for name, view in view_definitions().items():
        if view.in_release:
            shown = view.build(ViewRequest(view.prepare(facts)))
            page = VIEW_FORMATS["html"].render(work.store, facts, shown)
            (work.folder / "pages" / f"{name}.html").write_bytes(page)


def _faults(work: _Work) -> None:
    work.write_text("faults.csv", render(as_tables(work.check_report)["faults"], "csv"))


def _words(work: _Work) -> None:
    work.write_text("README.md", statement(work.store, work.check_report))
    work.write_text("LICENCES.md", licences(work.store))


def _description(work: _Work) -> None:
    release_files = [
        (path.relative_to(work.folder).as_posix(), path.stat().st_size, sha256(path))
        for path in files(work.folder)
    ]
    (work.folder / "description.ttl").write_bytes(describe(work.store, release_files))


def _checksums(work: _Work) -> None:
    lines = [
        f"{sha256(path)}  {path.relative_to(work.folder).as_posix()}\n"
        for path in files(work.folder)
    ]
    work.write_text(CHECKSUMS, "".join(lines))


_PARTS = (
    _exports, _web_annotation, _ontology, _networks, _pages, _faults, _words, _description,
    _checksums,
)  # fmt: skip
