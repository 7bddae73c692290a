"""The page of a report on the NAO's site, as far as it describes itself to programs."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from lxml import html
from lxml.etree import ParserError

from graph.records.findings import Report
from graph.records.publications import Publication
from loaders.sources.audit_reports.report_post import ADDRESS, AUDITOR, slug_of

if TYPE_CHECKING:
    from collections.abc import Iterator

_HEAD = 200_000
"""Characters among which a page describes itself."""

_NAMED = re.compile(r"nao\.org\.uk/reports?/", re.IGNORECASE)
_DAY = len("2024-03-31")
_TITLE_ENDS = (" - National Audit Office (NAO) report", " - NAO report", " - National Audit Office")
"""What the site puts behind the title of a report."""


class PageReading(NamedTuple):
    """A report, and what is not known of it, a sentence each."""

    publication: Publication
    problems: tuple[str, ...]


def is_report_page(text: str) -> bool:
    """Whether a page says that its address is that of a report of the NAO."""
    return bool(_NAMED.search(text[:_HEAD])) and bool(_address(_head(text)))


def read_page_report(text: str) -> PageReading:
    """What a page says of its report.

    Raises:
        ValueError: If it says no address or no title.
    """
    head = _head(text)
    address, title = _address(head), _title(head)
    if not address or not any(map(str.isalpha, title)):
        raise ValueError("the page does not say its address and title; save it again")
    published = _published(head)
    problems = () if published else ("The page does not say to programs when it was published.",)
    report = Report(
        ("nao", slug_of(address)),
        title=title,
        publisher=AUDITOR,
        published=published,
        address=address,
    )
    publication = Publication(f"nao-{slug_of(address)}", report=report)
    return PageReading(publication, problems)


def _head(text: str) -> html.HtmlElement | None:
    try:
        return html.fromstring(text[:_HEAD].encode("utf-8", "replace"))
    except (ParserError, ValueError):
        return None


def _address(head: html.HtmlElement | None) -> str:
    links = [*_attributes(head, "//link[@rel='canonical']/@href"), *_meta(head, "og:url")]
    return next((each for each in links if ADDRESS.fullmatch(each)), "")


def _title(head: html.HtmlElement | None) -> str:
    titles = [*_meta(head, "og:title"), *_attributes(head, "//title/text()")]
    title = titles[0] if titles else ""
    for end in _TITLE_ENDS:
        title = title.removesuffix(end)
    return title


def _published(head: html.HtmlElement | None) -> date | None:
    for words in _meta(head, "article:published_time"):
        try:
            return date.fromisoformat(words[:_DAY])
        except ValueError:
            continue
    return None


def _meta(head: html.HtmlElement | None, name: str) -> Iterator[str]:
    return _attributes(head, f"//meta[@property='{name}']/@content")


def _attributes(head: html.HtmlElement | None, path: str) -> Iterator[str]:
    values = head.xpath(path) if head is not None else []
    return (" ".join(str(each).split()) for each in values if str(each).strip())
