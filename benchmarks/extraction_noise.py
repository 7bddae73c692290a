"""The extraction noise that made pages get, at about the rates at which real pages have it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from random import Random

_FOOTNOTED_TEXTS, _MARK = 0.6, 0.6
_BLOCK = 0.07
_RUNNING_HEAD, _AT_END = 0.22, 0.5
_HYPHEN = 0.12
_CUT = 0.3
_HYPHENATED = re.compile(r"(?<=[a-z])-(?=[a-z])")
_HYPHEN_FORMS = ("- ", "- ", "–", "\u2011")
_SHORTEST_CUT = 0.6


def print_with_noise(sentences: Sequence[str], head: str, rng: Random) -> str:
    """Put a committee's sentences together as a tracker's page shows them.

    Args:
        sentences: The sentences, whole.
        head: The title that runs along the report's pages.
        rng: Where every choice comes from.
    """
    pieces = _with_marks(sentences, rng) if rng.random() < _FOOTNOTED_TEXTS else list(sentences)
    if rng.random() < _BLOCK:
        pieces.insert(rng.randint(1, len(pieces)), _footnotes(rng))
    if rng.random() < _RUNNING_HEAD:
        at = len(pieces) if rng.random() < _AT_END else rng.randint(1, len(pieces))
        page = rng.randint(6, 40)
        pieces.insert(at, rng.choice((f"{page} {head}", f"{head} {page}", head)))
    return break_hyphen(" ".join(pieces), rng)


def break_hyphen(text: str, rng: Random) -> str:
    """At times, make one hyphen of the text what a line break or an odd font makes of it."""
    places = [match.start() for match in _HYPHENATED.finditer(text)]
    if not places or rng.random() >= _HYPHEN:
        return text
    at = rng.choice(places)
    return f"{text[:at]}{rng.choice(_HYPHEN_FORMS)}{text[at + 1 :]}"


def cut(text: str, longest: int, rng: Random) -> str:
    """Cut a text that is too long, and at times another one, wherever that falls."""
    if len(text) > longest:
        text = text[:longest]
    elif rng.random() < _CUT:
        text = text[: rng.randint(int(len(text) * _SHORTEST_CUT), len(text))]
    return text.strip()


def _with_marks(sentences: Sequence[str], rng: Random) -> list[str]:
    """Glue footnote numbers to the ends of sentences."""
    mark, marked = rng.randint(1, 90), []
    for sentence in sentences:
        if rng.random() < _MARK:
            mark += 1
            marked.append(f"{sentence}{mark}")
        else:
            marked.append(sentence)
    return marked


def _footnotes(rng: Random) -> str:
    """A block of footnotes from the foot of a page."""
    mark = rng.randint(3, 90)
    notes = (
        f"{mark} C&AG’s Report, para {rng.randint(1, 4)}.{rng.randint(1, 30)}",
        f"{mark + 1} Qq {rng.randint(1, 60)}–{rng.randint(61, 90)}",
        f"{mark + 2} {''.join(rng.choices('ABCDEFGHIJKLMNOPRSTUVW', k=3))}{rng.randint(1, 60):04}",
    )
    return " ".join(notes[: rng.randint(1, 3)])
