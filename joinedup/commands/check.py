"""`joinedup check`: whether a graph is well made."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import click

from graph.errors import UsageError
from graph.store.open_store import open_store
from graph.store.server_address import ServerAddress
from graph.store.store_layout import check_version
from joinedup.known_on import graph_option
from joinedup.options import format_option, limit_option, progress
from joinedup.screen_options import screen_width
from joinedup.terminal import print_message, print_result, print_text
from ontology.severity import Severity
from queries.data_checks import as_tables, check_store_at
from queries.flag_counts import flag_counts
from queries.result_tables import CSV_FORMATS, FORMATS, Table, render

if TYPE_CHECKING:
    from graph.store.server_address import StoreLocation
    from queries.data_checks import CheckReport
    from queries.result_tables import Value

EXIT_CODES = {None: 0, Severity.SLIGHT: 0, Severity.DOUBTFUL: 7, Severity.SERIOUS: 8}
"""Exit code by the most serious fault."""


@click.command()
@graph_option
@format_option(FORMATS)
@limit_option("Faults of a check, with their source records,", 10)
@click.option("--all", "everything", is_flag=True, help="Show every fault.")
@click.option(
    "--store-files",
    is_flag=True,
    help="Look at the files of the store instead: is each as it was written?",
)
def command(
    location: StoreLocation, output_format: str, limit: int, *, everything: bool, store_files: bool
) -> int:
    """Run the data checks: every shape of the ontology, and every query on the data.

    A fault is serious (figures that count the record would be wrong), doubtful (check the record
    before you rely on it) or slight. Exit code 0: no faults, or slight ones only; 7: doubtful
    ones; 8: serious ones.

    With --store-files, every file of the store is read and compared with the digest that was kept
    when it was written. Exit code 0: all are whole; 4: some are missing, cut or changed.

    \b
    Example:
      joinedup check --format csv > faults.csv
    """
    if store_files:
        _check_files(location)
        return 0
    with progress("Checking") as report_progress:
        report = check_store_at(
            location, limit=None if everything else limit, progress=report_progress
        )
    _show(report, output_format)
    totals = ", ".join(
        f"{report.total(severity):,} {severity.word}" for severity in reversed(Severity)
    )
    print_message(f"Faults of the graph: {totals}.")
    flags = flag_counts(open_store(location))
    print_message(
        f"Quality flags are about the sources; they are not faults of the graph: {flags}. "
        "`joinedup info` counts each."
    )
    return EXIT_CODES[report.worst]


def _check_files(location: StoreLocation) -> None:
    """Read every file of the store.

    Raises:
        UsageError: If the store is that of a server.
        DamagedStoreError: If one is missing, cut or changed.
    """
    if isinstance(location, ServerAddress):
        raise UsageError(
            f"The files of the server at {location} are its own, and cannot be looked at from "
            "here. Leave --store-files out to check the graph, or give the folder of a graph "
            "(--store FOLDER)."
        )
    manifest = check_version(location, read_all=True)
    print_text(
        f"All {len(manifest.files):,} files of the graph at {location} are as they were written "
        f"on {manifest.written_words} ({manifest.size:,} bytes)."
    )


def _show(report: CheckReport, output_format: str) -> None:
    """The faults; in forms for people, the checks that failed before them and short names."""
    tables = as_tables(report)
    if output_format == "json":
        plain = {name: json.loads(render(table, output_format)) for name, table in tables.items()}
        print_result(json.dumps(plain, indent=2, ensure_ascii=False), output_format)
    elif output_format in CSV_FORMATS:
        print_result(render(tables["faults"], output_format), output_format)
    else:
        if not tables["checks"].rows:
            print_text(f"{tables['checks'].caption}\n")
            return
        for table in (tables["checks"], _shortened(tables["faults"])):
            shown = render(table, output_format, width=screen_width())
            print_result(f"{shown}\n", output_format)


def _shortened(faults: Table) -> Table:
    """The faults without what the table of checks says already."""
    kept = [
        index
        for index, column in enumerate(faults.columns)
        if column not in ("severity", "message")
    ]
    rows = tuple(tuple(_local(row[index]) for index in kept) for row in faults.rows)
    return Table(tuple(faults.columns[index] for index in kept), rows, faults.caption)


def _local(value: Value) -> Value:
    return value.rpartition("/id/")[2] if isinstance(value, str) else value
