"""The Committees API of Parliament: how its lists are walked, and how its publications are kept.

Fields have several forms in different descriptions of the service; each that was seen is taken.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlencode

import msgspec

from loaders.fetch.answer_values import Json, number_of
from loaders.fetch.not_fetched import FetchFailedError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from loaders.fetch.fetch_run import FetchRun

API = "https://committees-api.parliament.uk/api"
TAKE = 100
"""Items of a page."""

REPORT, GOVERNMENT_RESPONSE, SPECIAL_REPORT = 1, 2, 12
TYPES = {REPORT: "reports", GOVERNMENT_RESPONSE: "responses", SPECIAL_REPORT: "special reports"}
"""Types of publication that are fetched; a special report is how the Commons print a response."""


class ApiListPage(msgspec.Struct, rename="camel"):
    """A page of a list: its items exactly as served, and how many the whole list has."""

    items: list[msgspec.Raw]
    total_results: object = None


def api_address(path: str, parameters: Mapping[str, object] | None = None) -> str:
    """An address of the service, with parameters in their order."""
    query = urlencode(parameters or {}, doseq=True)
    return f"{API}/{path}{'?' if query else ''}{query}"


def walk(
    run: FetchRun, path: str, parameters: Mapping[str, object], what: str
) -> Iterator[tuple[Json, bytes, str]]:
    """Every item of a list once: the object, its bytes as served, and the address of its page.

    A page may hold fewer items than were asked for though more follow, so the next page begins
    where this one ended. A page that fails, and a list that ends before its number, is noted.

    Args:
        run: The run.
        path: Path of the list.
        parameters: What to ask, but for the page.
        what: What the items are, for notes and progress.
    """
    seen: set[object] = set()
    skip, total = 0, None
    while total is None or skip < total:
        address = api_address(path, {**parameters, "Skip": skip, "Take": TAKE})
        try:
            page = run.ask_list(address, ApiListPage)
        except FetchFailedError as error:
            run.note_failure(f"{what}, from number {skip + 1}{_out_of(total)}", address, error)
            return
        total = number_of(page.total_results) if page.total_results is not None else total
        run.report_progress(what, skip + len(page.items), total)
        fresh = 0
        for raw in page.items:
            item = _object(raw)
            if item is None:
                run.note_gap(f"one of {what}", address, "it is no object with an id")
            elif item["id"] not in seen:
                seen.add(item["id"])
                fresh += 1
                yield item, bytes(raw), address
        if not fresh:
            if total is not None and skip < total:
                run.forget(address)
                reason = f"the list ended after {len(seen)} of {total}"
                run.note_gap(f"{what}, from number {skip + 1}{_out_of(total)}", address, reason)
            return
        skip += len(page.items)
    if total is not None and len(seen) < total:
        run.note_gap(what, api_address(path, parameters), f"the list gave {len(seen)} of {total}")


def _out_of(total: int | None) -> str:
    return f" of {total}" if total is not None else ""


def _object(raw: msgspec.Raw) -> Json | None:
    """An item that is an object with a number; None if it is not."""
    try:
        item = msgspec.json.decode(raw)
    except (msgspec.DecodeError, RecursionError):
        return None
    return item if isinstance(item, dict) and number_of(item.get("id")) is not None else None
