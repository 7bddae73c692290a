"""What the tests of answering documents share: reading, and what became of each line."""

from __future__ import annotations

import re
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from graph.records.response_documents import Response, ResponseItem
from graph.records.source_record import parts_of
from loaders.interface.context import Context, Document
from loaders.interface.descriptor import read_descriptor
from loaders.layout.document_lines import read_sheet

if TYPE_CHECKING:
    from graph.records.findings import Passage

ROOT = Path(__file__).parent.parent
CASES = Path(__file__).parent / "cases"

_BLOCK = re.compile(r"A block of (\d+) lines")
_LINE = re.compile(r"line (\d+)$")


def read(source: str, text: str, name: str = "paper.txt") -> Context:
    loader = import_module(f"loaders.sources.{source}.loader")
    context = Context(
        read_descriptor(ROOT / "loaders" / "sources" / source / "source.toml"),
        Document(name, text, Path(name).suffix),
    )
    loader.load(context.document, context)
    return context


def claimed(source: str, text: str, name: str = "paper.txt") -> bool:
    found: bool = import_module(f"loaders.sources.{source}.loader").accepts(
        Document(name, text, Path(name).suffix)
    )
    return found


def responses(context: Context) -> list[Response]:
    (record,) = context.records
    return [claim for claim in parts_of(record.content) if isinstance(claim, Response)]


def items(context: Context) -> list[ResponseItem]:
    (record,) = context.records
    return [claim for claim in parts_of(record.content) if isinstance(claim, ResponseItem)]


def passages(item: ResponseItem) -> list[Passage]:
    every = (item.conclusion, item.recommendation, item.reply, item.undivided)
    return [passage for passage in every if passage]


def words(item: ResponseItem, passage: Passage | None) -> str:
    """A passage without the page furniture inside it, white space made single."""
    if passage is None:
        return ""
    text, end = passage.text, passage.start + len(passage.text)
    for piece in reversed(item.furniture):
        if passage.start <= piece.start < end:
            at = piece.start - passage.start
            text = text[:at] + text[at + len(piece.text) :]
    return " ".join(text.split())


def notes(context: Context) -> str:
    return "\n".join(issue.problem for issue in context.issues)


def lost_lines(context: Context, known: tuple[str, ...]) -> list[str]:
    """Lines in no passage and no note, but for labels and the `known` patterns."""
    covered = [passage for item in items(context) for passage in passages(item)]
    listed: set[int] = set()
    lines = read_sheet(context.document).every
    for issue in context.issues:
        if number := _LINE.search(issue.location):
            size = int(block[1]) if (block := _BLOCK.search(issue.problem)) else 1
            first = next(at for at, line in enumerate(lines) if line.number == int(number[1]))
            listed |= {line.number for line in lines[first : first + size]}
    return [
        line.text
        for line in lines
        if line.number not in listed
        and not any(p.start < line.end and line.start < p.start + len(p.text) for p in covered)
        and not any(re.search(pattern, line.text) for pattern in known)
    ]
