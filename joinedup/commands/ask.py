"""`joinedup ask`: the saved questions."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from graph.errors import UnknownNameError, UsageError
from graph.store.open_store import open_store
from joinedup.output_suffix import format_of_table
from joinedup.query_output import OutputOptions, answer_options, run_query, write_output
from joinedup.screen_options import screen_width
from joinedup.terminal import print_message
from queries.parameter_names import ParameterValues, current_names, require_values
from queries.parameter_values import fill_parameters
from queries.query_files import list_questions, load_question, search_questions, shown_name
from queries.query_request import QueryRequest
from queries.question_list import as_turtle, listing
from queries.result_tables import FORMATS as TABLES
from queries.result_tables import render
from queries.serializers import FORMATS, QueryDescription
from queries.shell_words import quote_word

if TYPE_CHECKING:
    from graph.store.server_address import StoreLocation
    from queries.query_files import Question


class _QuestionCommand(click.Command):
    """The command of `ask`: who gives a parameter as an option is told how it is written."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        try:
            return super().parse_args(ctx, args)
        except click.NoSuchOption as error:
            parameter = error.option_name.lstrip("-")
            message = (
                f"No such option {error.option_name!r}. "
                f"A parameter of a question is written {parameter}=VALUE."
            )
            raise click.NoSuchOption(
                error.option_name, message, error.possibilities, error.ctx
            ) from None


def _questions_starting(
    ctx: click.Context,  # noqa: ARG001 - click's signature
    param: click.Parameter,  # noqa: ARG001 - click's signature
    incomplete: str,
) -> list[str]:
    """Questions that begin with the letters that were typed, for shells."""
    return [each.name for each in list_questions() if each.name.startswith(incomplete)]


@click.command(cls=_QuestionCommand)
@click.argument("name", required=False, shell_complete=_questions_starting)
@click.argument("values", nargs=-1, metavar="[PARAMETER=VALUE]...")
@answer_options
@click.option("--evidence", is_flag=True, help="Add the sentences behind each row.")
@click.option("--explain", is_flag=True, help="Print the final SPARQL, and do not run it.")
@click.option("--find", metavar="WORDS", help="List the questions that contain these words.")
def command(  # noqa: PLR0913 - one parameter for each option of the command line
    name: str | None,
    values: tuple[str, ...],
    *,
    location: StoreLocation,
    requested_format: str | None,
    output: str | None,
    seconds: float,
    limit: int | None,
    evidence: bool,
    explain: bool,
    find: str | None,
) -> int:
    """Ask the saved question NAME, with values for its parameters.

    Names of findings, organisations, initiatives and committees are taken as people type them and
    as any command prints them. Dates are 2024, 2024-03, 2024-03-31 or today. Without NAME, the
    questions are listed; with --format turtle they are described as SHACL executables.

    \b
    Example:
      joinedup ask overdue-commitments as-of=2026-01-01 --evidence
    """
    if name is None:
        listed_as = format_of_table(output, requested_format, (*TABLES, "turtle"))
        write_output(_list_or_describe(find, listed_as), output, listed_as)
        return 0
    question = load_question(name)
    parameters, notes = current_names(question, _parsed_values(question, values))
    for note in notes:
        print_message(f"joinedup: {note}")
    if explain:
        require_values(question, parameters)
        sparql = fill_parameters(question, parameters, open_store(location))
        write_output(sparql.rstrip("\n"), output, "sparql")
        return 0
    request = QueryRequest(question.name, parameters, evidence=evidence)
    output_format = format_of_table(output, requested_format, FORMATS)
    options = OutputOptions(seconds, limit, output_format, output)
    return run_query(location, request, QueryDescription.of_question(question), options)


def _list_or_describe(find: str | None, output_format: str) -> str:
    questions = search_questions(find) if find else list_questions()
    if not questions:
        raise UnknownNameError(f"No saved question mentions {find!r}.")
    if output_format == "turtle":
        return as_turtle(questions)
    if output_format not in TABLES:
        raise UsageError(f"The list of questions is given as {', '.join(TABLES)} or turtle.")
    return render(listing(questions), output_format, width=screen_width())


def _parsed_values(question: Question, assignments: tuple[str, ...]) -> ParameterValues:
    """Values by parameter; one that is given several times has several."""
    values: dict[str, list[str]] = {}
    for assignment in assignments:
        name, equals, words = assignment.partition("=")
        if not equals:
            raise UsageError(_how_to_write(question, assignment))
        values.setdefault(name, []).append(words)
    return values


def _how_to_write(question: Question, words: str) -> str:
    """What to type for words that stand without the name of a parameter."""
    names = [shown_name(parameter.name) for parameter in question.parameters]
    if not names:
        return f"The question {question.name} has no parameter, so leave {words!r} out."
    return f"Give {words!r} with the name of its parameter: {names[0]}={quote_word(words)}"
