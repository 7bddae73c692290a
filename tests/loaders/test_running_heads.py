"""Running heads, page numbers and notes stand between lines of text and are none of it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.interface.context import Document
from loaders.layout.document_lines import read_sheet

BODY = (
    "We accept this recommendation. It will be done",
    "by July 2024, and the Department will say how.",
    "The first list of piers is with each council.",
    "2. The Department should pay for late boats.",
)
HEADS = (
    "Government Response to the Committee’s First Report of Session 2023–24   {page}",
    "{page} Government Response to the Committee’s First Report of Session 2023–24",
    "Small ports: the answer of government {page}",
    "{page}   Treasury Minutes on the Second Report",
)


def furniture(text: str) -> list[str]:
    return [line.text for line in read_sheet(Document("paper", text)).furniture]


@pytest.mark.parametrize("head", HEADS)
@given(pages=st.lists(st.integers(1, 5), min_size=3, max_size=6))
def test_a_head_with_the_number_of_its_page_is_known_without_marks_of_pages(
    head: str, pages: list[int]
) -> None:
    numbers = [sum(pages[: index + 1]) for index in range(len(pages))]
    heads = [" ".join(head.format(page=number).split()) for number in numbers]
    text = "\n\n".join(line for each in heads for line in (*BODY, each))
    assert [" ".join(line.split()) for line in furniture(text)] == heads


@pytest.mark.parametrize(
    "counted",
    ["Recommendation {}", "Government response to Recommendation {}", "See our reply to item {}"],
)
def test_what_counts_recommendations_is_no_running_head(counted: str) -> None:
    text = "\n\n".join(line for number in range(1, 6) for line in (counted.format(number), *BODY))
    assert furniture(text) == []


@pytest.mark.parametrize("at_end", [False, True])
@pytest.mark.parametrize("title", ["Government Response: Small ports", "Small ports"])
def test_heads_and_notes_of_pages(title: str, *, at_end: bool) -> None:
    pages = []
    for page in (1, 2, 3):
        notes = f"{page}  Ministry of Tides, Harbour Strategy, June 2018, p. {page + 10}"
        edge = [title, str(page), notes]
        pages.append("\n".join([*BODY, *reversed(edge)] if at_end else [*edge, *BODY]))
    aside = furniture("\n\f".join(pages) + "\n\f")
    assert len(aside) == 9
    assert not set(aside) & set(BODY)


def test_a_numbered_paragraph_at_the_edge_of_a_page_is_no_note() -> None:
    page = "7 The Department will write to HC 12 Committee by 2024.\nMore words of it.\n"
    assert furniture("Opening words.\n\f" + page + "\f") == []
