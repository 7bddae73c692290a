"""Figures are counted once for a version, and again wherever what was kept does not hold."""

from __future__ import annotations

import json
import shutil
from typing import TYPE_CHECKING

import pytest

from graph.store.embedded import Store
from graph.store.store_layout import begin_copy, current_version
from graph.store.store_manifest import FIGURES
from queries import figures_file, graph_figures

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from queries.figures_file import FigureRow


@pytest.fixture
def store_path(pages_store: Path, tmp_path: Path) -> Path:
    return shutil.copytree(pages_store, tmp_path / "store")


@pytest.fixture
def counted(monkeypatch: pytest.MonkeyPatch) -> list[None]:
    """An entry for each time that figures are counted."""
    times: list[None] = []
    count = graph_figures.count_figures

    def noted(store: Store) -> list[FigureRow]:
        times.append(None)
        return count(store)

    monkeypatch.setattr(graph_figures, "count_figures", noted)
    return times


def change_a_count(path: Path) -> None:
    content = json.loads(path.read_text(encoding="utf-8"))
    content["rows"][0][1] += 1
    path.write_text(json.dumps(content), encoding="utf-8")


def cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:40])


def remove(path: Path) -> None:
    path.unlink()


def test_a_build_keeps_its_figures(store_path: Path, counted: list[None]) -> None:
    store = Store.open(store_path)
    table = graph_figures.figures(store)
    assert not counted
    assert list(table.rows) == graph_figures.count_figures(store)


@pytest.mark.parametrize("spoil", [change_a_count, cut, remove])
def test_figures_that_are_not_whole_are_counted_again(
    store_path: Path, counted: list[None], spoil: Callable[[Path], None]
) -> None:
    store = Store.open(store_path)
    expected = graph_figures.figures(store)
    spoil(current_version(store_path) / FIGURES)
    assert graph_figures.figures(store) == expected
    assert len(counted) == 1
    assert graph_figures.figures(store) == expected
    assert len(counted) == 1


def test_figures_of_another_graph_or_of_other_queries_are_not_taken(
    store_path: Path, bundled_store: Path, counted: list[None], monkeypatch: pytest.MonkeyPatch
) -> None:
    store = Store.open(store_path)
    expected = graph_figures.figures(store)
    shutil.copy(current_version(bundled_store) / FIGURES, current_version(store_path) / FIGURES)
    assert graph_figures.figures(store) == expected
    monkeypatch.setattr(figures_file, "_queries_digest", lambda: "others")
    assert graph_figures.figures(store) == expected
    assert len(counted) == 2


def test_a_folder_that_cannot_be_written_is_no_fault(store_path: Path) -> None:
    store = Store.open(store_path)
    expected = graph_figures.figures(store)
    path = current_version(store_path) / FIGURES
    remove(path)
    path.mkdir()  # nothing can take its place
    assert graph_figures.figures(store) == expected
    assert not list(path.parent.glob(f"{FIGURES}.*"))


def test_a_copy_of_a_version_takes_no_figures_along(store_path: Path) -> None:
    with begin_copy(store_path) as folder:
        assert (folder / "quads").is_dir()
        assert not list(folder.glob(f"{FIGURES}*"))
