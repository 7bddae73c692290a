"""Binds variables of a query to terms, for engines that know no other way than its text.

Oxigraph replaces variables by terms before it runs a query. The SPARQL Protocol has nothing of the
kind, so `VALUES` blocks are written, of terms in the engine's own notation. One block at the top
would not do: a group inside is worked out on its own, as `OPTIONAL`, `UNION` and `MINUS` are. So a
block stands at the head of every group in which the variable is written, as far as it is the same
variable: in a sub-query that does not give it on, a variable of the same name is another.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pyoxigraph as ox

from graph.errors import QueryError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from graph.store.readable_store import Term

_TOKEN = re.compile(
    r"""
    (?P<skip> \#[^\r\n]* | <[^<>"{}|^`\\\x00-\x20]*>
      | \"{3}(?:[^"\\]|\\.|"(?!""))*\"{3} | '{3}(?:[^'\\]|\\.|'(?!''))*'{3}
      | "(?:[^"\\\r\n]|\\.)*" | '(?:[^'\\\r\n]|\\.)*'
      | @[A-Za-z][A-Za-z0-9-]* | [\w.-]*:[\w.:%-]* )
    | [?$](?P<variable>\w+)
    | (?P<word>[A-Za-z]\w*)
    | (?P<sign>[{}()*])
    """,
    re.VERBOSE | re.DOTALL,
)
_BEFORE_U = re.compile(r"(?<!\\)((?:\\\\)+)([uU])")


@dataclass(slots=True)
class _Group:
    """What stands between a pair of braces, or the whole query around the first of them.

    Attributes:
        start: Offset behind the opening brace.
        is_pattern: Whether a block may stand there, as in the pattern of a query.
        outer: The group around it; None for the whole query.
        projected: The variables that it gives on if it is a sub-query; None for all.
        variables: The variables that are written in it, and not in a group inside.
        assigned: Those of them that it gives a value itself, with BIND; what that is must then
            agree with the block of the group around it.
    """

    start: int
    is_pattern: bool
    outer: _Group | None = None
    projected: set[str] | None = None
    variables: set[str] = field(default_factory=set)
    assigned: set[str] = field(default_factory=set)

    def sees(self, variable: str) -> bool:
        """Whether a variable means here what it means in the whole query."""
        if self.outer is None:
            return True
        return self.outer.sees(variable) and (self.projected is None or variable in self.projected)


def bind_values(sparql: str, values: Mapping[str, Term]) -> str:
    """A query in which variables have the values given.

    Args:
        sparql: The query, one that the engine reads.
        values: Terms by the name of their variable.

    Raises:
        QueryError: If a value is a blank node, which has no name that another engine knows, or the
            query has no pattern that could hold a value, or gives the variable one itself.
    """
    if not values:
        return sparql
    blocks = {name: f" VALUES ?{name} {{ {_written(term)} }}" for name, term in values.items()}
    patterns = [group for group in _groups(sparql) if group.is_pattern]
    if not patterns:
        raise QueryError("The query has no pattern in braces in which values could stand.")
    if assigned := sorted(patterns[0].assigned & blocks.keys()):
        raise QueryError(f"The query gives ?{assigned[0]} a value itself, so it can take no other.")
    pieces, end = [], 0
    for group in patterns:
        names = group.variables - group.assigned if group is not patterns[0] else blocks.keys()
        pieces.append(sparql[end : group.start])
        pieces += [block for name, block in blocks.items() if name in names and group.sees(name)]
        end = group.start
    return "".join([*pieces, sparql[end:]])


def as_sparql(term: Term) -> str:
    r"""Write a term as SPARQL.

    SPARQL lets an engine read ``\u`` escapes before anything else, and rdflib does so even behind
    an escaped backslash. So no ``u`` is left to stand behind one.
    """
    return _BEFORE_U.sub(lambda escape: f"{escape[1]}\\U{ord(escape[2]):08X}", str(term))


def _written(term: Term) -> str:
    if isinstance(term, ox.BlankNode):
        raise QueryError("A blank node has no name by which another store could be asked for it.")
    return as_sparql(term)


def _groups(sparql: str) -> Iterator[_Group]:
    """The groups of a query, in the order in which they begin."""
    reader = _GroupReader()
    for token in _TOKEN.finditer(sparql):
        reader.read(token)
    yield from reader.groups


class _GroupReader:
    """Takes the tokens of a query one by one, and notes where groups begin and what is in them."""

    def __init__(self) -> None:
        self.groups: list[_Group] = []
        self._current: _Group = _Group(0, is_pattern=False)
        self._word = ""
        self._projection: set[str] | None = None
        self._depth = 0

    def read(self, token: re.Match[str]) -> None:
        """Take the next token."""
        if word := token["word"]:
            self._read_word(word.upper())
        elif variable := token["variable"]:
            self._read_variable(variable)
        elif token["sign"]:
            self._read_sign(token["sign"], token.end())

    def _read_word(self, word: str) -> None:
        if word == "SELECT":
            self._projection = set()
            self._current.is_pattern = False  # what stands in these braces is a sub-query
        self._word = word

    def _read_variable(self, variable: str) -> None:
        self._current.variables.add(variable)
        is_assigned = self._word == "AS"
        if is_assigned:
            self._word = ""
        if self._projection is None:
            if is_assigned:
                self._current.assigned.add(variable)
        elif self._depth == 0 or is_assigned:
            self._projection.add(variable)

    def _read_sign(self, sign: str, end: int) -> None:
        if sign == "{":
            self._open(end)
        elif sign == "}":
            self._current = self._current.outer or self._current
            self._word = ""
        elif self._projection is not None:
            if sign == "*" and self._depth == 0:
                self._projection = None
            self._depth += {"(": 1, ")": -1}.get(sign, 0)

    def _open(self, end: int) -> None:
        is_data = self._word in {"VALUES", "CONSTRUCT"}
        group = _Group(end, is_pattern=not is_data, outer=self._current)
        if self._projection is not None and self._current.outer is not None:
            group.projected = self._projection
        if self._word == "EXISTS":  # it is worked out with the values of the group around it
            group.is_pattern = False
            group.variables = self._current.variables
        self._projection, self._depth, self._word = None, 0, ""
        self._current = group
        self.groups.append(group)
