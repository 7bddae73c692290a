"""Takes a tracker's list of one report apart: its head, and each item with its labels.

The list prints recommendations, and below them conclusions that are folded away until somebody
opens them. Each item begins with its number and its status, the kind between them or below, and
ends where the next one begins; no item's words are another's.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from loaders.sources.record_pages import page_labels
from loaders.sources.record_pages.list_head import ListHead, read_list_head
from loaders.sources.record_pages.record_page import RecordPage

if TYPE_CHECKING:
    from collections.abc import Sequence

    from loaders.sources.record_pages.page_lines import PageLine

_HEADING = re.compile(r"(?P<kind>Recommendation|Conclusion)s(?: ?\((?P<count>\d{1,4})\).*)?$")
_COUNT = re.compile(r"(?P<count>\d{1,4}) (?:results?|items?)$")
_READ_MORE, _DETAILS = "Read more", "View Details"
_LONGEST_BODY_NAME = 80


@dataclass(slots=True)
class ItemList:
    """A list of items of one kind.

    Attributes:
        kind: ``Recommendation`` or ``Conclusion``, as its heading says.
        line: Number of the line of its heading.
        count: How many items the page says that it has; None if it does not say.
        items: How many were read.
    """

    kind: str
    line: int
    count: int | None = None
    items: int = 0


@dataclass(slots=True)
class ListPage:
    """A list of one report.

    Attributes:
        head: What stands above the items.
        lists: Its lists of items, by kind.
        items: Each item, and its lines.
        doubtful: Lines within an item that may begin another.
    """

    head: ListHead
    lists: list[ItemList] = field(default_factory=list)
    items: list[tuple[RecordPage, Sequence[PageLine]]] = field(default_factory=list)
    doubtful: list[PageLine] = field(default_factory=list)


def is_list(lines: Sequence[PageLine]) -> bool:
    """Whether the lines are those of a list: its own address, or a counted list of items."""
    labels = [line.label for line in lines]
    if any(page_labels.LIST.match(page_labels.address_in(label) or "") for label in labels[:5]):
        return True
    headed = any(begins_list(labels, place) for place in range(len(labels)))
    return headed and any(_begins_item(lines, index) for index in range(len(lines)))


def begins_list(labels: Sequence[str], place: int) -> bool:
    """Whether the heading of a list with its count stands here."""
    match = _HEADING.match(labels[place])
    below = labels[place + 1] if place + 1 < len(labels) else ""
    return match is not None and bool(match["count"] or _COUNT.match(below))


def read_list(lines: Sequence[PageLine]) -> ListPage:
    """Read the lines of a list."""
    starts = [index for index in range(len(lines)) if _begins_item(lines, index)]
    head = lines[: starts[0] if starts else len(lines)]
    headings = [line for line in head if _HEADING.match(line.label) or _COUNT.match(line.label)]
    page = ListPage(read_list_head([line for line in head if line not in headings]))
    for line in headings:
        _open_list(page, line)
    for start, end in pairwise([*starts, len(lines)]):
        _read_item(page, lines[start:end])
    return page


def _begins_item(lines: Sequence[PageLine], index: int) -> bool:
    """Whether a number with its status begins an item here, the kind between them or not."""
    match = page_labels.NUMBER.match(lines[index].label)
    if match is None:
        return False
    following = [line.label for line in lines[index + 1 : index + 3]]
    if following and following[0] in page_labels.KINDS:
        del following[0]
    status = bool(following) and page_labels.STATUS.match(following[0])
    return bool(match["status"] or status)


def _open_list(page: ListPage, line: PageLine) -> None:
    """Take in the heading of a list, or the count below it."""
    if match := _HEADING.match(line.label):
        count = int(match["count"]) if match["count"] else None
        page.lists.append(ItemList(match["kind"], line.number, count))
    elif (match := _COUNT.match(line.label)) and page.lists:
        page.lists[-1].count = int(match["count"])


def _read_item(page: ListPage, lines: Sequence[PageLine]) -> None:
    """Read one item, and the heading of the list that may stand below it."""
    head = page.head
    item = RecordPage(
        address=head.address, committee=head.report.committee, tail=replace(head.report, aside=[])
    )
    item_list = page.lists[-1] if page.lists else None
    if item_list:
        item_list.items += 1
    headings = [line for line in lines if _HEADING.match(line.label) or _COUNT.match(line.label)]
    rest = _labels(item, [line for line in lines if line not in headings])
    _body(item, rest)
    item.kind = item.kind or (item_list.kind if item_list else None)
    page.items.append((item, lines))
    page.doubtful += _second_beginning(lines)
    for line in headings:
        _open_list(page, line)


def _second_beginning(lines: Sequence[PageLine]) -> list[PageLine]:
    """The line at which another item may begin whose number or status is lost; or nothing."""
    labels = [line.label for line in lines]
    summaries = [place for place, label in enumerate(labels) if label == page_labels.SUMMARY]
    numbers = [
        place
        for place, label in enumerate(labels[1:], 1)
        if page_labels.NUMBER.match(label) and labels[place + 1 : place + 2] != []
    ]
    doubtful = min([*numbers, *summaries[1:]], default=None)
    return [] if doubtful is None else [lines[doubtful]]


def _labels(item: RecordPage, lines: Sequence[PageLine]) -> list[PageLine]:
    """Read number, kind, status and paragraph; return the lines below them."""
    number = page_labels.NUMBER.match(lines[0].label)
    if number:
        item.number, item.label, item.paragraph = (
            number["number"],
            number["status"],
            number["paragraph"],
        )
    place = 1
    while place < len(lines) and _label(item, lines[place].label):
        place += 1
    return list(lines[place:])


def _label(item: RecordPage, label: str) -> bool:
    """Take in one label of an item; False if the line is none, or one that was read already."""
    if label in page_labels.KINDS and item.kind is None:
        item.kind = label
    elif page_labels.STATUS.match(label) and item.label is None:
        item.label = label
    elif (match := page_labels.LIST_PARAGRAPH.match(label)) and item.paragraph is None:
        item.paragraph = match["paragraph"]
    else:
        return False
    return True


def _body(item: RecordPage, lines: Sequence[PageLine]) -> None:
    """Read the title above the kind, the committee's text, and the tracker's summary below."""
    labels = [line.label for line in lines]
    kind = next((place for place, label in enumerate(labels) if label in page_labels.KINDS), None)
    end = labels.index(page_labels.SUMMARY) if page_labels.SUMMARY in labels else len(labels)
    if item.kind is None and kind is not None and kind < end:
        item.kind = lines[kind].label
        item.title = list(lines[:kind])
        lines, end = lines[kind + 1 :], end - kind - 1
    item.text = [line for line in lines[:end] if line.label not in (_READ_MORE, _DETAILS)]
    item.summary = list(lines[end + 1 :])
    details = [place for place, line in enumerate(item.summary) if line.label == _DETAILS]
    if details:
        item.unplaced += item.summary[details[0] + 1 :]
        del item.summary[details[0] :]
        _respondent(item)


def _respondent(item: RecordPage) -> None:
    """Set the name of the body that replied aside, which stands alone below the summary."""
    last = item.summary[-1] if item.summary else None
    alone = last is not None and len(item.summary) > 1 and not last.label.endswith((".", "…"))
    if last and alone and len(last.label) <= _LONGEST_BODY_NAME:
        item.tail.aside.append(item.summary.pop())
