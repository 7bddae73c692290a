"""Tells of a regular expression whether the time it takes can outgrow the text.

It can where a piece of text, repeated, leads back to one state in two ways (then it doubles with
each repeat), or along two loops one after the other as well as around both (then it grows with a
power of the length); see A. Weber and H. Seidl, "On the degree of ambiguity of finite automata",
1991. A search tries each place of the text in turn, which is a loop before the pattern.

A loop that can be left at any time without failing is no danger, since what it ran over is then
matched. Nor is one of bounded repeats, but for what it holds.
"""

from __future__ import annotations

from functools import partial
from importlib import import_module
from itertools import product
from typing import TYPE_CHECKING, NamedTuple, TypeVar

import networkx as nx

from tests.pattern_automata import ASSERTIONS, REPEATS, Automaton, Tree, alphabet_of, op
from tests.pattern_beginnings import characters_before, merge_steps

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

Steps = dict[int, list[tuple[int, int]]]
"""For each state, the sets of characters it takes and the states they lead to."""

State = TypeVar("State")

_SEARCHING = -1


class Growth(NamedTuple):
    """How time grows: ``exponential``, ``power`` or ``search``; and a text that shows it."""

    kind: str
    pump: str


def growth(pattern: str, flags: int = 0, *, searched: bool = True) -> Growth | None:
    """What makes the time of a pattern outgrow the text; None if nothing does.

    Args:
        pattern: The regular expression.
        flags: Flags of `re`.
        searched: False if it is only ever matched at one place.
    """
    parsed = import_module("re._parser").parse(pattern, flags)
    automata = partial(Automaton, alphabet_of(pattern), parsed.state.flags)
    tree = list(parsed)
    pieces = [_Piece([], option) for option in _options(tree)] + _lookaheads(tree)
    found = (_growth(piece, automata, searched=searched) for piece in pieces)
    return next((each for each in found if each), None)


class _Piece(NamedTuple):
    """What is matched as a whole, a pattern or a lookahead, and what stands before it."""

    before: Tree
    own: Tree


def _options(tree: Tree) -> list[Tree]:
    """The alternatives of a pattern that is only these, or begins with what may be absent."""
    if len(tree) == 1 and tree[0][0] is op.BRANCH:
        return [list(option) for option in tree[0][1][1]]
    if len(tree) == 1 and tree[0][0] is op.SUBPATTERN and not any(tree[0][1][1:3]):
        return _options(list(tree[0][1][3]))
    if tree and tree[0][0] is op.MAX_REPEAT and tree[0][1][:2] == (0, 1):
        return [[*tree[0][1][2], *tree[1:]], *_options(tree[1:])]
    return [tree]


def _lookaheads(tree: Tree) -> list[_Piece]:
    """The lookaheads of a pattern."""
    pieces = []
    for index, (kind, value) in enumerate(tree):
        before = tree[:index]
        inner: list[Tree] = []
        if kind in ASSERTIONS and value[0] == 1:
            pieces.append(_Piece(before, list(value[1])))
            inner = [list(value[1])]
        elif kind is op.SUBPATTERN:
            inner = [list(value[3])]
        elif kind is op.BRANCH:
            inner = [list(option) for option in value[1]]
        elif kind in REPEATS:
            inner = [list(value[2])]
            before = tree[: index + 1]
        pieces += [
            _Piece([*before, *piece.before], piece.own)
            for each in inner
            for piece in _lookaheads(each)
        ]
    return pieces


def _growth(piece: _Piece, automata: Callable[..., Automaton], *, searched: bool) -> Growth | None:
    whole = _Graph(piece, automata())
    alphabet = whole.automaton.alphabet
    for loop in whole.loops:
        if path := _two_ways_round(whole, loop):
            return Growth("exponential", _text(alphabet, path))
    endless = _Graph(piece, automata(bounded_loops=False))
    for second in endless.loops:
        if path := _along_both(endless, second):
            return Growth("power", _text(alphabet, path))
    if searched:
        later = _Graph(piece, automata(bounded_loops=False, at_start=False))
        before = characters_before([*piece.before, *piece.own], later.automaton)
        for loop in later.loops:
            if path := _searched(later, loop, before):
                return Growth("search", _text(alphabet, path))
    return None


class _Graph:
    """An automaton without leaps.

    Attributes:
        automaton: The automaton.
        start: Its first state.
        steps: What each state takes.
        loops: The states that lead back to themselves, those of one loop together. What can be
            left without failing is no part of one.
        turns: States of which every way round a loop has one.
    """

    def __init__(self, piece: _Piece, automaton: Automaton) -> None:
        self.automaton = automaton
        self.start, middle = automaton.state(), automaton.state()
        automaton.add(piece.before, self.start, middle, automaton.flags)
        end = automaton.state()
        automaton.add(piece.own, middle, end, automaton.flags)
        size = range(len(automaton.steps))
        self.steps: Steps = {state: merge_steps(automaton, state) for state in size}
        unsure = [
            state for state in range(end, len(size)) if end not in automaton.leapt(state, sure=True)
        ]
        self.loops = _loops(_within(self.steps, unsure))
        self.turns = {state for state in size if automaton.heads & automaton.leapt(state).keys()}


