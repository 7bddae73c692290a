"""What a query may not do: leave the store it is asked of, or change it.

Oxigraph itself would follow `SERVICE` to the network, and no query here may do so unasked. A graph
that `FROM` names and the store does not hold would silently be empty, so that is refused as well.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from graph.errors import QueryError

if TYPE_CHECKING:
    from collections.abc import Callable

_STRINGS = r"""
    "{3}(?:[^"\\]|\\.|"(?!""))*"{3} | '{3}(?:[^'\\]|\\.|'(?!''))*'{3}   # long strings
    | "(?:[^"\\\n]|\\.)*" | '(?:[^'\\\n]|\\.)*'                         # strings
"""
_IRIS = r"""<[^<>"{}|^`\\\s]*>"""
_OTHERS = r"""
    | \#[^\n]*                                                          # comments
    | [?$]\w+ | @[A-Za-z-]+                                             # variables, languages
"""
_PREFIXED = r"[\w-]*:[\w.%\\-]*"
_NOT_KEYWORDS = re.compile(f"{_STRINGS} | {_IRIS} {_OTHERS} | {_PREFIXED}", re.VERBOSE | re.DOTALL)
_NOT_GRAPHS = re.compile(f"(?P<keep>{_IRIS}) | {_STRINGS} {_OTHERS}", re.VERBOSE | re.DOTALL)
_OUTSIDE = re.compile("SERVICE", re.IGNORECASE)
_UPDATE = re.compile(r"\b(?:INSERT|DELETE|LOAD|CLEAR|DROP|CREATE|ADD|MOVE|COPY)\b", re.IGNORECASE)
_FROM = re.compile(r"\bFROM\s+(?:NAMED\s+)?(?:<([^>]*)>|([\w-]*):([\w.-]*))", re.IGNORECASE)
_PREFIX = re.compile(r"\bPREFIX\s+([\w-]*):\s*<([^>]*)>", re.IGNORECASE)


def refuse_outside_access(sparql: str) -> None:
    """Refuse a query that would send anything to another server.

    Raises:
        QueryError: If the query holds a SERVICE clause.
    """
    if _OUTSIDE.search(_NOT_KEYWORDS.sub(" ", sparql)):
        raise QueryError("SERVICE would send this query to another server, so it is refused.")


def refuse_unknown_graphs(sparql: str, has_graph: Callable[[str], bool]) -> None:
    """Refuse a query over a graph that the store does not hold, such as a file or a web page.

    Args:
        sparql: The query.
        has_graph: Tells whether the store holds a graph of that name.

    Raises:
        QueryError: If a FROM clause names one that it does not.
    """
    text = _NOT_GRAPHS.sub(lambda match: match["keep"] or " ", sparql)
    prefixes = dict(_PREFIX.findall(text))
    for address, prefix, name in _FROM.findall(text):
        graph = address or f"{prefixes.get(prefix, prefix)}{name}"
        if not has_graph(graph):
            raise QueryError(f"FROM names {graph!r}, which is not a graph of this store.")


def why_unreadable(sparql: str, error: SyntaxError) -> str:
    """Say why a query cannot be read; an update is a case of its own."""
    if _UPDATE.search(_NOT_KEYWORDS.sub(" ", sparql)):
        return (
            "The query cannot be read: a query cannot change the graph. To change it, change the "
            f"sources or the corrections and build again. ({error})"
        )
    return f"The query cannot be read: {error}"
