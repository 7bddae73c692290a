"""The one place that speaks HTTP: one address, asked politely, within limits of host and size.

Lists are kept in an HTTP cache for some hours, so that a run that was stopped does not walk them
again. A mirror may stand in for all services: then `https://HOST/PATH` is asked of it as
`MIRROR/HOST/PATH`, and which hosts may be asked is decided by HOST all the same.
"""

from __future__ import annotations

import logging
import ssl
from contextlib import closing
from dataclasses import dataclass
from typing import TYPE_CHECKING

import httpx
from hishel import SqliteStorage
from hishel.httpx import CacheTransport

from loaders.fetch.not_fetched import BY_HAND, FetchFailedError
from loaders.fetch.request_pace import RequestPace
from loaders.fetch.retry_after import seconds_to_wait
from loaders.fetch.web_addresses import follow_link

if TYPE_CHECKING:
    from pathlib import Path

    from loaders.fetch.allowed_hosts import AllowedHosts
    from loaders.fetch.clock import Clock

SECONDS_KEPT = 6 * 60 * 60
"""Seconds for which the answer to a list is kept."""

LONGEST_ANSWER = 300
"""Seconds that one answer may take, however slowly it drips."""

_TIMEOUT = httpx.Timeout(60, connect=20)
_MOST_REDIRECTS = 5
_PACKINGS = {"", "identity", "gzip", "deflate"}
_REFUSALS = {401, 403, 405, 407, 451}
_GONE = {404, 410}
_TOO_MANY = 429
_PASSING = {408, 425, _TOO_MANY}
_SERVER_FAULT = 500
_SQLITE = b"SQLite format 3\x00"


@dataclass(frozen=True, slots=True)
class HttpAnswer:
    """What an address gave.

    Attributes:
        body: The bytes.
        media_type: Their type as the service says, without parameters; empty if it says none.
        address: The address that gave them, after redirects.
    """

    body: bytes
    media_type: str
    address: str


class HttpClient:
    """Asks addresses; `close` when done."""

    def __init__(
        self, clock: Clock, hosts: AllowedHosts, cache: Path, *, agent: str, mirror: str = ""
    ) -> None:
        """Open nothing yet.

        Args:
            clock: The clock to wait by.
            hosts: The hosts that may be asked.
            cache: File of the HTTP cache.
            agent: How we call ourselves.
            mirror: Address of a server that stands in for all hosts; empty for none.
        """
        self._clock, self._hosts, self._mirror = clock, hosts, mirror
        logging.getLogger("hishel").propagate = False  # without its cache, all goes on as ever
        logging.getLogger("hishel").addHandler(logging.NullHandler())
        _remove_damaged(cache)
        self._storage = SqliteStorage(database_path=cache, default_ttl=SECONDS_KEPT)
        direct = httpx.Client(timeout=_TIMEOUT, follow_redirects=False)
        transport = _PoliteTransport(direct, RequestPace(clock), mirror)
        headers = {"User-Agent": agent, "Accept-Encoding": "gzip, deflate"}
        self._plain = httpx.Client(transport=transport, headers=headers, timeout=_TIMEOUT)
        cached = CacheTransport(transport, self._storage)
        self._cached = httpx.Client(transport=cached, headers=headers, timeout=_TIMEOUT)

    def close(self) -> None:
        """Close every connection, and the cache."""
        self._cached.close()
        self._plain.close()

    def forget(self, address: str) -> None:
        """Take an answer out of the cache, since it was not sound."""
        for entry in self._storage.get_entries(self._key(address)):
            self._storage.remove_entry(entry.id)

    def get(self, address: str, *, largest: int, is_list: bool) -> HttpAnswer:
        """Ask an address once, and follow where it leads.

        Args:
            address: The address.
            largest: Bytes that the answer may have.
            is_list: Whether it may come from the cache, and is kept there.

        Raises:
            FetchFailedError: If nothing comes of it that can be used.
        """
        for _ in range(_MOST_REDIRECTS + 1):
            self._hosts.check(address)
            client = self._cached if is_list else self._plain
            extensions = {"caching": {"key": self._key(address)}} if is_list else {}
            try:
                request = client.build_request("GET", address, extensions=extensions)
                with closing(client.send(request, stream=True)) as response:
                    if target := response.headers.get("location") if _leads_on(response) else None:
                        leads_to = follow_link(address, target)
                        address = leads_to.geturl() if leads_to else target
                        continue
                    _check_status(response, self._clock)
                    body = self._read(response, largest)
                    media_type = response.headers.get("content-type", "").partition(";")[0].strip()
                    return HttpAnswer(body, media_type.lower(), address)
            except httpx.InvalidURL as error:
                raise FetchFailedError("the address is no web address") from error
            except httpx.TransportError as error:
                raise _lost(error) from error
            except (httpx.DecodingError, RuntimeError) as error:  # RuntimeError: the cache's
                raise FetchFailedError(f"the answer was broken ({error})", passing=True) from error
        raise FetchFailedError(f"it was sent on more than {_MOST_REDIRECTS} times")

    def _read(self, response: httpx.Response, largest: int) -> bytes:
        """The body, if it is not too large and does not come too slowly."""
        too_large = FetchFailedError(
            f"the answer has more than {largest / 1024**2:,.0f} MiB", BY_HAND
        )
        if response.headers.get("content-encoding", "").strip().lower() not in _PACKINGS:
            raise FetchFailedError("the answer is packed in a way that was not asked for")
        length = response.headers.get("content-length", "")
        if length.isascii() and length.isdigit() and int(length[:20]) > largest:
            raise too_large
        until = self._clock.monotonic() + LONGEST_ANSWER
        body = bytearray()
        for chunk in response.iter_bytes():
            body += chunk
            if len(body) > largest:
                raise too_large
            if self._clock.monotonic() > until:
                raise FetchFailedError(
                    f"the answer took more than {LONGEST_ANSWER} seconds", passing=True
                )
        return bytes(body)

    def _key(self, address: str) -> str:
        return f"{self._mirror} {address}"


