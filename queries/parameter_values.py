"""Values of parameters: from what people type to terms, and from terms into a question.

Terms are written by the store's own library, between the braces of the parameter's `VALUES` block
and nowhere else, so that no value can change what a question asks.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from itertools import combinations
from typing import TYPE_CHECKING

import pyoxigraph as ox

from graph.errors import UnknownNameError, UsageError
from graph.identity import DEFAULT_BASE
from graph.partial_date import EXPECTED as DATE_FORM
from graph.partial_date import day_of
from graph.store.bound_values import as_sparql
from queries.conversion import to_python
from queries.entity_lookup import BODIES, load_lookup
from queries.finding_lookup import find_finding
from queries.query_files import VALUES_BLOCK, shown_name
from queries.whole_numbers import describe_bounds, read_whole_number

if TYPE_CHECKING:
    from graph.store.readable_store import ReadableStore, Term
    from queries.parameter_names import ParameterValues
    from queries.query_files import Parameter, Question

_XSD = "http://www.w3.org/2001/XMLSchema#"


def fill_parameters(question: Question, values: ParameterValues, store: ReadableStore) -> str:
    """Write values into a saved question.

    Raises:
        UnknownNameError: If the question has no such parameter, or the graph no such name.
        UsageError: If a value is not of the parameter's kind.
    """
    parameters = {parameter.name: parameter for parameter in question.parameters}
    if unknown := sorted(values.keys() - parameters.keys()):
        choices = ", ".join(map(shown_name, parameters)) or "none"
        raise UnknownNameError(
            f"The question {question.name!r} has no parameter {unknown[0]!r}; it has: {choices}."
        )
    terms = {name: _terms(parameters[name], value, store) for name, value in values.items()}
    _refuse_twins(question, terms)
    return VALUES_BLOCK.sub(partial(_block, terms, store), question.sparql)


def named_things(question: Question, values: ParameterValues, store: ReadableStore) -> list[str]:
    """The IRIs of the organisations and initiatives that were given as values.

    Raises:
        UnknownNameError: If the graph has no such name.
    """
    return [
        str(to_python(term))
        for parameter in question.parameters
        if parameter.kind in (*BODIES, "thing") and parameter.name in values
        for term in _terms(parameter, values[parameter.name], store)
    ]


def _refuse_twins(question: Question, terms: Mapping[str, list[Term]]) -> None:
    """Refuse one thing for two parameters: it is never connected with itself."""
    things = [parameter.name for parameter in question.parameters if parameter.kind == "thing"]
    for left, right in combinations(things, 2):
        if set(map(str, terms.get(left, ()))) & set(map(str, terms.get(right, ()))):
            raise UsageError(f"{left}= and {right}= stand for the same thing. Give two.")


def _block(terms: Mapping[str, list[Term]], store: ReadableStore, block: re.Match[str]) -> str:
    name, content = block.groups()
    if name in terms:
        content = " ".join(as_sparql(term) for term in terms[name])
    elif f"<{DEFAULT_BASE}id/" in content:
        content = content.replace(f"<{DEFAULT_BASE}id/", f"<{store.base}id/")
    return f"VALUES ?{name} {{ {content} }}"


def _terms(parameter: Parameter, value: object, store: ReadableStore) -> list[Term]:
    several = isinstance(value, Sequence) and not isinstance(value, str)
    values = list(value) if isinstance(value, Sequence) and several else [value]
    if len(values) != 1 and parameter.kind not in THINGS:
        raise UsageError(f"The parameter {parameter.name!r} takes one value.")
    make_term = KINDS[parameter.kind]
    try:
        return [make_term(str(single), store) for single in values]
    except ValueError:
        raise UsageError(
            f"{str(values[0])!r} is no value for {shown_name(parameter.name)!r}: "
            f"{EXPECTED[parameter.kind]}."
        ) from None


def _date(words: str, _store: ReadableStore, *, first: bool = False) -> ox.Literal:
    day = day_of(words, first=first)
    return ox.Literal(day.isoformat(), datatype=ox.NamedNode(f"{_XSD}date"))


def _integer(words: str, _store: ReadableStore) -> ox.Literal:
    return ox.Literal(str(read_whole_number(words)), datatype=ox.NamedNode(f"{_XSD}integer"))


def _text(words: str, _store: ReadableStore) -> ox.Literal:
    return ox.Literal(re.sub("[\ud800-\udfff]", "�", words))


def _thing(words: str, store: ReadableStore, *, kinds: tuple[str, ...]) -> ox.NamedNode:
    return ox.NamedNode(load_lookup(store, kinds).find(words))


def _finding(words: str, store: ReadableStore) -> ox.NamedNode:
    return ox.NamedNode(find_finding(store, words))


THINGS = ("committee", "finding", "initiative", "organisation", "thing")
"""Kinds whose values are things of the graph; a parameter of these takes several."""

KINDS: dict[str, Callable[[str, ReadableStore], Term]] = {
    "committee": partial(_thing, kinds=("committee",)),
    "date": _date,
    "finding": _finding,
    "initiative": partial(_thing, kinds=("initiative",)),
    "integer": _integer,
    "organisation": partial(_thing, kinds=("organisation",)),
    "start": partial(_date, first=True),
    "text": _text,
    "thing": partial(_thing, kinds=BODIES),
}
"""Makes a term from what somebody typed, by the kind of the parameter."""

EXPECTED = {
    "committee": "it takes the name of a committee",
    "date": f"it takes a date such as {DATE_FORM}, or `today`",
    "finding": "it takes the name of a finding, its identifier, or the address of its page",
    "initiative": "it takes the name of an initiative",
    "integer": f"it takes a {describe_bounds()}",
    "organisation": "it takes the name of an organisation",
    "start": f"it takes a date such as {DATE_FORM}, or `today`",
    "text": "it takes words",
    "thing": "it takes the name of an organisation or initiative",
}
"""What a value of each kind looks like, for messages and listings."""
