"""The SPARQL editor in a browser, and the plain page of a thing."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from benchmarks.chromium import chromium
from graph.store.embedded import Store
from tests.installed import require_program
from tests.joinedup.server.protocol_cases import BROWSER

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser

    from tests.joinedup.server.running_server import RunningServer

VENDORED = Path(__file__).parents[3] / "joinedup" / "server" / "static" / "vendor" / "yasgui"


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    require_program("chromium")
    with chromium() as running:
        yield running


def test_what_is_vendored_is_as_its_readme_says() -> None:
    listed = re.findall(r"^([0-9a-f]{64})  (\S+)$", (VENDORED / "README.md").read_text(), re.M)
    assert len(listed) == 2
    for digest, name in listed:
        assert hashlib.sha256((VENDORED / name).read_bytes()).hexdigest() == digest


def test_the_editor_knows_the_terms_and_names_of_the_graph(server: RunningServer) -> None:
    terms = server.get("/api/editor").json()
    assert ["ju", "https://w3id.org/joinedup/ontology#"] in terms["prefixes"]
    assert ["https://w3id.org/joinedup/ontology#Finding", "finding"] in terms["classes"]
    assert ["https://w3id.org/joinedup/ontology#concerns", "concerns"] in terms["properties"]
    treasury = ["https://w3id.org/joinedup/id/organisation/hm-treasury", "HM Treasury"]
    assert treasury in terms["names"]
    assert {"overdue-commitments", "share-accepted"} <= {q["name"] for q in terms["questions"]}


def test_the_editor_asks_this_server_alone_and_shows_a_table(
    server: RunningServer, browser: Browser
) -> None:
    page = browser.new_context(viewport={"width": 1366, "height": 900}).new_page()
    requests: list[str] = []
    complaints: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    page.on("console", lambda line: complaints.append(line.text) if line.type == "error" else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.goto(f"{server.address}/sparql")
    page.wait_for_selector("#editor[data-ready]")
    page.click(".yasqe_queryButton")
    page.wait_for_selector(".yasr table.dataTable tbody td")
    assert "/id/finding/" in page.inner_html(".yasr table.dataTable")
    page.select_option("#questions", "share-accepted")
    page.click(".tabPanel.active .yasqe_queryButton")
    page.wait_for_selector(".tabPanel.active .yasr table.dataTable tbody td")
    assert complaints == []
    addresses = [url for url in requests if not url.startswith("data:")]
    assert addresses
    assert [url for url in addresses if not url.startswith(f"{server.address}/")] == []


@pytest.mark.parametrize(
    ("typed", "completed"),
    [
        ("SELECT * { ?s a ju:Recomm", "ju:Recommendation"),
        ("SELECT * { ?s ju:concer", "ju:concerns"),
        ("SELECT * { ?s ju:concerns <treas", "<https://w3id.org/joinedup/id/organisation/hm-treasury>"),
    ],
)  # fmt: skip
def test_terms_and_names_complete(
    server: RunningServer, browser: Browser, typed: str, completed: str
) -> None:
    page = browser.new_context().new_page()
    page.goto(f"{server.address}/sparql")
    page.wait_for_selector("#editor[data-ready]")
    head = "PREFIX ju: <https://w3id.org/joinedup/ontology#>\n"
    page.evaluate(
        """([text]) => { const editor = document.querySelector('.yasqe .CodeMirror').CodeMirror;
        editor.setValue(text); editor.focus();
        editor.setCursor({line: 1, ch: text.split('\\n')[1].length}); }""",
        [head + typed],
    )
    page.keyboard.press("Control+Space")
    editor = "document.querySelector('.yasqe .CodeMirror').CodeMirror"
    is_there = f"(wanted) => {editor}.getValue().includes(wanted)"
    hint = ".CodeMirror-hints li"
    page.wait_for_function(f"{is_there} || document.querySelector('{hint}')", arg=completed)
    if page.locator(hint).count():
        page.keyboard.press("Enter")
    page.wait_for_function(is_there, arg=completed)


def test_a_thing_without_a_page_of_its_own_has_a_plain_one(
    server: RunningServer, pages_store: Path
) -> None:
    store = Store.open(pages_store)
    things = store.rows("SELECT (MIN(?s) AS ?one) { ?s a ?class } GROUP BY ?class")
    paths = {
        str(thing.value).removeprefix(f"{store.base}id/")  # type: ignore[union-attr] # is bound
        for (thing,) in things
        if str(getattr(thing, "value", "")).startswith(f"{store.base}id/")
    }
    assert len(paths) > 20
    for path in paths:
        led = server.client.get(f"/id/{path}", headers={"Accept": BROWSER}, follow_redirects=True)
        assert led.status_code == 200, path
        assert "<h1>" in led.text
    assert server.get("/page/organisation/no-such-body").status_code == 404
