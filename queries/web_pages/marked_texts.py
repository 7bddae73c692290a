"""Whole texts in pieces, so that the names in them can be shown as links."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pyoxigraph as ox

from graph.retelling import LANGUAGE
from queries.query_files import HERE, read_question
from queries.selects import select

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.store.readable_store import ReadableStore


@dataclass(frozen=True, slots=True)
class TextPiece:
    """A piece of a text.

    Attributes:
        words: Its characters, exactly as they stand.
        thing: IRI of the organisation or initiative that they name; empty if they name none.
    """

    words: str
    thing: str = ""


@dataclass(frozen=True, slots=True)
class MarkedText:
    """A text in pieces.

    Attributes:
        pieces: The pieces in order; together they are the whole text.
        is_retold: Whether the words are a retelling of ours, and no quotation.
    """

    pieces: tuple[TextPiece, ...]
    is_retold: bool

    @property
    def words(self) -> str:
        """All characters."""
        return "".join(piece.words for piece in self.pieces)


def read_texts(store: ReadableStore, holder: str) -> list[MarkedText]:
    """The texts of something, with the names in them.

    Args:
        store: The graph.
        holder: IRI of a text, or of the finding, answer or part of one that has it.
    """
    sparql = read_question(HERE / "web_pages" / "text_content.rq").sparql
    return [
        MarkedText(tuple(_pieces(store, text.value, content.value)), content.language == LANGUAGE)
        for _, text, content in store.rows(sparql, {"holder": ox.NamedNode(holder)})
        if isinstance(text, ox.NamedNode) and isinstance(content, ox.Literal)
    ]


def _pieces(store: ReadableStore, text: str, content: str) -> Iterator[TextPiece]:
    rows = select(store, "web_pages/text_spans", text=ox.NamedNode(text))
    end = 0
    for start, stop, thing in sorted((int(row[1]), int(row[2]), row[3]) for row in rows):
        if start < end or stop > len(content):
            continue  # names that overlap are marked once, by the first
        if start > end:
            yield TextPiece(content[end:start])
        yield TextPiece(content[start:stop], thing)
        end = stop
    if end < len(content):
        yield TextPiece(content[end:])
