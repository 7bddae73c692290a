"""The characters that may stand before a match of a pattern, and those that it may begin with."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tests.pattern_automata import ASSERTIONS, SINGLE, Automaton, Tree, op

if TYPE_CHECKING:
    from collections.abc import Iterable


def characters_before(tree: Tree, automaton: Automaton) -> int:
    """The characters that may stand before a match, as its beginning says.

    Of a lookbehind the last character counts.
    """
    allowed = automaton.every
    for kind, value in tree:
        if kind in ASSERTIONS and value[0] == -1:
            allowed &= _behind(kind, list(value[1]), automaton)
        elif kind is op.AT and value in (op.AT_BEGINNING, op.AT_BEGINNING_STRING):
            lines = automaton.flags & re.MULTILINE and value is op.AT_BEGINNING
            allowed &= automaton.characters((op.LITERAL, 10), 0) if lines else 0
        elif kind is op.AT and value is op.AT_BOUNDARY:
            word = automaton.characters((op.IN, [(op.CATEGORY, op.CATEGORY_WORD)]), 0)
            first = _first(tree, automaton)
            allowed &= ~word if first and not first & ~word else automaton.every
            allowed &= word if first and not first & word else automaton.every
        elif kind not in ASSERTIONS:
            break
    return allowed


def _behind(kind: object, inner: Tree, automaton: Automaton) -> int:
    options = (
        [list(option) for option in inner[0][1][1]]
        if inner and inner[0][0] is op.BRANCH
        else [inner]
    )
    options = [option for option in options if option]
    if not options or any(option[-1][0] not in SINGLE for option in options):
        return automaton.every
    if kind is op.ASSERT:
        chars = [automaton.characters(option[-1], automaton.flags) for option in options]
        return union_of(chars)
    alone = [option[0] for option in options if len(option) == 1]
    return automaton.every & ~union_of(
        automaton.characters(item, automaton.flags) for item in alone
    )


def _first(tree: Tree, automaton: Automaton) -> int:
    """The characters a match may begin with; none if it may be empty."""
    probe = Automaton(automaton.alphabet, automaton.flags)
    start, end = probe.state(), probe.state()
    probe.add([item for item in tree if item[0] is not op.AT], start, end, automaton.flags)
    if end in probe.leapt(start):
        return 0
    return union_of(chars for chars, _ in merge_steps(probe, start))


def union_of(sets: Iterable[int]) -> int:
    union = 0
    for chars in sets:
        union |= chars
    return union


def merge_steps(automaton: Automaton, state: int) -> list[tuple[int, int]]:
    """What a state takes, leaps before it included."""
    merged: dict[int, int] = {}
    for reached, allowed in automaton.leapt(state).items():
        for chars, target in automaton.steps[reached]:
            if chars & allowed:
                merged[target] = merged.get(target, 0) | chars & allowed
    return [(chars, target) for target, chars in merged.items()]
