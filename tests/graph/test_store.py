"""The store: whole or not at all, old until the new one stands, open to many readers."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pyoxigraph as ox
import pytest
from rdflib import Dataset

from graph.errors import NoStoreError, QueryError, StoreBusyError, StoreError
from graph.store.embedded import Store
from graph.store.store_layout import begin_version, current_version
from loaders.pipeline.build import build
from tests.conftest import PAGES

if TYPE_CHECKING:
    from pathlib import Path

    import joinedup

COUNT = "SELECT (COUNT(*) AS ?n) WHERE { ?s ?p ?o }"
ONE = b'<x:a> <x:p> "one" <x:g> .\n<x:a> <x:p> "one" .\n'


def findings(place: Path) -> int:
    query = "SELECT ?f WHERE { ?f a <https://w3id.org/joinedup/ontology#Finding> }"
    return len(list(Store.open(place).rows(query)))


def test_every_statement_counts_once_though_several_records_say_it() -> None:
    store = Store.in_memory()
    store.load(ONE + b'<x:a> <x:p> "one" <x:h> .\n<x:a> <x:p> "one" .\n')
    [(count,)] = store.rows(COUNT)
    assert isinstance(count, ox.Literal)
    assert count.value == "1"


def test_the_default_graph_holds_what_every_record_says(pages: joinedup.Graph) -> None:
    everything = "SELECT (COUNT(*) AS ?n) WHERE { GRAPH ?g { ?s ?p ?o } }"
    missing = "SELECT ?s WHERE { GRAPH ?g { ?s ?p ?o } FILTER NOT EXISTS { ?s ?p ?o } }"
    assert int(str(pages.query(everything).rows[0][0])) > 10_000
    assert pages.query(missing).rows == ()


def test_a_load_is_all_or_nothing() -> None:
    store = Store.in_memory()
    with pytest.raises(StoreError, match="could not be written"):
        store.load(ONE + b"<x:b> nonsense")
    assert len(store) == 0


def test_where_nothing_was_built_there_is_nothing_to_ask(tmp_path: Path) -> None:
    with pytest.raises(NoStoreError, match="joinedup build"):
        Store.open(tmp_path / "nowhere")


def test_several_processes_read_at_once(pages_store: Path) -> None:
    here = Store.open(pages_store)
    script = (
        "from pathlib import Path; from tests.graph.test_store import findings;"
        f"print(findings(Path({str(pages_store)!r})))"
    )
    there = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    assert int(there.stdout) == findings(pages_store) > 70
    assert len(here) > 10_000


def test_a_reader_keeps_its_graph_while_another_is_built(tmp_path: Path) -> None:
    place = tmp_path / "store"
    build([str(PAGES / "justice-1325.txt")], place)
    reader = Store.open(place)
    before = len(reader)
    build([str(PAGES / "justice-1325.txt"), str(PAGES / "justice-1355.txt")], place)
    assert len(reader) == before
    assert findings(place) == 2


def test_a_failed_build_leaves_the_old_graph(tmp_path: Path) -> None:
    place = tmp_path / "store"
    build([str(PAGES / "justice-1325.txt")], place)
    with pytest.raises(StoreError, match="could not be written"), begin_version(place) as folder:
        Store.create(folder / "quads").load(b"nonsense")
    assert findings(place) == 1
    assert len(list((place / "generations").iterdir())) == 1


def test_two_builds_at_once_do_not_meet(tmp_path: Path) -> None:
    place = tmp_path / "store"
    with begin_version(place) as folder:
        Store.create(folder / "quads").load(ONE)
        with pytest.raises(StoreBusyError, match="Another build"):
            build([str(PAGES / "justice-1325.txt")], place)
    assert len(Store.open(place)) == 2


def test_a_folder_of_other_things_is_no_place_for_a_store(tmp_path: Path) -> None:
    (tmp_path / "thesis.doc").write_text("years of work")
    with pytest.raises(StoreError, match="holds other files"):
        build([str(PAGES / "justice-1325.txt")], tmp_path)
    assert (tmp_path / "thesis.doc").exists()


@pytest.mark.parametrize("name", ["current", "lock"])
def test_a_file_of_somebody_else_that_is_called_as_one_of_ours_stays(
    tmp_path: Path, name: str
) -> None:
    (tmp_path / name).write_text("The current list of piers.")
    with pytest.raises(StoreError, match=f"holds other files, such as {name}"):
        build([str(PAGES / "justice-1325.txt")], tmp_path)
    assert (tmp_path / name).read_text() == "The current list of piers."


@pytest.mark.parametrize("name", [".DS_Store", "._store", "Thumbs.db", "desktop.ini", "lost+found"])
def test_a_file_of_a_file_manager_makes_no_folder_unusable(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("icons")
    for _ in range(2):
        build([str(PAGES / "justice-1325.txt")], tmp_path)
    assert findings(tmp_path) == 1
    assert (tmp_path / name).read_text() == "icons"


def test_what_a_user_puts_into_a_store_is_left_alone(tmp_path: Path) -> None:
    place = tmp_path / "store"
    build([str(PAGES / "justice-1325.txt")], place)
    ours = {"explorer.html": "a page", "notes/monday.txt": "look again", "generations/mine": "kept"}
    for name, text in ours.items():
        (place / name).parent.mkdir(exist_ok=True)
        (place / name).write_text(text)
    build([str(PAGES / "justice-1325.txt"), str(PAGES / "justice-1355.txt")], place)
    assert findings(place) == 2
    assert {name: (place / name).read_text() for name in ours} == ours


@pytest.mark.parametrize("name", ["current", "current.new", "lock", "generations"])
def test_a_folder_in_the_place_of_a_file_of_ours_is_refused_by_name(
    tmp_path: Path, name: str
) -> None:
    entry = tmp_path / name
    if name == "generations":
        entry.write_text("of a family")
    else:
        entry.mkdir()
    with pytest.raises(StoreError, match=f"{name} is a .*, but a store has") as refusal:
        build([str(PAGES / "justice-1325.txt")], tmp_path)
    assert "Errno" not in str(refusal.value)
    assert list(tmp_path.rglob("*")) == [entry]


def test_a_build_that_is_killed_leaves_the_old_graph(tmp_path: Path) -> None:
    place = tmp_path / "store"
    build([str(PAGES / "justice-1325.txt")], place)
    script = (
        "import time; from pathlib import Path; from graph.store.store_layout import begin_version;"
        "from graph.store.embedded import Store\n"
        f"with begin_version(Path({str(place)!r})) as folder:\n"
        f"    Store.create(folder / 'quads').load({ONE!r}); print('loaded', flush=True)\n"
        "    time.sleep(60)"
    )
    writer = subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE, text=True)
    assert writer.stdout is not None
    with writer:
        assert writer.stdout.readline() == "loaded\n"
        os.kill(writer.pid, signal.SIGKILL)
    assert findings(place) == 1
    build([str(PAGES)], place)
    assert findings(place) > 70
    assert len(list((place / "generations").iterdir())) == 2


@pytest.mark.skipif(not hasattr(signal, "SIGXFSZ"), reason="this system cannot limit a file's size")
def test_a_full_disk_says_so_and_leaves_the_old_graph(tmp_path: Path) -> None:
    place = tmp_path / "store"
    build([str(PAGES / "justice-1325.txt")], place)
    script = (
        "import resource, signal; from joinedup.cli import main; import sys;"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN);"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, 200_000));"
        f"sys.argv = ['joinedup', 'build', {str(PAGES)!r}, '--store', {str(place)!r}]; main()"
    )
    # A measurement of coverage would want to write more than the limit allows as well.
    unmeasured = {name: value for name, value in os.environ.items() if "COVERAGE" not in name}
    full = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=False, env=unmeasured
    )
    assert full.returncode == 4
    assert "could not be written" in full.stderr
    assert "Traceback" not in full.stderr
    assert findings(place) == 1


def test_it_is_an_ordinary_rdflib_dataset(pages: joinedup.Graph) -> None:
    dataset = pages.dataset()
    assert isinstance(dataset, Dataset)
    every = "SELECT ?f WHERE { ?f a <https://w3id.org/joinedup/ontology#Finding> }"
    assert len(list(dataset.query(every))) == len(pages.query(every).rows) > 70
    assert len(list(dataset.graphs())) > 70


def test_a_query_that_makes_triples_gives_no_rows() -> None:
    with pytest.raises(QueryError, match="SELECT"):
        Store.in_memory().rows("CONSTRUCT WHERE { ?s ?p ?o }")


def test_the_pointer_names_one_generation(pages_store: Path) -> None:
    generation = current_version(pages_store)
    assert generation.parent == pages_store / "generations"
    assert (generation / "report.json").is_file()
    assert time.time() > generation.stat().st_mtime
