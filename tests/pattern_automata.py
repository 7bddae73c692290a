"""Regular expressions as automata, over an alphabet of ASCII and whatever else a pattern names.

A set of characters is an integer, a bit for each character of the alphabet. Simplified, so that an
automaton never takes less than its pattern: groups that are referred back to match anything of
theirs; assertions that are no single character, and lookbehinds within, hold everywhere.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache
from importlib import import_module
from typing import Any

op: Any = import_module("re._constants")
"""Names of the items that the parser of `re` gives; it has no types."""

Item = tuple[Any, Any]
Tree = list[Item]

SINGLE = frozenset({op.LITERAL, op.NOT_LITERAL, op.IN, op.ANY})
"""Items that match one character."""
REPEATS = frozenset({op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT})
ASSERTIONS = frozenset({op.ASSERT, op.ASSERT_NOT})
STARTS = frozenset({op.AT_BEGINNING, op.AT_BEGINNING_STRING})

_MORE = "éß“”’–—•·\xa0\u00ad\u2009\x1e«£½"
_SAME_LETTERS = re.IGNORECASE | re.DOTALL | re.ASCII
_CATEGORIES = {
    op.CATEGORY_DIGIT: r"\d",
    op.CATEGORY_NOT_DIGIT: r"\D",
    op.CATEGORY_SPACE: r"\s",
    op.CATEGORY_NOT_SPACE: r"\S",
    op.CATEGORY_WORD: r"\w",
    op.CATEGORY_NOT_WORD: r"\W",
}
_A_FEW, _WRITTEN_OUT, _CHARACTERS_WRITTEN_OUT = 2, 8, 24
"""Repeats up to which a bounded loop is written out: of a group, and of one character."""


def alphabet_of(pattern: str) -> str:
    """The characters among which a pattern is told apart."""
    letters = dict.fromkeys(map(chr, range(128)))
    letters |= dict.fromkeys(char for char in pattern if not char.isascii())
    return "".join(letters | dict.fromkeys(_MORE))


@dataclass
class Automaton:
    """States and edges.

    Attributes:
        alphabet: Its characters.
        flags: Flags of the pattern.
        bounded_loops: True to take a loop of many repeats for one without end; False for a few.
        at_start: Whether the text may begin where the pattern does.
        steps: For each state, sets of characters and the states they lead to.
        leaps: For each state, states it leads to without a character, each with the characters
            that may come next, and whether an assertion must hold.
        heads: States that every way round a loop touches, or leaps from a state next to.
    """

    alphabet: str
    flags: int
    bounded_loops: bool = True
    at_start: bool = True
    steps: list[list[tuple[int, int]]] = field(default_factory=list)
    leaps: list[list[tuple[int, int, bool]]] = field(default_factory=list)
    heads: set[int] = field(default_factory=set)

    @property
    def every(self) -> int:
        """The set of all characters."""
        return (1 << len(self.alphabet)) - 1

    def state(self) -> int:
        """Add a state."""
        self.steps.append([])
        self.leaps.append([])
        return len(self.steps) - 1

    def add(self, tree: Tree, start: int, end: int, flags: int) -> None:
        """Add a sequence of items between two states."""
        for number, (kind, value) in enumerate(tree):
            after = end if number == len(tree) - 1 else self.state()
            self._add_item(kind, value, start, after, flags)
            start = after
        if not tree:
            self._leap(start, end)

    def _leap(self, start: int, end: int) -> None:
        self.leaps[start].append((end, self.every, False))

    def _add_item(self, kind: Any, value: Any, start: int, end: int, flags: int) -> None:  # noqa: ANN401 - what the parser gives
        if kind in SINGLE:
            self.steps[start].append((self.characters((kind, value), flags), end))
        elif kind is op.SUBPATTERN:
            _, added, removed, inner = value
            self.add(list(inner), start, end, (flags | added) & ~removed)
        elif kind is op.ATOMIC_GROUP:
            self.add(list(value), start, end, flags)
        elif kind is op.BRANCH:
            for option in value[1]:
                self.add(list(option), start, end, flags)
        elif kind in REPEATS:
            self._add_loop(kind, value, start, end, flags)
        else:
            self.leaps[start].append((end, self._next_allowed(kind, value, flags), True))

    def _add_loop(self, kind: Any, value: Any, start: int, end: int, flags: int) -> None:  # noqa: ANN401 - what the parser gives
        least, most, inner = value
        tree = list(inner)
        single = len(tree) == 1 and tree[0][0] in SINGLE
        short = _CHARACTERS_WRITTEN_OUT if single else _WRITTEN_OUT
        if most is not op.MAXREPEAT and (most <= short or not self.bounded_loops):
            for number in range(most if most <= short else max(least, _A_FEW)):
                if number >= least:
                    self._leap(start, end)
                after = self.state()
                self.add(tree, start, after, flags)
                start = after
            self._leap(start, end)
            return
        for _ in range(min(least, _WRITTEN_OUT)):
            after = self.state()
            self.add(tree, start, after, flags)
            start = after
        head = self.state()
        self._leap(start, head)
        self.add(tree, head, head, flags)
        self.heads.add(head)
        gives_none_back = kind is op.POSSESSIVE_REPEAT and single
        taken = self.characters(tree[0], flags) if gives_none_back else 0
        self.leaps[head].append((end, self.every & ~taken, False))

    def _next_allowed(self, kind: Any, value: Any, flags: int) -> int:  # noqa: ANN401 - what the parser gives
        """The characters that may come next where an assertion is to hold."""
        if kind in ASSERTIONS and value[0] == 1:
            inner = list(value[1])
            if len(inner) == 1 and inner[0][0] in SINGLE:
                chars = self.characters(inner[0], flags)
                return chars if kind is op.ASSERT else self.every & ~chars
        if kind is op.AT and value in STARTS and not self.at_start:
            return 0 if value is op.AT_BEGINNING_STRING or not flags & re.MULTILINE else self.every
        return self.every

    def characters(self, item: Item, flags: int) -> int:
        """The characters that an item of a single one matches."""
        return _characters(self.alphabet, _source(item), flags & _SAME_LETTERS)

    def leapt(self, state: int, *, sure: bool = False) -> dict[int, int]:
        """The states that a state leads to without a character, with the characters allowed next.

        Args:
            state: The state, which is among them.
            sure: True to leave out what an assertion must hold for.
        """
        reached = {state: self.every}
        waiting = [state]
        for current in waiting:
            for target, allowed, asserted in self.leaps[current]:
                chars = reached[current] & allowed
                if sure and asserted:
                    continue
                if chars & ~reached.get(target, 0):
                    reached[target] = reached.get(target, 0) | chars
                    waiting.append(target)
        return reached


def _source(item: Item) -> str:
    """The pattern that the parser made an item of a single character from."""
    kind, value = item
    if kind is op.ANY:
        return "."
    if kind is op.LITERAL:
        return re.escape(chr(value))
    if kind is op.NOT_LITERAL:
        return f"[^{re.escape(chr(value))}]"
    return f"[{''.join(map(_member, value))}]"


def _member(member: Item) -> str:
    kind, value = member
    if kind is op.NEGATE:
        return "^"
    if kind is op.RANGE:
        return "-".join(re.escape(chr(end)) for end in value)
    return _CATEGORIES[value] if kind is op.CATEGORY else re.escape(chr(value))


@cache
def _characters(alphabet: str, source: str, flags: int) -> int:
    pattern = re.compile(source, flags)
    return sum(1 << at for at, char in enumerate(alphabet) if pattern.fullmatch(char))