def _loops(steps: Steps) -> list[frozenset[int]]:
    """The states that lead back to themselves, those of one loop together."""
    graph = nx.DiGraph(
        (state, target) for state, step in steps.items() for _, target in step if target in steps
    )
    return [
        frozenset(members)
        for members in nx.strongly_connected_components(graph)
        if len(members) > 1 or graph.has_edge(*(2 * tuple(members)))
    ]


def _within(steps: Steps, states: Iterable[int]) -> Steps:
    kept = set(states)
    return {state: [step for step in steps[state] if step[1] in kept] for state in kept}


def _two_ways_round(graph: _Graph, loop: frozenset[int]) -> list[int] | None:
    """A text that leads around a loop in two ways."""
    inner = _within(graph.steps, loop)

    def follow(pair: tuple[int, int, bool]) -> Iterator[tuple[int, tuple[int, int, bool]]]:
        for (one, left), (other, right) in product(inner[pair[0]], inner[pair[1]]):
            yield one & other, (left, right, pair[2] or left != right)

    paths = (_path((at, at, False), follow, (at, at, True)) for at in loop & graph.turns)
    return next((path for path in paths if path), None)


def _along_both(graph: _Graph, second: frozenset[int]) -> list[int] | None:
    """A text that leads around one loop, from it to a later one, and around that."""
    between = _within(graph.steps, _leading_to(graph.steps, second))
    two = _within(between, second)
    firsts = [loop for loop in graph.loops if loop <= between.keys() and loop is not second]
    paths = (_along(_within(between, first), between, two, graph.turns) for first in firsts)
    return next((path for path in paths if path), None)


def _along(one: Steps, between: Steps, two: Steps, turns: set[int]) -> list[int] | None:
    def follow(at: tuple[int, int, int]) -> Iterator[tuple[int, tuple[int, int, int]]]:
        for (chars, a), (more, b) in product(one[at[0]], between[at[1]]):
            if both := chars & more:
                yield from ((both & last, (a, b, c)) for last, c in two[at[2]])

    paths = (_path((p, p, q), follow, (p, q, q)) for p, q in product(one.keys() & turns, two))
    return next((path for path in paths if path), None)


def _searched(graph: _Graph, loop: frozenset[int], before: int) -> list[int] | None:
    """A text that leads around a loop, and into it from wherever in it a search begins.

    Args:
        graph: The automaton.
        loop: The loop.
        before: The characters that may stand before the pattern.
    """
    way = _within(graph.steps, _leading_to(graph.steps, loop))
    if graph.start not in way:
        return None
    inner = _within(way, loop)
    way[_SEARCHING] = [(graph.automaton.every, _SEARCHING), (before, graph.start)]

    def follow(pair: tuple[int, int]) -> Iterator[tuple[int, tuple[int, int]]]:
        for (one, left), (other, right) in product(way[pair[0]], inner[pair[1]]):
            yield one & other, (left, right)

    paths = (_path((_SEARCHING, at), follow, (at, at)) for at in loop & graph.turns)
    return next((path for path in paths if path), None)


def _leading_to(steps: Steps, targets: frozenset[int]) -> set[int]:
    """The states from which others can be reached, these included."""
    graph = nx.DiGraph((target, state) for state, step in steps.items() for _, target in step)
    return set(targets).union(*(nx.descendants(graph, target) for target in [*targets][:1]))


def _path(
    start: State, follow: Callable[[State], Iterator[tuple[int, State]]], goal: State
) -> list[int] | None:
    """The sets of characters along a shortest way; None if there is none."""
    came: dict[State, tuple[State, int]] = {}
    waiting, seen = [start], {start}
    for state in waiting:
        for chars, target in follow(state):
            if not chars or target in seen:
                continue
            seen.add(target)
            came[target] = state, chars
            if target == goal:
                return _traced(came, start, goal)
            waiting.append(target)
    return None


def _traced(came: dict[State, tuple[State, int]], start: State, goal: State) -> list[int]:
    path, state = [], goal
    while state != start:
        state, chars = came[state]
        path.append(chars)
    return path[::-1]


def _text(alphabet: str, path: list[int]) -> str:
    """A text of such characters, letters where these will do."""
    order = sorted(alphabet, key=lambda char: (not char.isalnum(), not char.isprintable()))
    places = [alphabet.index(char) for char in order]
    return "".join(
        alphabet[next(place for place in places if chars >> place & 1)] for chars in path
    )
