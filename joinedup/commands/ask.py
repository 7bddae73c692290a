"""`joinedup ask`: the questions of the book."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from graph.errors import UnknownNameError, UsageError
from graph.store.embedded import Store
from joinedup.options import screen_width
from joinedup.query_output import Wanted, answer_options, give, put
from queries.parameter_values import filled
from queries.query_files import question, questions, search
from queries.query_runner import Job
from queries.question_list import as_turtle, listing
from queries.result_tables import FORMATS as TABLES
from queries.result_tables import render
from queries.serializers import About

if TYPE_CHECKING:
    from pathlib import Path

    from queries.parameter_values import Given


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
    """Ask the question NAME of the book, with values for its parameters.

    Names of organisations, initiatives and committees are taken as people type them. Without NAME,
    lists the questions; with --format turtle, describes them as SHACL executables.

    \b
    Example:
      joinedup ask overdue-commitments on=2026-01-01 --evidence
    """
    if name is None:
        put(_book(find, form), output)
        return 0
    asked, given = question(name), _given(values)
    if explain:
        put(filled(asked, given, Store.open(store_path)).rstrip("\n"), output)
        return 0
    job = Job(asked.name, given, evidence=evidence)
    return give(store_path, job, About.question(asked), Wanted(seconds, rows, form, output))


def _book(find: str | None, form: str) -> str:
    found = search(find) if find else questions()
    if not found:
        raise UnknownNameError(f"No question of the book speaks of {find!r}.")
    if form == "turtle":
        return as_turtle(found)
    if form not in TABLES:
        raise UsageError(f"The list of questions is given as {', '.join(TABLES)} or turtle.")
    return render(listing(found), form, width=screen_width())


def _given(values: tuple[str, ...]) -> Given:
    """Values by parameter; one that is given several times has several."""
    given: dict[str, list[str]] = {}
    for value in values:
        name, equals, words = value.partition("=")
        if not equals:
            raise UsageError(f"Give {value!r} as PARAMETER=VALUE, such as on=2026-01-01.")
        given.setdefault(name, []).append(words)
    return given
