"""A page as GOV.UK's content API serves it is read as the document it is."""

from __future__ import annotations

import html
import json
from contextlib import suppress
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.errors import InputError
from graph.partial_date import PartialDate
from loaders.formats import format_of
from loaders.interface.context import Document
from loaders.interface.source_list import source_for
from loaders.pipeline.build import build
from tests import made_treasury_minute
from tests.made_govuk import RESPONSE, RESPONSE_BODY, content, encoded
from tests.paper_renderings import as_html
from tests.response_layouts import layouts, written
from tests.responses_reading import items, responses, words

if TYPE_CHECKING:
    from pathlib import Path

    from loaders.interface.context import Context


def document(raw: bytes, name: str = "page.json") -> Document:
    file_format = format_of(raw, ".json")
    text = file_format.decode(raw, name, None)
    return Document(name, text, ".json", name, "2026-01-31", file_format)


def read(value: object) -> Context | None:
    shown = document(encoded(value))
    source = source_for(shown)
    return source.read(shown) if source else None


def told(context: Context | None) -> list[tuple[str | None, str, str]]:
    """Number, restated words and reply of each item."""
    return (
        [
            (each.number, words(each, each.answered), words(each, each.reply))
            for each in items(context)
        ]
        if context
        else []
    )


def test_a_response_has_its_items_its_department_its_day_and_its_address() -> None:
    context = read(RESPONSE)
    assert context is not None
    assert context.descriptor.name == "government_responses"
    assert [row[:1] + row[2:] for row in told(context)] == [
        (
            "1",
            "The Government accepts this recommendation. We will publish the times by March 2026.",
        ),
        ("2", "The Government does not accept this recommendation."),
    ]
    (response,) = responses(context)
    assert response.respondent == "Department for Education"
    assert response.issued == PartialDate(2024, 7, 9)
    assert response.number == "CP 1204"
    assert [report.hc_number for report in response.reports] == ["HC 431"]
    assert response.address == "https://www.gov.uk/government/publications/made-up/the-page"


def test_the_day_that_a_cover_prints_stands() -> None:
    printed = RESPONSE_BODY.replace("<p>CP 1204</p>", "<p>June 2024</p><p>CP 1204</p>")
    context = read({**RESPONSE, "details": {"body": printed}})
    assert context is not None
    assert responses(context)[0].issued == PartialDate(2024, 6)


@pytest.mark.parametrize(
    "other",
    [
        {"links": None}, {"links": {"organisations": None}}, {"first_published_at": None},
        {"withdrawn_notice": None}, {"description": "About buses."}, {"locale": None},
        {"withdrawn_notice": {"explanation": "<p>Old.</p>", "withdrawn_at": "2025-01-02"}},
        {"title": 7}, {"links": []}, {"base_path": "made-up"}, {"first_published_at": "soon"},
        {"details": {"body": [{"content_type": "text/govspeak", "content": "*"},
                              {"content_type": "text/html", "content": RESPONSE_BODY}]}},
    ],
    ids=json.dumps,
)  # fmt: skip
def test_what_stands_beside_the_body_takes_nothing_away_from_it(other: dict[str, Any]) -> None:
    title = "Government response to the Education Committee"
    page = content(f"<h1>{title}</h1>{RESPONSE_BODY}", title, **other)
    assert [row[0] for row in told(read(page))] == ["1", "2"]


def test_why_a_document_was_withdrawn_is_read_without_its_tags() -> None:
    notice = {"explanation": "<p>It was <b>replaced</b>.</p>", "withdrawn_at": "2025-01-02"}
    page = document(encoded({**RESPONSE, "withdrawn_notice": notice}))
    shown = format_of(b"{}", ".json").extract(page.text).text
    assert "Withdrawn on 2 January 2025" in shown
    assert "It was replaced." in shown
    assert "<p>" not in shown


def test_a_treasury_minute_is_read_as_from_its_web_page() -> None:
    paper = made_treasury_minute.make()
    page = as_html(paper.paragraphs, made_treasury_minute.ADDRESS)
    inner = page[page.index("<body>") + len("<body>") : page.index("</body>")]
    from_page = Document("page.html", page, ".html")
    source = source_for(from_page)
    assert source is not None
    minute = content(inner, "Treasury Minutes – May 2021")
    assert len(told(read(minute))) == len(paper.asked) == 60
    assert told(read(minute)) == told(source.read(from_page))


@pytest.mark.parametrize("shift", range(5))
def test_responses_in_every_layout_are_read_as_from_their_pages(shift: int) -> None:
    compared = 0
    for head, reply, shape in list(layouts())[shift::25]:
        text, name = written(head, reply, shape)
        if not name.endswith(".html"):
            text = "".join(f"<p>{html.escape(line)}</p>" for line in text.splitlines() if line)
        page = Document("p.html", f"<!DOCTYPE html><html><body>{text}</body></html>", ".html")
        source = source_for(page)
        served = read(content(text, "Made up"))
        assert told(served) == told(source.read(page) if source else None)
        compared += bool(source)
    assert compared


@pytest.mark.parametrize(
    ("details", "words_of_problem"),
    [
        ({"documents": []}, "without words of its own"),
        (
            {"body": None, "attachments": [{"title": "A", "url": "https://x.example/a.pdf"}]},
            "a.pdf",
        ),
        ({"body": "", "attachments": [None, 7, {"title": "The paper"}]}, "The paper"),
        ({"body": {"content": "x"}}, "without words of its own"),
    ],
)
def test_a_page_without_words_says_where_they_are(
    details: dict[str, Any], words_of_problem: str
) -> None:
    raw = encoded(content("", "Reports", details=details))
    with pytest.raises(InputError, match=words_of_problem):
        document(raw)


def test_other_json_shows_no_words_so_no_source_of_texts_takes_it(tmp_path: Path) -> None:
    lines = {"title": "Treasury Minutes", "text": "1: PAC conclusion: x\n1: PAC recommendation: y"}
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "other.json").write_text(json.dumps(lines, indent=1), encoding="utf-8")
    (tmp_path / "in" / "page.json").write_bytes(encoded(RESPONSE))
    report = build([str(tmp_path / "in")], tmp_path / "store")
    (issue,) = [issue for issue in report.issues if issue.lost]
    assert issue.location.endswith("other.json")
    assert "It is JSON with the keys text, title" in issue.problem


_ANY: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=30) | st.just("<p>" * 500),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["title", "body", "content", "organisations"]), inner)
    ),
    max_leaves=6,
)


@settings(max_examples=200, deadline=None)
@given(st.dictionaries(st.sampled_from([*RESPONSE, "body"]), _ANY, max_size=5), _ANY)
def test_whatever_stands_in_a_page_nothing_breaks(other: dict[str, Any], body: object) -> None:
    raw = encoded({**content(body, "Made up"), **other})
    with suppress(InputError):
        assert isinstance(document(raw).shown.text, str)
