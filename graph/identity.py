"""Mints every IRI of the graph, from raw, stable keys.

Things are at `<base>id/<kind>/<key>`. A key comes from the world where it has one (HC number and
session, a tracker's record id, a GOV.UK slug); where it has none, from a digest of the content.
The same input always gives the same IRIs. Nothing is cleaned before it is digested, so that a
change to a cleaning rule never renames a thing.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from typing import TYPE_CHECKING

from slugify import slugify

from graph.errors import UsageError
from graph.web_addresses import is_web_address

if TYPE_CHECKING:
    from graph.records.findings import Key

DEFAULT_BASE = "https://w3id.org/joinedup/"

CONTENT = "content"
"""First field of a key that is made of content because the world gives no key."""

_LONGEST_SLUG = 96


@lru_cache(maxsize=65536)
def slug(name: str) -> str:
    """Make a readable last segment of an IRI: lower-case ASCII letters, digits and hyphens.

    Letters of other alphabets become the nearest ASCII letters. What is neither letter nor digit
    only parts words; apostrophes do not even do that.

    >>> slug("HC 730")
    'hc-730'
    >>> slug("Women’s Committee")
    'womens-committee'
    """
    words = re.sub(r"[\W_]+", "-", re.sub(r"['’]", "", name))
    return slugify(words)


@lru_cache(maxsize=4096)
def digest(*parts: str) -> str:
    """Digest content to 80 bits, in hexadecimal; quoted and escaped, parts cannot run together."""
    return sha256(ascii(parts).encode("ascii")).hexdigest()[:20]


@dataclass(frozen=True, slots=True)
class IriFactory:
    """Makes the IRIs of one graph.

    Attributes:
        base: Where the graph's own things live; ends in a slash.
    """

    base: str = DEFAULT_BASE

    def __post_init__(self) -> None:
        """Refuse a base that would make broken IRIs.

        Raises:
            UsageError: If the base is not an absolute web address ending in a slash.
        """
        if not is_web_address(self.base) or not self.base.endswith("/"):
            raise UsageError(
                f"The base address {self.base!r} must be a web address that ends in a slash, "
                f"such as {DEFAULT_BASE}"
            )

    def from_slug(self, kind: str, key: str) -> str:
        """IRI of a thing whose key is a slug already, such as a register's id."""
        return f"{self.base}id/{kind}/{slug(key)}"

    def from_key(self, kind: str, key: Key) -> str:
        """IRI of a thing known by raw fields, readable where the world gives the key.

        Loaders begin a key with the name of its scheme (``("hc", "2022-23", "HC 730")``), which
        keeps keys of different schemes apart; within a scheme the number of fields is fixed.
        """
        if key[0] != CONTENT:
            readable = "-".join(slug(field) for field in key)
            if len(readable) <= _LONGEST_SLUG:
                return f"{self.base}id/{kind}/{readable}"
        return self.from_content(kind, *key)

    def from_content(self, kind: str, *parts: str) -> str:
        """IRI of a thing that has no key but its content."""
        return f"{self.base}id/{kind}/{digest(*parts)}"
