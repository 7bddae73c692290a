"""Files added to a graph and taken out of it: always the graph of a build of all that remain."""

from __future__ import annotations

import shutil
import zlib
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, get_args

import pyoxigraph as ox
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from graph.errors import (
    DamagedStoreError,
    NothingReadError,
    StoreError,
    UnknownNameError,
    UsageError,
)
from graph.records.findings import Finding, Origin, Passage
from graph.records.source_record import FindingRecord, RecordContent, SourceRecord
from graph.store.embedded import Store
from graph.store.store_layout import current_version
from graph.store.version_undo import undo
from loaders.kept_sources.file_history import history
from loaders.kept_sources.record_format import pack_records, unpack_records
from loaders.kept_sources.source_list import list_of_sources
from loaders.pipeline.build import BuildOptions, build
from loaders.pipeline.change import add, remove
from loaders.pipeline.plan import plan_build
from loaders.pipeline.read import RecordReader, decode_document
from loaders.pipeline.report import BuildReport
from tests.conftest import PAGES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from loaders.interface.context import Document
    from loaders.pipeline.unpacking import Place
    from loaders.text.file_bytes import FileBytes

CASES = PAGES.parents[1]
FILES = [
    *sorted(map(str, PAGES.glob("*.txt")))[:5],
    *sorted(map(str, (CASES / "one_report").glob("*.txt"))),
    str(CASES / "treasury_minutes" / "two-sessions.txt"),
    str(CASES / "government_responses" / "headed.txt"),
]
"""Pages, and papers of several sources: some of one report, some of one committee."""

PAGE = PAGES / "justice-1325.txt"
OTHER_PAGE = PAGES / "home-affairs-511.txt"


def graph_of(store_path: Path) -> list[str]:
    """The canonical form of a graph: its quads in N-Quads, sorted; it has no blank nodes."""
    store = Store.open(store_path)
    graphs: list[ox.DefaultGraph | ox.NamedNode] = [ox.DefaultGraph(), *store.graphs()]
    quads = sorted(str(quad) for graph in graphs for quad in store.quads(graph))
    assert not any(quad.startswith("_:") for quad in quads)
    return quads


def built(folder: Path, *files: str | Path) -> list[str]:
    """The graph of one build."""
    build(list(map(str, files)), folder / "built", BuildOptions(replace=True))
    return graph_of(folder / "built")


