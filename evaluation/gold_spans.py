"""Gold: pages in which people have marked every name, as files of JSON lines.

Each line gives a page (a path relative to the file), a span in code points, the type and class of
the name and, where known, the register ids of what it names. A page is read line by line; the
lines on which it prints its own labels are read for context and never judged.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, get_args

import msgspec
from msgspec import UNSET, UnsetType

from evaluation.gold_rows import GoldRow, gold_rows
from graph.errors import InputError
from graph.records.mentions import parse_entity

if TYPE_CHECKING:
    from pathlib import Path

    from graph.records.mentions import EntityKey, Span

KINDS = {"organisation": "organisation", "programme": "initiative"}
SpanClass = Literal["register", "other", "anaphor", "generic"]
CLASSES: tuple[SpanClass, ...] = get_args(SpanClass)
_LABEL = re.compile(
    r"^(?:Source · .*|HM Government\b.*|Government Response\b(?! Summary).*)$"
    r"|(?<=^Committee\n).*$|(?<=^Addressee Bodies\n).*$",
    re.MULTILINE,
)
_REMARK = re.compile(r"^#.*$", re.MULTILINE)


class SpanRow(GoldRow, frozen=True, kw_only=True):
    """A row of the file: one marked span of one page, as `GoldSpan` describes it."""

    start: int
    end: int
    surface: str
    cls: SpanClass = msgspec.field(name="class")
    type: Literal["organisation", "programme"]
    id: str | UnsetType | None = UNSET

    def __post_init__(self) -> None:
        """Refuse an id of another form.

        Raises:
            ValueError: If it is neither ``organisation/key`` nor ``initiative/key``.
        """
        if self.id:
            parse_entity(self.id)


@dataclass(slots=True)
class GoldSpan:
    """One marked span; a span marked twice, as a body and as a programme, is one.

    Attributes:
        start: Offset of its first character in the page file, in code points.
        end: Offset just past its last.
        surface: Its characters.
        cls: How it is judged: ``register``, ``other``, ``anaphor`` or ``generic``.
        types: ``organisation``, ``programme`` or both.
        entities: What it names, by register id; empty where the id is not given.
        has_ids: Whether the file speaks of ids at all.
    """

    start: int
    end: int
    surface: str
    cls: SpanClass
    types: set[str]
    entities: set[EntityKey]
    has_ids: bool


@dataclass(frozen=True, slots=True)
class GoldPage:
    """A page with its marked spans.

    Attributes:
        name: The page's path as the gold file gives it.
        lines: Each line to be read, with its offset in the file.
        spans: The marked spans, by place.
        labels: Places of the page's own labels.
    """

    name: str
    lines: tuple[tuple[int, str], ...]
    spans: dict[Span, GoldSpan]
    labels: tuple[Span, ...]


def read_gold(path: Path) -> list[GoldPage]:
    """Read a gold file and its pages.

    Raises:
        InputError: If a line cannot be read, a page is missing, or a span is not its surface.
    """
    spans: dict[str, dict[Span, GoldSpan]] = defaultdict(dict)
    for row in gold_rows(path, SpanRow):
        _add(spans[row.file], row)
    return [_page(path, name, page_spans) for name, page_spans in sorted(spans.items())]


def _add(page: dict[Span, GoldSpan], row: SpanRow) -> None:
    span = row.start, row.end
    entities = {parse_entity(row.id)} if row.id else set()
    earlier = page.get(span)
    if earlier is None:
        has_ids = row.id is not UNSET
        page[span] = GoldSpan(*span, row.surface, row.cls, {row.type}, entities, has_ids)
    else:
        earlier.types.add(row.type)
        earlier.entities |= entities
        earlier.cls = min(earlier.cls, row.cls, key=CLASSES.index)


def _page(gold: Path, name: str, spans: dict[Span, GoldSpan]) -> GoldPage:
    path = gold.parent / name
    try:
        with path.open(encoding="utf-8", newline="") as file:
            text = file.read()
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{gold}: the page {name} cannot be read: {error}") from error
    for span in spans.values():
        if text[span.start : span.end] != span.surface:
            raise InputError(f"{path}: {span.start} to {span.end} is not {span.surface!r}")
    remarks = {match.start() for match in _REMARK.finditer(text)}
    lines, offset = [], 0
    for line in text.splitlines(keepends=True):
        if line.strip() and offset not in remarks:
            lines.append((offset, line.rstrip("\r\n")))
        offset += len(line)
    labels = tuple(match.span() for match in _LABEL.finditer(text))
    return GoldPage(name, tuple(lines), spans, labels)
