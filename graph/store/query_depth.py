"""How deep a query nests, measured before the engine reads it.

The engine reads and answers by functions that call themselves, and a query that nests too deeply
ends the whole process. What each level takes of the stack was measured: a bracket takes most, a
clause less, an operator least. Half of the eight megabytes that a process is given is allowed.
"""

from __future__ import annotations

import re

_ALLOWED = 4_000  # kilobytes of the stack
_BRACKET = 11  # kilobytes, measured as 8,192 / 750 for nested aggregates
_CLAUSE = 3.3  # the same for clauses that follow each other, 8,192 / 2,500 for BIND
_STEP = 1  # the same for groups and operators that follow each other, 8,192 / 8,700 for `||`

_TOKEN = re.compile(
    r"""
    "{3}(?:[^"\\]|\\.|"(?!""))*+(?:"{3}|\Z) | '{3}(?:[^'\\]|\\.|'(?!''))*+(?:'{3}|\Z)
    | "(?:[^"\\\r\n]|\\.)*+" | '(?:[^'\\\r\n]|\\.)*+'         # strings
    | \#[^\r\n]*+                                             # comments
    | <[^<>"{}|^`\\\s()\[\]!]*+>                              # addresses without a bracket
    | (?P<opening>[(\[{]|<<)
    | (?P<closing>[)\]}]|>>)
    | (?P<clause>(?<![\w?$:-])(?:AS|UNION|MINUS|OPTIONAL|LATERAL|FILTER)(?![\w:]))
    | (?P<operator>\|\|?|&&|[!+*/^-])
    | [?$]\w++ | \d[\d.eE]*+ | \w*:[\w:%.-]*+ | \w++            # names and numbers
    """,
    re.VERBOSE | re.DOTALL | re.IGNORECASE,
)
_OPENING = "([{<"
_CHAINED = "|&!+*/^-"
_CLAUSES = re.compile("AS|UNION|MINUS|OPTIONAL|LATERAL|FILTER", re.IGNORECASE)


def nests_too_deeply(sparql: str) -> bool:
    """Whether answering a query or an update could take more of the stack than there is."""
    return _most(sparql) > _ALLOWED and _measured(sparql) > _ALLOWED


def _most(sparql: str) -> float:
    """More than any reading of the text could take; cheap, and enough for nearly all queries."""
    return (
        (_BRACKET + _STEP) * sum(map(sparql.count, _OPENING))
        + _CLAUSE * len(_CLAUSES.findall(sparql))
        + _STEP * sum(map(sparql.count, _CHAINED))
    )


def _measured(sparql: str) -> float:
    """What the query takes, strings and comments left out."""
    depth = deepest = clauses = steps = 0
    for token in _TOKEN.finditer(sparql):
        match token.lastgroup:
            case "opening":
                depth += 1
                deepest = max(deepest, depth)
                steps += token[0] == "{"
            case "closing":
                depth = max(0, depth - 1)
            case "clause":
                clauses += 1
            case "operator":
                steps += 1
            case _:
                continue
    return _BRACKET * deepest + _CLAUSE * clauses + _STEP * steps
