"""A graph in parts: loaded, it is the graph that was built; what is wrong with parts is said."""

from __future__ import annotations

import gzip
import json
import shutil
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING
from unittest.mock import patch
from uuid import uuid4

import pytest
from fsspec.implementations.local import (  # type: ignore[import-untyped] # it has no stubs
    LocalFileSystem,
)

import joinedup
from graph.errors import DroppedSourcesError, StoreError, UsageError
from loaders.corrections.correction_file import read_entries
from loaders.pipeline import graph_making
from loaders.pipeline.build import BuildOptions, build
from loaders.pipeline.change import add
from loaders.pipeline.parts import parts_place, parts_writer
from loaders.pipeline.parts.parts_list import LIST, PART, read_content, write_content
from loaders.pipeline.parts.parts_loading import load_parts
from loaders.pipeline.parts.parts_place import PartsPlace
from tests.loaders.store_comparison import FILES, PAGE, assert_same, graph_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

CORRECTIONS = """correction,finding,position,by,on,why
position,accountability-index-15-3055,rejected,A. Clerk,2026-11-01,Read again.
"""


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a store made on one machine, and one of the same files with its parts."""
    folder = tmp_path_factory.mktemp("built")
    build(FILES, folder / "alone")
    with ThreadPoolExecutor(2) as executor, patch.object(graph_making, "BATCH", 2):
        options = BuildOptions(executor=executor, parts=str(folder / "parts"))
        build(FILES, folder / "store", options)
    return folder


@pytest.fixture
def parts(built: Path, tmp_path: Path) -> Path:
    """Parts that a test may change."""
    return Path(shutil.copytree(built / "parts", tmp_path / "parts"))


@pytest.fixture
def former(tmp_path: Path) -> Iterator[Path]:
    """A store that stands, and stands as it was when the test ends."""
    store = tmp_path / "former"
    build([str(PAGE)], store)
    graph = graph_of(store)
    yield store
    assert graph_of(store) == graph


def test_a_graph_built_with_parts_and_one_loaded_from_them_are_that_of_one_machine(
    built: Path, tmp_path: Path
) -> None:
    calls: list[tuple[int, int]] = []
    load_parts(
        str(built / "parts"),
        tmp_path / "s",
        progress=lambda done, total: calls.append((done, total)),
    )
    assert_same(built / "alone", built / "store")
    assert_same(built / "alone", tmp_path / "s")
    count = len(list((built / "parts").glob(f"*{PART}")))
    assert calls == [(done, count) for done in range(1, count + 1)]
    assert count > 5


def test_only_what_a_load_needs_is_left_and_the_names_are_those_of_the_content(
    built: Path,
) -> None:
    listed = json.loads((built / "parts" / LIST).read_bytes())
    names = {f"{digest}.nq.gz" for digest in listed["parts"]}
    names |= {f"{digest}.file" for digest in listed["files"].values()}
    assert {path.name for path in (built / "parts").iterdir()} == {LIST, *names}
    place = PartsPlace(str(built / "parts"))
    lines = [
        line for part in listed["parts"] for line in read_content(place, part, PART).split(b"\n")
    ]
    assert all(line.endswith(b" .") for line in lines if line)


def test_parts_need_no_executor_and_are_the_same_bytes_twice(tmp_path: Path) -> None:
    for name in ("a", "b"):
        build([str(PAGE)], tmp_path / f"store-{name}", BuildOptions(parts=str(tmp_path / name)))
    contents = [
        {path.name: path.read_bytes() for path in (tmp_path / name).glob(f"*{PART}")}
        for name in ("a", "b")
    ]
    assert contents[0] == contents[1]
    assert contents[0]


def test_parts_of_this_process_are_written_in_portions(tmp_path: Path) -> None:
    with patch.object(parts_writer, "_PORTION", 100_000):
        build([str(PAGE)], tmp_path / "store", BuildOptions(parts=str(tmp_path / "parts")))
    assert len(list((tmp_path / "parts").glob(f"*{PART}"))) > 3
    load_parts(str(tmp_path / "parts"), tmp_path / "loaded")
    assert_same(tmp_path / "store", tmp_path / "loaded")


def test_any_file_system_of_fsspec_will_do(tmp_path: Path) -> None:
    address = f"memory://{uuid4().hex}/graph"
    with ThreadPoolExecutor(1) as executor:
        build([str(PAGE)], tmp_path / "store", BuildOptions(executor=executor, parts=address))
    load_parts(address, tmp_path / "loaded")
    assert_same(tmp_path / "store", tmp_path / "loaded")


def test_more_can_be_added_to_a_graph_that_was_loaded(parts: Path, tmp_path: Path) -> None:
    load_parts(str(parts), tmp_path / "loaded")
    add([str(PAGE)], tmp_path / "loaded")
    build([*FILES, str(PAGE)], tmp_path / "whole")
    assert graph_of(tmp_path / "loaded") == graph_of(tmp_path / "whole")


def test_corrections_travel_with_the_parts(built: Path, tmp_path: Path) -> None:
    sheet = tmp_path / "corrections.csv"
    sheet.write_text(CORRECTIONS, encoding="utf-8")
    options = BuildOptions(corrections=sheet, parts=str(tmp_path / "parts"))
    build(FILES, tmp_path / "store", options)
    load_parts(str(tmp_path / "parts"), tmp_path / "loaded")
    assert_same(tmp_path / "store", tmp_path / "loaded")
    assert graph_of(tmp_path / "loaded") != graph_of(built / "alone")


def test_a_load_drops_no_file_and_no_correction_in_silence(
    built: Path, parts: Path, tmp_path: Path
) -> None:
    build([str(PAGE)], tmp_path / "other")
    with pytest.raises(DroppedSourcesError, match="justice-1325"):
        load_parts(str(parts), tmp_path / "other")
    sheet = tmp_path / "corrections.csv"
    sheet.write_text(CORRECTIONS, encoding="utf-8")
    assert len(read_entries(sheet)) == 1
    build(FILES, tmp_path / "corrected", BuildOptions(corrections=sheet))
    with pytest.raises(UsageError, match="1 of its corrections"):
        load_parts(str(parts), tmp_path / "corrected")
    load_parts(str(parts), tmp_path / "corrected", replace=True)
    assert_same(built / "alone", tmp_path / "corrected")


def first_part(parts: Path) -> Path:
    return sorted(parts.glob(f"*{PART}"))[0]


def lose_a_part(parts: Path) -> None:
    first_part(parts).unlink()


def cut_a_part(parts: Path) -> None:
    path = first_part(parts)
    path.write_bytes(path.read_bytes()[:-20])


def change_a_part(parts: Path) -> None:
    path = first_part(parts)
    path.write_bytes(gzip.compress(gzip.decompress(path.read_bytes())[:-1] + b"#"))


def make_a_part_no_gzip(parts: Path) -> None:
    first_part(parts).write_bytes(b"no gzip")


def change_a_file(parts: Path) -> None:
    path = next(parts.glob("*.file"))
    path.write_bytes(path.read_bytes() + b" ")


def cut_the_list(parts: Path) -> None:
    (parts / LIST).write_bytes((parts / LIST).read_bytes()[:-9])


def change_list(folder: Path, **values: object) -> None:
    listed = json.loads((folder / LIST).read_bytes())
    (folder / LIST).write_text(json.dumps(listed | values), encoding="utf-8")


def drop_a_part(parts: Path) -> None:
    change_list(parts, parts=json.loads((parts / LIST).read_bytes())["parts"][1:])


def name_a_file_elsewhere(parts: Path) -> None:
    digest = next(parts.glob("*.file")).stem
    change_list(parts, files={"../../escaped.json": digest})


def name_a_part_elsewhere(parts: Path) -> None:
    change_list(parts, parts=["../" + "a" * 61])


@pytest.mark.parametrize(
    ("harm", "message"),
    [
        (lose_a_part, "is missing"),
        (cut_a_part, "not as it was written"),
        (change_a_part, "not as it was written"),
        (make_a_part_no_gzip, "not as it was written"),
        (change_a_file, "not as it was written"),
        (cut_the_list, "not as it was written"),
        (drop_a_part, "make a graph of"),
        (name_a_file_elsewhere, "not as it was written"),
        (name_a_part_elsewhere, "not as it was written"),
    ],
)
def test_damaged_parts_are_refused_and_the_old_graph_stays(
    harm: Callable[[Path], None], message: str, parts: Path, former: Path
) -> None:
    harm(parts)
    with pytest.raises(StoreError, match=message):
        load_parts(str(parts), former, replace=True)


def test_parts_of_another_version_and_no_parts_are_refused(
    parts: Path, former: Path, tmp_path: Path
) -> None:
    with pytest.raises(UsageError, match="no parts of a whole graph"):
        load_parts(str(tmp_path), former)
    change_list(parts, program="0.0")
    with pytest.raises(UsageError, match=r"written by joinedup 0\.0"):
        load_parts(str(parts), former)


def test_parts_of_a_graph_are_replaced_only_on_request(parts: Path, tmp_path: Path) -> None:
    options = BuildOptions(parts=str(parts))
    with pytest.raises(UsageError, match="The parts of a graph stand at"):
        build([str(PAGE)], tmp_path / "store", options)
    assert not (tmp_path / "store").exists()
    build([str(PAGE)], tmp_path / "store", replace(options, replace=True))
    load_parts(str(parts), tmp_path / "loaded")
    assert_same(tmp_path / "store", tmp_path / "loaded")


def test_a_write_that_is_broken_off_leaves_no_part(tmp_path: Path) -> None:
    place = PartsPlace(str(tmp_path))
    with (
        patch.object(LocalFileSystem, "mv", side_effect=OSError("the disk is full")),
        pytest.raises(StoreError, match="cannot be written: the disk is full"),
    ):
        write_content(place, b"statements", PART)
    assert not list(tmp_path.glob(f"*{PART}"))
    assert not place.has(LIST)


def test_what_is_no_place_is_refused_in_a_sentence(tmp_path: Path) -> None:
    for address in ("nope://x", "s3://bucket/graph"):
        with pytest.raises(UsageError, match="is no place for parts"):
            PartsPlace(address)
    (tmp_path / "file").touch()
    with pytest.raises(StoreError, match="cannot be written"):
        build([str(PAGE)], tmp_path / "s", BuildOptions(parts=str(tmp_path / "file")))
    with pytest.raises(UsageError, match="in memory is not written in parts"):
        joinedup.build(str(PAGE), options=BuildOptions(parts=str(tmp_path / "parts")))


def test_a_missing_library_is_named_with_the_line_that_installs_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(parts_place, "find_spec", lambda _name: None)
    with pytest.raises(UsageError, match='not installed: pip install "distributed'):
        PartsPlace("parts")
