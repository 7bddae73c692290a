"""What somebody typed into a search, as words, phrases, beginnings and exclusions.

    common identifier       both words, in any form: also "identifiers"
    "common identifier"     the words one after the other
    identif*                every word that begins so
    births OR deaths        at least one of the two
    data -protection        the first word without the second; NOT does the same

Whatever else is typed is read as words, so there is no input that is malformed: a quotation mark
that is not closed runs to the end, and characters that are no part of a word stand between words.
"""

from __future__ import annotations

import re
import sqlite3
from dataclasses import dataclass
from functools import cache
from threading import Lock
from typing import TYPE_CHECKING

from graph.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

PLAIN = "unicode61 remove_diacritics 2"
"""How a text is cut into words: without case and without marks on letters."""

STEMMED = f"porter {PLAIN}"
"""The same, with each word cut to its stem (M. F. Porter, An algorithm for suffix stripping, 1980).
"""

LONGEST = 1_000
"""Characters that may be typed."""

MOST_TERMS = 64
"""Words and phrases that may be typed."""

_PIECE = re.compile(
    r"""
    (?P<minus>-|NOT\s+)? (?: "(?P<phrase>[^"]*)(?:"|$) (?P<cut>\*)? | (?P<word>[^\s"]+) )
    """,
    re.VERBOSE,
)
_QUOTATION_MARKS = str.maketrans("“”„‟«»", '""""""')
_EITHER = {"OR", "|"}
_EVERY = {"AND", "&"}


@dataclass(frozen=True, slots=True)
class SearchTerm:
    """A word or a phrase.

    Attributes:
        tokens: Its words, folded, but not cut to their stems.
        prefix: Whether the last one is the beginning of a word.
    """

    tokens: tuple[str, ...]
    prefix: bool = False

    def __str__(self) -> str:
        """As it may be typed."""
        words = " ".join(self.tokens)
        quoted = f'"{words}"' if len(self.tokens) > 1 else words
        return f"{quoted}*" if self.prefix else quoted


@dataclass(frozen=True, slots=True)
class SearchWords:
    """What is searched for.

    Attributes:
        groups: A hit has at least one term of each of these.
        excluded: A hit has none of these.
    """

    groups: tuple[tuple[SearchTerm, ...], ...] = ()
    excluded: tuple[SearchTerm, ...] = ()

    @property
    def terms(self) -> tuple[SearchTerm, ...]:
        """What a hit may have."""
        return tuple(dict.fromkeys(term for group in self.groups for term in group))

    @property
    def phrase(self) -> SearchTerm | None:
        """All words one after the other, where several single words were typed and no more."""
        single = [group[0] for group in self.groups if len(group) == 1]
        if len(single) < 2 or len(single) != len(self.groups):  # noqa: PLR2004 - several
            return None
        if any(term.prefix for term in single):
            return None
        return SearchTerm(tuple(token for term in single for token in term.tokens))

    def __str__(self) -> str:
        """As it may be typed."""
        wanted = [" OR ".join(map(str, group)) for group in self.groups]
        return " ".join([*wanted, *(f"-{term}" for term in self.excluded)])


def parse_words(typed: str) -> SearchWords:
    """Read what somebody typed.

    Raises:
        UsageError: If it is longer than `LONGEST` characters, has more than `MOST_TERMS` words and
            phrases, or something is typed that holds no word.
    """
    if len(typed) > LONGEST:
        raise UsageError(
            f"A search takes at most {LONGEST:,} characters, and this has {len(typed):,}. "
            "Give fewer words."
        )
    pieces = list(_PIECE.finditer(typed.translate(_QUOTATION_MARKS)))
    # What consists of nothing but AND and OR is about these words.
    words = _read(pieces, _EITHER, _EVERY)
    words = words if words.terms or words.excluded else _read(pieces, (), ())
    if typed.strip() and not words.terms and not words.excluded:
        raise UsageError(
            f"There is no word in {typed.strip()!r} to search for. A word is made of letters or "
            "figures."
        )
    count = len(words.terms) + len(words.excluded)
    if count > MOST_TERMS:
        raise UsageError(
            f"A search takes at most {MOST_TERMS} words, and this has {count}. Put what belongs "
            "together into quotation marks, or give fewer."
        )
    return words


def _read(
    pieces: Iterable[re.Match[str]], either: Collection[str], every: Collection[str]
) -> SearchWords:
    """The words of some pieces.

    Args:
        pieces: What was typed, word by word and phrase by phrase.
        either: Words that join the two beside them, of which one will do.
        every: Words that say no more than a blank.
    """
    groups: list[list[SearchTerm]] = []
    excluded: list[SearchTerm] = []
    joining = False
    for piece in pieces:
        if piece["word"] in either and not piece["minus"]:
            joining = bool(groups)
            continue
        term = _term(piece)
        if not term.tokens or piece["word"] in every:
            continue
        if piece["minus"]:
            excluded.append(term)
        elif joining:
            groups[-1].append(term)
        else:
            groups.append([term])
        joining = False
    unique = dict.fromkeys(tuple(dict.fromkeys(group)) for group in groups)
    return SearchWords(tuple(unique), tuple(dict.fromkeys(excluded)))


def _term(piece: re.Match[str]) -> SearchTerm:
    if piece["phrase"] is not None:
        inner = piece["phrase"].rstrip()
        return SearchTerm(split_words(inner), bool(piece["cut"]) or inner.endswith("*"))
    word = piece["word"]
    return SearchTerm(split_words(word), word.endswith("*"))


@cache
def _splitter() -> sqlite3.Connection:
    """An empty index that cuts words as every other does."""
    connection = sqlite3.connect(":memory:", check_same_thread=False, isolation_level=None)
    connection.execute(f"CREATE VIRTUAL TABLE text USING fts5(words, tokenize='{PLAIN}')")
    connection.execute("CREATE VIRTUAL TABLE token USING fts5vocab(text, instance)")
    return connection


_splitting = Lock()
"""Held while a text stands in the index that cuts words; threads share it."""


def split_words(text: str) -> tuple[str, ...]:
    """The words of a text, folded, in order; the index cuts texts in the same way."""
    storable = text.encode("utf-8", "replace").decode()
    with _splitting:
        connection = _splitter()
        connection.execute("BEGIN")
        try:
            connection.execute("INSERT INTO text(words) VALUES (?)", (storable,))
            rows = connection.execute("SELECT term FROM token ORDER BY offset").fetchall()
        finally:
            connection.execute("ROLLBACK")
    return tuple(token for (token,) in rows)
