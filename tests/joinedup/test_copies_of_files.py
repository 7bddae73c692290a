"""A file that was read from two folders is one reading: its digest tells."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.conftest import Run

ROW = "Report,HC no,Session,No,Recommendation\nPiers,12,2022-23,1,Piers should be mended.\n"


@pytest.fixture
def folders(tmp_path: Path) -> tuple[Path, Path, Path]:
    """Two folders of one name, each with a list; and a third, with the same list."""
    places = tmp_path / "a/pages", tmp_path / "b/pages", tmp_path / "mail"
    for place in places:
        place.mkdir(parents=True)
        (place / "list.csv").write_text(ROW, encoding="utf-8")
    return places


def rows(run_joinedup: Callable[..., Run], store: Path) -> list[tuple[str, str, int]]:
    listed = run_joinedup("sources", "--format", "json", "--store", store).stdout
    return [(row["file"], row["read as"], row["records"]) for row in json.loads(listed)["rows"]]


def test_two_folders_of_one_name_give_one_file(
    run_joinedup: Callable[..., Run], folders: tuple[Path, Path, Path], tmp_path: Path
) -> None:
    first, second, _ = folders
    built = run_joinedup("build", first, second, "--store", tmp_path / "store")
    same = f"{second / 'list.csv'} (the same as {first / 'list.csv'})"
    assert f"1 file that was read has the very bytes of another: {same}. " in built.stdout
    assert "What it says counts once." in built.stdout
    assert rows(run_joinedup, tmp_path / "store") == [("pages/list.csv", "trackers", 1)]


def test_another_name_is_listed_and_its_records_count_once(
    run_joinedup: Callable[..., Run], folders: tuple[Path, Path, Path], tmp_path: Path
) -> None:
    store = tmp_path / "store"
    run_joinedup("build", *folders, "--store", store)
    expected = [
        ("mail/list.csv", "trackers", 1),
        ("pages/list.csv", "the same as mail/list.csv", 0),
    ]
    assert rows(run_joinedup, store) == expected
    shown = run_joinedup("sources", "--store", store).stdout
    assert "2 files with 1 record" in shown
    assert "1 of them has the very bytes of another" in shown
    run_joinedup("remove", "mail/list.csv", "--store", store)
    assert rows(run_joinedup, store) == [("pages/list.csv", "trackers", 1)]


def test_one_after_the_other_gives_the_same_list(
    run_joinedup: Callable[..., Run], folders: tuple[Path, Path, Path], tmp_path: Path
) -> None:
    run_joinedup("build", *folders, "--store", tmp_path / "at-once")
    run_joinedup("build", folders[0], "--store", tmp_path / "in-steps")
    run_joinedup("add", *folders[1:], "--store", tmp_path / "in-steps")
    at_once, in_steps = (rows(run_joinedup, tmp_path / each) for each in ("at-once", "in-steps"))
    assert at_once == in_steps


def test_files_of_one_name_that_differ_are_two(
    run_joinedup: Callable[..., Run], folders: tuple[Path, Path, Path], tmp_path: Path
) -> None:
    (folders[1] / "list.csv").write_text(ROW.replace(",1,", ",2,"), encoding="utf-8")
    built = run_joinedup("build", *folders[:2], "--store", tmp_path / "store")
    assert "very bytes" not in built.stdout
    assert len(rows(run_joinedup, tmp_path / "store")) == 2
