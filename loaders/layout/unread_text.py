"""What of a document stands in no record and in no note: it is reported, never lost in silence.

Every character of a document is kept in a text of its record, or belongs to a value of the record
or to a label that says what a text is, or stands in a line that a note sets aside. What is none of
these is found here by looking at all characters, so that no reader needs to know where it leaks.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from dataclasses import dataclass, fields, is_dataclass
from functools import cache
from itertools import chain, islice, pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from graph.records.findings import Passage
from loaders.layout.document_lines import set_aside

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from loaders.interface.context import Context
    from loaders.layout.document_lines import DocumentLine, DocumentLines

_WORD = re.compile(r"[^\W_]+")
_FIGURES_OR_LETTERS = re.compile(r"\d+|[^\W\d_]+")
_NUMERAL = re.compile(
    r"[ivx]+|[a-h]|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|first|second|third"
    r"|fourth|fifth|sixth|seventh|eighth|ninth|tenth"
)
_LONGEST_LABEL = 12
"""Words that a label has at most; more are text."""

_LONGEST_VALUE = 600
"""Characters of a value at most; what is longer, as a key made of a whole text, names nothing."""

_YEAR = 4

NOTE = "Parts of these labels are read into no text and no value and were set aside: "


@dataclass(frozen=True, slots=True)
class Remainder:
    """A piece of a line that stands in no text of a record and in no line that is set aside.

    Attributes:
        line: The line.
        start: Offset at which it begins.
        text: Its characters.
    """

    line: DocumentLine
    start: int
    text: str


def note_unread(
    context: Context, sheet: DocumentLines, content: object, aside: Iterable[DocumentLine]
) -> None:
    """Report what is neither in a record nor set aside already.

    Args:
        context: Where to report.
        sheet: The document.
        content: What its record says; all passages of it refer to the document.
        aside: Lines that other notes name.
    """
    values = Values.of(content)
    pieces = [piece for piece in remainders(sheet, content, aside) if not values.hold(piece.text)]
    labels, lines = [], []
    for piece in pieces:
        if piece.text != piece.line.text or _is_label(piece.text):
            labels.append(piece)
        else:
            lines.append(piece.line)
    set_aside(context, sheet, lines, "is read into no text and no value")
    if labels:
        parts = " | ".join(dict.fromkeys(piece.text for piece in labels))
        context.note(f"{NOTE}{parts}", line=labels[0].line.number)


def _is_label(text: str) -> bool:
    """Whether words are those of labels, but for numbers."""
    words = _plain(text)
    return len(words) <= _LONGEST_LABEL and all(
        word.isdigit() or word in _label_words() or _NUMERAL.fullmatch(word) for word in words
    )


def remainders(
    sheet: DocumentLines, content: object, aside: Iterable[DocumentLine]
) -> Iterator[Remainder]:
    """Pieces of lines outside all passages and outside the lines that are set aside."""
    noted = {line.start for line in aside}
    spans = _merged(
        sorted((item.start, item.start + len(item.text)) for item in _passages(content))
    )
    starts = [start for start, _ in spans]
    for line in sheet.every:
        if line.start in noted:
            continue
        position = line.start
        nearest = max(0, bisect_right(starts, line.start) - 1)
        for start, end in chain(islice(spans, nearest, None), [(line.end, line.end)]):
            if words := sheet.text[position : min(start, line.end)].strip():
                yield Remainder(line, sheet.text.index(words, position), words)
            position = max(position, end)
            if position >= line.end:
                break


def _merged(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Spans in order, those that overlap made one."""
    merged: list[tuple[int, int]] = []
    for start, end in spans:
        if merged and start <= merged[-1][1]:
            merged[-1] = merged[-1][0], max(merged[-1][1], end)
        else:
            merged.append((start, end))
    return merged


@dataclass(frozen=True, slots=True)
class Values:
    """The values of a record other than its texts.

    Attributes:
        by_pair: The values in plain words, by each two words that stand together in them.
        words: All words of them.
    """

    by_pair: Mapping[tuple[str, str], list[str]]
    words: frozenset[str]

    @classmethod
    def of(cls, content: object) -> Values:
        """The values of what a record says."""
        by_pair = defaultdict(list)
        every: set[str] = set()
        for phrase in {f" {' '.join(_plain(value))} " for value in _strings(content)}:
            words = phrase.split()
            every.update(words)
            for pair in set(pairwise(words)):
                by_pair[pair].append(phrase)
        return cls(by_pair, frozenset(part for word in every for part in _parts(word)))

    def hold(self, text: str) -> bool:
        """Whether words are a part of a value, or a label made of values and words of labels."""
        words = _plain(text)
        if len(words) <= _LONGEST_LABEL and all(map(self._holds_word, words)):
            return True
        phrase = f" {' '.join(words)} "
        values = (self.by_pair.get(pair, []) for pair in pairwise(words))
        return any(phrase in value for value in min(values, key=len, default=[]))

    def _holds_word(self, word: str) -> bool:
        if word in self.words or word in _label_words() or _NUMERAL.fullmatch(word):
            return True
        return len(word) == _YEAR and word.isdigit() and word[2:] in self.words


def _parts(word: str) -> tuple[str, ...]:
    """A word, and apart the figures and letters of one such as ``3a``."""
    return word, *_FIGURES_OR_LETTERS.findall(word)


def _plain(text: str) -> list[str]:
    return _WORD.findall(text.casefold())


@cache
def _label_words() -> frozenset[str]:
    lines = Path(__file__).with_name("label_words.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(line for line in lines if line and not line.startswith("#"))


def _passages(part: object) -> Iterator[Passage]:
    """Every passage in what a record says."""
    if isinstance(part, Passage):
        yield part
    else:
        for member in _members(part):
            yield from _passages(member)


def _strings(part: object) -> Iterator[str]:
    """Every value in what a record says that is no text of its own."""
    if isinstance(part, str):
        if len(part) <= _LONGEST_VALUE:
            yield part
    elif not isinstance(part, Passage):
        for member in _members(part):
            yield from _strings(member)


def _members(part: object) -> Iterator[object]:
    if isinstance(part, tuple):
        yield from part
    elif is_dataclass(part):
        yield from (getattr(part, field.name) for field in fields(part))
