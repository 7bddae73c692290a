"""What a command writes takes its place when it is whole, or what stood there stays."""

from __future__ import annotations

import os
import stat
from pathlib import Path
from tempfile import TemporaryDirectory
from time import time
from typing import TYPE_CHECKING

import pytest
from filelock import FileLock
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.errors import UsageError
from joinedup.atomic_write import draft_file, draft_folder, write_file
from joinedup.folder_manifest import MANIFEST, foreign_entries
from queries.visible_text import mark_all_controls

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture
def tables(tmp_path: Path) -> Path:
    """A folder that we wrote."""
    output = tmp_path / "tables"
    with draft_folder(output) as draft:
        (draft / "a.csv").write_text("old")
        (draft / "more").mkdir()
        (draft / "more" / "b.csv").write_text("old")
    return output


@pytest.fixture
def _strict_mask() -> Iterator[None]:
    """A user who lets nobody else read."""
    before = os.umask(0o077)
    yield
    os.umask(before)


def contents(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_a_draft_takes_the_place_of_what_was_there(tmp_path: Path) -> None:
    output = tmp_path / "page.html"
    output.write_text("old")
    with draft_file(output) as draft:
        draft.write_text("new")
        assert output.read_text() == "old"
    assert output.read_text() == "new"
    assert list(tmp_path.iterdir()) == [output]


@pytest.mark.usefixtures("_strict_mask")
def test_a_file_keeps_its_permissions_and_a_new_one_heeds_the_mask(tmp_path: Path) -> None:
    shared = tmp_path / "shared.csv"
    shared.write_text("old")
    shared.chmod(0o664)
    write_file(shared, b"new")
    write_file(tmp_path / "mine.csv", b"new")
    assert mode(shared) == 0o664
    assert mode(tmp_path / "mine.csv") == 0o600
    with draft_folder(tmp_path / "mine") as draft:
        (draft / "a.csv").write_text("new")
    assert mode(tmp_path / "mine") == 0o700
    assert mode(tmp_path / "mine" / "a.csv") == 0o600


def test_a_link_to_a_file_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "real.csv").write_text("old")
    (tmp_path / "link.csv").symlink_to("real.csv")
    write_file(tmp_path / "link.csv", b"new")
    assert (tmp_path / "link.csv").is_symlink()
    assert (tmp_path / "real.csv").read_text() == "new"


def test_a_file_that_has_the_name_of_a_draft_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "page.html.part").write_text("mine")
    write_file(tmp_path / "page.html", b"new")
    assert contents(tmp_path) == {"page.html.part": b"mine", "page.html": b"new"}


def _workspace_of_another(folder: Path, *, age: float) -> Path:
    place = folder / ".joinedup-other.part"
    place.mkdir()
    (place / "output").write_text("half of a table")
    (place / "lock").touch()
    os.utime(place / "lock", (time() - age,) * 2)
    return place


def test_what_a_killed_program_left_is_removed_by_the_next(tmp_path: Path) -> None:
    place = _workspace_of_another(tmp_path, age=3600)
    write_file(tmp_path / "table.csv", b"a")
    assert not place.exists()
    assert [path.name for path in tmp_path.iterdir()] == ["table.csv"]


def test_what_a_program_is_at_is_left_alone(tmp_path: Path) -> None:
    place = _workspace_of_another(tmp_path, age=0)
    write_file(tmp_path / "table.csv", b"a")
    assert (place / "output").is_file()
    with FileLock(place / "lock"):
        os.utime(place / "lock", (0, 0))
        write_file(tmp_path / "table.csv", b"b")
        assert (place / "output").is_file()


def test_a_folder_of_ours_is_replaced_whole(tables: Path) -> None:
    (tables / ".DS_Store").write_text("of a file manager")
    with draft_folder(tables) as draft:
        (draft / "c.csv").write_text("new")
    assert contents(tables).keys() == {"c.csv", MANIFEST}
    assert foreign_entries(tables) == []


