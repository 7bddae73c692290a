"""Numbers that only the markup of a list gives are read as a browser shows them."""

from __future__ import annotations

import pytest

from loaders.formats.html import extract
from tests.responses_reading import items, notes, read

PAGE = """<html><body>
<h1>Government response to the Ponds Committee’s Third Report of Session 2023–24 (HC 77)</h1>
<h2>Recommendations</h2>
{body}
</body></html>"""


@pytest.mark.parametrize(
    ("markup", "lines"),
    [
        ("<ol><li>one<li>two</ol>", ["1. one", "2. two"]),
        ('<ol start="7"><li>one</li><li>two</li></ol>', ["7. one", "8. two"]),
        (
            '<ol><li>one</li><li value="9">two</li><li>three</li></ol>',
            ["1. one", "9. two", "10. three"],
        ),
        ("<ol reversed><li>one</li><li>two</li></ol>", ["2. one", "1. two"]),
        ('<ol type="a"><li>one</li><li>two</li></ol>', ["a. one", "b. two"]),
        ('<ol type="I" start="4"><li>one</li><li>two</li></ol>', ["IV. one", "V. two"]),
        (
            "<ol><li><p>one</p><p>more</p></li><li><b>two</b></li></ol>",
            ["1. one", "more", "2. two"],
        ),
        ("<ol><li></li><li>two</li></ol><p>end</p>", ["2. two", "end"]),
        ("<ol><li></li></ol><p>end</p>", ["end"]),
        ("<ul><li>one</li></ul>", ["one"]),
        ('<ol start="x"><li value="-3">one</li></ol>', ["1. one"]),
        ("<ol><li>one<ol><li>in</li></ol></li><li>two</li></ol>", ["1. one", "1. in", "2. two"]),
        ('<ol start="99999999999"><li>one</li></ol>', ["1. one"]),
    ],
)
def test_a_list_shows_its_numbers(markup: str, lines: list[str]) -> None:
    assert extract(f"<html><body>{markup}</body></html>").text.splitlines() == lines


def reading(body: str) -> list[tuple[str | None, str]]:
    """Number and reply of each item of a response."""
    context = read("government_responses", PAGE.format(body=body), "paper.html")
    return [
        (item.number, " ".join(item.reply.text.split()) if item.reply else "")
        for item in items(context)
    ]


@pytest.mark.parametrize("block", ["blockquote", "p", "div"])
@pytest.mark.parametrize("start", [1, 3, 12])
def test_items_of_a_list_are_items_of_the_response(block: str, start: int) -> None:
    acts = ("map every pond", "count the ducks", "mend the sluices")
    body = "".join(
        f"<li><{block}>The Department should {act}.</{block}>"
        f"<p>We {verb} this recommendation.</p></li>"
        for act, verb in zip(acts, ("accept", "reject", "accept"), strict=True)
    )
    assert reading(f'<ol start="{start}">{body}</ol>') == [
        (str(start + place), f"We {verb} this recommendation.")
        for place, verb in enumerate(("accept", "reject", "accept"))
    ]


def test_a_list_within_a_reply_begins_no_item() -> None:
    body = (
        "<h2>Recommendation 1</h2><blockquote>The Department should map ponds.</blockquote>"
        "<p>We accept this recommendation. We will:</p><ol><li>draw;</li><li>print.</li></ol>"
        "<h2>Recommendation 2</h2><blockquote>The Department should count ducks.</blockquote>"
        "<p>We reject this recommendation.</p>"
    )
    assert reading(body) == [
        ("1", "We accept this recommendation. We will: 1. draw; 2. print."),
        ("2", "We reject this recommendation."),
    ]


def test_a_reply_that_takes_both_sides_is_doubtful() -> None:
    body = (
        "<h2>Recommendation 1</h2><blockquote>The Department should map ponds.</blockquote>"
        "<p>We accept this recommendation.</p><p>We reject this recommendation.</p>"
    )
    context = read("government_responses", PAGE.format(body=body), "paper.html")
    assert "both accepts and refuses" in notes(context)
    assert any(issue.uncertain for issue in context.issues)
