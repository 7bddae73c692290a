"""Nothing of an official document is lost without a line in the report."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from loaders.formats import format_of, pdf
from loaders.interface.context import Document
from loaders.interface.source_list import source_for
from loaders.layout.unread_text import NOTE
from tests import made_treasury_minute as made
from tests.character_accounts import account
from tests.paper_renderings import as_html, as_pdf, as_text
from tests.response_layouts import layouts, written
from tests.responses_reading import CASES, read

if TYPE_CHECKING:
    from pathlib import Path

    from loaders.interface.context import Context

KINDS = {"government_responses", "treasury_minutes"}
EVERY = 23
LAYOUTS = list(islice(layouts(), 0, None, EVERY))
STRAY = "Seals were counted on Thursdays near the old lighthouse."


def loaded(path: Path) -> Context | None:
    """What is read in a case; None of one that is no response."""
    raw = path.read_bytes()
    file_format = format_of(raw, path.suffix)
    text = file_format.decode(raw, path.name, None)
    document = Document(path.name, text, path.suffix, file_format=file_format)
    source = source_for(document)
    return source.read(document) if source and source.descriptor.name in KINDS else None


PAPERS = {
    str(path.relative_to(CASES)): context
    for folder in (
        "official",
        "government_responses",
        "treasury_minutes",
        "gold_documents/first",
        "gold_documents/second",
    )
    for path in sorted((CASES / folder).glob("*.*"))
    if path.suffix != ".mark" and (context := loaded(path))
}


def test_there_are_many_papers() -> None:
    assert len(PAPERS) >= 60
    assert len(LAYOUTS) >= 150


@pytest.mark.parametrize("name", PAPERS)
def test_every_character_of_a_case_is_kept_read_or_set_aside(name: str) -> None:
    counts, lost = account(PAPERS[name])
    assert lost == []
    assert counts["left"] == 0
    assert counts["kept"] + counts["read"] + counts["set aside"] == counts.total()


def test_every_character_of_a_made_response_is_kept_read_or_set_aside() -> None:
    for layout in LAYOUTS:
        assert account(read("government_responses", *written(*layout)))[1] == [], layout


@pytest.mark.parametrize("name", ["spaced.txt", "close.txt", "paper.html", "paper.pdf"])
def test_every_character_of_a_made_minute_is_kept_read_or_set_aside(name: str) -> None:
    paragraphs = made.make().paragraphs
    if name.endswith(".pdf"):
        text = pdf.decode(as_pdf(paragraphs, made.RUNNING_HEAD), name)
    elif name.endswith(".html"):
        text = as_html(paragraphs, made.ADDRESS)
    else:
        text = as_text(paragraphs, made.RUNNING_HEAD, apart=name == "spaced.txt")
    assert account(read("treasury_minutes", text, name))[1] == []


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.sampled_from(LAYOUTS), st.data())
def test_a_stray_sentence_anywhere_is_kept_or_listed(
    layout: tuple[object, str, str], data: st.DataObject
) -> None:
    text, name = written(*layout)  # type: ignore[arg-type]
    mark = "</p>" if name.endswith(".html") else "\n"
    places = [at for at in range(len(text)) if text.startswith(mark, at)]
    at = data.draw(st.sampled_from(places)) + len(mark)
    stray = f"<p>{STRAY}</p>" if mark == "</p>" else f"\n{STRAY}\n\n"
    assert account(read("government_responses", text[:at] + stray + text[at:], name))[1] == []


def test_what_stands_beside_a_label_and_nowhere_else_is_listed() -> None:
    context = PAPERS["official/21_heading_runs_into_number.txt"]
    (note,) = [issue for issue in context.issues if issue.problem.startswith(NOTE)]
    assert "Delays 1. | Piers 3." in note.problem


def test_the_account_notices_what_no_note_names() -> None:
    context = read("government_responses", *written(*LAYOUTS[0]))
    context.issues.clear()
    assert "The Government is grateful to the Committee." in account(context)[1]
