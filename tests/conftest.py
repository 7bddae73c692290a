"""What the tests share: graphs built once, and the command line as a user runs it."""

from __future__ import annotations

import os
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

import joinedup
from graph.store.embedded import Store
from loaders.pipeline.build import build
from loaders.pipeline.plan import BUNDLED
from tests.installed import require_program
from tests.listener import Listener
from visualisations.graph_facts import read_facts

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from visualisations.graph_facts import GraphFacts

for _size in ("COLUMNS", "LINES"):  # readline, which pytest loads, sets those of no screen
    os.environ.pop(_size, None)
    os.unsetenv(_size)


HERE = Path(__file__).parent
PAGES = HERE / "cases" / "record_pages" / "pages"
RECORDS = HERE.parent.parent / "shared" / "records"

settings.register_profile("joinedup", deadline=None)  # timings belong in the benchmarks
settings.load_profile("joinedup")

Run = subprocess.CompletedProcess[str]


@pytest.fixture(scope="session")
def bundled() -> joinedup.Graph:
    """The project's own findings, in memory."""
    return joinedup.build("bundled")


@pytest.fixture(scope="session")
def pages() -> joinedup.Graph:
    """The record pages of the fixtures, in memory."""
    return joinedup.build(str(PAGES))


@pytest.fixture(scope="session")
def pages_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The record pages of the fixtures, on disk."""
    place = tmp_path_factory.mktemp("stores") / "pages"
    build([str(PAGES)], place)
    return place


@pytest.fixture(scope="session")
def bundled_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project's own findings, on disk."""
    place = tmp_path_factory.mktemp("stores") / "bundled"
    build([BUNDLED], place)
    return place


@pytest.fixture(scope="session")
def shown_store(pages_store: Path) -> Store:
    """The record pages of the fixtures, open."""
    return Store.open(pages_store)


@pytest.fixture(scope="session")
def facts(shown_store: Store) -> GraphFacts:
    """What the pictures of the record pages are made of."""
    return read_facts(shown_store)


@pytest.fixture(scope="session")
def java() -> None:
    """Java, which the reasoner HermiT needs."""
    require_program("java")


@pytest.fixture
def listener() -> Iterator[Listener]:
    """A listener on this machine, at whose `close` all that has arrived is counted."""
    with closing(Listener()) as listening:
        yield listening


@pytest.fixture
def records() -> Path:
    """The two source pages kept word for word beside the checkout."""
    if not RECORDS.is_dir():
        pytest.skip("the source pages kept word for word are not beside this checkout")
    return RECORDS


@pytest.fixture
def run_joinedup(tmp_path: Path) -> Callable[..., Run]:
    """Runs the command line in an empty folder, as a user would."""

    def run(*words: str | Path, given: str | None = None) -> Run:
        return subprocess.run(
            [sys.executable, "-m", "joinedup", *map(str, words)],
            cwd=tmp_path,
            env=dict(os.environ),
            input=given,
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
            timeout=300,
        )

    return run
