"""Which hosts may be asked, under which licence they publish, and which refuse programs."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from urllib.parse import urlsplit

from loaders.fetch.not_fetched import BY_HAND, FetchFailedError

_FILE = Path(__file__).with_name("hosts.toml")


@dataclass(frozen=True, slots=True)
class AllowedHosts:
    """What is known of hosts.

    Attributes:
        licences: Address of the licence by host, of all that may be asked; empty if not known.
        by_hand: Hosts that refuse programs.
    """

    licences: dict[str, str]
    by_hand: frozenset[str]

    def check(self, address: str) -> str:
        """The host of an address that may be asked.

        Raises:
            FetchFailedError: If it may not: it is no web address, has another port or a password,
                or is on a host that is not listed.
        """
        try:
            parts = urlsplit(address)
            host, port = parts.hostname or "", parts.port
        except ValueError:
            raise _refused("the address is no web address") from None
        if host in self.by_hand:
            raise FetchFailedError(f"{host} refuses programs", BY_HAND)
        if parts.scheme != "https" or port not in (None, 443) or "@" in parts.netloc:
            raise _refused("the address is not a plain https address")
        if host not in self.licences:
            raise _refused(f"it is on {host or 'no host'}, which is not among the hosts asked")
        return host


@cache
def allowed_hosts() -> AllowedHosts:
    """The hosts that `hosts.toml` lists."""
    content = tomllib.loads(_FILE.read_text(encoding="utf-8"))
    licences = {host: entry["licence"] for host, entry in content["hosts"].items()}
    return AllowedHosts(licences, frozenset(content["by_hand"]["hosts"]))


def _refused(reason: str) -> FetchFailedError:
    return FetchFailedError(reason, BY_HAND)
