"""The page of a finding tells what the graph tells of it, whole and with sources."""

from __future__ import annotations

from html import unescape
from typing import TYPE_CHECKING

import pytest

from queries.finding_story import NO_ANSWER, has_answer, story_of
from queries.selects import select
from queries.web_pages.finding_page import read_finding_page
from queries.web_pages.finding_statements import PageSection, PageStatement, events_of

if TYPE_CHECKING:
    from graph.store.embedded import Store
    from tests.joinedup.server.running_server import RunningServer

KEY = "accountability-index-4-13168"


def _plain(html: str) -> str:
    """The text of a page on one line, tags left out."""
    parts = html.split("<")
    text = "".join(part.partition(">")[2] for part in parts[1:])
    return " ".join(unescape(text).split())


def test_every_statement_of_the_story_stands_on_the_page(
    server: RunningServer, shown_store: Store
) -> None:
    answer = server.get(f"/page/finding/{KEY}")
    assert answer.status_code == 200
    text = _plain(answer.text)
    story = story_of(shown_store, f"{shown_store.base}id/finding/{KEY}", longest=None)
    lines = [line for line in story if line.what not in {"report", "page", "made again"}]
    for line in lines:
        if not line.what.startswith("its page shows"):
            assert line.says.removeprefix("[retold] ") in text
            assert line.what in text
            assert all(place in text for place in line.places)
    assert len(lines) > 5


@pytest.mark.parametrize("limit", [25])
def test_words_stay_whole_when_names_are_marked(shown_store: Store, limit: int) -> None:
    rows = select(shown_store, "web_pages/text_content")
    contents = {text: words for _, text, words in rows}
    findings = sorted({iri for iri, *_ in select(shown_store, "dossiers/heads")})[:limit]
    marked = 0
    for finding in findings:
        page = read_finding_page(shown_store, finding)
        for statement in page.sections[0].statements:
            words = "".join(piece.words for piece in statement.pieces)
            assert words == contents[statement.thing].removeprefix("[retold] ")
            marked += sum(bool(piece.thing) for piece in statement.pieces)
        assert page.is_answered == has_answer(story_of(shown_store, finding))
        empty = {section.key: section.empty for section in page.sections}
        assert empty["answered"] == NO_ANSWER
    assert marked > 0


def test_a_finding_that_there_is_not_is_refused_in_plain_words(server: RunningServer) -> None:
    answer = server.get("/page/finding/no-such")
    assert answer.status_code == 404
    assert "The graph holds no finding/no-such." in answer.text


def test_the_page_runs_no_script_and_loads_nothing_from_elsewhere(server: RunningServer) -> None:
    answer = server.get(f"/page/finding/{KEY}")
    assert "<script" not in answer.text
    assert "default-src 'self'" in answer.headers["content-security-policy"]
    style = server.get("/pages.css")
    assert style.headers["content-type"].startswith("text/css")
    assert "url(" not in style.text


def _statement(
    what: str, day: str = "", latest: str = "", *, is_replaced: bool = False
) -> PageStatement:
    return PageStatement(
        who="government",
        what=what,
        date=day,
        speakers=(),
        pieces=(),
        is_retold=False,
        is_ours=False,
        notes=(),
        thing="",
        latest=latest,
        is_replaced=is_replaced,
    )


def test_the_time_line_has_every_date_in_order() -> None:
    sections = (
        PageSection("asked", "", (_statement("finding", "2023-02"),), ""),
        PageSection("answered", "", (_statement("answer", "2023-05-01"), _statement("x")), ""),
        PageSection(
            "promised",
            "",
            (
                _statement("commitment", "2023-05-01", "2024-03-31", is_replaced=True),
                _statement("commitment", "2023", "2025-03-31"),
            ),
            "",
        ),
    )
    events = events_of("2023-02-22", sections)
    assert [(event.day, event.anchor, event.is_replaced) for event in events] == [
        ("2023", "promised-2", False),
        ("2023-02-22", "", False),
        ("2023-05-01", "answered-1", False),
        ("2023-05-01", "promised-1", False),
        ("2024-03-31", "promised-1", True),
        ("2025-03-31", "promised-2", False),
    ]
    assert events_of("", ()) == ()