def test_an_empty_folder_is_filled(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    with draft_folder(tmp_path / "empty") as draft:
        (draft / "a.csv").write_text("new")
    assert (tmp_path / "empty" / "a.csv").read_text() == "new"


@pytest.mark.parametrize("name", ["mine.csv", "more/mine.csv", "a.csv", MANIFEST])
def test_a_file_of_the_user_in_a_folder_of_ours_keeps_it_as_it_is(tables: Path, name: str) -> None:
    (tables / name).write_text("mine")
    before = contents(tables)
    with pytest.raises(UsageError, match="did not write"), draft_folder(tables):
        pytest.fail("was given a draft")
    assert contents(tables) == before


def test_a_folder_or_link_of_the_user_counts_too(tables: Path) -> None:
    (tables / "mine").mkdir()
    assert foreign_entries(tables) == ["mine"]
    (tables / "mine").rmdir()
    (tables / "a.csv").rename(tables.parent / "moved.csv")
    (tables / "a.csv").symlink_to(tables.parent / "moved.csv")
    assert foreign_entries(tables) == ["a.csv"]


def _write_while_somebody_else_does(output: Path) -> None:
    with draft_folder(output) as draft:
        (draft / "a.csv").write_text("new")
        (output / "mine.csv").write_text("mine")


def test_a_file_that_comes_while_we_write_keeps_the_folder_as_it_is(tables: Path) -> None:
    with pytest.raises(UsageError, match=r"such as mine\.csv"):
        _write_while_somebody_else_does(tables)
    assert (tables / "a.csv").read_text() == "old"
    assert (tables / "mine.csv").read_text() == "mine"
    assert list(tables.parent.iterdir()) == [tables]


def test_a_list_of_checksums_of_the_users_own_makes_no_folder_ours(tmp_path: Path) -> None:
    (tmp_path / "data.csv").write_text("mine")
    (tmp_path / "SHA256SUMS").write_text("0000  data.csv\n")
    assert foreign_entries(tmp_path) == ["SHA256SUMS", "data.csv"]


def _fill(output: Path) -> None:
    with draft_folder(output) as draft:
        (draft / "a.csv").write_text("new")
        raise OSError(28, "No space left on device")


def test_what_stood_there_stays_if_the_writing_fails(tables: Path) -> None:
    before = contents(tables)
    with pytest.raises(UsageError, match="tables cannot be written: No space left"):
        _fill(tables)
    assert contents(tables) == before
    assert list(tables.parent.iterdir()) == [tables]


NAMES = st.text(
    st.characters(exclude_categories=[]) | st.sampled_from("/.~-\ud8ff\udce9\x1b\n* $"),
    max_size=300,
)


@settings(max_examples=300)
@given(name=NAMES, as_folder=st.booleans())
def test_any_name_is_written_or_refused_and_nothing_else_is_touched(
    name: str, *, as_folder: bool
) -> None:
    with TemporaryDirectory() as folder:
        inside = Path(folder, "a", "b")
        inside.mkdir(parents=True)
        (inside / "mine.csv").write_text("mine")
        (inside.parent / "mine.csv").write_text("mine")
        before = contents(Path(folder))
        output = inside.joinpath(name.lstrip("/"))
        refusal = _refusal(output, as_folder=as_folder)
        left = contents(Path(folder))
        if refusal is not None:
            assert mark_all_controls(refusal) == refusal
            assert left == before
            return
        written = output / "a.csv" if as_folder else output
        key = written.resolve().relative_to(Path(folder).resolve()).as_posix()
        assert left.pop(key) == b"new"
        if as_folder:
            del left[f"{key.removesuffix('a.csv')}{MANIFEST}"]
        assert left == {path: kept for path, kept in before.items() if path != key}


def _refusal(output: Path, *, as_folder: bool) -> str | None:
    """Write a file, or one in a folder; what is said if that is refused."""
    try:
        with (draft_folder if as_folder else draft_file)(output) as draft:
            (draft / "a.csv" if as_folder else draft).write_text("new")
    except UsageError as refused:
        return str(refused)
    return None
