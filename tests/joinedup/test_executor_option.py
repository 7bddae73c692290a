"""`joinedup build --executor`: a graph made by a cluster, as the page on scale shows it."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

from tests.conftest import PAGES
from tests.joinedup.test_doc_commands import ROOT, shown_commands, words_of
from tests.loaders.made_cluster import address_of, local_cluster
from tests.loaders.store_comparison import PAGE, assert_same, graph_of

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


PAGE_ON_SCALE = (ROOT / "docs" / "scale.md").read_text(encoding="utf-8")


def test_the_commands_of_the_page_on_scale_run_on_a_cluster(
    run_joinedup: Callable[..., Run], tmp_path: Path
) -> None:
    (tmp_path / "pages").mkdir()
    shutil.copy(PAGE, tmp_path / "pages")
    commands = shown_commands(PAGE_ON_SCALE)
    assert len(commands) == 3
    with local_cluster(1) as cluster:
        for command in commands:
            line = command.replace("dask://scheduler:8786", address_of(cluster))
            done = run_joinedup(*words_of(line))
            assert done.returncode == 0, done.stderr
    assert_same(tmp_path / "my-graph", tmp_path / "copy")


def test_the_python_of_the_page_on_scale_runs(tmp_path: Path) -> None:
    [code] = re.findall(r"```python\n(.*?)```", PAGE_ON_SCALE, re.DOTALL)
    script = tmp_path / "script.py"
    script.write_text(f"{code}    print(len(graph.connections().rows))\n", encoding="utf-8")
    done = subprocess.run(
        [sys.executable, script], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert int(done.stdout) > 10
