"""What items lack and their neighbours tell: numbers, and replies that several share."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from loaders.references.item_numbers import NUMBERS, item_numbers
from loaders.sources.treasury_minutes.minute_items import MOST_SHARING, paragraph_majors
from loaders.text.patterns import compile_pattern

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from loaders.sources.treasury_minutes.minute_items import MinuteItem
    from loaders.sources.treasury_minutes.report_section import Section

_SHARED = compile_pattern(
    rf"\b(?:recommendations|conclusions)\s+(?P<numbers>{NUMBERS})"
    r"|\b(?P<all>both|these|all)\s+(?:of\s+)?(?:(?:the|these)\s+)?(?:(?:PAC|Committee)[’']s\s+)?"
    r"(?:\w+\s+)?(?:recommendations|conclusions)\b",
    re.IGNORECASE,
)
_OPENING = 400
"""Characters of a reply among which it says what it answers."""

_TWICE = ("second", "third", "fourth", "fifth", "sixth")


def share_replies(items: Sequence[MinuteItem]) -> None:
    """Give items without a reply that of a later item which says that it answers them too."""
    answering: tuple[int, MinuteItem] | None = None
    for index, item in reversed(list(enumerate(items))):
        if item.reply:
            answering = index, item
        elif item.undivided and answering and _answers_too(item, index, *answering):
            if item.asks:
                item.recommendation = item.undivided
            else:
                item.conclusion = item.undivided
            item.undivided, item.reply = None, answering[1].reply
            item.notes.append(f"shares the reply that follows item {answering[1].number}")


def _answers_too(item: MinuteItem, index: int, place: int, answering: MinuteItem) -> bool:
    """Whether the reply to the item at a place answers one before it, at an index."""
    if place - index > MOST_SHARING or answering.reply is None:
        return False
    for match in _SHARED.finditer(answering.reply.text[:_OPENING]):
        if match["numbers"]:
            return item.number in item_numbers(match["numbers"])
        return not (match["all"].lower() == "both" and place - index > 1)
    return False


def number_items(section: Section) -> None:
    """Give items without a number that of their paragraphs, else their place; keep equals apart."""
    items = section.items
    taken = {item.number for item in items}
    for item in [item for item in items if not item.number]:
        majors = paragraph_majors(item.reply.text) if item.reply else []
        if len(majors) == 1 and majors[0] not in taken:
            item.number = majors[0]
            taken.add(item.number)
            item.notes.append("shows no number; that of its paragraphs was taken")
    still_bare = [(place, item) for place, item in enumerate(items, 1) if not item.number]
    if still_bare and len(still_bare) == len(items):
        section.doubts.append(
            f"none of the {len(items)} items shows a number; they were counted in their order"
        )
    for place, item in still_bare:
        item.number = f"{place} (without number)" if str(place) in taken else str(place)
        taken.add(item.number)
        if len(still_bare) < len(items):
            item.doubts.append("shows no number; its place in the section was taken")
    for item, again in _standing_again(items):
        item.doubts.append(
            f"has a number that stands more than once; it is kept apart as the {again}"
        )
        item.number = f"{item.number} ({again})"


def _standing_again(items: Sequence[MinuteItem]) -> Iterator[tuple[MinuteItem, str]]:
    """Items whose number an earlier one has, each with a word for which of them it is."""
    seen: dict[tuple[str, bool], int] = {}
    for item in items:
        key = item.number, item.asks
        if key in seen:
            yield item, _TWICE[min(seen[key], len(_TWICE)) - 1]
        seen[key] = seen.get(key, 0) + 1
