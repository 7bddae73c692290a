"""Which hosts may be asked, under which licence they publish, and which refuse programs."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from loaders.fetch.not_fetched import BY_HAND, FetchFailedError
from loaders.fetch.web_addresses import follow_link

_FILE = Path(__file__).with_name("hosts.toml")


@dataclass(frozen=True, slots=True)
class AllowedHosts:
    """What is known of hosts.

    Attributes:
        may_be_asked: Hosts that may be asked.
        by_hand: Hosts that refuse programs.
        licences: Address of the licence by host, of all of these; empty if not known.
    """

    may_be_asked: frozenset[str]
    by_hand: frozenset[str]
    licences: dict[str, str]

    def licence_of(self, address: str) -> str:
        """The licence of what is at an address; empty if it is not known."""
        parts = follow_link("https://", address)
        return self.licences.get(parts.hostname or "", "") if parts else ""

    def check(self, address: str) -> str:
        """The host of an address that may be asked.

        Raises:
            FetchFailedError: If it may not: it is no web address, has another port or a password,
                or is on a host that is not listed.
        """
        parts = follow_link("https://", address)
        if parts is None:
            raise _refused("the address is no web address")
        host = parts.hostname or ""
        if host in self.by_hand:
            raise FetchFailedError(f"{host} refuses programs", BY_HAND)
        if parts.scheme != "https" or parts.port not in (None, 443) or "@" in parts.netloc:
            raise _refused("the address is not a plain https address")
        if host not in self.may_be_asked:
            raise _refused(f"it is on {host or 'no host'}, which is not among the hosts asked")
        return host


@cache
def allowed_hosts() -> AllowedHosts:
    """The hosts that `hosts.toml` lists."""
    content = tomllib.loads(_FILE.read_text(encoding="utf-8"))
    hosts, by_hand = content["hosts"], content["by_hand"]
    licences = {host: entry["licence"] for host, entry in {**hosts, **by_hand}.items()}
    return AllowedHosts(frozenset(hosts), frozenset(by_hand), licences)


def _refused(reason: str) -> FetchFailedError:
    return FetchFailedError(reason, BY_HAND)
