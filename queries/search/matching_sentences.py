"""The sentence of a text that fits best, with its words marked.

The sentences of a few texts are put into an index of their own in memory and asked as the great one
was, so that what is marked is what was matched.
"""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

from graph.records.sentence_splitter import split_sentences
from queries.search.search_result import MarkedWords
from queries.search.search_words import STEMMED

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

Sentence = tuple[MarkedWords, ...]

_RUNS = re.compile("\x02+|\x03+")


def best_sentences(texts: Sequence[str], groups: Sequence[str]) -> list[tuple[int, Sentence]]:
    """For each text, the first of the sentences that have most of what was searched for.

    A phrase may run over the end of a sentence: where no sentence has anything, two that follow one
    another are taken, or the whole text.

    Args:
        texts: Texts.
        groups: What a hit must have, each in the language of FTS5.

    Returns:
        For each text, how many of the groups its best sentence has, and that sentence.
    """
    best = _best([list(_sentences(text)) for text in texts], groups)
    for cut in (_neighbours, _uncut) if groups else ():
        missed = [index for index, (score, _) in enumerate(best) if not score]
        for index, (score, sentence) in zip(
            missed, _best([list(cut(texts[index])) for index in missed], groups), strict=True
        ):
            if score:
                best[index] = (score, sentence)
    return best


def _best(pieces: Sequence[Sequence[str]], groups: Sequence[str]) -> list[tuple[int, Sentence]]:
    """For each text, the best of its pieces, and how many of the groups it has."""
    numbered = [piece for of_text in pieces for piece in of_text]
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.execute(f"CREATE VIRTUAL TABLE sentence USING fts5(words, tokenize='{STEMMED}')")
        connection.executemany(
            "INSERT INTO sentence(rowid, words) VALUES (?, ?)", enumerate(numbered)
        )
        scores = _scores(connection, groups)
        best: list[int] = []
        number = 0
        for of_text in pieces:
            numbers = range(number, number + len(of_text))
            best.append(max(numbers, key=lambda each: (scores.get(each, 0), -each), default=-1))
            number += len(of_text)
        marks = _marks(
            connection, groups, {each: numbered[each] for each in best if scores.get(each)}
        )
    return [
        (scores.get(each, 0), _whole(numbered[each] if each >= 0 else "", marks.get(each, ())))
        for each in best
    ]


def _sentences(text: str) -> Iterator[str]:
    """The sentences of a text, without white space around them; a line of its own is one, too."""
    return _between(text, 1)


def _neighbours(text: str) -> Iterator[str]:
    """Each two sentences that follow one another."""
    return _between(text, 2)


def _uncut(text: str) -> Iterator[str]:
    yield text.strip()


def _between(text: str, most: int) -> Iterator[str]:
    """Each so many sentences that follow one another; all of them where there are fewer."""
    starts = (*split_sentences(text).starts, len(text))
    step = min(most, len(starts) - 1)
    for start, end in zip(starts, starts[step:], strict=False):
        if piece := text[start:end].strip():
            yield piece


def _scores(connection: sqlite3.Connection, groups: Iterable[str]) -> dict[int, int]:
    """How many groups each sentence has."""
    scores: dict[int, int] = {}
    for group in groups:
        for (number,) in connection.execute(
            "SELECT rowid FROM sentence WHERE sentence MATCH ?", (group,)
        ):
            scores[number] = scores.get(number, 0) + 1
    return scores


def _marks(
    connection: sqlite3.Connection, groups: Sequence[str], pieces: Mapping[int, str]
) -> dict[int, Sentence]:
    """Some sentences, by number, with whatever was searched for marked."""
    opening, closing_mark = _absent(pieces.values())
    listed = ",".join(map(str, pieces))
    rows = connection.execute(
        f"SELECT rowid, highlight(sentence, 0, ?, ?) FROM sentence "  # noqa: S608 - numbers of ours
        f"WHERE sentence MATCH ? AND rowid IN ({listed})",
        (opening, closing_mark, " OR ".join(f"({group})" for group in groups)),
    )
    return {number: tuple(_pieces(words, opening, closing_mark)) for number, words in rows}


def _absent(pieces: Iterable[str]) -> tuple[str, str]:
    """Two marks that stand in none of some texts: longer than any row of their characters there."""
    lengths = [len(run) for piece in pieces for run in _RUNS.findall(piece)]
    length = max(lengths, default=0) + 1
    return "\x02" * length, "\x03" * length


def _pieces(words: str, opening: str, closing_mark: str) -> Iterator[MarkedWords]:
    before, *rest = words.split(opening)
    if before:
        yield MarkedWords(before, marked=False)
    for piece in rest:
        marked, _, after = piece.partition(closing_mark)
        yield MarkedWords(marked, marked=True)
        if after:
            yield MarkedWords(after, marked=False)


def _whole(sentence: str, marked: Sentence) -> Sentence:
    """A sentence with its marks; without them if SQLite cut it short, as at a NUL character."""
    if "".join(piece.words for piece in marked) == sentence:
        return marked
    return (MarkedWords(sentence, marked=False),)
