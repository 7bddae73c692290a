"""The sentence of a text that fits best, with its words marked.

The sentences of a few texts are put into an index of their own in memory and asked as the great one
was, so that what is marked is what was matched.
"""

from __future__ import annotations

import itertools
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

from graph.records.sentence_splitter import split_sentences
from queries.search.search_result import MarkedWords
from queries.search.search_words import STEMMED

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

Sentence = tuple[MarkedWords, ...]


def best_sentences(texts: Sequence[str], groups: Sequence[str]) -> list[tuple[int, Sentence]]:
    """For each text, the first of the sentences that have most of what was searched for.

    Args:
        texts: Texts.
        groups: What a hit must have, each in the language of FTS5.

    Returns:
        For each text, how many of the groups its best sentence has, and that sentence.
    """
    sentences = [list(_sentences(text)) for text in texts]
    numbered = [(text, sentence) for text, inner in enumerate(sentences) for sentence in inner]
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.execute(f"CREATE VIRTUAL TABLE sentence USING fts5(words, tokenize='{STEMMED}')")
        connection.executemany(
            "INSERT INTO sentence(rowid, words) VALUES (?, ?)",
            ((number, sentence) for number, (_, sentence) in enumerate(numbered)),
        )
        scores = _scores(connection, groups)
        best: list[int] = []
        number = 0
        for inner in sentences:
            numbers = range(number, number + len(inner))
            best.append(max(numbers, key=lambda each: (scores.get(each, 0), -each), default=-1))
            number += len(inner)
        marks = _marks(connection, groups, [each for each in best if scores.get(each)])
    return [
        (scores.get(each, 0), _whole(numbered[each][1] if each >= 0 else "", marks.get(each, ())))
        for each in best
    ]


def _sentences(text: str) -> Iterator[str]:
    """The sentences of a text, without white space around them; a line of its own is one, too."""
    starts = (*split_sentences(text).starts, len(text))
    for start, end in itertools.pairwise(starts):
        if sentence := text[start:end].strip():
            yield sentence


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
    connection: sqlite3.Connection, groups: Sequence[str], numbers: Sequence[int]
) -> dict[int, Sentence]:
    """Some sentences with whatever was searched for marked."""
    if not numbers:
        return {}
    ((longest,),) = connection.execute("SELECT max(length(words)) FROM sentence")
    opening, closing_mark = _absent(connection, longest)
    listed = ",".join(map(str, numbers))
    rows = connection.execute(
        f"SELECT rowid, highlight(sentence, 0, ?, ?) FROM sentence "  # noqa: S608 - numbers of ours
        f"WHERE sentence MATCH ? AND rowid IN ({listed})",
        (opening, closing_mark, " OR ".join(f"({group})" for group in groups)),
    )
    return {number: tuple(_pieces(words, opening, closing_mark)) for number, words in rows}


def _absent(connection: sqlite3.Connection, longest: int) -> tuple[str, str]:
    """Two marks that stand in no sentence."""
    for length in range(1, longest + 2):
        marks = "\x02" * length, "\x03" * length
        ((count,),) = connection.execute(
            "SELECT count(*) FROM sentence WHERE instr(words, ?) OR instr(words, ?)", marks
        )
        if not count:
            return marks
    raise AssertionError("a mark longer than every sentence stands in none")


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
