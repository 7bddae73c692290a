"""`joinedup build --executor`: a graph made by a cluster, and what is wrong where there is none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.conftest import PAGES
from tests.loaders.made_cluster import address_of, local_cluster
from tests.loaders.test_changed_sources import graph_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.conftest import Run


def test_the_command_builds_on_a_cluster_and_says_nothing_more(
    run_joinedup: Callable[..., Run], tmp_path: Path, pages_store: Path
) -> None:
    with local_cluster(1) as cluster:
        built = run_joinedup("build", PAGES, "--executor", address_of(cluster), "--store", "s")
    alone = run_joinedup("build", PAGES, "--store", "alone")
    assert built.returncode == alone.returncode == 0
    assert built.stderr == alone.stderr.replace("alone", "s")
    assert built.stdout == alone.stdout
    assert graph_of(tmp_path / "s") == graph_of(pages_store)


def test_an_executor_that_is_not_there_ends_the_build_before_anything_is_read(
    run_joinedup: Callable[..., Run], tmp_path: Path
) -> None:
    for address in ("dask://no-such-host.invalid:8786", "local"):
        refused = run_joinedup("build", PAGES, "--executor", address, "--store", "s")
        assert refused.returncode == 2
        assert refused.stderr.startswith("joinedup: ")
        assert address in refused.stderr
        assert "Traceback" not in refused.stderr
    assert not (tmp_path / "s").exists()
