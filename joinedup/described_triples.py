"""Triples that describe the graph as a whole, written one by one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pyoxigraph as ox

if TYPE_CHECKING:
    Subject = ox.NamedNode | ox.BlankNode


def link_triple(subject: Subject, predicate: str, value: str | Subject) -> ox.Triple:
    """That something is linked to a thing."""
    thing = ox.NamedNode(value) if isinstance(value, str) else value
    return ox.Triple(subject, ox.NamedNode(predicate), thing)


def text_triple(subject: Subject, predicate: str, text: str) -> ox.Triple:
    """That something has a text."""
    return ox.Triple(subject, ox.NamedNode(predicate), ox.Literal(text))


def count_triple(subject: Subject, predicate: str, count: object) -> ox.Triple:
    """That something has a number, which may be a literal of an answer."""
    return ox.Triple(subject, ox.NamedNode(predicate), whole_number(count))


def whole_number(count: object) -> ox.Literal:
    """A whole number as a literal, whatever its type was."""
    return ox.Literal(int(getattr(count, "value", count)))  # type: ignore[call-overload] # a number
