"""Builds whose work is done by an executor: the graph is that of a build on one machine."""

from __future__ import annotations

import os
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from typing import TYPE_CHECKING
from unittest.mock import patch

import pytest
from dask import config

from graph.errors import UsageError, WorkerLostError
from graph.records.serialized_records import serialize
from loaders.corrections.hand_corrections import Corrections
from loaders.pipeline import executor_tasks, graph_making
from loaders.pipeline.build import BuildOptions, build
from loaders.pipeline.executors import connect_executor, dask, executor_kinds
from loaders.pipeline.parts.parts_loading import load_parts
from loaders.pipeline.preamble import VERSION
from loaders.pipeline.registers import make_recogniser
from tests.conftest import PAGES
from tests.loaders.made_cluster import address_of, ending_scheduler, killing_executor, local_cluster
from tests.loaders.store_comparison import PAGE, assert_same, graph_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from distributed import LocalCluster

    from graph.records.source_record import SourceRecord
    from loaders.names.recogniser import Recogniser

SOURCES = [str(PAGES), "bundled"]


@pytest.fixture(scope="module")
def one_machine(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The store of a build in this process."""
    store = tmp_path_factory.mktemp("one") / "store"
    build(SOURCES, store)
    return store


@pytest.fixture(scope="module", autouse=True)
def _small_pieces() -> Iterator[None]:
    """Pieces of work of a few records, so that the fixtures make many."""
    with patch.object(graph_making, "BATCH", 5):
        yield


@pytest.fixture(scope="module")
def cluster() -> Iterator[LocalCluster]:
    with local_cluster() as running:
        yield running


@pytest.mark.parametrize("kind", [ThreadPoolExecutor, ProcessPoolExecutor])
def test_any_executor_of_the_standard_library_makes_the_same_graph(
    kind: type[ThreadPoolExecutor | ProcessPoolExecutor], tmp_path: Path, one_machine: Path
) -> None:
    with kind(2) as executor:
        build(SOURCES, tmp_path / "store", BuildOptions(executor=executor))
    assert_same(one_machine, tmp_path / "store")


def test_a_cluster_that_loses_a_worker_in_the_middle_makes_the_same_graph(
    cluster: LocalCluster, tmp_path: Path, one_machine: Path
) -> None:
    with killing_executor(cluster) as (executor, killer):
        build(SOURCES, tmp_path / "store", BuildOptions(executor=executor))
    assert killer.killed
    assert_same(one_machine, tmp_path / "store")


def test_the_parts_that_a_cluster_writes_while_it_loses_a_worker_make_the_same_graph(
    cluster: LocalCluster, tmp_path: Path, one_machine: Path
) -> None:
    parts = tmp_path / "parts"
    with killing_executor(cluster) as (executor, killer):
        build(SOURCES, tmp_path / "store", BuildOptions(executor=executor, parts=str(parts)))
    assert killer.killed
    assert len(list(parts.glob("*.nq.gz"))) > 20
    load_parts(str(parts), tmp_path / "loaded")
    assert_same(one_machine, tmp_path / "store")
    assert_same(one_machine, tmp_path / "loaded")


def test_a_cluster_that_gives_up_is_named_and_the_old_graph_stays(tmp_path: Path) -> None:
    build([str(PAGE)], tmp_path / "store")
    graph = graph_of(tmp_path / "store")
    with (
        config.set({"distributed.scheduler.allowed-failures": 0}),
        local_cluster(1) as cluster,
        pytest.raises(WorkerLostError, match="gave a piece of work up"),
        killing_executor(cluster) as (executor, _killer),
    ):
        build(SOURCES, tmp_path / "store", BuildOptions(executor=executor, replace=True))
    assert graph_of(tmp_path / "store") == graph


def test_a_scheduler_that_ends_in_the_middle_is_named_and_nothing_is_left(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    with (
        pytest.raises(WorkerLostError, match=r"gave work up|ended before the work was done"),
        ending_scheduler(tmp_path) as executor,
    ):
        build(SOURCES, tmp_path / "store", BuildOptions(executor=executor))
    assert not (tmp_path / "store").exists()
    assert "Traceback" not in capfd.readouterr().err


def test_a_pool_that_breaks_is_named(tmp_path: Path) -> None:
    with ProcessPoolExecutor(1) as executor:
        executor.submit(os._exit, 1)
        with pytest.raises(WorkerLostError, match="The executor gave work up"):
            build([str(PAGES)], tmp_path / "store", BuildOptions(executor=executor))


def test_what_is_no_address_is_refused_in_a_sentence() -> None:
    wrong = ("", "dask", "dask:", "dask://", "tcp://h:1", "ray://h:1", "dask://host", "dask://h:x")
    for address in (*wrong, "dask://h:1/x", "dask://h:1?q", "dask://u@h:1", "dask://h:１"):
        with (
            pytest.raises(UsageError, match="dask://scheduler:8786"),
            connect_executor(address),
        ):
            pass


def test_every_kind_takes_the_address_that_it_gives_as_an_example() -> None:
    for name, kind in executor_kinds().items():
        assert kind.example.startswith(f"{name}://")


def test_a_scheduler_without_workers_and_one_that_is_not_there_are_named(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(dask, "SECONDS_TO_ANSWER", 1)
    with local_cluster(0) as cluster:
        address = address_of(cluster)
        with pytest.raises(UsageError, match="has no worker"), connect_executor(address):
            pass
    with pytest.raises(UsageError, match="No Dask scheduler answers"), connect_executor(address):
        pass


def test_a_missing_library_is_named_with_the_line_that_installs_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(dask, "find_spec", lambda _name: None)
    with (
        pytest.raises(UsageError, match='not installed: pip install "distributed'),
        connect_executor("dask://h:1"),
    ):
        pass


def test_another_version_on_a_worker_is_refused() -> None:
    with pytest.raises(UsageError, match=r"runs joinedup .* and this is 0\.0\."):
        executor_tasks.do_piece("0.0", "", b"", b"")


def test_the_setting_is_made_ready_once_in_a_process(monkeypatch: pytest.MonkeyPatch) -> None:
    made = []

    def make(registers: list[SourceRecord], corrections: Corrections) -> Recogniser:
        made.append(corrections)
        return make_recogniser(registers, corrections)

    monkeypatch.setattr(executor_tasks, "make_recogniser", make)
    setting, message = (
        serialize(("https://a.example/", [], Corrections())),
        serialize(("read_cases", [])),
    )
    for digest in ("a", "a", "b", "a", "c", "c", "a"):
        executor_tasks.do_piece(VERSION, digest, setting, message)
    assert len(made) == 4, "a, b, c, and a again, for which two others had made room"
