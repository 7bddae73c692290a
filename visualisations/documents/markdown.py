"""Dossiers as Markdown, with footnotes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from queries.dossiers.dossier import Picture, Statement, Subheading, TextBlock
from queries.markdown_text import escape_inline, link_or_text
from queries.result_tables import render as render_table

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from queries.dossiers.dossier import Block, Dossier

SUFFIXES = (".md", ".markdown")


def render(dossier: Dossier) -> bytes:
    """Write a dossier as Markdown; a picture is told by its caption, since a file holds none."""
    return ("\n\n".join(_parts(dossier)) + "\n").encode()


def _parts(dossier: Dossier) -> Iterator[str]:
    yield f"# {escape_inline(dossier.title)}"
    yield escape_inline(dossier.standfirst)
    for section in dossier.sections:
        yield f"## {escape_inline(section.heading)}"
        yield from map(_block, section.blocks)
    yield "## Sources"
    for number, source in enumerate(dossier.sources, 1):
        before, place = escape_inline(source.before_place), link_or_text(source.place)
        yield f"[^{number}]: {before} {place}{source.behind_place}"


def _block(block: Block) -> str:
    if isinstance(block, Subheading):
        return f"### {escape_inline(block.text)}"
    if isinstance(block, TextBlock):
        return f"{escape_inline(block.text)}{_notes(block.notes)}"
    if isinstance(block, Statement):
        speaker = f"**{escape_inline(block.speaker)}**" if block.speaker else ""
        words = f"{escape_inline(block.quoted)}{_notes(block.notes)}" if block.words else ""
        return "> " + ": ".join(filter(None, (speaker, words)))
    if isinstance(block, Picture):
        return f"*{escape_inline(block.caption)}*"
    return render_table(block.table, "markdown")


def _notes(notes: Sequence[int]) -> str:
    return "".join(f"[^{number}]" for number in notes)
