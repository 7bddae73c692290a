"""A report as an object of the interface of the NAO's site, which is that of WordPress."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from graph.records.findings import Report
from graph.records.publications import Publication
from loaders.text.web_page import parse_page

if TYPE_CHECKING:
    from collections.abc import Iterator

    from loaders.text.json_values import JsonObject

AUDITOR = "National Audit Office"
ADDRESS = re.compile(
    r"https?://(?:www\.)?nao\.org\.uk/reports?/(?P<slug>[\w%.-]{1,200})/?"
    r"(?:[?#].*)?",
    re.IGNORECASE,
)
"""The page of a report on the site."""

_SITE = re.compile(r"https?://(?:www\.)?nao\.org\.uk/", re.IGNORECASE)
_NUMBER = re.compile(r"[0-9]{1,12}")
_DEPARTMENT = "department"
"""The list of terms of the site that holds the bodies of which a report is."""

_LONGEST = 20_000
"""Characters of a summary."""


def is_post(post: JsonObject) -> bool:
    """Whether an object is a page of the NAO's site."""
    link = post.values.get("link")
    return isinstance(link, str) and bool(_SITE.match(link)) and "title" in post.values


def read_post(post: JsonObject) -> Publication:
    """What the site says of a report.

    Raises:
        ValueError: If it is no report of the NAO, or has no title or no address.
    """
    number, address = post.text("id"), post.text("link")
    title = _shown(post, "title")
    if not is_post(post) or not _NUMBER.fullmatch(number):
        raise ValueError("it has no id in figures, or no address on the site of the NAO")
    if not any(map(str.isalpha, title)):
        raise ValueError("the report has no title; fetch it again")
    kind = post.text("type")
    if kind and "report" not in kind.lower():
        raise ValueError(f"{title[:80]!r} is no report but of the type {kind[:40]!r}")
    report = Report(
        ("nao", slug_of(address) or number),
        title=title,
        publisher=AUDITOR,
        published=post.day("date"),
        address=address,
    )
    return Publication(
        f"nao-{number}",
        report=report,
        examines=tuple(dict.fromkeys(_departments(post))),
        summary=_shown(post, "excerpt") or None,
    )


def slug_of(address: str) -> str:
    """The last part of the address of a report, by which its page and the interface know it."""
    match = ADDRESS.fullmatch(address)
    return match["slug"].lower() if match else ""


def _shown(post: JsonObject, name: str) -> str:
    """The text that a reader sees of a piece of HTML, on one line."""
    value = post.values.get(name)
    written = post.inner(name).text("rendered") if isinstance(value, dict) else post.text(name)
    shown = " ".join(parse_page(f"<p>{written}</p>").text.split()) if written else ""
    if len(shown) > _LONGEST:
        post.problems.append(f"{name} is longer than any, so it was left out.")
        return ""
    return shown


def _departments(post: JsonObject) -> Iterator[str]:
    """The names of the bodies of which a report is, by the terms that are served with it."""
    for group in post.inner("_embedded").listed("wp:term"):
        for term in group if isinstance(group, list) else [group]:
            if isinstance(term, dict) and str(term.get("taxonomy")).lower() == _DEPARTMENT:
                name = term.get("name")
                if isinstance(name, str) and any(map(str.isalpha, name)):
                    yield " ".join(parse_page(f"<p>{name}</p>").text.split())
