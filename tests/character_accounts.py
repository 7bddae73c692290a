"""Adds up what became of the characters of a document: kept, set aside with a reason, or lost."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from graph.records.findings import Passage
from loaders.layout.document_lines import read_sheet
from loaders.layout.unread_text import NOTE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from loaders.interface.context import Context

_WORDS = Path("loaders/layout/label_words.txt").read_text(encoding="utf-8").split()
_NUMERALS = ("i", "ii", "iii", "iv", "v", "vi", *"abcdefgh", "one", "two", "three")
LABELS = frozenset((*_WORDS, *_NUMERALS, "first", "second", "third"))
_BLOCK = re.compile(r"A block of (\d+) lines")
_LINE = re.compile(r"line (\d+)$")


def account(context: Context) -> tuple[Counter[str], list[str]]:
    """How many characters that are no white space became what, and the words that are lost."""
    sheet = read_sheet(context.document)
    contents = [record.content for record in context.records]
    fate = ["" if mark.isspace() else "left" for mark in sheet.text]
    for passage in (part for part in _parts(contents) if isinstance(part, Passage)):
        assert sheet.text[passage.start :].startswith(passage.text)
        _mark(fate, passage.start, passage.start + len(passage.text), "kept")
    for issue in context.issues:
        number = _LINE.search(issue.location)
        if number and not issue.problem.startswith(NOTE) and "set aside" in issue.problem:
            size = int(block[1]) if (block := _BLOCK.search(issue.problem)) else 1
            at = next(i for i, line in enumerate(sheet.every) if line.number == int(number[1]))
            for line in sheet.every[at : at + size]:
                _mark(fate, line.start, line.end, "set aside")
    named = "\n".join(issue.problem for issue in context.issues if issue.problem.startswith(NOTE))
    values = [_plain(part) for part in _parts(contents) if isinstance(part, str)]
    lost = []
    for start, end in _pieces(sheet.text, fate):
        words = sheet.text[start:end].strip()
        if words in named:
            _mark(fate, start, end, "set aside")
        elif _is_value(_plain(words), values):
            _mark(fate, start, end, "read")
        else:
            lost.append(words)
    return Counter(each for each in fate if each), lost


def _mark(fate: list[str], start: int, end: int, what: str) -> None:
    for at in range(start, end):
        if fate[at] == "left":
            fate[at] = what


def _pieces(text: str, fate: list[str]) -> Iterator[tuple[int, int]]:
    """Runs of characters without a fate, line by line."""
    start = None
    for at, mark in enumerate([*text, "\n"]):
        open_run = at < len(text) and mark not in "\n\r\f" and fate[at] in {"", "left"}
        if open_run and start is None and fate[at]:
            start = at
        elif not open_run and start is not None:
            yield start, at
            start = None


def _is_value(words: str, values: list[str]) -> bool:
    parts = {part for value in values for part in re.findall(r"\d+|[^\W\d_]+", value)}
    return any(f" {words} " in f" {value} " for value in values if len(value) < 600) or all(
        part in parts or part in LABELS or (len(part) == 4 and part[2:] in parts)
        for part in re.findall(r"\d+|[^\W\d_]+", words)
    )


def _plain(words: str) -> str:
    return " ".join(re.findall(r"[^\W_]+", words.casefold()))


def _parts(part: object) -> Iterator[object]:
    """All parts of records, passages whole."""
    if isinstance(part, (tuple, list)):
        for member in part:
            yield from _parts(member)
    elif is_dataclass(part) and not isinstance(part, (Passage, type)):
        yield from _parts([getattr(part, field.name) for field in fields(part)])
    else:
        yield part
