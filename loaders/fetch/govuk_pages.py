"""Pages of GOV.UK by its content API: each is kept as served, with its attachments."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import TYPE_CHECKING
from urllib.parse import quote, unquote

from lxml import html
from lxml.etree import ParserError

from graph.address_rule import encoded_address
from loaders.fetch.answer_values import Json, objects_of, text_of
from loaders.fetch.fetch_run import read_json
from loaders.fetch.not_fetched import FetchFailedError
from loaders.fetch.safe_names import safe_name
from loaders.fetch.web_addresses import follow_link

if TYPE_CHECKING:
    from collections.abc import Iterator

    from loaders.fetch.fetch_run import FetchRun

SITE = "https://www.gov.uk"
_API = f"{SITE}/api/content"
_ASSETS = "assets.publishing.service.gov.uk"


class GovukPages:
    """Keeps pages of GOV.UK, each once."""

    def __init__(self, run: FetchRun) -> None:
        """Begin with none."""
        self._run = run
        self._kept: dict[str, Json | None] = {}

    def keep(self, link: str) -> Json | None:
        """Keep a page, its attachments, and the pages among its attachments.

        Args:
            link: Its path or address.

        Returns:
            What the service says of it; None if it was not had, which is noted.
        """
        page = self._keep_page(link)
        for attachment in _attachments(page) if page else ():
            self._keep_attachment(
                attachment, page_path(link) or "", text_of((page or {}).get("title"))
            )
        return page

    def collect(self, link: str, what: str) -> Iterator[tuple[str, Json]]:
        """The pages that a collection lists, by path, with what the collection says of each.

        Args:
            link: Path or address of the collection.
            what: What it is, for notes.
        """
        page = self._keep_page(link)
        links = page.get("links") if page else None
        listed = objects_of(links.get("documents")) if isinstance(links, dict) else []
        if page and not listed:
            self._run.note_gap(what, f"{SITE}{link}", "the collection lists no page")
        for each in listed:
            path = page_path(text_of(each.get("base_path")))
            if path:
                yield path, each

    def _keep_page(self, link: str) -> Json | None:
        path = page_path(link)
        if path is None:
            self._run.note_by_hand(
                link, link, "it is not a page of GOV.UK", f"saved/{_last_name(link)}.html"
            )
            return None
        if path not in self._kept:
            self._kept[path] = self._ask_page(path)
        return self._kept[path]

    def _ask_page(self, path: str) -> Json | None:
        address = f"{_API}{quote(path, safe='/-._~')}"
        try:
            answer = self._run.ask(address)
            page = read_json(answer, Json)
            self._run.keep(_file_path(path), answer.body, address, media_type="application/json")
        except FetchFailedError as error:
            self._run.forget(address)
            self._run.note_failure(f"page {path}", address, error)
            return None
        return page

    def _keep_attachment(self, link: str, path: str, title: str) -> None:
        """Keep an attachment: a file, or another page of GOV.UK."""
        parts = follow_link(f"{SITE}{path}", link)
        address = encoded_address(parts._replace(fragment="").geturl()) if parts else None
        if parts is None or address is None:
            self._run.note_gap(f"attachment of {title}", link, "its address is none")
            return
        if parts.hostname == "www.gov.uk" and not parts.path.startswith("/government/uploads/"):
            self._keep_page(address)
            return
        if parts.hostname not in {_ASSETS, "www.gov.uk"}:
            stem = f"saved/{_last_name(path)}-{_last_name(parts.path)}"
            reason = f"it is on {parts.hostname or 'no host'}, which is not asked"
            self._run.note_by_hand(f"attachment of {title}", address, reason, f"{stem}.html")
            return
        if self._run.holds(address):
            return
        try:
            answer = self._run.ask_file(address)
            folder = _file_path(path).removesuffix(".json")
            name = safe_name(unquote(parts.path), "attachment")
            self._run.keep(f"{folder}/{name}", answer.body, address, media_type=answer.media_type)
        except FetchFailedError as error:
            self._run.note_failure(f"attachment of {title}", address, error)


def page_path(link: str) -> str | None:
    """The path of a page of GOV.UK; None if a link leads elsewhere or nowhere."""
    parts = follow_link(f"{SITE}/", link)
    if parts is None:
        return None
    path = unquote(parts.path).rstrip("/")
    steps = path.split("/")[1:]
    is_plain = all(step not in {"", ".", ".."} for step in steps)
    return path if parts.hostname == "www.gov.uk" and path and is_plain else None


def _attachments(page: Json) -> Iterator[str]:
    """Where the attachments of a page are: each once, in the order of the page."""
    details = page.get("details")
    if not isinstance(details, dict):
        return
    links = [text_of(each.get("url")) for each in objects_of(details.get("attachments"))]
    fragments = details.get("documents")
    for fragment in fragments if isinstance(fragments, list) else ():
        links += _links_in(text_of(fragment))
    seen: set[str] = set()
    for link in links:
        if link and link not in seen and not link.startswith(("#", "mailto:", "tel:")):
            seen.add(link)
            yield link


def _links_in(fragment: str) -> list[str]:
    """The addresses of the links of a piece of HTML; a page that previews a file is none."""
    try:
        root = html.fromstring(f"<div>{fragment}</div>")
    except (ParserError, ValueError):
        return []
    hrefs = [str(link.get("href") or "").strip() for link in root.iter("a")]
    return [href for href in hrefs if not href.rstrip("/").endswith("/preview")]


def _file_path(path: str) -> str:
    """Where the description of a page is kept."""
    steps = [safe_name(step, "page") for step in path.strip("/").split("/")]
    return f"content/{'/'.join(steps)}.json"


def _last_name(path: str) -> str:
    """The last part of a path without its ending, as part of a name."""
    return PurePosixPath(safe_name(path.rstrip("/"), "page")).stem
