"""The register of government organisations, from GOV.UK."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from loaders.fetch.answer_values import number_of
from loaders.fetch.fetch_run import read_json
from loaders.fetch.live_service import FetchRequest, LiveService
from loaders.fetch.not_fetched import FetchFailedError

if TYPE_CHECKING:
    from loaders.fetch.fetch_run import FetchRun

__all__ = ["SERVICE"]

_FIRST = "https://www.gov.uk/api/organisations"
_ABOUT = """The register of government organisations of GOV.UK, past and present, with their
predecessors and successors, page by page as it is served."""


class _RegisterPage(msgspec.Struct):
    results: list[msgspec.Raw]
    next_page_url: str | None = None
    total: object = None


def _fetch(_request: FetchRequest, run: FetchRun) -> None:
    address: str | None = _FIRST
    number, bodies = 0, 0
    total: int | None = None
    visited: set[str] = set()
    while address:
        number += 1
        what = f"page {number} of the organisations"
        if address in visited:
            run.note_gap(what, address, "the service sent us back to a page that was read")
            return
        visited.add(address)
        try:
            answer = run.ask(address)
            page = read_json(answer, _RegisterPage)
            run.keep(
                f"organisations/page-{number:03}.json",
                answer.body,
                address,
                media_type="application/json",
            )
        except FetchFailedError as error:
            run.forget(address)
            run.note_failure(what, address, error)
            return
        bodies += len(page.results)
        total = number_of(page.total) if page.total is not None else total
        run.report_progress("organisations", bodies, total)
        address = page.next_page_url
    if total is not None and bodies < total:
        run.note_gap("organisations", _FIRST, f"the register gave {bodies} of {total}")


SERVICE = LiveService(
    name="organisations",
    title="the register of government organisations",
    about=_ABOUT,
    fetch=_fetch,
    example=(),
)
