"""The pages of the web application: one fact has one value, every link leads somewhere."""

from __future__ import annotations

import json
import re
from collections import Counter, deque
from html import unescape
from typing import TYPE_CHECKING

import pytest

from graph.store.embedded import Store
from joinedup.api import open_graph
from loaders.pipeline.build import build
from queries.dossiers.subject import DossierRequest
from queries.dossiers.subjects import dossier_subjects
from queries.graph_figures import figures
from tests.conftest import PAGES
from tests.joinedup.server.running_server import RunningServer

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from queries.result_tables import Table

DFE = "/page/organisation/department-for-education"
EACH_KIND = 3
"""Pages of each kind whose links are followed."""

LINKS_OF_KIND = 4
"""Links to each kind that are followed."""


@pytest.fixture(scope="module")
def bundled_server(bundled_store: Path) -> Iterator[RunningServer]:
    """A server over the project's own findings."""
    with RunningServer(bundled_store) as running:
        yield running


def _plain(html: str) -> str:
    parts = html.split("<")
    text = "".join(part.partition(">")[2] for part in parts[1:])
    return " ".join(unescape(text).split())


def _rows(html: str) -> list[list[str]]:
    rows = re.findall(r"<tr>(.*?)</tr>", html, re.DOTALL)
    cells = (re.findall(r"<td[^>]*>(.*?)</td>", row, re.DOTALL) for row in rows)
    return [[_plain(f"<td>{cell}") for cell in row] for row in cells if row]


def test_figures_of_a_department_are_those_of_its_report(
    bundled_server: RunningServer, bundled_store: Path
) -> None:
    store = Store.open(bundled_store)
    request = DossierRequest(store, "DfE", "2026-01-01", 1)
    dossier = dossier_subjects()["department"].build(request)
    table: Table = dossier.sections[0].blocks[0].table  # type: ignore[union-attr]
    shown = {row[0]: row[1:] for row in _rows(bundled_server.get(DFE).text) if len(row) == 3}
    for words, count, total, counted_of in table.rows:
        assert shown[str(words)] == [f"{count:,}", f"of {total:,} {counted_of}"]
    assert len(table.rows) > 5


def test_each_figure_leads_to_a_list_of_so_many_findings(bundled_server: RunningServer) -> None:
    page = bundled_server.get(DFE).text
    links = re.findall(
        r'<td><a href="(/findings\?[^"]*)">[^<]*</a></td>\s*<td[^>]*>([\d,]+)</td>', page
    )
    assert len(links) > 5
    for address, count in links:
        listed = bundled_server.get(unescape(address)).text
        assert f"{count} of 285 distinct findings" in _plain(listed), address


def test_figures_of_the_start_page_are_those_of_info(
    bundled_server: RunningServer, bundled_store: Path
) -> None:
    shown = _rows(bundled_server.get("/").text)
    for row in figures(Store.open(bundled_store)).rows:
        assert [f"{cell:,}" if isinstance(cell, int) else cell for cell in row] in shown


def test_a_file_holds_what_the_page_shows(bundled_server: RunningServer) -> None:
    narrowed = "?committee=organisation/public-accounts-committee&position=rejected"
    page = bundled_server.get(f"/findings{narrowed}").text
    rows = json.loads(bundled_server.get(f"/findings.json{narrowed}").text)["rows"]
    assert len(rows) > 1
    assert f"{len(rows)} of 285 distinct findings" in _plain(page)
    for row in rows:
        assert row["finding"] in _plain(page)
    lines = bundled_server.get(f"/findings.csv{narrowed}").text.splitlines()
    assert len(lines) == len(rows) + 1
    book = bundled_server.get(f"/findings.xlsx{narrowed}")
    assert book.content.startswith(b"PK")
    assert 'filename="findings.xlsx"' in book.headers["content-disposition"]


def test_a_search_shows_the_sentences_that_its_file_has(bundled_server: RunningServer) -> None:
    page = _plain(bundled_server.get("/search?q=unique+child+identifier").text)
    hits = json.loads(bundled_server.get("/search.json?q=unique+child+identifier").text)["rows"]
    assert hits
    for row in hits:
        words = row["sentence"].replace("»", "").replace("«", "").removeprefix("[retold] ")
        assert words.strip("“”") in page


@pytest.mark.parametrize(
    ("path", "status", "words"),
    [
        ("/page/organisation/no-such", 404, "The graph holds no organisation/no-such."),
        ("/findings?page=0", 400, "pages are whole numbers from 1"),
        ("/findings?colour=red", 400, "cannot be narrowed by 'colour'"),
        ("/search?colour=red", 400, "cannot be narrowed by 'colour'"),
        ("/findings.doc", 400, "There is no format 'doc'"),
        ("/pair?a=DfE", 400, "A pair needs two names"),
        ("/pair?a=DfE&b=DfE", 400, "Give two different names"),
        ("/pair?a=DfE&b=Nobody+Knows", 404, "Nothing in this graph is called"),
        ("/questions/no-such", 404, "There is no saved question"),
        ("/questions/about-a-programme?programme=Zzz", 404, "Nothing in this graph is called"),
        ("/pictures/no-such", 404, "There is no picture"),
        ("/findings?committee=none-such", 200, "No finding is so."),
    ],
)
def test_a_mistake_gets_a_plain_message(
    bundled_server: RunningServer, path: str, status: int, words: str
) -> None:
    answer = bundled_server.get(path)
    assert (answer.status_code, words in answer.text) == (status, True), answer.text


