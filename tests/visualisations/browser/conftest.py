"""A headless Chromium without a network, and the pages that it opens."""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pytest

from benchmarks.chromium import chromium
from graph.store.embedded import Store
from loaders.pipeline.build import build
from queries.evidence_sentences import Sentences
from tests.conftest import PAGES
from tests.installed import require_program
from tests.made_facts import HOSTILE, crowd, naming, network_of
from visualisations.html_page import network_page as html_of_network
from visualisations.render import render_view

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page


@dataclass
class Opened:
    """A page in the browser, with all that it asked for and complained of."""

    page: Page
    requests: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def state(self) -> str:
        return str(self.page.evaluate("location.hash"))

    def text(self, selector: str) -> str:
        return self.page.locator(selector).inner_text()


@dataclass(frozen=True)
class Opener:
    browser: Browser

    def __call__(
        self,
        file: Path,
        fragment: str = "",
        *,
        size: tuple[int, int] = (1366, 768),
        dark: bool = False,
    ) -> Opened:
        context = self.browser.new_context(
            offline=True,
            viewport={"width": size[0], "height": size[1]},
            color_scheme="dark" if dark else "light",
            accept_downloads=True,
        )
        page = context.new_page()
        opened = Opened(page)
        page.on("request", lambda request: opened.requests.append(request.url))
        page.on("console", lambda message: opened.complaints.append(message.text))
        page.on("pageerror", lambda error: opened.complaints.append(str(error)))
        page.goto(file.as_uri() + fragment)
        page.wait_for_selector("[data-ready]", timeout=20_000)
        opened.requests = [url for url in opened.requests if not url.startswith(file.as_uri())]
        return opened


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with ExitStack() as held:
        require_program("chromium")
        yield held.enter_context(chromium())


@pytest.fixture
def opened(browser: Browser) -> Iterator[Opener]:
    """Opens a page from a file, with networking refused."""
    yield Opener(browser)
    for context in browser.contexts:
        context.close()


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("pages")


def made(folder: Path, name: str, store: Store, *view_and_names: str) -> Path:
    file = folder / f"{name}.html"
    file.write_bytes(render_view(store, view_and_names).content)
    return file


@pytest.fixture(scope="session")
def network_page(folder: Path, shown_store: Store) -> Path:
    """Departments and initiatives of the fixture pages."""
    return made(folder, "network", shown_store, "everything")


@pytest.fixture(scope="session")
def bundled_page(folder: Path, bundled_store: Path) -> Path:
    """Departments and initiatives of the bundled documents."""
    return made(folder, "bundled", Store.open(bundled_store), "everything")


@pytest.fixture(scope="session")
def finding_page(folder: Path, shown_store: Store) -> Path:
    """One finding of the fixture pages, with what it names."""
    return made(folder, "finding", shown_store, "finding", "accountability-index-4-13168")


@pytest.fixture(scope="session")
def chain_page(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A recommendation that was made again ten years later."""
    store = tmp_path_factory.mktemp("chain") / "store"
    reports = PAGES.parents[1] / "made_again"
    build([str(reports / f"{name}-report.csv") for name in ("first", "later")], store)
    name = "finding/hl-2023-24-hl-paper-44-recommendation-2"
    return made(folder, "chain", Store.open(store), "chain", name)


@pytest.fixture(scope="session")
def deeds_page(folder: Path, shown_store: Store) -> Path:
    """Answers of the fixture pages, by what became of them."""
    return made(folder, "deeds", shown_store, "deeds")


@pytest.fixture(scope="session")
def findings_page(folder: Path, shown_store: Store) -> Path:
    """The findings of the fixture pages that are joined with one another."""
    return made(folder, "findings", shown_store, "findings")


@pytest.fixture(scope="session")
def flow_page(folder: Path, shown_store: Store) -> Path:
    """What became of the recommendations of the fixture pages."""
    return made(folder, "flow", shown_store, "flow")


@pytest.fixture(scope="session")
def curated_page(folder: Path, bundled_store: Path) -> Path:
    """What became of the recommendations that curators read of, with no text kept."""
    return made(folder, "curated", Store.open(bundled_store), "flow")


@pytest.fixture(scope="session")
def matrix_page(folder: Path, shown_store: Store) -> Path:
    """Departments by initiatives of the fixture pages."""
    return made(folder, "matrix", shown_store, "matrix")


@pytest.fixture(scope="session")
def crowd_page(folder: Path) -> Path:
    """A page of so many names that it shows groups first."""
    file = folder / "crowd.html"
    text = html_of_network(*crowd(600), Sentences(Store.in_memory()))
    file.write_text(text, encoding="utf-8")
    return file


@pytest.fixture(scope="session")
def hostile_page(folder: Path) -> Path:
    """A page whose names try to run."""
    facts = naming((HOSTILE, "Home Office"), (HOSTILE, "Home Office"), ("A*", HOSTILE))
    file = folder / "hostile.html"
    text = html_of_network(facts, network_of(facts, "everything"), Sentences(Store.in_memory()))
    file.write_text(text, encoding="utf-8")
    return file
