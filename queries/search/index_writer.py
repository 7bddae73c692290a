"""Writes the index of a graph.

Texts are not kept in it: two tables of FTS5 hold where words stand, one by their stems, the other
the words themselves, for beginnings of words and for suggestions. Which passages have a value of a
facet is a row of bits, so that tens of thousands of hits are counted at once.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from queries.search.index_content import IndexContent
from queries.search.passage_bits import as_bytes, as_pairs, from_numbers
from queries.search.search_words import PLAIN, STEMMED

if TYPE_CHECKING:
    import sqlite3

    from graph.store.readable_store import ReadableStore

_TABLES = f"""
CREATE TABLE passage (number INTEGER PRIMARY KEY, thing TEXT NOT NULL, form TEXT NOT NULL);
CREATE TABLE passage_text (passage INTEGER, holder TEXT, text TEXT,
  PRIMARY KEY (passage, holder, text)) WITHOUT ROWID;
CREATE TABLE passage_finding (passage INTEGER, finding TEXT,
  PRIMARY KEY (passage, finding)) WITHOUT ROWID;
CREATE TABLE finding_pairs (pairs BLOB NOT NULL);
CREATE TABLE facet_value (facet TEXT, value TEXT, label TEXT NOT NULL, passages BLOB NOT NULL,
  PRIMARY KEY (facet, value)) WITHOUT ROWID;
CREATE TABLE thing_name (number INTEGER PRIMARY KEY, thing TEXT NOT NULL, kind TEXT NOT NULL,
  name TEXT NOT NULL, label TEXT NOT NULL, findings INTEGER NOT NULL);
CREATE VIRTUAL TABLE passage_words USING fts5(words, cleaned, content='', tokenize='{STEMMED}');
CREATE VIRTUAL TABLE plain_words USING fts5(words, content='', detail=none, columnsize=0,
  tokenize='{PLAIN}');
CREATE VIRTUAL TABLE name_words USING fts5(name, content='', tokenize='{STEMMED}');
CREATE VIRTUAL TABLE vocabulary USING fts5vocab(plain_words, row);
"""


def write_index(store: ReadableStore, connection: sqlite3.Connection) -> None:
    """Write the index of a graph into an empty database.

    Args:
        store: The graph.
        connection: The database.

    Raises:
        sqlite3.Error: If it cannot be written, or this SQLite knows no FTS5.
    """
    content = IndexContent(store)
    connection.executescript(_TABLES)
    with connection:
        _write_passages(connection, content)
        connection.executemany(
            "INSERT INTO facet_value VALUES (?, ?, ?, ?)",
            (
                (value.facet, value.value, value.label, as_bytes(from_numbers(value.passages)))
                for value in content.facet_values()
            ),
        )
        _write_names(connection, content)


def _write_passages(connection: sqlite3.Connection, content: IndexContent) -> None:
    passages = list(enumerate(content.passages, start=1))
    connection.executemany(
        "INSERT INTO passage VALUES (?, ?, ?)",
        ((number, passage.thing, passage.form) for number, passage in passages),
    )
    connection.executemany(
        "INSERT INTO passage_text VALUES (?, ?, ?)",
        ((number, *pair) for number, passage in passages for pair in sorted(passage.texts)),
    )
    connection.executemany(
        "INSERT INTO passage_finding VALUES (?, ?)",
        ((number, finding) for number, passage in passages for finding in sorted(passage.findings)),
    )
    findings = sorted({finding for _, passage in passages for finding in passage.findings})
    numbers = {finding: number for number, finding in enumerate(findings)}
    pairs = [
        (number, numbers[finding]) for number, passage in passages for finding in passage.findings
    ]
    connection.execute("INSERT INTO finding_pairs VALUES (?)", (as_pairs(pairs),))
    for number, (words, cleaned) in enumerate(content.words(), start=1):
        connection.execute(
            "INSERT INTO passage_words(rowid, words, cleaned) VALUES (?, ?, ?)",
            (number, words, cleaned),
        )
        connection.execute(
            "INSERT INTO plain_words(rowid, words) VALUES (?, ?)", (number, f"{words}\n{cleaned}")
        )


def _write_names(connection: sqlite3.Connection, content: IndexContent) -> None:
    for number, name in enumerate(content.names(), start=1):
        connection.execute(
            "INSERT INTO thing_name VALUES (?, ?, ?, ?, ?, ?)",
            (number, name.thing, name.kind, name.name, name.label, name.findings),
        )
        connection.execute("INSERT INTO name_words(rowid, name) VALUES (?, ?)", (number, name.name))
