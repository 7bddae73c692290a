"""Speaks HTTP to one SPARQL server, and to no other address: redirects are not followed."""

from __future__ import annotations

import weakref
from contextlib import contextmanager
from typing import TYPE_CHECKING

import httpx

from graph.errors import LimitError, QueryError, StoreError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from graph.store.server_address import ServerAddress

LONGEST_WAIT = 3_600
"""Seconds without a word from the server after which a query is given up."""

_TIMEOUT = httpx.Timeout(LONGEST_WAIT, connect=20)
_ACCEPT = (
    "application/sparql-results+json, application/n-triples, "
    "application/sparql-results+xml;q=0.5, text/turtle;q=0.5"
)
_CUT = "X-Joinedup-Truncated"
"""The header by which `joinedup serve` says that an answer has more rows than it gives."""

_LONGEST_REASON = 300
_TOO_LONG = {408, 503, 504}
_REFUSED = {401, 403, 407}
_UNREADABLE = {400, 413, 414, 415, 422}
_SERVER_FAULT = 500


class SparqlClient:
    """Sends queries to a server."""

    def __init__(self, address: ServerAddress) -> None:
        """Open nothing yet."""
        self._address = address
        self._client = httpx.Client(
            timeout=_TIMEOUT, headers={"Accept": _ACCEPT}, follow_redirects=False
        )
        self.close = weakref.finalize(self, self._client.close)
        """Ends all connections; harmless a second time."""

    def ask(self, fields: Sequence[tuple[str, str]]) -> AnswerBody:
        """Send a query, and give the answer as it comes in.

        Args:
            fields: The query, and the graphs to ask, as the protocol calls them.

        Raises:
            QueryError: If the server cannot read the query or carry it out.
            LimitError: If the server has stopped the query.
            StoreError: If the server cannot be reached, wants a user to be known, is none that
                answers SPARQL, or says that it gives only a part of the answer.
        """
        parameters: dict[str, list[str]] = {}
        for name, value in fields:
            parameters.setdefault(name, []).append(value)
        request = self._client.build_request("POST", self._address.url, data=parameters)
        with connection_failures_reported(self._address):
            response = self._client.send(request, stream=True)
        if _CUT in response.headers:
            response.close()
            raise StoreError(
                f"The server at {self._address} gives only the first rows of this answer "
                f"({response.headers[_CUT]}). Ask for less, or have it allow more."
            )
        if response.is_success:
            return AnswerBody(self, self._address, response)
        with connection_failures_reported(self._address):
            words = response.read().decode(errors="replace")
        raise _failure(self._address, response, words)


class AnswerBody:
    """The bytes of an answer, to be read like those of a file; at their end it is closed.

    Attributes:
        media_type: What the bytes are, without parameters.
    """

    def __init__(
        self, client: SparqlClient, address: ServerAddress, response: httpx.Response
    ) -> None:
        """Read nothing yet."""
        self._client = client  # whose connections end with it
        self._address = address
        self._pieces = response.iter_bytes()
        self._rest = b""
        self.media_type = response.headers.get("content-type", "").partition(";")[0].strip()
        weakref.finalize(self, response.close)

    def read(self, size: int = -1) -> bytes:
        """The next bytes, at most so many; none at the end.

        Raises:
            StoreError: If the server breaks off.
        """
        with connection_failures_reported(self._address):
            if size < 0:
                everything, self._rest = b"".join([self._rest, *self._pieces]), b""
                return everything
            while not self._rest:
                if (more := next(self._pieces, None)) is None:
                    return b""
                self._rest = more
        piece, self._rest = self._rest[:size], self._rest[size:]
        return piece


@contextmanager
def connection_failures_reported(address: ServerAddress) -> Iterator[None]:
    """Say in plain words what went wrong with a connection.

    Raises:
        StoreError: If anything did.
    """
    try:
        yield
    except httpx.ReadTimeout as error:
        raise StoreError(
            f"The server at {address} has said nothing for {LONGEST_WAIT:,} seconds."
        ) from error
    except httpx.ConnectError as error:
        raise StoreError(
            f"The server at {address} cannot be reached: {error}. Is it running, and is the "
            "address right?"
        ) from error
    except httpx.HTTPError as error:
        raise StoreError(
            f"The connection to the server at {address} was lost: {error or type(error).__name__}."
        ) from error


def _failure(
    address: ServerAddress, response: httpx.Response, words: str
) -> QueryError | LimitError | StoreError:
    """What an answer that is no success says."""
    reason = " ".join(words.split())[:_LONGEST_REASON] or response.reason_phrase
    status = response.status_code
    if response.is_redirect:
        return StoreError(
            f"The server at {address} sends on to {response.headers.get('location', 'nowhere')}. "
            "Only the address given is asked; if you trust the other, give that one."
        )
    if status in _TOO_LONG:
        return LimitError(f"The server at {address} has stopped the query: {reason}")
    if status in _REFUSED:
        return StoreError(
            f"The server at {address} refuses to answer ({status}). If it needs the name of a "
            "user, give it in the address: http://NAME:PASSWORD@HOST/PATH"
        )
    if status in _UNREADABLE:
        return QueryError(f"The server at {address} cannot read the query: {reason}")
    if status >= _SERVER_FAULT:
        return QueryError(f"The server at {address} cannot answer the query: {reason}")
    return StoreError(
        f"There is no SPARQL server at {address} ({status} {response.reason_phrase}). Give the "
        "address at which it takes queries, such as http://localhost:7878/query."
    )
