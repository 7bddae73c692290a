"""Sentences put together from `words.toml`."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from random import Random

    from benchmarks.cast import Speaker

_SLOT = re.compile(r"\{(\w+)\}")
_NAMES = ("body", "undertaking")


class Grammar:
    """Alternatives by name, each cut into words and names of further alternatives."""

    def __init__(self, words: dict[str, dict[str, list[str]]]) -> None:
        """Take in the tables of `words.toml`; names in `parts` stand as they are.

        Raises:
            KeyError: If a sentence names alternatives that are not there.
        """
        self._rules: dict[str, list[list[str]]] = {}
        for table, rules in words.items():
            for name, alternatives in rules.items():
                key = name if table == "parts" else f"{table}.{name}"
                self._rules[key] = [_SLOT.split(alternative) for alternative in alternatives]
        known = {*self._rules, *_NAMES}
        for pieces in (pieces for rule in self._rules.values() for pieces in rule):
            if missing := set(pieces[1::2]) - known:
                raise KeyError(*sorted(missing))

    def say(self, name: str, rng: Random, speaker: Speaker) -> str:
        """Put together one of the alternatives called `name`.

        Args:
            name: A table and a key of it, such as ``committee.naming``.
            rng: Where every choice comes from.
            speaker: Who gives the names of bodies and undertakings.
        """
        said = "".join(self._pieces(name, rng, speaker))
        return f"T{said[1:]}" if said.startswith("the ") else said

    def _pieces(self, name: str, rng: Random, speaker: Speaker) -> list[str]:
        pieces = rng.choice(self._rules[name])
        said: list[str] = []
        for at, piece in enumerate(pieces):
            if at % 2 == 0:
                said.append(piece)
            elif piece in _NAMES:
                said.append(speaker.name(piece, rng))
            else:
                said += self._pieces(piece, rng, speaker)
        return said


@cache
def grammar() -> Grammar:
    """The grammar of the made pages."""
    text = Path(__file__).with_name("words.toml").read_text(encoding="utf-8")
    return Grammar(tomllib.loads(text))
