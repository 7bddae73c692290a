"""What is said of one finding, as `joinedup why` tells it: its words, the reply, the positions."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

import pyoxigraph as ox

from queries.conversion import as_table
from queries.query_execution import execute
from queries.query_request import QueryRequest
from queries.selects import select

if TYPE_CHECKING:
    from collections.abc import Iterable

    from graph.store.readable_store import ReadableStore

_QUESTION = "story-of-a-finding"

_LONGEST = 600
"""Characters of a text that are shown; a reply may have many pages."""

_UNTOLD = ("label, as printed",)
"""What a row beside it says as well."""

_ANSWERS = ("answer", "position", "commitment", "delivery")
"""How the kinds of statement begin that an answer of the government makes."""

NO_ANSWER = (
    "No answer loaded. This graph holds no answer to this finding; that does not mean that "
    "government gave none."
)


@dataclass(frozen=True, slots=True)
class StoryLine:
    """One thing that is said of a finding.

    Attributes:
        who: Who says so, in lower case.
        what: Kind of statement, such as `position: Accepted`.
        says: The words; empty where none are kept.
        date: When, as exactly as the source gives it; empty if it does not.
        is_cut: Whether more words follow in the source.
        places: Where it was read: web addresses of pages, or files.
        speakers: Names of the bodies that say it.
        things: IRIs of the statements, texts or documents themselves.
    """

    who: str
    what: str
    says: str
    date: str
    is_cut: bool = False
    places: tuple[str, ...] = ()
    speakers: tuple[str, ...] = ()
    things: tuple[str, ...] = ()


def story_of(
    store: ReadableStore, finding: str, *, longest: int | None = _LONGEST
) -> list[StoryLine]:
    """What is said of a finding; what stands in several places comes once.

    Args:
        store: The graph.
        finding: IRI of the finding.
        longest: Characters of a text that are given; None for all of them.
    """
    request = QueryRequest(_QUESTION, {"finding": finding}, evidence=True)
    own_places: dict[str, list[str]] = {}
    for _, node, where in select(store, "quotations/places", finding=ox.NamedNode(finding)):
        own_places.setdefault(node, []).append(where)
    lines: dict[StoryLine, _Origins] = {}
    for date, who, what, says, speaker, thing, _sentence, place in as_table(
        execute(store, request)
    ).rows:
        words = " ".join(str(says or "").split())
        if what in _UNTOLD or "/id/part/" in str(thing):
            continue
        is_cut = longest is not None and len(words) > longest
        shown = words[:longest].rpartition(" ")[0] if is_cut else words
        line = StoryLine(str(who or "").lower(), str(what), shown, str(date or ""), is_cut)
        read_at = own_places.get(str(thing)) or ([str(place)] if place else [])
        origins = lines.setdefault(line, _Origins())
        origins.places.update(dict.fromkeys(read_at))
        origins.speakers.update({str(speaker): None} if speaker else {})
        origins.things.update({str(thing): None} if thing else {})
    return [
        replace(
            line,
            places=tuple(origins.places),
            speakers=tuple(origins.speakers),
            things=tuple(origins.things),
        )
        for line, origins in lines.items()
    ]


@dataclass(frozen=True, slots=True)
class _Origins:
    """Where a line of a story comes from; each dictionary is an ordered set."""

    places: dict[str, None] = field(default_factory=dict)
    speakers: dict[str, None] = field(default_factory=dict)
    things: dict[str, None] = field(default_factory=dict)


def has_answer(story: Iterable[StoryLine]) -> bool:
    """Whether the government is known to have said anything of the finding."""
    return any(line.who == "government" and line.what.startswith(_ANSWERS) for line in story)
