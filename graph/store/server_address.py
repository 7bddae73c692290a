"""Where a store is: a folder of this machine, or the address of a SPARQL server."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

from graph.address_rule import encoded_address
from graph.errors import UsageError

_SCHEMES = ("http://", "https://")


@dataclass(frozen=True, slots=True)
class ServerAddress:
    """The address at which a server answers the queries of the SPARQL 1.1 Protocol.

    Attributes:
        url: The address, with the name and password of a user if it needs them.
    """

    url: str = field(repr=False)

    def __post_init__(self) -> None:
        """Refuse what is no web address.

        Raises:
            UsageError: If it has no host, or a part that no request sends.
        """
        if encoded_address(self.url) != self.url or "#" in self.url:
            raise UsageError(
                f"{self} is no address of a SPARQL server. It looks like "
                "http://localhost:7878/query."
            )

    def __str__(self) -> str:
        """The address for people, without the name and password of a user."""
        head, mark, rest = self.url.partition("://")
        host, slash, path = rest.partition("/")
        return f"{head}{mark}{host.rpartition('@')[2]}{slash}{path}"

    @property
    def host(self) -> str:
        """Name of the machine, and the port if the address has one."""
        return urlsplit(str(self)).netloc


StoreLocation = Path | ServerAddress


def read_location(words: str) -> StoreLocation:
    """The location that somebody typed: an address if it begins as one, or else a folder.

    Raises:
        UsageError: If it begins as an address and is none.
    """
    return ServerAddress(words) if words.lower().startswith(_SCHEMES) else Path(words)


def location_text(location: StoreLocation) -> str:
    """A location for `read_location`, with whatever name and password it holds; not to be shown."""
    return location.url if isinstance(location, ServerAddress) else str(location)
