"""`joinedup report`: a dossier to hand over, as a document."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from graph.errors import UsageError
from graph.store.open_store import open_store
from joinedup.atomic_write import draft_file
from joinedup.date_type import LAST_DAY
from joinedup.dossier_document import MOST_FINDINGS, make_dossier, write_dossier
from joinedup.known_on import graph_option
from joinedup.number_types import WholeNumber
from joinedup.options import document_options, spinner
from joinedup.output_suffix import format_of_output
from joinedup.output_target import shown_path
from joinedup.terminal import print_message
from queries.dossiers.subjects import dossier_subjects
from queries.shell_words import join_words
from visualisations.documents import document_formats
from visualisations.wording import counted

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from graph.store.server_address import StoreLocation
    from queries.dossiers.subject import DossierSubject

_HELP = """Write a report on SUBJECT to hand over.

It has figures with their totals, the picture, the findings with the words of committee and
government, commitments with dates, what is not known, and the sources as footnotes.

\b
SUBJECT is one of
{subjects}

The suffix of the output file decides the format: {suffixes}.

\b
Example:
{examples}
"""


def _help() -> str:
    subjects = dossier_subjects().values()
    return _HELP.format(
        subjects="\n".join(f"  {each.name} {each.takes}\n      {each.title}" for each in subjects),
        suffixes=", ".join(form.suffixes[0] for form in document_formats().values()),
        examples="\n".join(
            f"  joinedup report {join_words((each.name, each.example))} -o {each.name}.docx"
            for each in subjects
        ),
    )


@click.command(help=_help())
@click.argument("subject", metavar="SUBJECT", type=click.Choice(list(dossier_subjects())))
@click.argument("name", metavar="NAME")
@click.argument("values", metavar="[PARAMETER=VALUE]...", nargs=-1)
@document_options(list(document_formats()))
@graph_option
@click.option(
    "--as-of",
    "day",
    type=LAST_DAY,
    default="today",
    show_default=True,
    help="Day at which commitments are judged.",
)
@click.option(
    "--limit",
    type=WholeNumber(1),
    default=MOST_FINDINGS,
    show_default=True,
    help="Findings or rows to tell at most.",
)
def command(  # noqa: PLR0913 - one parameter for each option of the command line
    *,
    subject: str,
    name: str,
    values: tuple[str, ...],
    output: Path,
    location: StoreLocation,
    requested: str | None,
    day: date,
    limit: int,
) -> None:
    """Write a report on SUBJECT to hand over."""
    definition = dossier_subjects()[subject]
    suffixes = {form.name: form.suffixes for form in document_formats().values()}
    output_format = format_of_output(output, requested, suffixes)
    store = open_store(location)
    with draft_file(output) as draft, spinner("Writing the report"):
        given = _values(definition, values)
        dossier = make_dossier(store, subject, name, day=day, limit=limit, values=given)
        draft.write_bytes(write_dossier(dossier, output_format))
    print_message(
        f"{dossier.title}: {counted(len(dossier.sections), 'section')}, "
        f"{counted(len(dossier.sources), 'source')}. The report is {shown_path(output)}."
    )


def _values(subject: DossierSubject, values: tuple[str, ...]) -> dict[str, str]:
    """The values of the parameters of a question.

    Raises:
        UsageError: If something is no value of a parameter, or the subject takes none.
    """
    if values and "PARAMETER" not in subject.takes:
        raise UsageError(f"A report on a {subject.name} takes one name; put it in quotation marks.")
    pairs = [value.partition("=") for value in values]
    if wrong := [value for value, (_, sign, _) in zip(values, pairs, strict=True) if not sign]:
        raise UsageError(f"{wrong[0]!r} is no PARAMETER=VALUE, such as as-of=2026-01-01.")
    return {parameter.replace("-", "_"): value for parameter, _, value in pairs}
