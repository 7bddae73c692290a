"""Bodies as GOV.UK's organisations API serves them, beside those of the bundled register.

The row of the bundled register stands: of a body that it holds, only the parents, predecessors and
successors that GOV.UK gives are added, and an end that the row does not have.
"""

from __future__ import annotations

import csv
import re
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from graph.identity import slug
from graph.partial_date import PartialDate
from graph.records.authorities import Organisation

if TYPE_CHECKING:
    from collections.abc import Iterator

    from loaders.text.json_values import JsonObject

_ADDRESS = re.compile(r"https?://[^/]+/api/organisations/(?P<slug>[A-Za-z0-9._-]{1,200})/?")
_WEB_ADDRESS = re.compile(
    r"https?://[^/]+/(?:government/organisations|courts-tribunals)/(?P<slug>[A-Za-z0-9._-]{1,200})/?"
)
_SHORT = 3
"""Letters of an abbreviation that counts only near a surer name: it means other things too."""

_KINDS: dict[str, str] = tomllib.loads(
    Path(__file__).with_name("govuk_kinds.toml").read_text(encoding="utf-8")
)
"""Kinds of our scheme by GOV.UK's formats, in small letters; any other body is of another kind."""


@dataclass(frozen=True, slots=True)
class _Row:
    """What the bundled register says of a body."""

    key: str
    name: str
    kind: str
    has_end: bool


def is_body(served: JsonObject) -> bool:
    """Whether an object is a body of the organisations API."""
    return bool(_slug(served)) and isinstance(served.values.get("details"), dict)


def read_body(served: JsonObject) -> Organisation:
    """What the API says of a body.

    Raises:
        ValueError: If it has no name or no address.
    """
    name, govuk_slug = served.text("title"), _slug(served)
    if not (any(map(str.isalpha, name)) and govuk_slug):
        raise ValueError("the body has no title, or no id that is an address of the API")
    key, details = _key(govuk_slug), served.inner("details")
    row = _rows().get(key)
    closed = details.day("closed_at")
    end = PartialDate.from_day(closed) if closed and not (row and row.has_end) else None
    parents = _linked(served, "parent_organisations", key)
    predecessors = _linked(served, "superseded_organisations", key)
    successors = _linked(served, "superseding_organisations", key)
    if row:
        return Organisation(
            key,
            row.name,
            row.kind,
            parents=parents,
            predecessors=predecessors,
            successors=successors,
            end=end,
        )
    short = details.text("abbreviation")
    abbreviations = (short,) if short and short != name else ()
    is_short = len(short) <= _SHORT
    return Organisation(
        key,
        name,
        _KINDS.get(served.text("format").lower(), "other"),
        abbreviations=() if is_short else abbreviations,
        context_names=abbreviations if is_short else (),
        parents=parents,
        predecessors=predecessors,
        successors=successors,
        end=end,
        govuk_slug=govuk_slug,
        sources=(served.text("web_url", "id"),),
    )


def _linked(served: JsonObject, name: str, own: str) -> tuple[str, ...]:
    keys = (_key(body_slug) for each in served.objects(name) if (body_slug := _slug(each)))
    return tuple(dict.fromkeys(key for key in keys if key != own))


def _slug(served: JsonObject) -> str:
    """The last part of the address of a body."""
    match = _ADDRESS.fullmatch(served.text("id")) or _WEB_ADDRESS.fullmatch(served.text("web_url"))
    return slug(match["slug"]) if match else ""


def _key(govuk_slug: str) -> str:
    return _keys_by_slug().get(govuk_slug, govuk_slug)


def _bundled() -> Iterator[dict[str, str]]:
    path = Path(__file__).with_name("organisations.csv")
    with path.open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


@cache
def _keys_by_slug() -> dict[str, str]:
    return {row["govuk_slug"]: row["id"] for row in _bundled() if row["govuk_slug"]}


@cache
def _rows() -> dict[str, _Row]:
    return {
        row["id"]: _Row(row["id"], row["name"], row["kind"], bool(row["end_date"]))
        for row in _bundled()
    }
