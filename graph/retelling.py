"""Words that are retold: documents written anew by us on the facts of an original.

The words of such a document carry a language tag of their own wherever the graph holds them, so
that no copy, export or answer can lose it; whatever shows words to people shows a mark instead.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pyoxigraph as ox

LANGUAGE = "en-x-retold"
"""Language tag of retold words: English, with a private subtag as BCP 47 allows."""

MARK = "[retold]"
"""What stands before retold words where people read them."""

SAYING = "Retold, not the original words"
"""How a document says in its first lines that it is a retelling."""

RETELLER = "The joinedup authors"
"""Publisher of retellings."""

_HEAD = 1_000
_SAID = re.compile(SAYING, re.IGNORECASE)


def says_retold(text: str) -> bool:
    """Whether a document says in its first lines that it is retold."""
    return _SAID.search(text[:_HEAD]) is not None


def marked_words(literal: ox.Literal) -> str:
    """The text of a literal as people read it: retold words behind their mark."""
    return f"{MARK} {literal.value}" if literal.language == LANGUAGE else literal.value
