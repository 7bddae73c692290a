"""The index of a version: never stale, never half, made again whenever it is not whole."""

from __future__ import annotations

import shutil
import sqlite3
from dataclasses import asdict
from typing import TYPE_CHECKING

import pytest

from graph.errors import StoreError
from graph.store.embedded import Store
from graph.store.store_layout import begin_copy, check_version, current_version
from graph.store.store_manifest import SEARCH_CARD, SEARCH_INDEX
from graph.store.version_undo import undo
from loaders.pipeline.build import build, fill
from loaders.pipeline.change import add, remove
from queries.search import index_file
from queries.search.index_file import open_index
from queries.search.search_result import SearchRequest, SearchResult
from queries.search.text_search import TextSearch
from tests.conftest import PAGES

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

_SEARCHES = ("", "data", '"data sharing"', "identif*", "DfE", "common identifer", "the -of")


def results(store_path: Path) -> list[dict[str, object]]:
    search = TextSearch.open(store_path)
    return [asdict(search.search(SearchRequest(words, limit=500))) for words in _SEARCHES]


@pytest.fixture
def store_path(pages_store: Path, tmp_path: Path) -> Path:
    return shutil.copytree(pages_store, tmp_path / "store")


@pytest.fixture
def written(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The versions of which an index was written since the test began."""
    versions: list[str] = []
    write = index_file.write_index_file

    def write_and_note(store: Store, version: Path) -> None:
        versions.append(version.name)
        write(store, version)

    monkeypatch.setattr(index_file, "write_index_file", write_and_note)
    return versions


def pages_in_steps(place: Path) -> None:
    first, second, *others = sorted(PAGES.glob("*"))
    build([str(first)], place)
    add([str(second)], place)
    add(list(map(str, others)), place)


def test_pages_added_in_steps_are_found_as_if_built_at_once(
    pages_store: Path, tmp_path: Path, written: list[str]
) -> None:
    pages_in_steps(tmp_path / "steps")
    assert len(set(written)) == 3, "one with each version"
    written.clear()
    assert results(tmp_path / "steps") == results(pages_store)
    assert not written


def test_what_is_removed_is_found_no_more_and_comes_back_by_undo(store_path: Path) -> None:
    before = results(store_path)
    remove([f"pages/{sorted(PAGES.glob('*'))[0].name}"], store_path)
    after = results(store_path)
    assert after != before
    undo(store_path)
    assert results(store_path) == before
    undo(store_path)
    assert results(store_path) == after


def test_a_store_in_memory_is_searched_too(pages_store: Path) -> None:
    store = Store.in_memory()
    fill(store, [str(PAGES)])
    search = TextSearch(store)
    answers = [asdict(search.search(SearchRequest(words, limit=500))) for words in _SEARCHES]
    assert answers == results(pages_store)


def cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def change_a_byte(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 0xFF
    path.write_bytes(content)


def empty(path: Path) -> None:
    path.write_bytes(b"")


def make_a_folder_of(path: Path) -> None:
    path.unlink()
    path.mkdir()


@pytest.mark.parametrize("name", [SEARCH_INDEX, SEARCH_CARD])
@pytest.mark.parametrize("spoil", [cut, change_a_byte, empty, type(PAGES).unlink])
def test_an_index_that_is_not_whole_is_made_again(
    store_path: Path, name: str, spoil: Callable[[Path], None], written: list[str]
) -> None:
    expected = results(store_path)
    spoil(current_version(store_path) / name)
    check_version(store_path, read_all=True)  # the graph itself is whole
    version = current_version(store_path).name
    assert results(store_path) == expected
    assert results(store_path) == expected
    assert written == [version]


def test_an_index_of_another_version_is_not_taken(store_path: Path, bundled_store: Path) -> None:
    expected = results(store_path)
    for name in (SEARCH_INDEX, SEARCH_CARD):
        shutil.copy(current_version(bundled_store) / name, current_version(store_path) / name)
    assert results(store_path) == expected


def test_an_index_of_another_form_is_not_taken(
    store_path: Path, monkeypatch: pytest.MonkeyPatch, written: list[str]
) -> None:
    results(store_path)
    written.clear()
    monkeypatch.setattr(index_file, "_form", lambda: "another")
    results(store_path)
    assert written == [current_version(store_path).name]


def test_a_copy_of_a_version_takes_no_index_along(store_path: Path) -> None:
    with begin_copy(store_path) as folder:
        assert (folder / "quads").is_dir()
        assert not list(folder.glob("search*"))
    assert results(store_path)


def test_what_is_damaged_while_it_is_open_is_made_again(store_path: Path) -> None:
    expected = results(store_path)
    search = TextSearch.open(store_path)
    path = current_version(store_path) / SEARCH_INDEX
    size = path.stat().st_size
    with path.open("r+b") as file:
        file.write(b"\xff" * size)
    answers = [asdict(search.search(SearchRequest(words, limit=500))) for words in _SEARCHES]
    assert answers == expected


def test_where_nothing_can_be_written_the_index_is_in_memory(
    store_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    expected = results(store_path)
    for name in (SEARCH_INDEX, SEARCH_CARD):
        (current_version(store_path) / name).unlink()

    def refuse(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr(index_file, "write_index_file", refuse)
    assert results(store_path) == expected
    assert not (current_version(store_path) / SEARCH_INDEX).exists()


def test_nothing_of_a_draft_is_left(store_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    version = current_version(store_path)
    (version / SEARCH_INDEX).unlink()

    def break_off(*_: object) -> None:
        raise sqlite3.OperationalError("database or disk is full")

    monkeypatch.setattr(index_file, "write_index", break_off)
    with pytest.raises(StoreError, match="cannot be written: database or disk is full"):
        open_index(Store.open(store_path))
    assert not [path for path in version.iterdir() if path.name.startswith("search.sqlite")]


def test_a_python_without_full_text_search_is_told_what_to_do(
    store_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (current_version(store_path) / SEARCH_CARD).unlink()

    def refuse(*_: object) -> None:
        raise sqlite3.OperationalError("no such module: fts5")

    monkeypatch.setattr(index_file, "write_index", refuse)
    with pytest.raises(StoreError, match=r"Search needs SQLite with FTS5"):
        TextSearch.open(store_path)


def test_a_build_without_full_text_search_is_a_build(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise sqlite3.OperationalError("no such module: fts5")

    monkeypatch.setattr(index_file, "write_index", refuse)
    build([str(sorted(PAGES.glob("*"))[0])], tmp_path / "store")
    assert len(Store.open(tmp_path / "store"))


def test_results_are_of_the_version_that_was_opened(store_path: Path) -> None:
    search = TextSearch.open(store_path)
    before: SearchResult = search.search(SearchRequest(""))
    remove([f"pages/{sorted(PAGES.glob('*'))[0].name}"], store_path)
    assert search.search(SearchRequest("")) == before
