"""Terms in N-Triples syntax: the one form in which statements are written and loaded.

Text is a third of the cost of engine objects at a hundred statements a record, and every engine
reads it. Whatever comes from a source passes through `literal` or `web_address`, so nothing in it
can end a term early.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from graph.address_rule import encoded_address

if TYPE_CHECKING:
    from collections.abc import Iterable

    from graph.partial_date import PartialDate

_XSD = "http://www.w3.org/2001/XMLSchema#"
_ESCAPES = (("\\", "\\\\"), ('"', '\\"'), ("\n", "\\n"), ("\r", "\\r"))
_SURROGATE = re.compile("[\ud800-\udfff]")

Statement = tuple[str, str, str]
"""Subject, predicate and object, each in N-Triples syntax."""


@lru_cache(maxsize=4096)
def iri(address: str) -> str:
    """Write an IRI that we minted or that a vocabulary defines."""
    return f"<{address}>"


def literal(text: str) -> str:
    """Write a plain string, every character kept.

    RDF strings cannot hold a lone surrogate; it becomes U+FFFD, which only a broken file can cause.
    """
    if not text.isascii() and _SURROGATE.search(text):
        text = _SURROGATE.sub("�", text)
    for character, escape in _ESCAPES:
        if character in text:
            text = text.replace(character, escape)
    return f'"{text}"'


def english(text: str) -> str:
    """Write a label of ours."""
    return f"{literal(text)}@en"


def typed(text: str, datatype: str) -> str:
    """Write a value of an XML Schema type, such as ``typed("3", "integer")``."""
    return f'"{text}"^^<{_XSD}{datatype}>'


def partial_date(day: PartialDate) -> str:
    """Write a date as exactly as it is known: a year, a month of a year, or a day."""
    return typed(str(day), day.datatype)


def web_address(address: str | None) -> str | None:
    """Write an address found in a source as an IRI; None if it is no web address."""
    encoded = encoded_address(address)
    return None if encoded is None else iri(encoded)


def in_both_graphs(graph: str, statements: Iterable[Statement]) -> str:
    """Write statements as N-Quads, in the graph of whoever says them and in the default graph."""
    return "".join([f"{s} {p} {o} {graph} .\n{s} {p} {o} .\n" for s, p, o in statements])


def in_default_graph(derived: Iterable[Statement]) -> str:
    """Write statements as N-Quads, in the default graph alone."""
    return "".join([f"{s} {p} {o} .\n" for s, p, o in derived])
