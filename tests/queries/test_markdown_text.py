"""A renderer of Markdown shows exactly the text of a table, and makes no element of it."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from lxml import html
from markdown_it import MarkdownIt

from queries.markdown_text import link_or_text
from queries.result_tables import Table, render
from queries.visible_text import mark_controls

RENDERERS = {
    "CommonMark with tables": MarkdownIt("commonmark").enable("table"),
    "with strikethrough": MarkdownIt("commonmark").enable(["table", "strikethrough"]),
}

MARKUP = (
    *("|", "\\", "`", "``", "*", "**", "_", "~~", "<script>alert(1)</script>", "<b>", "<!--"),
    *("[a](javascript:alert(1))", "![a](x)", "[a]: x", "<https://a.example>", "https://a.example"),
    *("www.a.example", "a@b.example", "# a", "- a", "+ a", "1. a", "2) a", "> a", "---", "==="),
    *("```\na\n```", "    a", "\t", "\n", "\n\n", "  \n", "\\\n", "[^1]", "[ ]", "&#106;", "&lt;"),
    *("| a |", "|---|", "<![CDATA[a]]>", "<?a?>", "\u202e", ":", "//", "://", "{a}", "\r\n"),
    *("&copy", "\x1b", "$x$", "\r"),
)
TEXTS = st.lists(st.sampled_from(MARKUP) | st.text(max_size=6), max_size=8).map("".join)


def words(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize("name", RENDERERS)
@given(column=TEXTS, cell=TEXTS, caption=TEXTS)
@example("a", "x \\| y \\", "1. a\n# b")
@example("a", "`|`", "- a\n\n    b\n***")
@example("a", "[a](javascript:alert(1)) <img src=x onerror=alert(1)>", "a\n===")
def test_a_rendered_table_is_its_text(name: str, column: str, cell: str, caption: str) -> None:
    table = Table((column, "b"), ((cell, 1), (None, cell)), caption)
    page = html.fragment_fromstring(RENDERERS[name].render(render(table, "markdown")), "main")
    headings, *rows = [list(row) for row in page.iter("tr")]
    marked = words(mark_controls(cell))
    assert [words(str(part.text or "")) for part in headings] == [words(mark_controls(column)), "b"]
    assert [[words(str(part.text or "")) for part in row] for row in rows] == [
        [marked, "1"],
        ["", marked],
    ]
    assert {part.tag for part in page.iter()} <= {
        *("main", "table", "thead", "tbody", "tr", "th", "td", "p")
    }
    shown = " ".join(str(part.text_content()) for part in page.iter("p"))
    assert words(shown) == words(mark_controls(caption))


@given(TEXTS)
@example("::")
@example("a.example/%41%20b/%C3%A9")
@example("xn--fa-hia.example/x")
def test_an_address_is_a_link_to_itself_or_is_text(address: str) -> None:
    for candidate in (address, f"https://{address}"):
        page = html.fragment_fromstring(
            RENDERERS["CommonMark with tables"].render(f"a {link_or_text(candidate)}"), "main"
        )
        assert words(str(page.text_content())) == words(f"a {mark_controls(candidate)}")
        links = [str(link.get("href")) for link in page.iter("a")]
        assert all(link.startswith(("https://", "http://")) for link in links)
        assert {str(part.tag) for part in page.iter()} <= {"main", "p", "a"}
