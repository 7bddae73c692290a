"""Lists of findings, organisations, initiatives and reports, as pages and as files."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from joinedup.server.list_requests import known_filters
from joinedup.server.open_graph import connections_of, findings_of
from joinedup.server.table_files import table_file
from queries.entity_lookup import load_lookup
from queries.result_tables import Table
from queries.selects import select
from queries.web_pages.finding_list import TITLES, findings_table

if TYPE_CHECKING:
    from graph.store.embedded import Store

_COLUMNS = {
    "organisations": ("organisation", "name", "kind", "abbreviation", "began", "ended"),
    "initiatives": ("initiative", "name", "kind", "abbreviation", "began", "ended"),
    "reports": (
        *("report", "title", "paper", "session", "published", "answer due"),
        *("publication", "committee"),
    ),
}
"""Columns of the tables of `queries.extracts` that are listed, by the name of the list."""

_FACETS = {"organisations": "concerns", "initiatives": "concerns", "reports": "report"}


def list_findings(store: Store, query: dict[str, Any]) -> dict[str, Any]:
    """A page of the findings that filters let through, with the facets of all of them."""
    index = findings_of(store)
    filters = known_filters(query["filters"], TITLES)
    numbers = index.matching(filters)
    first, size = query["offset"], query["size"]
    return {
        "total": len(numbers),
        "all": len(index.heads),
        "heads": [index.heads[number] for number in numbers[first : first + size]],
        "facets": index.facets(numbers),
        "filters": [
            {
                "facet": name,
                "title": TITLES[name],
                "value": value,
                "label": index.label(name, value),
            }
            for name, values in filters.items()
            for value in values
        ],
    }


def write_findings(store: Store, query: dict[str, Any]) -> bytes:
    """All findings that filters let through, as a file."""
    index = findings_of(store)
    filters = known_filters(query["filters"], TITLES)
    numbers = index.matching(filters)
    shown = "; ".join(
        f"{TITLES[name]}: {index.label(name, value)}"
        for name, values in filters.items()
        for value in values
    )
    caption = f"{len(numbers):,} of {len(index.heads):,} distinct findings in the graph. {shown}"
    return table_file(findings_table(index, numbers, caption.strip()), query["suffix"], "Findings")


def list_things(store: Store, query: dict[str, Any]) -> dict[str, Any]:
    """Organisations, initiatives or reports, a row each, with the findings of each."""
    table = things_table(store, query["what"], query["words"])
    rows = table.rows[query["offset"] : query["offset"] + query["size"]]
    return {
        "columns": table.columns,
        "rows": rows,
        "total": len(table.rows),
        "caption": table.caption,
    }


def write_things(store: Store, query: dict[str, Any]) -> bytes:
    """The whole list as a file."""
    table = things_table(store, query["what"], query["words"])
    return table_file(table, query["suffix"], query["what"].capitalize())


def write_pairs(store: Store, query: dict[str, Any]) -> bytes:
    """The pairs of a thing, or the sentences of two, as a file."""
    connections, lookup = connections_of(store), load_lookup(store)
    left, *others = query["things"]
    if others:
        table = connections.between(*lookup.find_pair(left, others[0]))
    else:
        table = connections.pairs(lookup.find(left))
    return table_file(table, query["suffix"], "Named together")


def things_table(store: Store, what: str, words: str) -> Table:
    """Organisations, initiatives or reports that have words in a cell, the most named first."""
    counts = findings_of(store).counts(_FACETS[what])
    total = len(findings_of(store).heads)
    folded = words.casefold().split()
    rows = []
    for row in select(store, f"extracts/tables/{what}"):
        if all(word in " ".join(row[1:]).casefold() for word in folded):
            findings = counts.get(row[0].rpartition("/id/")[2], 0)
            rows.append((*(cell or None for cell in row[1:]), findings, row[0]))
    rows.sort(key=lambda row: (-int(row[-2] or 0), str(row[0])))
    caption = f"{len(rows):,} {what}, with findings of {total:,} distinct ones in all."
    return Table((*_COLUMNS[what][1:], "findings", "identifier"), tuple(rows), caption)
