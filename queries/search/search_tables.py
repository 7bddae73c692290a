"""What a search gives, as a table, in lines below it, and as data for programs."""

from __future__ import annotations

import json
import shlex
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from queries.result_tables import Table
from queries.search.search_result import NAME_KINDS
from queries.table_layout import TableLayout

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from queries.result_tables import Value
    from queries.search.search_result import (
        Facet,
        NameHit,
        SearchHit,
        SearchRequest,
        SearchResult,
    )

COLUMNS = (
    *("finding", "kind", "who says so", "sentence", "position", "published", "source"),
    "identifier",
)
"""Columns of the table of hits."""

NAME_COLUMNS = ("name", "kind", "also called", "findings", "identifier")
"""Columns of the table of things that are found by their names."""

_HITS = TableLayout(details=("identifier", "published", "position"), groups=("finding",))
_NAMES = TableLayout(details=("identifier",))
_SEPARATOR = "; "
_MOST_VALUES = 5
"""Values of a facet that a line lists."""


def result_table(result: SearchResult) -> Table:
    """What was found, a row each: hits, or names where nothing else was asked for."""
    if not asks_for_names(result.request):
        rows = tuple(map(_hit_row, result.hits))
        return Table(COLUMNS, rows, "\n".join(figure_lines(result)), _HITS)
    things = f"{result.name_total:,} thing{'' if result.name_total == 1 else 's'}"
    shown = f" {len(result.names):,} are shown." if len(result.names) < result.name_total else ""
    having = f" with a name that has: {_typed(result)}" if result.reading else ""
    rows = tuple(map(_name_row, result.names))
    return Table(NAME_COLUMNS, rows, f"{things}{having}.{shown}", _NAMES)


def asks_for_names(request: SearchRequest) -> bool:
    """Whether only things are asked for that are found by their names."""
    kinds = request.filters.get("kind", ())
    return bool(kinds) and set(kinds) <= set(NAME_KINDS)


def _hit_row(hit: SearchHit) -> tuple[Value, ...]:
    return (
        _joined(finding.label for finding in hit.findings),
        hit.kind,
        hit.who_says_so,
        hit.marked_sentence,
        _joined(finding.position for finding in hit.findings),
        _joined(finding.published for finding in hit.findings),
        _joined(hit.sources),
        hit.thing,
    )


def _name_row(name: NameHit) -> tuple[Value, ...]:
    also = name.name if name.name != name.label else None
    return name.label, name.kind, also, name.findings, name.thing


def _joined(values: Iterable[str]) -> str | None:
    return _SEPARATOR.join(dict.fromkeys(filter(None, values))) or None


def figure_lines(result: SearchResult) -> Iterator[str]:
    """How many passages fit, of how many findings, and how many have which property."""
    if not result.total:
        return
    findings = f"{result.finding_total:,} finding{'' if result.finding_total == 1 else 's'}"
    verb = "says" if result.total == 1 else "say"
    words = f"{verb}: {_typed(result)}" if result.reading else "can be searched"
    passages = f"{result.total:,} of {result.passage_total:,} passages"
    yield f"{passages}, of {findings}, {words}.{_shown(result)}"
    for facet in result.facets:
        yield _facet_line(facet)


def _shown(result: SearchResult) -> str:
    if len(result.hits) == result.total:
        return ""
    first = result.request.offset + 1
    return f" Shown: {first:,} to {first + len(result.hits) - 1:,}."


def _typed(result: SearchResult) -> str:
    return " ".join(result.request.words.split())


def _facet_line(facet: Facet) -> str:
    shown = [f"{value.label} {value.count:,}" for value in facet.values[:_MOST_VALUES]]
    more = len(facet.values) - len(shown)
    if more > 0:
        shown.append(f"{more:,} more")
    if facet.unknown:
        shown.append(f"{facet.unknown_label} {facet.unknown:,}")
    return f"{facet.title} (of {facet.total:,}): {_SEPARATOR.join(shown)}"


def name_lines(result: SearchResult, store: str = "") -> Iterator[str]:
    """The things that have the words in a name, and what to ask about the one that is called so.

    Args:
        result: What was found.
        store: What to type after a command to reach the store.
    """
    if asks_for_names(result.request):
        return
    for name in result.names:
        also = f", also called {name.name}" if name.name != name.label else ""
        findings = f"{name.findings:,} finding{'' if name.findings == 1 else 's'}"
        yield f"{name.kind}  {name.label}{also}: {findings}"
    more = result.name_total - len(result.names)
    if more > 0:
        yield f"{more:,} more things have the words in a name: --kind {' or '.join(NAME_KINDS)}"
    if result.names and result.names[0].exact and result.names[0].kind in CONNECTED:
        yield f"  joinedup connections {shlex.quote(result.names[0].label)}{store}"


CONNECTED = ("organisation", "initiative")
"""Kinds of things that findings name together."""


def explain_no_hits(result: SearchResult) -> Iterator[str]:
    """Why nothing fits, and what to try."""
    if not result.passage_total:
        yield (
            "This graph holds no finding yet. Build one from pages or documents: "
            "joinedup build SOURCES"
        )
        return
    passages = f"None of {result.passage_total:,} passages"
    says = f" says: {_typed(result)}" if result.reading else " is so"
    if result.unfiltered_total:
        options = [f"--{name}" for name, values in result.request.filters.items() if values]
        without = f"Without {' and '.join(options)}: {result.unfiltered_total:,}."
        yield f"{passages} with these properties{says}. {without}"
        return
    yield f"{passages}{says}."
    if result.terms:
        counts = _SEPARATOR.join(f"{term.term} {term.count:,}" for term in result.terms)
        yield f"Passages that have each by itself: {counts}."
        if all(term.count for term in result.terms):
            some = " OR ".join(term.term for term in result.terms)
            yield f"For passages that have any of these, put OR between them: {some}"
    for suggestion in result.suggestions:
        yield f"Did you mean: {suggestion.words} ({suggestion.count:,})?"


def as_data(result: SearchResult) -> dict[str, Any]:
    """What was found, for programs: every figure, and each hit with its sentence in pieces."""
    data = asdict(result)
    for fields, hit in zip(data["hits"], result.hits, strict=True):
        fields["marked_sentence"] = hit.marked_sentence
        fields["is_quotation"] = hit.is_quotation
    return data


def as_json(result: SearchResult) -> str:
    """The same, as JSON."""
    return json.dumps(as_data(result), indent=2, ensure_ascii=False)
