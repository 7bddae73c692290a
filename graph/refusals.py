"""What a query may not do: leave the store it is asked of.

Oxigraph itself would follow `SERVICE` to the network, and no query here may do so unasked.
"""

from __future__ import annotations

import re

from graph.errors import QueryError

_NOT_KEYWORDS = re.compile(
    r"""
    "{3}(?:[^"\\]|\\.|"(?!""))*"{3} | '{3}(?:[^'\\]|\\.|'(?!''))*'{3}   # long strings
    | "(?:[^"\\\n]|\\.)*" | '(?:[^'\\\n]|\\.)*'                         # strings
    | <[^<>"{}|^`\\\s]*>                                                # IRIs
    | \#[^\n]*                                                          # comments
    | [?$]\w+ | @[A-Za-z-]+                                             # variables, languages
    | [\w-]*:[\w.%\\-]*                                                 # prefixed names
    """,
    re.VERBOSE | re.DOTALL,
)
_OUTSIDE = re.compile("SERVICE", re.IGNORECASE)


def refuse_outside_access(sparql: str) -> None:
    """Refuse a query that would send anything to another server.

    Raises:
        QueryError: If the query holds a SERVICE clause.
    """
    if _OUTSIDE.search(_NOT_KEYWORDS.sub(" ", sparql)):
        raise QueryError("SERVICE would send this query to another server, and is refused.")
