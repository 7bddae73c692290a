"""The recogniser's word lists, read from the `words` folder beside this file into types."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TypeVar

import msgspec

from loaders.text.typed_values import read_toml

_WORDS = Path(__file__).parent / "words"

T = TypeVar("T")


class WordTable(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, dict=True):
    """A table of a word list; its fields are the keys it may have."""


class _Extension(WordTable, frozen=True):
    words: tuple[str, ...]


class MatchingWords(WordTable, frozen=True):
    """What the matcher knows about names beyond the registers; see ``matching.toml``."""

    needs_context: tuple[str, ...]
    never: tuple[str, ...]
    words: frozenset[str]
    not_before: dict[str, frozenset[str]]
    extension: _Extension
    region: dict[str, tuple[str, ...]]


def word_list(name: str, table: type[T]) -> T:
    """The word list `name`, such as ``roles``.

    Raises:
        ValueError: If a key is missing, unknown or of another type; the message names the file.
    """
    return read_toml(_WORDS / f"{name}.toml", table)


@cache
def matching_words() -> MatchingWords:
    """The word list ``matching``."""
    return word_list("matching", MatchingWords)
