"""The store knows its own state: what is damaged is said, and one can go back."""

from __future__ import annotations

import random
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from graph.errors import (
    DamagedStoreError,
    JoinedupError,
    NoStoreError,
    StoreBusyError,
    StoreError,
)
from graph.store.embedded import Store
from graph.store.store_layout import begin_version, check_version, current_version
from graph.store.store_manifest import FIGURES, SEARCH_CARD, SEARCH_INDEX, read_manifest
from graph.store.version_undo import undo
from loaders.pipeline.build import build
from tests.conftest import PAGES

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.conftest import Run

PAGE, OTHER_PAGE = (str(PAGES / name) for name in ("justice-1325.txt", "justice-1355.txt"))
FINDINGS = "SELECT ?f WHERE { ?f a <https://w3id.org/joinedup/ontology#Finding> }"
EVERYTHING = "SELECT ?s ?p ?o ?g WHERE { { ?s ?p ?o } UNION { GRAPH ?g { ?s ?p ?o } } }"
ONE_QUAD = b'<x:a> <x:p> "one" <x:g> .\n'


@pytest.fixture(scope="session")
def whole_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store with a graph of two findings, and one of one finding before it; only to copy."""
    path = tmp_path_factory.mktemp("whole") / "store"
    build([PAGE], path)
    build([PAGE, OTHER_PAGE], path)
    return path


@pytest.fixture
def store(whole_store: Path, tmp_path: Path) -> Path:
    return shutil.copytree(whole_store, tmp_path / "store")


def findings(store_path: Path) -> int:
    return len(list(Store.open(store_path).rows(FINDINGS)))


def data_files(version: Path) -> list[Path]:
    manifest = read_manifest(version)
    assert manifest is not None
    return [version / name for name in manifest.files]


def cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def test_every_file_but_the_engine_s_diary_is_in_the_manifest(store: Path) -> None:
    version = current_version(store)
    there = {path for path in version.rglob("*") if path.is_file()}
    not_data = {version / "manifest", version / "quads" / "LOG", version / "quads" / "LOCK"}
    not_data |= {
        version / SEARCH_INDEX,
        version / SEARCH_CARD,
        version / FIGURES,
    }  # made anew whenever they are not whole
    assert there - not_data == set(data_files(version))
    summary = check_version(store, read_all=True).summary
    assert summary.findings == 2
    assert summary.quads == len(Store.open(store))


def test_a_file_that_is_missing_or_cut_is_named_when_the_store_is_opened(store: Path) -> None:
    version = current_version(store)
    whole = {path: path.read_bytes() for path in [*data_files(version), version / "manifest"]}
    for path, content in whole.items():
        damages: list[Callable[[Path], None]] = [type(path).unlink]
        for harm in [*damages, *([cut] if content else [])]:
            harm(path)
            with pytest.raises(DamagedStoreError, match=path.name) as refusal:
                Store.open(store)
            assert f"joinedup undo --store {store}" in str(refusal.value)
            path.write_bytes(content)
    assert findings(store) == 2


@pytest.mark.parametrize("pointer", ["", "000000000000\n", "nonsense", "../../etc\n", None])
def test_a_pointer_that_names_no_version_is_damage_and_undo_mends_it(
    store: Path, pointer: str | None
) -> None:
    if pointer is None:
        (store / "current").unlink()
    else:
        (store / "current").write_text(pointer)
    with pytest.raises(DamagedStoreError):
        Store.open(store)
    if pointer == "000000000000\n":
        build([PAGE, OTHER_PAGE], store)
    else:
        undo(store)
    assert findings(store) in {1, 2}


def test_a_build_over_a_store_whose_pointer_is_damaged_keeps_the_graphs_until_it_stands(
    store: Path,
) -> None:
    (store / "current").write_text("")
    with pytest.raises(StoreError), begin_version(store) as folder:
        Store.create(folder / "quads").load(b"nonsense")
    undo(store)
    assert findings(store) in {1, 2}


def test_flipped_bytes_never_change_an_answer(store: Path) -> None:
    """Whatever byte of whatever file is changed, the answer is right or the damage is said."""
    chance = random.Random(14)  # noqa: S311 - the same places in each run
    version = current_version(store)
    files = [path for path in [*data_files(version), version / "manifest"] if path.stat().st_size]
    right = sorted(map(str, Store.open(store).rows(EVERYTHING)))
    told = 0
    for path in files:
        content = path.read_bytes()
        place = chance.randrange(len(content))
        path.write_bytes(content[:place] + bytes([content[place] ^ 0x55]) + content[place + 1 :])
        try:
            answer = sorted(map(str, Store.open(store).rows(EVERYTHING)))
        except DamagedStoreError as error:
            told += path.name in str(error)
        else:
            assert answer == right, (path, place)
        with pytest.raises(DamagedStoreError, match=path.name):
            check_version(store, read_all=True)
        path.write_bytes(content)
    small = [path for path in files if path.suffix not in {".sst", ".kept", ".stages"}]
    assert told >= len(small) > 5


def test_damage_that_shows_while_a_question_is_answered_is_a_sentence_with_exit_code_4(
    store: Path, run_joinedup: Callable[..., Run]
) -> None:
    for table in current_version(store).rglob("*.sst"):
        content = table.read_bytes()
        middle = len(content) // 2
        table.write_bytes(content[:middle] + bytes(64) + content[middle + 64 :])
    for words in (
        ["info"],
        ["ask", "positions-by-who-says-so"],
        ["query", EVERYTHING],
        ["check"],
        ["view", "everything", "-o", "page.html"],
        ["export", "nquads", "-o", "graph.nq"],
        ["check", "--store-files"],
    ):
        done = run_joinedup(*words, "--store", store)
        assert done.returncode == 4, (words, done.stderr)
        assert f"The store at {store} is broken" in done.stderr
        assert "Traceback" not in done.stderr


def test_strangers_in_any_folder_of_a_store_do_no_harm(store: Path) -> None:
    version = current_version(store)
    for folder in (store, store / "generations", version, version / "quads"):
        for name in (".DS_Store", "._000004.log", "Thumbs.db", "notes.txt", "a page.html"):
            (folder / name).write_bytes(b"\x00\x00\x00\x01Bud1")
    (version / "quads" / "holiday").mkdir()
    assert findings(store) == 2
    check_version(store, read_all=True)
    undo(store)
    undo(store)
    build([PAGE, OTHER_PAGE], store)
    assert findings(store) == 2
    assert (store / "generations" / "notes.txt").exists()


def test_undo_brings_back_the_graph_before_and_undone_again_the_one_after(
    store: Path, run_joinedup: Callable[..., Run]
) -> None:
    reader = Store.open(store)
    quads = len(reader)
    done = run_joinedup("undo", "--store", store)
    assert (done.returncode, findings(store)) == (0, 1)
    assert "with 1 finding." in done.stdout
    assert "with 2 findings, is kept" in done.stderr
    assert len(reader) == quads
    run_joinedup("undo", "--store", store)
    assert findings(store) == 2


def test_undo_without_a_graph_to_go_back_to_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(NoStoreError, match="joinedup build"):
        undo(tmp_path / "nowhere")
    assert not (tmp_path / "nowhere").exists()
    build([PAGE], tmp_path / "store")
    with pytest.raises(StoreError, match=r"no graph at .* to go back to"):
        undo(tmp_path / "store")
    assert findings(tmp_path / "store") == 1


def test_undo_waits_for_no_build(store: Path) -> None:
    with begin_version(store, replace=True) as folder:
        Store.create(folder / "quads").load(ONE_QUAD)
        with pytest.raises(StoreBusyError):
            undo(store)
    undo(store)
    assert findings(store) == 2


def test_undo_does_not_go_back_to_a_damaged_graph(store: Path) -> None:
    now = current_version(store)
    [before] = [path for path in (store / "generations").iterdir() if path != now]
    next(before.rglob("*.sst")).unlink()
    with pytest.raises(StoreError, match=r"broken.*\.sst is missing.*The current graph stays"):
        undo(store)
    assert findings(store) == 2


def test_one_graph_before_is_kept_and_a_failed_build_does_not_cost_it(store: Path) -> None:
    with pytest.raises(JoinedupError):
        build([str(store / "nothing")], store)
    undo(store)
    assert findings(store) == 1
    for _ in range(3):
        build([PAGE], store)
    assert len(list((store / "generations").iterdir())) == 2


def test_a_damaged_graph_is_not_kept_in_place_of_the_one_before(store: Path) -> None:
    next(current_version(store).rglob("*.sst")).unlink()
    build([PAGE, OTHER_PAGE], store)
    undo(store)
    assert findings(store) == 1


def test_a_store_file_check_names_what_is_damaged_and_says_so_when_all_is_whole(
    store: Path, run_joinedup: Callable[..., Run]
) -> None:
    whole = run_joinedup("check", "--store-files", "--store", store)
    assert (whole.returncode, whole.stderr) == (0, "")
    assert "files of the graph" in whole.stdout
    table = max(current_version(store).rglob("*.sst"), key=lambda path: path.stat().st_size)
    content = bytearray(table.read_bytes())
    content[-1] ^= 1
    table.write_bytes(content)
    damaged = run_joinedup("check", "--store-files", "--store", store)
    assert (damaged.returncode, damaged.stdout) == (4, "")
    assert f"the file quads/{table.name} is not as it was written" in damaged.stderr


def test_readers_in_other_processes_keep_their_graph_through_undo_and_builds(store: Path) -> None:
    script = (
        "import sys; from pathlib import Path; from graph.store.embedded import Store\n"
        f"store = Store.open(Path({str(store)!r}))\n"
        f"count = lambda: len(list(store.rows({EVERYTHING!r})))\n"
        "print(count(), flush=True)\nsys.stdin.readline()\nprint(count(), flush=True)\n"
    )
    with subprocess.Popen(
        [sys.executable, "-c", script], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as reader:
        assert reader.stdout is not None
        first = int(reader.stdout.readline())
        undo(store)
        build([PAGE, OTHER_PAGE], store)
        again, _ = reader.communicate("go\n", timeout=120)
    assert int(again) == first > 100
