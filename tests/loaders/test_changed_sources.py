"""Files added to a graph and taken out of it: always the graph of a build of all that remain."""

from __future__ import annotations

import shutil
from contextlib import contextmanager, nullcontext
from itertools import pairwise
from math import inf
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING
from unittest.mock import patch

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from graph.errors import (
    NothingReadError,
    StoreError,
    UnknownNameError,
    UsageError,
)
from graph.store.embedded import Store
from graph.store.store_layout import begin_copy, current_version
from graph.store.version_undo import undo
from loaders.kept_sources.file_history import history
from loaders.kept_sources.source_list import list_of_sources
from loaders.pipeline import graph_change
from loaders.pipeline.build import BuildOptions, build
from loaders.pipeline.change import add, remove
from loaders.pipeline.changed_version import ChangedVersion
from loaders.pipeline.document_reading import decode_document
from loaders.pipeline.stages import Stages
from tests.loaders.store_comparison import FILES, OTHER_PAGE, PAGE, assert_same, graph_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from graph.records.source_record import SourceRecord
    from loaders.interface.context import Document
    from loaders.pipeline.stages import StageOutput
    from loaders.pipeline.unpacking import Place
    from loaders.text.file_bytes import FileBytes


@contextmanager
def step_by_step() -> Iterator[None]:
    """However much changes, the graph is changed and not made anew."""
    with (
        patch.object(graph_change, "MOST_CHANGED", inf),
        patch.object(ChangedVersion, "_anew", side_effect=AssertionError("all was made anew")),
    ):
        yield


def built(folder: Path, *files: str | Path) -> list[str]:
    """The graph of one build."""
    build(list(map(str, files)), folder / "built", BuildOptions(replace=True))
    return graph_of(folder / "built")


@pytest.fixture(scope="module")
def store_of_all(tmp_path_factory: pytest.TempPathFactory) -> Path:
    store = tmp_path_factory.mktemp("all") / "store"
    build(FILES, store)
    return store


@settings(max_examples=2)
@example(order=FILES[::-1], cuts=set(range(1, len(FILES))))
@given(order=st.permutations(FILES), cuts=st.sets(st.integers(1, len(FILES) - 1), max_size=9))
def test_ten_steps_in_any_order_make_the_graph_of_one_build(
    store_of_all: Path, order: Sequence[str], cuts: set[int]
) -> None:
    places = [0, *sorted(cuts), len(order)]
    first, *others = [order[begin:end] for begin, end in pairwise(places)]
    with TemporaryDirectory() as folder, step_by_step():
        store = Path(folder) / "store"
        build(first, store)
        for files in others:
            change = add(files, store)
            assert len(change.added) == len(files)
        assert_same(store, store_of_all)


@settings(max_examples=2)
@given(removed=st.sets(st.sampled_from(FILES), min_size=1, max_size=len(FILES) - 1))
def test_what_is_removed_leaves_the_graph_of_a_build_without_it(
    store_of_all: Path, removed: set[str]
) -> None:
    with TemporaryDirectory() as folder, step_by_step():
        store, other = Path(folder) / "store", Path(folder) / "other"
        shutil.copytree(store_of_all, store)
        remove([Path(path).name for path in removed], store)
        build([path for path in FILES if path not in removed], other)
        assert_same(store, other)
        add(sorted(removed), store)
        assert_same(store, store_of_all)


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


@pytest.mark.parametrize("is_anew", [True, False])
def test_a_page_in_two_files_counts_once_and_stays_until_both_are_gone(
    tmp_path: Path, *, is_anew: bool
) -> None:
    store, again = tmp_path / "store", tmp_path / "again.txt"
    shutil.copy(PAGE, again)
    with nullcontext() if is_anew else step_by_step():
        build([str(PAGE), str(OTHER_PAGE)], store)
        assert add([str(again)], store).replaced == []
        build([str(PAGE), str(OTHER_PAGE), str(again)], tmp_path / "other")
        assert_same(store, tmp_path / "other")
        remove([PAGE.name], store)
    assert graph_of(store) == built(tmp_path, OTHER_PAGE, again)


def test_a_few_new_pages_are_all_that_is_stated(tmp_path: Path) -> None:
    store = tmp_path / "store"
    build(FILES[1:], store)
    stated: list[str] = []

    def state(stages: Stages, records: Sequence[SourceRecord]) -> StageOutput:
        stated.extend(record.origin.location for record in records)
        return extract_and_state(stages, records)

    extract_and_state = Stages.extract_and_state
    with patch.object(Stages, "extract_and_state", state):
        add(FILES[:1], store)
    assert stated == [Path(FILES[0]).name]


def test_a_graph_that_was_corrected_or_reasoned_about_is_made_anew(tmp_path: Path) -> None:
    store = tmp_path / "store"
    build(FILES[1:], store)
    with begin_copy(store) as folder:
        quads = Store.create(folder / "quads")
        quads.load(b"<http://example.org/a> <http://example.org/b> <http://example.org/c> .\n")
        del quads
    add(FILES[:1], store)
    assert graph_of(store) == built(tmp_path, *FILES)


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
    monkeypatch.setattr("loaders.pipeline.changed_version.VERSION", "99.0")
    with pytest.raises(StoreError, match=r"was built by joinedup .*, and this is 99\.0.*build"):
        add([str(OTHER_PAGE)], store)


@pytest.mark.parametrize("name", ["records.stages", "statements.stages", "words.stages"])
def test_what_is_remembered_is_not_used_if_it_is_not_as_it_was_written(
    tmp_path: Path, name: str
) -> None:
    store = tmp_path / "store"
    build([str(PAGE)], store)
    path = current_version(store) / name
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)
    with patch.object(graph_change, "MOST_CHANGED", inf):
        add([str(OTHER_PAGE)], store)
    assert graph_of(store) == built(tmp_path, PAGE, OTHER_PAGE)
