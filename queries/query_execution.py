"""Runs a query in this process, with a limit of rows only."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.errors import QueryError
from queries.evidence_queries import with_sentences
from queries.parameter_names import require_values
from queries.parameter_values import fill_parameters
from queries.query_files import load_question
from queries.query_result import materialise

if TYPE_CHECKING:
    from graph.store.readable_store import ReadableStore
    from queries.query_request import QueryRequest
    from queries.query_result import QueryResult


def execute(
    store: ReadableStore, request: QueryRequest, row_limit: int | None = None
) -> QueryResult:
    """Run a query.

    Args:
        store: The graph.
        request: What to run.
        row_limit: Rows to take of the result; None for all.

    Raises:
        UnknownNameError: If there is no such saved question, parameter or name.
        QueryError: If the query is malformed, refused, or cannot be carried out.
        UsageError: If a value does not fit its parameter, or a required one has none.
    """
    if request.values is None:
        return run_sparql(store, request.query, row_limit, allow_service=request.allow_service)
    question = load_question(request.query)
    require_values(question, request.values)
    sparql = fill_parameters(question, request.values, store)
    result = run_sparql(store, sparql, row_limit)
    if not request.evidence:
        return result
    return with_sentences(store, question.evidence_queries, sparql, result)


def run_sparql(
    store: ReadableStore, sparql: str, row_limit: int | None = None, *, allow_service: bool = False
) -> QueryResult:
    """Take what the engine gives; what it cannot do shows only while it works.

    Raises:
        QueryError: If the query is malformed, refused, or cannot be carried out.
    """
    try:
        return materialise(store.query(sparql, allow_service=allow_service), row_limit)
    except OSError as error:
        raise QueryError(f"Another server did not answer: {error}") from error
    except RuntimeError as error:
        raise QueryError(f"The query cannot be answered: {error}") from error
