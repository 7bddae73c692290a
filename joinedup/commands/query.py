"""`joinedup query`: any SPARQL, within limits."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from graph.errors import UsageError
from graph.store.query_syntax import QueryText
from joinedup.output_suffix import format_of_table
from joinedup.query_output import OutputOptions, answer_options, run_query
from joinedup.terminal import print_message
from queries.query_files import as_question, is_question, load_question
from queries.query_request import QueryRequest
from queries.serializers import FORMATS, QueryDescription

if TYPE_CHECKING:
    from graph.store.server_address import StoreLocation


@click.command()
@click.argument("query")
@answer_options
@click.option(
    "--allow-service", is_flag=True, help="Let the query call on other servers (SERVICE)."
)
def command(  # noqa: PLR0913 - one parameter for each option of the command line
    query: str,
    *,
    location: StoreLocation,
    requested_format: str | None,
    output: str | None,
    seconds: float,
    limit: int | None,
    allow_service: bool,
) -> int:
    """Ask the graph QUERY: SPARQL text, a file of it, or `-` for standard input.

    A query that takes too long is stopped (exit code 6). If there are more rows than --limit, the
    first ones are given (exit code 5). Saved questions are asked with `joinedup ask`.

    \b
    Example:
      joinedup query 'SELECT ?s WHERE { ?s a ?class } LIMIT 3' --format csv
    """
    output_format = format_of_table(output, requested_format, FORMATS)
    options = OutputOptions(seconds, limit, output_format, output)
    if is_question(query) and not Path(query).is_file():
        print_message(f"joinedup: {query} is a saved question: joinedup ask {query}")
        description = QueryDescription.of_question(load_question(query))
        return run_query(location, QueryRequest(query, {}), description, options)
    sparql, description = _sparql(query)
    request = QueryRequest(sparql, allow_service=allow_service)
    return run_query(location, request, description, options)


def _sparql(query: str) -> tuple[str, QueryDescription]:
    if "{" in query:
        return query, QueryDescription(sparql=query)
    if query == "-":
        sparql = _read_standard_input()
        return sparql, QueryDescription(sparql=sparql)
    path = Path(query)
    if _is_file(path):
        try:
            sparql = path.read_text(encoding="utf-8-sig")
        except (OSError, UnicodeDecodeError) as error:
            raise UsageError(f"{query} cannot be read: {error}") from error
        return sparql, _about(path.stem, sparql)
    if QueryText(query).is_query:  # such as DESCRIBE and an address, without a pattern
        return query, QueryDescription(sparql=query)
    raise UsageError(
        f"{query!r} is neither SPARQL nor a file. `joinedup ask` lists the saved questions."
    )


def _read_standard_input() -> str:
    if sys.stdin is None:
        raise UsageError("There is no standard input to read the query from.")
    try:
        return sys.stdin.read()
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"The query cannot be read from standard input: {error}") from error


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:  # what is too long for the name of a file is none
        return False


def _about(name: str, sparql: str) -> QueryDescription:
    """What the head of a query says, if it has one as the saved questions do."""
    untitled = QueryDescription(title=name, sparql=sparql)
    question = as_question(name, sparql)
    try:
        return QueryDescription.of_question(question) if question.title else untitled
    except ValueError:
        return untitled
