"""`joinedup ask`: the saved questions."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from graph.errors import UnknownNameError, UsageError
from graph.store.embedded import Store
from joinedup.options import screen_width
from joinedup.query_output import Wanted, answer_options, give, put
from queries.parameter_values import fill_parameters
from queries.query_files import list_questions, load_question, search_questions
from queries.query_request import QueryRequest
from queries.question_list import as_turtle, listing
from queries.result_tables import FORMATS as TABLES
from queries.result_tables import render
from queries.serializers import QueryDescription

if TYPE_CHECKING:
    from pathlib import Path

    from queries.parameter_values import ParameterValues


@click.command()
@click.argument("name", required=False)
@click.argument("values", nargs=-1, metavar="[PARAMETER=VALUE]...")
@answer_options
@click.option("--evidence", is_flag=True, help="Add the sentences behind each row.")
@click.option("--explain", is_flag=True, help="Print the final SPARQL, and do not run it.")
@click.option("--find", metavar="WORDS", help="List the questions that speak of these words.")
def command(  # noqa: PLR0913 - one parameter for each option of the command line
    name: str | None,
    values: tuple[str, ...],
    *,
    store_path: Path,
    form: str,
    output: str | None,
    seconds: float,
    rows: int | None,
    evidence: bool,
    explain: bool,
    find: str | None,
) -> int:
    """Ask the saved question NAME, with values for its parameters.

    Names of organisations, initiatives and committees are taken as people type them. Without NAME,
    lists the questions; with --format turtle, describes them as SHACL executables.

    \b
    Example:
      joinedup ask overdue-commitments on=2026-01-01 --evidence
    """
    if name is None:
        put(_list_or_describe(find, form), output)
        return 0
    asked, given = load_question(name), _given(values)
    if explain:
        put(fill_parameters(asked, given, Store.open(store_path)).rstrip("\n"), output)
        return 0
    request = QueryRequest(asked.name, given, evidence=evidence)
    wanted = Wanted(seconds, rows, form, output)
    return give(store_path, request, QueryDescription.of_question(asked), wanted)


def _list_or_describe(find: str | None, form: str) -> str:
    found = search_questions(find) if find else list_questions()
    if not found:
        raise UnknownNameError(f"No saved question mentions {find!r}.")
    if form == "turtle":
        return as_turtle(found)
    if form not in TABLES:
        raise UsageError(f"The list of questions is given as {', '.join(TABLES)} or turtle.")
    return render(listing(found), form, width=screen_width())


def _given(values: tuple[str, ...]) -> ParameterValues:
    """Values by parameter; one that is given several times has several."""
    given: dict[str, list[str]] = {}
    for value in values:
        name, equals, words = value.partition("=")
        if not equals:
            raise UsageError(f"Give {value!r} as PARAMETER=VALUE, such as on=2026-01-01.")
        given.setdefault(name, []).append(words)
    return given
