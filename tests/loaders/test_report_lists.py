"""A tracker's list of one report is read item by item, and nothing of it is lost."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.records.source_record import FindingRecord
from tests.responses_reading import read

if TYPE_CHECKING:
    from graph.records.findings import Report

STATUSES = ["Acknowledged", "Rejected", "Accepted", "Accepted in part", "Deferred"]
TITLES = ["Publish a list of ponds", "Count the herons in every county", "Mend the old sluice"]
WORDS = [
    "The Department for Transport should publish a list of ponds and say how it will …",
    "We recommend that each county counts its herons by 1 January 2025.",
    "The next Government should keep the unit. It has 12 staff, in 2 offices.",
    "Sluices leak. (Paragraph 77)",
    "Sluices leak. (Recommendation, Paragraph 78) The Sluice Unit",
]
SUMMARIES = [
    "The government lists several ponds.",
    "It refuses.\nIt names no day.",
    "The government in",
]


@dataclass(frozen=True)
class Item:
    """An item as a list shows it."""

    number: int
    kind: str
    status: str
    words: str
    summary: str
    title: str | None = None
    paragraph: str | None = None


@dataclass(frozen=True)
class Layout:
    """What one host or one way of saving a page does otherwise than another."""

    named: bool = True
    joined: bool = False
    details: bool = True
    day: str = "Published 28 May 2024"
    counted: bool = True


HEAD = """\
# url: https://www.accountabilityindex.uk/committees/20/report/9999/?response=all
{source}
Third Report - Ponds and data
Science, Innovation and Technology Committee
HC 38
{day}
Recommendations
{count}
"""
SOURCE = "Source · Select Committees · Science, Innovation and Technology Committee"


def shown(item: Item, layout: Layout) -> str:
    """An item as lines of a list."""
    first = [f"{item.number} {item.status}"] if layout.joined else [f"{item.number}", item.status]
    if item.kind == "Conclusion" and not layout.joined:
        first = [f"{item.number}", item.kind, item.status]
    lines = [*first, *([f"Para {item.paragraph}"] if item.paragraph else [])]
    if item.kind == "Recommendation":
        lines += [item.title or "", item.kind]
    elif layout.joined:
        lines.append(item.kind)
    lines += [item.words, *(["Read more"] if item.words.endswith("…") else [])]
    lines += ["Government Response Summary", item.summary]
    if layout.details and item.kind == "Recommendation":
        lines += ["Department for Transport", "View Details"]
    return "\n".join(lines)


def page(items: list[Item], layout: Layout) -> str:
    """A whole list, recommendations first."""
    requests = [item for item in items if item.kind == "Recommendation"]
    concluded = [item for item in items if item.kind == "Conclusion"]
    count = f"{len(requests)} results" if layout.counted else "Sort by number"
    source = SOURCE if layout.named else "Select Committee"
    text = HEAD.format(source=source, day=layout.day, count=count)
    text += "\n".join(shown(item, layout) for item in requests)
    if concluded:
        text += f"\nConclusions ({len(concluded)}) Observations and findings — click to expand\n"
        text += "\n".join(shown(item, layout) for item in concluded)
    return text + "\n"


def records(text: str) -> tuple[list[FindingRecord], list[str], bool]:
    """The records of a list, the notes, and whether one of them asks a person to look."""
    context = read("record_pages", text, "list.txt")
    contents = [record.content for record in context.records]
    findings = [content for content in contents if isinstance(content, FindingRecord)]
    issues = context.issues
    return findings, [issue.problem for issue in issues], any(i.uncertain or i.lost for i in issues)


KINDS = st.sampled_from(["Recommendation", "Conclusion"])
ITEMS = st.lists(
    st.builds(
        Item,
        st.just(0),
        KINDS,
        st.sampled_from(STATUSES),
        st.sampled_from(WORDS),
        st.sampled_from(SUMMARIES),
        st.sampled_from(TITLES),
        st.none() | st.sampled_from(["70", "12", "3–4"]),
    ),
    min_size=1,
    max_size=6,
).map(lambda items: [replace(item, number=place * 2 + 3) for place, item in enumerate(items)])
LAYOUTS = st.builds(
    Layout,
    st.booleans(),
    st.booleans(),
    st.booleans(),
    st.sampled_from(["Published 28 May 2024", "28 May 2024"]),
)


@given(ITEMS, LAYOUTS)
@settings(max_examples=150, deadline=None)
def test_every_item_is_read_with_its_own_labels_and_words(
    items: list[Item], layout: Layout
) -> None:
    ordered = sorted(items, key=lambda item: item.kind == "Conclusion")
    findings, _, doubtful = records(page(items, layout))
    assert not doubtful
    for record, item in zip(findings, ordered, strict=True):
        finding, entry = record.finding, record.tracker_entry
        assert entry is not None
        assert finding.text is not None
        assert entry.summary is not None
        assert (finding.number, entry.label) == (str(item.number), item.status)
        assert finding.kind == item.kind.lower()
        assert (finding.text.text.split("\nRead more")[0], entry.summary.text) == (
            item.words,
            item.summary,
        )
        in_words = next((number for number in ("77", "78") if f"{number})" in item.words), None)
        assert finding.paragraph == (item.paragraph or in_words)
        report: Report | None = finding.report
        assert report is not None
        assert (report.hc_number, report.title) == ("HC 38", "Ponds and data")
        assert report.committee == "Science, Innovation and Technology Committee"


@given(ITEMS, LAYOUTS, st.data())
@settings(max_examples=100, deadline=None)
def test_an_item_whose_labels_are_damaged_is_noted(
    items: list[Item], layout: Layout, data: st.DataObject
) -> None:
    text = page(items, layout)
    lines = text.splitlines()
    labels = [place for place, line in enumerate(lines) if line in STATUSES]
    if not labels:
        return
    del lines[data.draw(st.sampled_from(labels))]
    findings, _, doubtful = records("\n".join(lines) + "\n")
    assert doubtful
    assert len(findings) == len(items) - 1


def test_a_list_without_items_says_so() -> None:
    text = HEAD.format(source=SOURCE, day="28 May 2024", count="0 results")
    findings, problems, doubtful = records(text)
    assert (findings, doubtful) == ([], True)
    assert any("no item" in problem for problem in problems)


@pytest.mark.parametrize("count", ["3 results", "1 results"])
def test_a_count_that_differs_is_noted(count: str) -> None:
    items = [
        Item(4, "Recommendation", "Rejected", WORDS[1], SUMMARIES[0], TITLES[0]),
        Item(5, "Recommendation", "Accepted", WORDS[2], SUMMARIES[0], TITLES[1]),
    ]
    _, problems, doubtful = records(page(items, Layout()).replace("2 results", count))
    assert doubtful
    assert any(count.split(maxsplit=1)[0] in problem for problem in problems)


def test_items_of_one_list_are_never_one_finding() -> None:
    words = "The next Government should keep the unit."
    items = [Item(number, "Conclusion", "Rejected", words, "No.") for number in (20, 22, 24)]
    findings, _, _ = records(page(items, Layout()))
    assert len({record.finding.key for record in findings}) == len(items)
