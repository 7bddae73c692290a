"""The pages in a browser: judged by axe-core, and a person's way from a word to a file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from benchmarks.chromium import chromium
from tests.installed import missing, require_program
from tests.joinedup.server.running_server import RunningServer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser

AXE = Path(__file__).parents[2] / "node_modules" / "axe-core" / "axe.min.js"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
EACH_KIND = [
    "/",
    "/search?q=unique+child+identifier",
    "/findings?position=rejected",
    "/reports",
    "/page/finding/report-2022-23-hc-730-recommendation-7",
    "/page/initiative/bold",
    "/page/organisation/public-accounts-committee",
    "/page/report/hc-2022-23-hc-730",
    "/page/reply/8bf7a762ad74220985eb",
    "/pair?a=DfE&b=MoJ",
    "/questions",
    "/questions/overdue-commitments?asked=1",
    "/pictures",
    "/pictures/flow",
]
DESKTOP, PHONE = (1280, 800), (360, 740)


@pytest.fixture(scope="module")
def bundled_server(bundled_store: Path) -> Iterator[RunningServer]:
    """A server over the project's own findings."""
    with RunningServer(bundled_store) as running:
        yield running


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    require_program("chromium")
    with chromium() as running:
        yield running


@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["desktop", "phone"])
@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_axe_finds_no_fault_and_nothing_runs_out_of_the_page(
    bundled_server: RunningServer, browser: Browser, size: tuple[int, int], *, dark: bool
) -> None:
    if not AXE.exists():
        missing("axe-core")
    context = browser.new_context(
        viewport={"width": size[0], "height": size[1]},
        color_scheme="dark" if dark else "light",
        bypass_csp=True,  # axe-core is put into the page from outside
    )
    page = context.new_page()
    faults: list[tuple[object, ...]] = []
    for path in EACH_KIND:
        page.goto(f"{bundled_server.address}{path}")
        if page.evaluate("document.documentElement.scrollWidth") > size[0]:
            faults.append((path, "wider than the screen"))
        page.evaluate(AXE.read_text(encoding="utf-8"))
        judged = page.evaluate(
            "tags => axe.run(document, { runOnly: { type: 'tag', values: tags }, iframes: false })",
            TAGS,
        )
        assert judged["passes"]
        faults += [
            (path, fault["id"], [node["html"][:150] for node in fault["nodes"]][:2])
            for fault in judged["violations"]
        ]
    context.close()
    assert faults == []


def test_a_word_leads_to_sentence_answer_promise_and_file_in_five_clicks(
    bundled_server: RunningServer, browser: Browser
) -> None:
    context = browser.new_context(viewport={"width": 1280, "height": 900}, accept_downloads=True)
    page = context.new_page()
    complaints: list[str] = []
    requests: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.on("request", lambda request: requests.append(request.url))
    page.goto(bundled_server.address)
    page.get_by_label("Words, a name, or a report").fill("unique child identifier")
    page.get_by_role("button", name="Search").click()  # 1
    assert "identifier" in page.locator(".hits mark").all_inner_texts()
    page.locator(".hits h3 a").first.click()  # 2
    question = page.locator("section", has=page.locator("#asked"))
    assert "unique child identifier" in question.inner_text()
    assert page.locator("section", has=page.locator("#answered")).inner_text()
    assert page.locator("section", has=page.locator("#promised")).inner_text()
    with page.expect_download() as download:
        page.get_by_role("link", name="CSV").click()  # 3
    file = Path(download.value.path()).read_text(encoding="utf-8")
    assert "unique child identifier" in file
    assert complaints == []
    assert all(url.startswith((bundled_server.address, "data:")) for url in requests)
    context.close()


def test_the_keyboard_reaches_the_content_first(
    bundled_server: RunningServer, browser: Browser
) -> None:
    page = browser.new_context().new_page()
    page.goto(f"{bundled_server.address}/findings")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "To the content"
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('main') !== null")
    page.context.close()


def test_a_picture_is_drawn_in_its_frame(bundled_server: RunningServer, browser: Browser) -> None:
    page = browser.new_context().new_page()
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.goto(f"{bundled_server.address}/pictures/ego?name=BOLD")
    frame = page.frame_locator("iframe")
    frame.locator("[data-ready]").first.wait_for(timeout=30_000)
    assert "Better Outcomes through Linked Data" in frame.locator("h1").inner_text()
    assert complaints == []
    page.context.close()
