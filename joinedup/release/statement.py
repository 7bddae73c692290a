"""The plain-language data statement of a release, and its licences."""

from __future__ import annotations

from importlib.resources import files
from typing import TYPE_CHECKING

from jinja2 import Environment, StrictUndefined

from joinedup.version import __version__
from ontology.severity import Severity
from queries.conversion import as_table
from queries.data_checks import as_tables
from queries.graph_figures import figures
from queries.markdown_text import escape_inline, link_or_text
from queries.query_files import list_questions
from queries.result_tables import render

if TYPE_CHECKING:
    from graph.store.readable_store import ReadableStore
    from queries.data_checks import CheckReport
    from queries.result_tables import Table

# What is filled in has been escaped as Markdown, which is not what this engine would do.
_TEMPLATES = Environment(undefined=StrictUndefined, keep_trailing_newline=True)  # noqa: S701


def statement(store: ReadableStore, check_report: CheckReport) -> str:
    """What is in the release, how it was made, what is wrong with it, and what it covers.

    Args:
        store: The graph that is released.
        check_report: The outcome of its data checks.
    """
    return _written(
        "statement.md",
        version=__version__,
        figures=_markdown(figures(store)),
        sections=[
            (query.title, query.description, _markdown(as_table(store.query(query.sparql))))
            for query in list_questions("release")
        ],
        faults={severity.word: check_report.total(severity) for severity in reversed(Severity)},
        checks=check_report.checks,
        broken=_markdown(as_tables(check_report)["checks"]),
    )


def licences(store: ReadableStore) -> str:
    """Under which licences things may be used, and who is to be named."""
    sources, *_ = list_questions("release")
    rows = as_table(store.query(sources.sparql)).rows
    owed = sorted({(str(licence), str(publisher)) for publisher, _, licence, *_ in rows})
    escaped = [(link_or_text(licence), escape_inline(publisher)) for licence, publisher in owed]
    return _written("licences.md", owed=escaped)


def _written(name: str, **values: object) -> str:
    text = files("joinedup.release").joinpath(name).read_text(encoding="utf-8")
    return _TEMPLATES.from_string(text).render(values)


def _markdown(table: Table) -> str:
    return render(table, "markdown")
