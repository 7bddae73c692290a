"""Which queries are about the service and the data set as such, and not about what the graph says.

Editors ask for partitions (VoID), prefixes and examples (SHACL) in SPARQL. These stand in the
description of the service alone, so a query that uses terms of these vocabularies is answered from
there. Whether it does is found out from the engine: a declaration that can be left out is not used.
"""

from __future__ import annotations

import re

from rdflib import SH, VOID

from graph.store.query_syntax import QueryText

SERVICE_TERMS = "http://www.w3.org/ns/sparql-service-description#"
DATATYPE_TERMS = "http://ldf.fi/void-ext#"
"""An extension of VoID that says which datatypes values have."""

_SPACES = (str(VOID), str(SH), SERVICE_TERMS, DATATYPE_TERMS)
_DECLARATION = re.compile(
    rf"PREFIX\s+[^\s:<>]{{0,60}}:\s*<(?:{'|'.join(map(re.escape, _SPACES))})>", re.IGNORECASE
)


def asks_of_description(sparql: str, base: str) -> bool:
    """Whether a query uses terms that stand in the description of the service alone.

    Args:
        sparql: The query.
        base: The address that relative ones are relative to.
    """
    if not any(space in sparql for space in _SPACES):
        return False
    rest = _DECLARATION.sub(" ", sparql)
    if any(f"<{space}" in rest for space in _SPACES):
        return True
    return (
        QueryText(sparql, base=base).is_readable() and not QueryText(rest, base=base).is_readable()
    )
