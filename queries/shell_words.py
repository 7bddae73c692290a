"""Words of a command line, as people paste them into a shell of any system."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_PLAIN = re.compile(r"[\w@%+=:,./-]+", re.ASCII)
_PLAIN_ON_WINDOWS = re.compile(r"[\w@+=:,./\\-]+", re.ASCII)
_OBEYED_IN_DOUBLE_QUOTES = frozenset('"$`\\!')
"""Characters that a shell of Unix obeys between double quotes."""


def quote_word(word: str, system: str = os.name) -> str:
    """A word as it stands in a command line.

    The command prompt of Windows knows double quotation marks alone, so they are taken wherever
    they serve.

    Args:
        word: The word, such as the name of a programme.
        system: ``nt`` for Windows; that of this computer where not given.
    """
    on_windows = system == "nt"
    if (_PLAIN_ON_WINDOWS if on_windows else _PLAIN).fullmatch(word):
        return word
    if _OBEYED_IN_DOUBLE_QUOTES.isdisjoint(word):
        return f'"{word}"'
    return _quoted_for_windows(word) if on_windows else shlex.quote(word)


def join_words(words: Iterable[str]) -> str:
    """A command line of words, each quoted where it needs to be."""
    return " ".join(map(quote_word, words))


def _quoted_for_windows(word: str) -> str:
    quoted = subprocess.list2cmdline([word])
    return quoted if quoted.startswith('"') else f'"{quoted}"'