@pytest.fixture(scope="module")
def graph_of_all(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    return built(tmp_path_factory.mktemp("all"), *FILES)


@settings(max_examples=2)
@example(order=FILES[::-1], cuts=set(range(1, len(FILES))))
@given(order=st.permutations(FILES), cuts=st.sets(st.integers(1, len(FILES) - 1), max_size=9))
def test_ten_steps_in_any_order_make_the_graph_of_one_build(
    graph_of_all: list[str], order: Sequence[str], cuts: set[int]
) -> None:
    places = [0, *sorted(cuts), len(order)]
    first, *others = [order[begin:end] for begin, end in pairwise(places)]
    with TemporaryDirectory() as folder:
        store = Path(folder) / "store"
        build(first, store)
        for files in others:
            change = add(files, store)
            assert len(change.added) == len(files)
        assert graph_of(store) == graph_of_all


@settings(max_examples=2)
@given(removed=st.sets(st.sampled_from(FILES), min_size=1, max_size=len(FILES) - 1))
def test_what_is_removed_leaves_the_graph_of_a_build_without_it(removed: set[str]) -> None:
    with TemporaryDirectory() as folder:
        store = Path(folder) / "store"
        build(FILES, store)
        remove([Path(path).name for path in removed], store)
        kept = [path for path in FILES if path not in removed]
        assert graph_of(store) == built(Path(folder), *kept)


def test_a_changed_page_replaces_its_older_reading_which_is_kept(tmp_path: Path) -> None:
    store, page = tmp_path / "store", tmp_path / "page.txt"
    shutil.copy(PAGE, page)
    build([str(page), str(OTHER_PAGE)], store)
    later = page.read_text(encoding="utf-8").replace("Rejected", "Accepted")
    assert later != page.read_text(encoding="utf-8")
    elsewhere = tmp_path / "saved again" / "other name.txt"
    elsewhere.parent.mkdir()
    elsewhere.write_text(later, encoding="utf-8")
    change = add([str(elsewhere)], store)
    assert [file.location for file in change.replaced] == ["page.txt"]
    assert graph_of(store) == built(tmp_path, elsewhere, OTHER_PAGE)
    readings = history(store, list_of_sources(store), ["other name.txt"]).rows
    assert [(row[0], row[2]) for row in readings] == [("page.txt", "no"), ("other name.txt", "yes")]
    assert [row[5] for row in readings] == ["Rejected", "Accepted"]
    remove(["other name.txt"], store)
    assert not list_of_sources(store).former


def test_another_page_of_the_same_name_is_added_beside_it(tmp_path: Path) -> None:
    store = tmp_path / "store"
    for page in (PAGE, OTHER_PAGE):
        (tmp_path / page.stem / "pages").mkdir(parents=True)
        shutil.copy(page, tmp_path / page.stem / "pages" / "1.txt")
    folders = [str(tmp_path / page.stem / "pages") for page in (PAGE, OTHER_PAGE)]
    build(folders[:1], store)
    assert add(folders[1:], store).replaced == []
    assert graph_of(store) == built(tmp_path, *folders)


def test_what_is_there_already_makes_no_new_version(tmp_path: Path) -> None:
    store = tmp_path / "store"
    build([str(PAGE), str(OTHER_PAGE)], store)
    version = current_version(store)
    change = add([str(PAGE)], store)
    assert (change.unchanged, change.report) == (["justice-1325.txt"], None)
    assert current_version(store) == version
    assert len(list((store / "generations").iterdir())) == 1


def test_nothing_that_was_read_is_read_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store, page = tmp_path / "store", tmp_path / "page.txt"
    shutil.copy(PAGE, page)
    build([str(page)], store)
    page.unlink()
    decoded: list[str] = []

    def decode(
        place: Place, content: FileBytes, encoding: str | None, retrieved: str | None
    ) -> Document:
        decoded.append(place.location)
        return decode_document(place, content, encoding, retrieved)

    monkeypatch.setattr("loaders.pipeline.read.decode_document", decode)
    add([str(OTHER_PAGE)], store)
    assert [name for name in decoded if not name.endswith(".csv")] == [OTHER_PAGE.name]
    assert len(graph_of(store)) > 1_000


def test_the_user_s_own_registers_are_used_again(tmp_path: Path) -> None:
    register = tmp_path / "bodies.csv"
    register.write_text(
        "id,name,abbreviations,kind,parent,start_date,end_date,govuk_slug\n"
        "prison-reform-group,Prison Reform Group,PRG,executive-agency,,2019,,\n",
        encoding="utf-8",
    )
    store = tmp_path / "store"
    build([str(register), str(OTHER_PAGE)], store)
    add([str(PAGE)], store)
    assert graph_of(store) == built(tmp_path, register, PAGE, OTHER_PAGE)
    remove(["bodies.csv"], store)
    assert graph_of(store) == built(tmp_path, PAGE, OTHER_PAGE)
    add([str(register)], store)
    assert graph_of(store) == built(tmp_path, register, PAGE, OTHER_PAGE)


def test_undo_takes_back_an_addition_and_a_removal(tmp_path: Path) -> None:
    store = tmp_path / "store"
    build([str(PAGE)], store)
    one = graph_of(store)
    add([str(OTHER_PAGE)], store)
    two = graph_of(store)
    undo(store)
    assert (graph_of(store), len(list_of_sources(store).files)) == (one, 1)
    undo(store)
    remove([PAGE.name], store)
    assert len(list_of_sources(store).files) == 1
    undo(store)
    assert (graph_of(store), len(list_of_sources(store).files)) == (two, 2)


def test_what_cannot_be_done_leaves_the_graph(tmp_path: Path) -> None:
    store = tmp_path / "store"
    build([str(PAGE)], store)
    version = current_version(store)
    empty = tmp_path / "empty.txt"
    empty.touch()
    with pytest.raises(NothingReadError, match="empty"):
        add([str(empty)], store)
    with pytest.raises(UnknownNameError, match=r"Near names: justice-1325\.txt"):
        remove(["justice.txt"], store)
    with pytest.raises(UsageError, match="No file would be left"):
        remove([PAGE.name], store)
    assert current_version(store) == version


def test_another_version_of_the_program_adds_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = tmp_path / "store"
    build([str(PAGE)], store)
    monkeypatch.setattr("loaders.pipeline.change.VERSION", "99.0")
    with pytest.raises(StoreError, match=r"was built by joinedup .*, and this is 99\.0.*build"):
        add([str(OTHER_PAGE)], store)


def test_kept_records_are_the_records_that_were_read() -> None:
    report = BuildReport()
    reader, plan = RecordReader(report), plan_build([str(CASES), "bundled"], report)
    records = [each for file in (*plan.registers, *plan.others) for each in reader.records(file)]
    assert {type(record.content) for record in records} == set(get_args(RecordContent))
    assert unpack_records(pack_records(records)) == records


def test_half_a_character_is_kept_as_it_would_be_stated() -> None:
    origin = Origin("trackers", "1", "list.csv", "0" * 64, None, None, "licence", "publisher")
    finding = Finding(("content", "1"), None, None, text=Passage("half \ud800 of one", 0))
    [kept] = unpack_records(pack_records([SourceRecord(origin, FindingRecord(finding))]))
    assert isinstance(kept.content, FindingRecord)
    assert kept.content.finding.text == Passage("half \ufffd of one", 0)


@pytest.mark.parametrize(
    "content",
    [b"", b"nonsense", zlib.compress(b"\x91\x93\xa7finding\x80\x80"), zlib.compress(b"1")],
)
def test_bytes_that_are_no_kept_records_are_damage(content: bytes) -> None:
    with pytest.raises(DamagedStoreError, match="Build the graph again"):
        unpack_records(content)
