"""Publications of the Committees API: each is kept with its documents and what it answers."""

from __future__ import annotations

import binascii
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

import msgspec

from loaders.fetch.answer_values import Json, number_of, objects_of, text_of
from loaders.fetch.committees_api import api_address
from loaders.fetch.fetch_run import read_json
from loaders.fetch.file_endings import ending_of
from loaders.fetch.govuk_pages import GovukPages, page_path
from loaders.fetch.not_fetched import FetchFailedError
from loaders.fetch.safe_names import safe_name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from loaders.fetch.fetch_run import FetchRun

_FORMATS = ("OriginalFormat", "Html", "Pdf")
"""Formats of a document, the best one first; only those that the publication lists are asked."""

_LONGEST_TITLE = 80


class _PackedFile(msgspec.Struct, rename="camel"):
    data: str
    file_name: str | None = None


class PublicationCollector:
    """Keeps publications, each once."""

    def __init__(self, run: FetchRun) -> None:
        """Begin with none."""
        self._run = run
        self._govuk = GovukPages(run)
        self._kept: dict[int, Json] = {}

    def keep(self, item: Json, raw: bytes, list_address: str) -> None:
        """Keep a publication as it was served; its documents are fetched by `finish`."""
        number = number_of(item.get("id"))
        if number is None or number in self._kept:
            return
        self._kept[number] = item
        address = api_address(f"Publications/{number}")
        path = f"publications/{number}.json"
        self._run.keep_item(title_of(item), path, raw, address, list_address)

    def finish(self) -> None:
        """Fetch what the publications answer and are answered by, and then all documents."""
        self._fetch_partners()
        total = len(self._kept)
        for done, (number, item) in enumerate(self._kept.items()):
            self._run.report_progress("documents of publications", done, total)
            self._fetch_documents(number, item)
        self._run.report_progress("documents of publications", total, total)

    def _fetch_partners(self) -> None:
        """The other half of each pair of report and response, which may lie in another year."""
        partners = {partner for item in self._kept.values() for partner in _partners(item)} - set(
            self._kept
        )
        for done, number in enumerate(sorted(partners)):
            self._run.report_progress("reports and their responses", done, len(partners))
            address = api_address(f"Publications/{number}")
            try:
                answer = self._run.ask(address)
                item = read_json(answer, Json)
            except FetchFailedError as error:
                self._run.forget(address)
                self._run.note_failure(f"publication {number}", address, error)
                continue
            if number_of(item.get("id")) != number:
                self._run.note_gap(f"publication {number}", address, "another one was served")
                continue
            self.keep(item, answer.body, address)

    def _fetch_documents(self, number: int, item: Json) -> None:
        """The documents of a publication; where none can be had, its page is to be saved."""
        documents = objects_of(item.get("documents"))
        fetched = [self._fetch_document(number, item, document) for document in documents]
        if not all(fetched) or not documents:
            self._note_pages(number, item, "no document can be fetched by program")

    def _fetch_document(self, number: int, item: Json, document: Json) -> bool:
        """Whether a document is in the folder in the best of its formats that can be had."""
        document_id = number_of(document.get("documentId"))
        listed = {
            text_of(each.get("fileDataFormat")).casefold(): each
            for each in objects_of(document.get("files"))
        }
        best = next((form for form in _FORMATS if form.casefold() in listed), None)
        if document_id is None or best is None:
            return False
        address = api_address(f"Publications/{number}/Document/{document_id}/{best}")
        if self._run.holds(address):
            return True
        try:
            name, content = _unpacked(self._run, address)
            name = name or text_of(listed[best.casefold()].get("fileName"))
            path = f"documents/{number}/{_file_name(name, content, document_id)}"
            self._run.keep(path, content, address)
        except FetchFailedError as error:
            self._run.note_failure(f"a document of {title_of(item)}", address, error)
            return False
        return True

    def _note_pages(self, number: int, item: Json, reason: str) -> None:
        """Keep the page if it is one of GOV.UK, or say which page to save by hand."""
        web, paper = (
            text_of(item.get("additionalContentUrl2")),
            text_of(item.get("additionalContentUrl")),
        )
        if link := next(filter(page_path, (web, paper)), None):
            self._govuk.keep(link)
        elif address := web or paper:
            ending = ".pdf" if not web or web.lower().endswith(".pdf") else ".html"
            self._run.note_by_hand(title_of(item), address, reason, f"saved/{number}{ending}")
        elif not objects_of(item.get("documents")):
            self._run.note_gap(
                title_of(item),
                api_address(f"Publications/{number}"),
                "the service lists neither a document nor a page",
                "Look for it on the committee's page.",
            )


def title_of(item: Json) -> str:
    """What a publication is called in notes."""
    title = " ".join(text_of(item.get("description")).split())
    shown = title if len(title) <= _LONGEST_TITLE else f"{title[:_LONGEST_TITLE]}…"
    return shown or f"publication {item.get('id')}"


def _partners(item: Json) -> Iterator[int]:
    """Numbers of the publications that one answers or is answered by, in each form seen."""
    responses = item.get("governmentResponses")
    listed = responses.get("publication") if isinstance(responses, dict) else responses
    values = listed if isinstance(listed, list) else [listed]
    answered = [item.get("responseToPublicationId"), item.get("response_to_publication_id")]
    for value in (*answered, *values):
        number = number_of(value.get("id") if isinstance(value, dict) else value)
        if number is not None:
            yield number


def _unpacked(run: FetchRun, address: str) -> tuple[str, bytes]:
    """The name and the bytes of a document, which is served in base64 or as it is.

    Raises:
        FetchFailedError: If there is none.
    """
    answer = run.ask_file(address)
    if answer.media_type.endswith("json") or answer.body.lstrip()[:1] == b"{":
        packed = read_json(answer, _PackedFile)
        try:
            content = binascii.a2b_base64(packed.data.encode(), strict_mode=True)
        except ValueError as error:
            raise FetchFailedError(f"the document is not in base64 ({error})") from error
        name = packed.file_name or ""
    else:
        name, content = "", answer.body
    if not content:
        raise FetchFailedError("the document is empty")
    return name, content


def _file_name(name: str, content: bytes, document_id: int) -> str:
    """A safe name for a document, with an ending by which its kind is told."""
    safe = safe_name(name, str(document_id))
    return safe if PurePosixPath(safe).suffix else f"{safe}{ending_of(content)}"
