"""`joinedup search`: words in findings, answers, summaries and names."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import click

from joinedup.default_store import store_words
from joinedup.known_on import folder_option
from joinedup.options import (
    limit_option,
    output_format_option,
    output_option,
    spinner,
)
from joinedup.output_suffix import format_of_table
from joinedup.query_output import write_output
from joinedup.screen_options import screen_width
from joinedup.terminal import print_message, print_text
from queries.result_tables import FORMATS, SCREEN_FORMATS, render
from queries.search.facet_counts import facet_definitions
from queries.search.search_result import SearchRequest
from queries.search.search_tables import (
    as_json,
    asks_for_names,
    explain_no_hits,
    name_lines,
    result_table,
)
from queries.search.text_search import TextSearch
from queries.serializers import QueryDescription, as_workbook

if TYPE_CHECKING:
    from pathlib import Path

    from joinedup.options import Command
    from queries.search.search_result import SearchResult

_FORMATS = (*FORMATS, "xlsx")


def _facet_options(command: Command) -> Command:
    """An option for each facet; given several times, any of its values will do."""
    for name, facet in reversed(facet_definitions().items()):
        option = click.option(f"--{name}", name.replace("-", "_"), multiple=True, help=facet.help)
        command = option(command)
    return command


@click.command()
@click.argument("words", nargs=-1)
@folder_option
@_facet_options
@limit_option("Passages or names", 10, former=())
@output_format_option(_FORMATS)
@output_option
def command(
    words: tuple[str, ...],
    *,
    store_path: Path,
    limit: int,
    requested_format: str | None,
    output: str | None,
    **filters: tuple[str, ...],
) -> None:
    """Search for WORDS in findings, answers, summaries and names.

    Each passage is shown with its sentence, the words marked, whose words they are, and its
    sources. An answer that is printed several times is one passage. Below are counts of all
    passages that fit, by their properties, each with its total. Options that select may be given
    several times; the value `none` selects what has no such property.

    \b
    common identifier      both words, in any form, such as identifiers
    '"common identifier"'  the words one after the other
    'identif*'             every word that begins so
    births OR deaths       at least one of them
    data NOT protection    the first without the second

    \b
    Example:
      joinedup search common identifier
      joinedup search data sharing --department DfE --words-of government
    """
    output_format = format_of_table(output, requested_format, _FORMATS)
    result = _search(store_path, " ".join(words), filters, limit)
    for_people = output is None and output_format in SCREEN_FORMATS
    if for_people and (lines := list(name_lines(result, store_words(store_path)))):
        print_text("\n".join([*lines, ""]))
    is_empty = not (result.names if asks_for_names(result.request) else result.hits)
    if is_empty:
        print_message("\n".join(explain_no_hits(result)))
    if not (is_empty and for_people):
        write_output(_content(result, output_format, output), output, output_format)
    if not for_people and (left_out := _left_out(result)):
        print_message(left_out)


def _search(
    store_path: Path, words: str, filters: dict[str, tuple[str, ...]], limit: int
) -> SearchResult:
    with spinner("Searching"):
        search = TextSearch.open(store_path)
        chosen = {name.replace("_", "-"): values for name, values in filters.items()}
        request = SearchRequest(words, search.find_values(chosen), limit)
        if asks_for_names(request):
            request = replace(request, name_limit=limit)
        return search.search(request)


def _content(result: SearchResult, output_format: str, output: str | None) -> str | bytes:
    table = result_table(result)
    if output_format == "json":
        return as_json(result)
    if output_format == "xlsx":
        title = f"Search: {result.reading}" if result.reading else "Search"
        return as_workbook(table, QueryDescription(title, table.caption))
    return render(table, output_format, width=None if output else screen_width())


def _left_out(result: SearchResult) -> str:
    """What a program that reads the rows would not see."""
    names = asks_for_names(result.request)
    shown = len(result.names if names else result.hits)
    total = result.name_total if names else result.total
    if shown == total:
        return ""
    return f"Only the first {shown:,} of {total:,} are given. --limit gives more."
