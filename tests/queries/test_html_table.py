"""Tables in notebooks: everything escaped, numbers as people write them, and what is left out."""

from __future__ import annotations

from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from queries.html_table import MOST_ROWS, html_table

TAGS = {"table", "caption", "thead", "tbody", "tr", "th", "td", "a"}


class Reader(HTMLParser):
    """Reads a table back: its tags, its links and the texts of its cells."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.links: list[str] = []
        self.cells: list[str] = []
        self._in_cell = False
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.links += [value or "" for name, value in attrs if name == "href"]
        if tag == "td":
            self.cells.append("")
            self._in_cell = True

    def handle_endtag(self, tag: str) -> None:
        self._in_cell = self._in_cell and tag != "td"

    def handle_data(self, data: str) -> None:
        if self._in_cell:
            self.cells[-1] += data


@given(st.text(), st.text(), st.text())
def test_no_text_becomes_anything_but_text(column: str, value: str, caption: str) -> None:
    read = Reader(html_table((column,), ((value,),), caption))
    assert read.tags <= TAGS
    assert all(link.startswith(("http://", "https://")) for link in read.links)


@given(st.text(st.characters(exclude_categories=("C", "Z"))))
def test_a_visible_text_is_whole(value: str) -> None:
    assert Reader(html_table(("a",), ((value,),))).cells == [value]


def test_addresses_are_links_and_nothing_else_is() -> None:
    values = (
        "https://a.example/?x=1&y=2",
        "javascript:alert(1)",
        "https://a.example/ and more",
        "http://",
        'https://a.example/"onmouseover="x',
        None,
    )
    read = Reader(html_table(("a",), tuple((value,) for value in values)))
    assert read.links == [values[0], values[4]]
    assert read.cells == [value or "" for value in values]


def test_numbers_and_what_is_not_shown() -> None:
    read = Reader(html_table(("a", "b"), ((12345, 0.123456),)))
    assert read.cells == ["12,345", "0.123"]
    many = html_table(("a",), tuple((n,) for n in range(MOST_ROWS + 1)), "Of <all>.")
    assert len(Reader(many).cells) == MOST_ROWS
    assert "Of &lt;all&gt;. The first 100 of 101 rows are shown." in many
