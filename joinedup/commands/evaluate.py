"""`joinedup evaluate`: what is read, beside what a careful reader would read."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from evaluation.answer_scores import evaluate_answers
from evaluation.document_scores import evaluate_documents
from evaluation.page_scores import evaluate_pages
from evaluation.score_tables import answers_tables, documents_tables, names_tables, pages_tables
from evaluation.span_judgements import evaluate_names
from joinedup.options import format_option, screen_width
from joinedup.terminal import print_result
from loaders.cleaning.text_cleaning import clean_text
from loaders.pipeline.registers import bundled_recogniser
from queries.result_tables import FORMATS, Table, render

if TYPE_CHECKING:
    from collections.abc import Iterable

gold_argument = click.argument("gold", type=click.Path(path_type=Path, exists=True, dir_okay=False))


@click.group()
def command() -> None:
    """Compare what the loaders read with a file of right answers.

    \b
    Example:
      joinedup evaluate pages tests/cases/record_pages/gold_pages.jsonl
    """


@command.command()
@gold_argument
@format_option(FORMATS)
def pages(gold: Path, output_format: str) -> None:
    """Compare record pages, field by field, with GOLD (JSON lines; paths relative to it).

    \b
    Example:
      joinedup evaluate pages tests/cases/record_pages/gold_pages.jsonl
    """
    _show(pages_tables(evaluate_pages(gold)), output_format)


@command.command()
@gold_argument
@click.option("--errors", is_flag=True, help="List every error.")
@format_option(FORMATS)
def names(gold: Path, *, errors: bool, output_format: str) -> None:
    """Compare the names found in pages with GOLD (JSON lines; paths relative to it).

    Gives precision, recall and F1 by class, type and rule, and the share of right links.

    \b
    Example:
      joinedup evaluate names tests/cases/names/gold_names.jsonl --errors
    """
    figures = evaluate_names(gold, bundled_recogniser(), clean_text)
    if output_format == "json":
        _as_json(figures.as_dict(), *(() if errors else ("errors",)))
    else:
        _show(names_tables(figures, errors=errors), output_format)


@command.command()
@gold_argument
@click.option("--errors", is_flag=True, help="List every difference.")
@click.option(
    "--as-given", is_flag=True, help="Leave out the corrections that GOLD makes to itself."
)
@format_option(FORMATS)
def answers(gold: Path, *, errors: bool, as_given: bool, output_format: str) -> None:
    """Compare positions and quality flags with GOLD (JSON lines; paths relative to it).

    Gives the share of replies whose position is read rightly, and precision and recall by flag.

    \b
    Example:
      joinedup evaluate answers tests/cases/record_pages/gold_pages.jsonl --errors
    """
    figures = evaluate_answers(gold, as_given=as_given)
    if output_format == "json":
        _as_json(figures.as_dict(), *(() if errors else ("misses",)))
    else:
        _show(answers_tables(figures, errors=errors), output_format)


@command.command()
@gold_argument
@click.option("--errors", is_flag=True, help="List every difference.")
@format_option(FORMATS)
def documents(gold: Path, *, errors: bool, output_format: str) -> None:
    """Compare responses and Treasury Minutes with GOLD (JSON lines; paths relative to it).

    Gives precision and recall of answers, numbers, positions, dates and departments.

    \b
    Example:
      joinedup evaluate documents tests/cases/gold_documents/gold_first.jsonl
    """
    figures = evaluate_documents(gold)
    if output_format == "json":
        _as_json(figures.as_dict(), *(() if errors else ("misses",)))
    else:
        _show(documents_tables(figures, errors=errors), output_format)


def _as_json(figures: dict[str, Any], *counted: str) -> None:
    """Write an evaluation with all that it lists; of some lists only how long they are."""
    lengths = {name: len(figures[name]) for name in counted}
    print_result(json.dumps(figures | lengths, indent=2), "json")


def _show(tables: dict[str, Table], output_format: str) -> None:
    """Write tables one below the other; as JSON, one object with a member for each."""
    if output_format == "json":
        members = ",\n".join(
            f'"{name}": {render(table, output_format)}' for name, table in tables.items()
        )
        print_result(f"{{\n{members}\n}}", output_format)
        return
    print_result("\n\n".join(_written(tables.values(), output_format)), output_format)


def _written(tables: Iterable[Table], output_format: str) -> Iterable[str]:
    return (render(table, output_format, width=screen_width()) for table in tables if table.rows)