def test_every_link_leads_to_an_answer(bundled_server: RunningServer) -> None:
    from_page, todo = {"/": "start"}, deque(["/"])
    links: Counter[str] = Counter()
    pages: Counter[str] = Counter()
    broken = []
    while todo:
        address = todo.popleft()
        answer = bundled_server.get(address)
        kind = _kind(address)
        if answer.status_code != 200:
            broken.append((answer.status_code, address, from_page[address]))
        is_page = "text/html" in answer.headers["content-type"] and ".html" not in address
        if not is_page or pages[kind] >= EACH_KIND:
            continue
        pages[kind] += 1
        for written in re.findall(r'(?:href|src)="([^"]*)"', answer.text):
            link = unescape(written).partition("#")[0]
            if (
                link.startswith("/")
                and link not in from_page
                and links[_kind(link)] < LINKS_OF_KIND
            ):
                links[_kind(link)] += 1
                from_page[link] = address
                todo.append(link)
    assert broken == []
    assert {"/page/finding", "/page/initiative", "/page/report", "/pair", "/search"} <= set(pages)
    assert {"/page/reply", "/page/part", "/page/organisation", "/findings"} <= set(pages)


def _kind(address: str) -> str:
    path = address.partition("?")[0]
    return path if path.startswith("/questions/") else "/".join(path.split("/")[:3])


def test_a_picture_leads_to_the_page_of_what_it_is_about(bundled_server: RunningServer) -> None:
    page = bundled_server.get("/pictures/path?name=DfE&other=BOLD").text
    assert 'href="/page/organisation/department-for-education"' in page
    assert 'href="/page/initiative/bold"' in page
    assert bundled_server.get("/pictures/ego?name=Nobody+Knows").status_code == 404


HOSTILE = '<script>document.title="run"</script><img src=x onerror="document.title=1">'


def test_hostile_text_is_shown_and_never_runs(tmp_path: Path) -> None:
    source = tmp_path / "pages"
    source.mkdir()
    names = sorted(file.name for file in PAGES.iterdir() if file.suffix == ".txt")
    text = (PAGES / names[0]).read_text(encoding="utf-8")
    longest = max(text.splitlines(), key=len)
    (source / names[0]).write_text(text.replace(longest, f"{longest} {HOSTILE}"), encoding="utf-8")
    build([str(source)], tmp_path / "store")
    with RunningServer(tmp_path / "store") as server:
        listed = server.get("/findings").text
        links = re.findall(r'href="(/page/finding/[^"]*)"', listed)
        pages = [server.get(link).text for link in links]
        pages.append(server.get(f"/search?q={'%3Cscript%3E'}").text)
        pages.append(server.get("/findings?committee=%22%3E%3Cscript%3E").text)
    assert any("&lt;script&gt;" in page for page in pages[:-2])
    assert not any("<script" in page or "<img" in page for page in pages)


def test_the_time_line_of_a_finding_leads_to_what_is_told(
    bundled_server: RunningServer, bundled_store: Path
) -> None:
    due = open_graph(bundled_store).ask("overdue-commitments")
    finding = str(due.rows[0][due.columns.index("finding")])
    text = bundled_server.get("/page/" + finding.split("/id/")[1]).text
    line = text.partition('<ol class="time-line">')[2].partition("</ol>")[0]
    anchors = re.findall('href="#([^"]+)"', line)
    assert any(anchor.startswith("promised-") for anchor in anchors)
    assert all(f'id="{anchor}"' in text for anchor in anchors)
    days = re.findall('<time datetime="([^"]+)">', line)
    assert days == sorted(days)
    assert "last day in time of a commitment" in line
    assert re.search(r"\d+ (?:days?|months?|years?) ago", line)


def _sentences(html: str) -> list[str]:
    section = html.partition('id="sentences"')[2].partition("</section>")[0]
    return re.findall(r'<div class="statement (\w+)">', section)


def test_sentences_are_chosen_by_whose_they_are_and_by_role(bundled_server: RunningServer) -> None:
    everybody = Counter(_sentences(bundled_server.get(DFE).text))
    assert len(everybody) > 1
    for voice in everybody:
        page = bundled_server.get(f"{DFE}?voice={voice}").text
        chosen = Counter(_sentences(page))
        assert chosen.keys() == {voice}
        assert chosen[voice] >= everybody[voice]
        assert f'<option value="{voice}" selected>' in page
        assert "with such sentences, in the latest" in page
    roles = set(re.findall(r"role: ([^<·]+)", bundled_server.get(DFE).text))
    assert roles
    role = sorted(roles)[0].strip()
    page = bundled_server.client.get(DFE, params={"role": role.capitalize()}).text
    shown = re.findall(r"role: ([^<·]+)", page.partition('id="sentences"')[2])
    assert {each.strip() for each in shown} == {role}
    assert bundled_server.get(f"{DFE}?voice=nobody").status_code == 404


@pytest.mark.parametrize("view", ["initiatives.html", "timeline.html?name=BOLD"])
def test_what_a_picture_shows_leads_to_its_page(bundled_server: RunningServer, view: str) -> None:
    picture = bundled_server.get(f"/pictures/{view}")
    assert '"pages":"../page/"' in picture.text
    (iri, *_) = re.findall(r'"iri":"([^"]+/id/[^"]+)"', picture.text)
    assert bundled_server.get("/page/" + iri.split("/id/")[1]).status_code == 200
