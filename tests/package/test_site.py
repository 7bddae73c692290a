"""The documentation as a site: without a warning, whole, and without a request to elsewhere."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from contextlib import ExitStack
from functools import partial
from html.parser import HTMLParser
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import click
import pytest

from benchmarks.chromium import chromium
from joinedup.cli import cli
from tests.installed import missing, require_program
from tests.package.environments import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser

AXE = ROOT / "tests" / "node_modules" / "axe-core" / "axe.min.js"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]

LOADING = {"script": "src", "img": "src", "iframe": "src", "source": "src", "embed": "src"}
"""Elements that load a file, and the attribute that names it."""

LOADING_LINKS = {
    "stylesheet",
    "icon",
    "preconnect",
    "preload",
    "prefetch",
    "dns-prefetch",
    "manifest",
}


class Loads(HTMLParser):
    """The addresses from which a page loads something by itself."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.addresses: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        if tag in LOADING:
            self.addresses.append(values.get(LOADING[tag], ""))
        if tag == "link" and LOADING_LINKS & set(values.get("rel", "").split()):
            self.addresses.append(values.get("href", ""))

    @property
    def outside(self) -> list[str]:
        return [address for address in self.addresses if urlsplit(address).netloc]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("site")
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", folder],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT), "NO_MKDOCS_2_WARNING": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "WARNING" not in done.stdout + done.stderr
    return folder


@pytest.fixture(scope="module")
def address(site: Path) -> Iterator[str]:
    """Where the site is served on this computer."""

    class Quiet(SimpleHTTPRequestHandler):
        def log_message(self, *_words: object) -> None:
            """Print nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(site))) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


def test_the_check_of_pages_sees_what_they_would_load() -> None:
    html = (
        '<script src="https://a.example/x.js"></script><img src="//b.example/y.png">'
        '<link rel="stylesheet" href="https://c.example/z.css"><link rel="canonical" href="https://d/">'
        '<a href="https://e.example/"></a><img src="pictures/own.png">'
    )
    assert [urlsplit(each).netloc for each in Loads(html).outside] == [
        *("a.example", "b.example", "c.example"),
    ]


def test_no_page_loads_anything_from_elsewhere(site: Path) -> None:
    pages = sorted(site.rglob("*.html"))
    assert len(pages) > 40
    outside = {page.name: Loads(page.read_text(encoding="utf-8")).outside for page in pages}
    assert {name: loads for name, loads in outside.items() if loads} == {}


def test_no_style_or_script_loads_anything_from_elsewhere(site: Path) -> None:
    for path in site.rglob("*.css"):
        text = path.read_text(encoding="utf-8")
        assert not re.search(r"(?:url\(|@import)\s*[\"']?(?:https?:)?//", text), path
    for path in site.rglob("*.js"):
        text = path.read_text(encoding="utf-8")
        hosts = {urlsplit(each).netloc for each in re.findall(r"[\"'`](https?://[^\"'`$]+)", text)}
        # Names of kinds of elements, and GitHub's numbers of stars, which the theme asks for where
        # a repository is named; none is.
        assert hosts <= {"", "www.w3.org", "api.github.com"}, path
    assert "repo_url" not in (ROOT / "mkdocs.yml").read_text(encoding="utf-8")


def test_every_page_of_the_documentation_is_in_the_list(site: Path) -> None:
    config = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    listed = set(re.findall(r"[\w/-]+\.md", config.partition("\nnav:")[2]))
    pages = {path.name for path in (ROOT / "docs").glob("*.md")}
    assert pages == {name for name in listed if "/" not in name}
    built = {name.replace("README.md", "index.html").replace(".md", ".html") for name in listed}
    assert all((site / name).is_file() for name in built)


def test_the_reference_is_what_the_program_says(site: Path) -> None:
    commands = (site / "reference" / "commands.html").read_text(encoding="utf-8")
    for name in cli.list_commands(click.Context(cli)):
        assert f"Usage: joinedup {name} " in commands
    terms = (site / "reference" / "ontology.html").read_text(encoding="utf-8")
    assert "<code>ju:Finding</code>" in terms
    assert "<td></td>" not in terms


def test_blocks_of_code_are_blocks(site: Path) -> None:
    for page in site.glob("*.html"):
        assert "```" not in page.read_text(encoding="utf-8"), page.name
    extending = (site / "extending.html").read_text(encoding="utf-8")
    assert '<span class="filename">queries/saved/agencies-in-findings.rq</span>' in extending


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with ExitStack() as stack:
        require_program("chromium")
        yield stack.enter_context(chromium())


def test_a_reader_searches_and_reads_without_a_request_to_elsewhere(
    browser: Browser, address: str
) -> None:
    page = browser.new_context(viewport={"width": 1366, "height": 768}).new_page()
    addresses: list[str] = []
    complaints: list[str] = []
    page.on("request", lambda request: addresses.append(request.url))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    for name in ("index", "first-story", "reference/commands", "questions"):
        page.goto(f"{address}/{name}.html")
        page.wait_for_load_state("networkidle")
    page.goto(f"{address}/index.html")
    page.locator("input.md-search__input").click()
    page.locator("input.md-search__input").press_sequentially("coincidence")
    page.wait_for_selector("a.md-search-result__link", timeout=20_000)
    page.locator("a.md-search-result__link").first.click()
    page.wait_for_load_state("networkidle")
    assert "coincidence" in page.locator("article").inner_text().lower()
    assert complaints == []
    assert len(addresses) > 10
    assert [url for url in addresses if not url.startswith((address, "data:", "blob:"))] == []


@pytest.mark.parametrize(
    ("width", "dark"), [(1366, False), (390, True)], ids=["laptop, light", "phone, dark"]
)
def test_axe_finds_no_fault_on_the_pages(
    browser: Browser, address: str, site: Path, width: int, *, dark: bool
) -> None:
    if not AXE.exists():
        missing("axe-core")
    context = browser.new_context(
        viewport={"width": width, "height": 800}, color_scheme="dark" if dark else "light"
    )
    page = context.new_page()
    faults: dict[str, list[tuple[str, list[str]]]] = {}
    for path in sorted(site.glob("*.html")):
        page.goto(f"{address}/{path.name}")
        page.wait_for_load_state("networkidle")
        page.evaluate(AXE.read_text(encoding="utf-8"))
        result = page.evaluate(
            "tags => axe.run(document, { runOnly: { type: 'tag', values: tags } })", TAGS
        )
        assert result["passes"]
        if result["violations"]:
            faults[path.name] = [
                (fault["id"], [node["html"][:120] for node in fault["nodes"]][:3])
                for fault in result["violations"]
            ]
    assert faults == {}