class _PoliteTransport(httpx.BaseTransport):
    """Sends through another client, which knows proxies and certificates, at a polite pace."""

    def __init__(self, client: httpx.Client, pace: RequestPace, mirror: str) -> None:
        self._client, self._pace, self._mirror = client, pace, mirror

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        host = request.url.host
        self._pace.wait_for_turn(host)
        if self._mirror:
            path = request.url.raw_path.decode("ascii")
            headers = [(key, value) for key, value in request.headers.raw if key.lower() != b"host"]
            request = httpx.Request(
                "GET",
                f"{self._mirror}/{host}{path}",
                headers=headers,
                extensions={"timeout": request.extensions.get("timeout", _TIMEOUT.as_dict())},
            )
        return self._client.send(request, stream=True)

    def close(self) -> None:
        self._client.close()


def _remove_damaged(cache: Path) -> None:
    """Take away a cache that is none; what it held is asked for again."""
    try:
        with cache.open("rb") as file:
            head = file.read(len(_SQLITE))
    except OSError:
        return
    if head not in {_SQLITE, b""}:
        for ending in ("", "-wal", "-shm"):
            cache.with_name(f"{cache.name}{ending}").unlink(missing_ok=True)


def _leads_on(response: httpx.Response) -> bool:
    return response.status_code in (301, 302, 303, 307, 308)


def _check_status(response: httpx.Response, clock: Clock) -> None:
    """Refuse an answer that is none.

    Raises:
        FetchFailedError: If the status is not that of an answer.
    """
    status = response.status_code
    if response.is_success and status not in (204, 206):
        return
    if status in _REFUSALS or response.headers.get("cf-mitigated"):
        reason = f"the site refuses programs (HTTP {status})"
        raise FetchFailedError(reason, BY_HAND, of_host=True)
    if status in _GONE:
        raise FetchFailedError(
            f"it is not there (HTTP {status})",
            "Look for it on the site: it may have moved.",
            status=status,
        )
    reason = f"the service answered HTTP {status}"
    if status == _TOO_MANY:
        reason = "the service asks to be left alone for a while (HTTP 429)"
    raise FetchFailedError(
        reason,
        passing=status in _PASSING or status >= _SERVER_FAULT,
        retry_after=seconds_to_wait(response.headers.get("retry-after"), clock.now()),
        of_host=status == _TOO_MANY,
        status=status,
    )


def _lost(error: httpx.TransportError) -> FetchFailedError:
    """What a failure on the way means."""
    if isinstance(error.__cause__, ssl.SSLCertVerificationError) or "CERTIFICATE" in str(error):
        return FetchFailedError(
            f"the certificate of the site is not trusted here ({error})",
            "Where a proxy of your organisation opens connections, ask for its certificate and "
            "name the file in SSL_CERT_FILE.",
            of_host=True,
        )
    if isinstance(error, httpx.TimeoutException):
        return FetchFailedError("there was no answer in time", passing=True, of_host=True)
    if isinstance(error, httpx.UnsupportedProtocol | httpx.ProxyError):
        return FetchFailedError(
            f"the way there is barred ({error})", "Look at HTTPS_PROXY.", of_host=True
        )
    return FetchFailedError(f"the connection was lost ({error})", passing=True, of_host=True)
