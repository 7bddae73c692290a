"""Questions: SPARQL files that say in their head, in plain English, what they ask.

    # title: Which initiatives are named in most findings?
    # description: Counts distinct findings …
    # keywords: initiatives, counts

A question is found by listing the folder `book`; its name is its file's.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from graph.errors import UnknownNameError

if TYPE_CHECKING:
    from collections.abc import Iterator

HERE = Path(__file__).parent
_HEAD = re.compile(r"#\s*([a-z]+):\s*(.*)")
_MORE = re.compile(r"#\s+(\S.*)")


@dataclass(frozen=True, slots=True)
class Question:
    """A SPARQL query and its head.

    Attributes:
        name: Name of its file, without the ending.
        title: The question, in plain English.
        description: How it is answered, and what its figures count.
        keywords: Words to find it by.
        sparql: The whole file.
    """

    name: str
    title: str
    description: str
    keywords: tuple[str, ...]
    sparql: str


def read_question(path: Path) -> Question:
    """Read a `.rq` file.

    Raises:
        ValueError: If its head lacks a title; a fault of ours.
    """
    sparql = path.read_text(encoding="utf-8")
    head = dict(_head(sparql))
    if "title" not in head:
        raise ValueError(f"{path} has no '# title:' line")
    words = tuple(word.strip() for word in head.get("keywords", "").split(",") if word.strip())
    return Question(path.stem, head["title"], head.get("description", ""), words, sparql)


def _head(sparql: str) -> Iterator[tuple[str, str]]:
    """The fields of a head; a comment line that begins no field goes on with the last one."""
    name, value = "", ""
    for line in sparql.splitlines():
        if field := _HEAD.match(line):
            if name:
                yield name, value
            name, value = field.groups()
        elif more := _MORE.match(line):
            value = f"{value} {more.group(1)}".strip()
        else:
            break
    if name:
        yield name, value


def questions(folder: str = "book") -> list[Question]:
    """Every question of a folder beside this file, in order of name."""
    return [read_question(path) for path in sorted((HERE / folder).glob("*.rq"))]


def question(name: str) -> Question:
    """The question of the given name in the book.

    Raises:
        UnknownNameError: If there is none; the message lists those there are.
    """
    book = {found.name: found for found in questions()}
    if name not in book:
        raise UnknownNameError(
            f"There is no question named {name!r}, and no file of that name. "
            f"The book has: {', '.join(book)}."
        )
    return book[name]
