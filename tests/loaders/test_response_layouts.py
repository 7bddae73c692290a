"""Layouts of responses: each item is read right, or the report says that it may not be."""

from __future__ import annotations

from collections import Counter
from functools import cache

import pytest

from loaders.responses.reply_reader import read_reply
from tests.response_layouts import HEADS, ITEMS, SHAPES, HeadStyle, layouts, written
from tests.responses_reading import claimed, items, read, words


@cache  # two tests ask it of every layout
def judged(head: HeadStyle, reply: str, shape: str) -> Counter[str]:
    """How many of three items are right; the others are noted or wrong."""
    text, name = written(head, reply, shape)
    if not claimed("government_responses", text, name):
        return Counter(refused=len(ITEMS))
    context = read("government_responses", text, name)
    rows = [
        (item.number, words(item, item.recommendation), words(item, item.reply), stances(item))
        for item in items(context)
    ]
    noted = any(issue.uncertain or issue.lost for issue in context.issues)
    counts: Counter[str] = Counter()
    for made in ITEMS:
        right = [
            row
            for row in rows
            if row[0] == head.number(made)
            and made.words.rstrip(".") in row[1]
            and made.reply in row[2]
            and row[3] == (made.stance,)
            and not any(
                other.words in row[1] + row[2] or other.reply in row[1] + row[2]
                for other in ITEMS
                if other is not made
            )
            and made.words not in row[2]
        ]
        counts["right" if len(right) == 1 else "noted" if noted else "wrong"] += 1
    if len(rows) > len(ITEMS):
        counts["noted" if noted else "wrong"] += len(rows) - len(ITEMS)
    return counts


def stances(item: object) -> tuple[str, ...]:
    reply = getattr(item, "reply", None)
    return read_reply(reply.text).stance_concepts if reply else ()


@pytest.mark.parametrize("head", HEADS, ids=lambda head: head.name)
@pytest.mark.parametrize("shape", SHAPES)
def test_no_item_of_a_layout_is_wrong_without_a_note(head: HeadStyle, shape: str) -> None:
    counts: Counter[str] = Counter()
    for style, reply, setting in layouts():
        if style is head and setting == shape:
            counts += judged(style, reply, setting)
    assert counts["wrong"] == counts["refused"] == 0
    assert counts["noted"] <= counts["right"] / 4


def test_nearly_all_items_of_all_layouts_are_right() -> None:
    counts: Counter[str] = Counter()
    for layout in layouts():
        counts += judged(*layout)
    assert counts.total() > 10_000
    assert counts["right"] / counts.total() > 0.98
