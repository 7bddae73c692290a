"""Mints every IRI of the graph, from raw, stable keys.

Things are at `<base>id/<kind>/<key>`. A key comes from the world where it has one (HC number and
session, a tracker's record id, a GOV.UK slug); where it has none, from a digest of the content.
The same input always gives the same IRIs. Nothing is cleaned before it is digested, so that a
change to a cleaning rule never renames a thing.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache
from hashlib import sha256
from typing import TYPE_CHECKING

from slugify import slugify

from graph.address_rule import encoded_address
from graph.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Callable

    from graph.records.findings import Key, Origin, ReportedCommitment
    from graph.records.mentions import EntityKey, Span
    from graph.records.response_documents import ItemKey

DEFAULT_BASE = "https://w3id.org/joinedup/"

CONTENT = "content"
"""First field of a key that is made of content because the world gives no key."""

_LONGEST_SLUG = 96


def finding_key(report: Key, kind: str, number: str) -> Key:
    """Key of a finding that is known by its number in a report.

    Two records are about one finding if and only if their keys of it are equal. A tracker's page
    gives a key of its own, since trackers number findings otherwise than reports do.

    Args:
        report: Key of the report.
        kind: Kind of finding; a report numbers conclusions and recommendations apart.
        number: Its number as printed.
    """
    scheme = "report" if report[0] == "hc" else report[0]
    return scheme, *report[1:], str(kind), number


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


def finding_slug(key: Key) -> str:
    """Last part of the IRI of a finding, by which people name it in corrections."""
    return IriFactory().finding(key).rpartition("/")[2]


@lru_cache(maxsize=4096)
def digest(*parts: str) -> str:
    """Digest content to 80 bits, in hexadecimal; quoted and escaped, parts cannot run together."""
    return sha256(ascii(parts).encode("ascii")).hexdigest()[:20]


def span_of_text(text_iri: str, span: Span) -> str:
    """IRI of a span of a kept text: that of the text with a fragment as in RFC 5147."""
    return f"{text_iri}#char={span[0]},{span[1]}"


_LONGEST_NAME = 200
"""Characters of a name that may be in a register."""


@dataclass(frozen=True, slots=True)
class RegisteredBody:
    """A body of the register.

    Attributes:
        key: Its key there.
        name: Its name there.
    """

    key: str
    name: str


def _in_no_register(name: str) -> RegisteredBody | None:  # noqa: ARG001 - the register has none
    return None


@dataclass(frozen=True, slots=True)
class IriFactory:
    """Makes the IRIs of one graph.

    Attributes:
        base: Where the graph's own things live; ends in a slash.
        registered: The one body that the registers know by a name; None for any other name.
    """

    base: str = DEFAULT_BASE
    registered: Callable[[str], RegisteredBody | None] = field(
        default=_in_no_register, repr=False, compare=False
    )

    def __post_init__(self) -> None:
        """Refuse a base that would make broken IRIs.

        Raises:
            UsageError: If the base is not an absolute web address ending in a slash.
        """
        if encoded_address(self.base) != self.base or not self.base.endswith("/"):
            raise UsageError(
                f"The base address {self.base!r} must be a web address that ends in a slash, "
                f"such as {DEFAULT_BASE}"
            )

    def from_slug(self, kind: str, key: str) -> str:
        """IRI of a thing whose key is a slug already, such as a register's id."""
        return f"{self.base}id/{kind}/{slug(key)}"

    def body(self, name: str) -> tuple[str, str]:
        """IRI and name of a body that a source names: those of the register, if it knows the name.

        Args:
            name: Name as printed, such as ``Committee of Public Accounts``.
        """
        body = self.registered(name)
        return self.from_slug(
            "organisation", body.key if body else name
        ), body.name if body else name

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

    def entity(self, entity: EntityKey) -> str:
        """IRI of what a mention names."""
        return self.from_slug(*entity)

    def record(self, origin: Origin) -> str:
        """IRI of a source record, which is also the name of its graph."""
        return self.from_content("record", origin.source, origin.sha256)

    def text(self, text: str) -> str:
        """IRI of a kept text; the same characters are the same text wherever they are printed."""
        return self.from_content("text", text)

    def finding(self, key: Key) -> str:
        """IRI of a finding; records whose findings have equal keys are about one finding."""
        return self.from_key("finding", key)

    def reply(self, respondent: str, text: str) -> str:
        """IRI of a reply; the same answer printed under several findings is one reply."""
        return self.from_content("reply", respondent, text)

    def tracker_entry(self, origin: Origin) -> str:
        """IRI of what a tracker prints in one source record."""
        return self.from_content("tracker-entry", origin.source, origin.sha256)

    def commitment(self, commitment: ReportedCommitment) -> str:
        """IRI of a reported commitment; the same words on one finding are one commitment."""
        finding = self.finding(commitment.finding)
        return self.from_content("commitment", finding, commitment.agent, commitment.due)

    def response(self, key: Key) -> str:
        """IRI of a response; one body that answers is one, in whichever spelling it is named."""
        return self.from_key("response", self._answered_by(key))

    def response_item(self, key: ItemKey) -> str:
        """IRI of an item of a response."""
        return self.from_content("part", *self._answered_by(key.response), *key.report, key.number)

    def _answered_by(self, key: Key) -> Key:
        """The key of a response with the registered name of who answers, its last field."""
        *paper, respondent = key
        body = self.registered(respondent) if len(respondent) <= _LONGEST_NAME else None
        return (*paper, body.name if body else respondent)
