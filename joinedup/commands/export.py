"""`joinedup export`: the graph as files for other tools."""

from __future__ import annotations

from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from graph.errors import UsageError
from graph.store.local_copy import local_copy
from graph.store.open_store import open_store
from joinedup.atomic_write import draft_file, draft_folder
from joinedup.known_on import graph_option
from joinedup.options import progress
from joinedup.output_suffix import (
    format_of_output,
    refuse_compressed,
    refuse_file_name,
    refuse_other_suffix,
)
from joinedup.terminal import binary_output
from queries.exports import export, export_formats
from queries.owl_profile import owl_store
from queries.web_annotation import web_annotation_store

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.store.readable_store import ReadableStore
    from graph.store.server_address import StoreLocation

_PROFILES = {"web-annotation": web_annotation_store, "owl": owl_store}

_HELP = """Write the graph as FORMAT.

\b
FORMAT is one of
{formats}

If FORMAT is not given, the suffix of the output file says it.
The same graph always gives the same bytes, and `joinedup import` reads all of them back.
With --profile web-annotation, the words and the sentence of each mention stand in the file
as quotations. With --profile owl, all axioms of the ontology stand in it, and days are
strings, since OWL 2 knows no type for them. Such files are for other tools, and
`joinedup import` refuses them.

\b
Example:
  joinedup export turtle -o graph.ttl
"""


def _help() -> str:
    lines = (f"  {name:<15} {form.title}" for name, form in export_formats().items())
    return _HELP.format(formats="\n".join(lines))


def _format_of(output: Path, requested: str | None) -> str:
    formats = export_formats()
    suffixes = {name: form.suffixes for name, form in formats.items()}
    folders = [name for name, form in formats.items() if form.is_folder]
    if requested in folders:
        refuse_file_name(output, requested, suffixes)
        return requested
    if requested is not None:
        refuse_compressed(output, requested)
        refuse_other_suffix(output, requested, suffixes)
        return requested
    if not output.suffix:
        raise UsageError(f"{output.name} has no suffix that names a format: give a FORMAT.")
    for name in folders:
        if output.suffix.lower() in suffixes.pop(name):
            refuse_file_name(output, name, {name: formats[name].suffixes})
    return format_of_output(output, None, suffixes)


@click.command(help=_help())
@click.argument(
    "name", metavar="[FORMAT]", required=False, type=click.Choice(list(export_formats()))
)
@graph_option
@click.option(
    "-o", "--output", type=click.Path(path_type=Path), help="File or folder to write; else stdout."
)
@click.option(
    "--profile",
    type=click.Choice(list(_PROFILES)),
    help="The form of the graph that other tools need: Web Annotation, or OWL 2 for Protégé.",
)
def command(
    name: str | None, location: StoreLocation, output: Path | None, profile: str | None
) -> None:
    """Write the graph as FORMAT."""
    if output is None or str(output) == "-":
        if name is None:
            raise UsageError("Give a FORMAT, or a file whose suffix names one: -o graph.ttl")
        with _graph(location, name, profile) as store, binary_output() as stream:
            export(store, name, stream)
        return
    formats = export_formats()
    name = _format_of(output, name)
    begin_draft = draft_folder if formats[name].is_folder else draft_file
    with (
        progress("Writing") as report,
        _graph(location, name, profile) as store,
        begin_draft(output) as draft,
    ):
        formats[name].save(store, draft, report)


@contextmanager
def _graph(location: StoreLocation, name: str, profile: str | None) -> Iterator[ReadableStore]:
    """The graph in the form that is asked for."""
    if profile is not None and not export_formats()[name].is_rdf:
        possible = ", ".join(key for key, form in export_formats().items() if form.is_rdf)
        raise UsageError(f"--profile {profile} is for formats of RDF: {possible}.")
    with local_copy(open_store(location)) as store:
        if profile is None:
            yield store
            return
        with _PROFILES[profile](store) as full:
            yield full
