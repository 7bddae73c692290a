"""Answers queries of the SPARQL protocol: written by the engine itself, as the standards have it.

Rows pass through the engine's tab-separated values, in which a row is a line whatever it holds, so
that no more of them are worked out than may be sent.
"""

from __future__ import annotations

from io import RawIOBase
from itertools import islice
from typing import IO, TYPE_CHECKING, Any, cast

import msgspec
import pyoxigraph as ox

from graph.errors import QueryError
from graph.store.embedded import Store
from graph.store.readable_store import QueryDataset
from joinedup.server.description_terms import asks_of_description
from joinedup.server.graph_writing import write_graph
from joinedup.server.media_types import BOOLEAN_TYPES, GRAPH_TYPES, ROW_TYPES
from joinedup.server.negotiation import choose

if TYPE_CHECKING:
    from collections.abc import Mapping

    from typing_extensions import Buffer

    from graph.store.readable_store import Answer
    from joinedup.server.negotiation import Representation


class SparqlQuestion(msgspec.Struct, frozen=True):
    """A query as the protocol gives it.

    Attributes:
        query: The text.
        accept: The header `Accept`.
        base: The address of the endpoint.
        rows: Rows or triples of the answer, at most.
        default_graphs: Graphs that the request makes the default graph of.
        named_graphs: Graphs that the request names.
        allow_service: Whether the query may call on other servers.
    """

    query: str
    accept: str
    base: str
    rows: int
    default_graphs: tuple[str, ...] = ()
    named_graphs: tuple[str, ...] = ()
    allow_service: bool = False

    @property
    def dataset(self) -> QueryDataset | None:
        """The graphs to ask, if the request says which."""
        if self.default_graphs or self.named_graphs:
            return QueryDataset(self.default_graphs, self.named_graphs)
        return None


def answer_query(store: Store, argument: dict[str, Any]) -> dict[str, Any]:
    """Answer a query in the form that is liked best.

    Args:
        store: The graph.
        argument: The fields of a `SparqlQuestion`.

    Returns:
        ``media_type``, ``content`` in bytes, and whether it is ``complete``; or only what there is
        to choose from (``offered``), if none of it is accepted; or that it ``asks_of_description``.

    Raises:
        QueryError: If the query is malformed, refused, or cannot be carried out.
    """
    question = msgspec.convert(argument, SparqlQuestion)
    if question.dataset is None and asks_of_description(question.query, question.base):
        return {"asks_of_description": True}
    return _answered(store, question)


def answer_from_description(_store: Store, argument: dict[str, Any]) -> dict[str, Any]:
    """Answer a query from the description of the service.

    Args:
        argument: The fields of a `SparqlQuestion`, and the ``description`` in N-Triples.

    Returns:
        As `answer_query`.

    Raises:
        QueryError: As `answer_query`.
    """
    description = Store.in_memory()
    description.load(argument["description"])
    return _answered(description, msgspec.convert(argument, SparqlQuestion))


def _answered(store: Store, question: SparqlQuestion) -> dict[str, Any]:
    try:
        answer = store.query(
            question.query,
            base=question.base,
            dataset=question.dataset,
            allow_service=question.allow_service,
        )
        offers = _offers(answer)
        choice = choose(question.accept, list(offers))
        if choice is None:
            return {"offered": [offer.media_type for offer in offers]}
        content, complete = _written(answer, choice[0], question)
    except OSError as error:
        raise QueryError(f"Another server did not answer: {error}") from error
    except RuntimeError as error:
        raise QueryError(f"The query cannot be answered: {error}") from error
    return {"media_type": choice[1], "content": content, "complete": complete}


def _offers(answer: Answer) -> Mapping[Representation, object]:
    if isinstance(answer, ox.QueryTriples):
        return GRAPH_TYPES
    return BOOLEAN_TYPES if isinstance(answer, ox.QueryBoolean) else ROW_TYPES


def _written(
    answer: Answer, choice: Representation, question: SparqlQuestion
) -> tuple[bytes, bool]:
    """An answer in one of its forms, and whether it is all there."""
    if isinstance(answer, ox.QueryTriples):
        triples = list(islice(answer, question.rows + 1))
        complete = len(triples) <= question.rows
        return write_graph(triples[: question.rows], GRAPH_TYPES[choice]), complete
    if isinstance(answer, ox.QueryBoolean):
        return answer.serialize(format=BOOLEAN_TYPES[choice]) or b"", True
    return _written_rows(answer, ROW_TYPES[choice], question)


def _written_rows(
    answer: ox.QuerySolutions, form: ox.QueryResultsFormat, question: SparqlQuestion
) -> tuple[bytes, bool]:
    lines = _Lines(question.rows + 1)  # and the line of the names
    try:
        answer.serialize(cast("IO[bytes]", lines), format=ox.QueryResultsFormat.TSV)
    except OSError:
        if lines.complete:
            raise
    if form == ox.QueryResultsFormat.TSV:
        return lines.content, lines.complete
    rows = ox.parse_query_results(lines.content, format=ox.QueryResultsFormat.TSV)
    if isinstance(rows, ox.QueryTriples):
        raise TypeError("tab-separated values hold no triples")
    content = rows.serialize(format=form) or b""
    return content if lines.complete else _linked(content, form, question), lines.complete


def _linked(content: bytes, form: ox.QueryResultsFormat, question: SparqlQuestion) -> bytes:
    """An answer that is cut, with a link in its head that says so, where its form has room."""
    link = f"{question.base}#cut-after-{question.rows}-rows"
    if form == ox.QueryResultsFormat.JSON:
        head = b'{"head":{'
        return content.replace(head, head + b'"link":[' + msgspec.json.encode(link) + b"],", 1)
    if form == ox.QueryResultsFormat.XML:
        element = f'<link href="{link}"/></head>'.encode()
        return content.replace(b"</head>", element, 1)
    return content


class _Lines(RawIOBase):
    """A file that takes so many lines, and refuses more."""

    def __init__(self, most: int) -> None:
        super().__init__()
        self._most = most
        self._parts: list[bytes] = []
        self._count = 0

    @property
    def complete(self) -> bool:
        """Whether no line was refused."""
        return self._count <= self._most

    @property
    def content(self) -> bytes:
        """The lines."""
        content = b"".join(self._parts)
        if self.complete:
            return content
        return b"".join(line + b"\n" for line in content.split(b"\n", self._most)[: self._most])

    def write(self, part: Buffer) -> int:
        """Take what is written, and refuse all that follows the last line.

        Raises:
            OSError: If it was refused.
        """
        taken = bytes(part)
        self._parts.append(taken)
        self._count += taken.count(b"\n")
        if not self.complete:
            raise OSError("all the rows that may be sent are there")
        return len(taken)
