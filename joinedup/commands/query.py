"""`joinedup query`: any SPARQL, within limits."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from graph.errors import UsageError
from joinedup.query_output import Wanted, answer_options, give
from queries.query_files import as_question, load_question
from queries.query_request import QueryRequest
from queries.serializers import QueryDescription


@click.command()
@click.argument("query")
@answer_options
@click.option(
    "--allow-service", is_flag=True, help="Let the query call on other servers (SERVICE)."
)
def command(  # noqa: PLR0913 - one parameter for each option of the command line
    query: str,
    *,
    store_path: Path,
    form: str,
    output: str | None,
    seconds: float,
    rows: int | None,
    allow_service: bool,
) -> int:
    """Ask the graph QUERY: SPARQL text, a file of it, or `-` for standard input.

    The name of a saved question is taken as well; `joinedup ask` says more about those. A
    query that takes too long is stopped (exit code 6); if there are more rows than --rows, the
    first ones are given (exit code 5).

    \b
    Example:
      joinedup query 'SELECT ?s WHERE { ?s a ?class } LIMIT 3' --format csv
    """
    sparql, about = _sparql(query)
    request = QueryRequest(sparql, allow_service=allow_service)
    return give(store_path, request, about, Wanted(seconds, rows, form, output))


def _sparql(query: str) -> tuple[str, QueryDescription]:
    if "{" in query:
        return query, QueryDescription(sparql=query)
    if query == "-":
        sparql = sys.stdin.read()
        return sparql, QueryDescription(sparql=sparql)
    path = Path(query)
    if path.is_file():
        try:
            sparql = path.read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError) as error:
            raise UsageError(f"{query} cannot be read: {error}") from error
        return sparql, _about(path.stem, sparql)
    asked = load_question(query)
    return asked.sparql, QueryDescription.of_question(asked)


def _about(name: str, sparql: str) -> QueryDescription:
    """What the head of a query says, if it has one as the saved questions do."""
    plain = QueryDescription(title=name, sparql=sparql)
    asked = as_question(name, sparql)
    try:
        return QueryDescription.of_question(asked) if asked.title else plain
    except ValueError:
        return plain
