"""The Committees API of Parliament: how its lists are walked, and how its publications are kept.

Fields have several forms in different descriptions of the service; each that was seen is taken.
"""

from __future__ import annotations

from dataclasses import dataclass
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

_MOST_FAILURES = 2
"""Pages in a row that may fail before the rest of a list is left."""

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
    where this one ended. A page that fails, and a list that ends before its number, is noted; what
    follows a page that failed is asked for all the same, until two in a row fail.

    Args:
        run: The run.
        path: Path of the list.
        parameters: What to ask, but for the page.
        what: What the items are, for notes and progress.
    """
    place = _ListPlace(what)
    seen: set[object] = set()
    while place.goes_on:
        address = api_address(path, {**parameters, "Skip": place.skip, "Take": TAKE})
        try:
            page = run.ask_list(address, ApiListPage)
        except FetchFailedError as error:
            run.note_failure(place.words, address, error)
            place.pass_over()
            continue
        place.read(page)
        run.report_progress(what, place.skip, place.total)
        before = len(seen)
        for raw in page.items:
            item = _object(raw)
            if item is None:
                run.note_gap(f"one of {what}", address, "it is no object with an id")
            elif item["id"] not in seen:
                seen.add(item["id"])
                yield item, bytes(raw), address
        if len(seen) == before:
            if place.is_short:
                run.forget(address)
            break
    if place.total is not None and len(seen) < place.total and not place.has_failed:
        reason = f"the list gave {len(seen)} of {place.total}"
        run.note_gap(what, api_address(path, parameters), reason)


@dataclass(slots=True)
class _ListPlace:
    """How far a list was walked.

    Attributes:
        what: What its items are.
        skip: Items before the next page.
        total: Items of the whole list; None if not known.
        step: Items of the last page, or as many as are asked for.
        failures: Pages in a row that failed.
        has_failed: Whether any page failed.
    """

    what: str
    skip: int = 0
    total: int | None = None
    step: int = TAKE
    failures: int = 0
    has_failed: bool = False

    @property
    def goes_on(self) -> bool:
        """Whether another page is to be asked for."""
        is_left = self.total is None or self.skip < self.total
        return is_left and self.failures < (_MOST_FAILURES if self.total is not None else 1)

    @property
    def is_short(self) -> bool:
        """Whether the list has more items than were walked."""
        return self.total is not None and self.skip < self.total

    @property
    def words(self) -> str:
        """What is on the next page, and on all that follow if this failure ends the walk."""
        if self.total is None:
            return f"{self.what}, from number {self.skip + 1}"
        is_last_try = self.failures + 1 == _MOST_FAILURES
        end = self.total if is_last_try else min(self.skip + self.step, self.total)
        return f"{self.what}, numbers {self.skip + 1} to {end} of {self.total}"

    def read(self, page: ApiListPage) -> None:
        """Go on to the end of a page."""
        if page.total_results is not None:
            self.total = number_of(page.total_results)
        self.step = len(page.items) or TAKE
        self.skip += len(page.items)
        self.failures = 0

    def pass_over(self) -> None:
        """Go on to where the page after one that failed begins."""
        self.skip += self.step
        self.failures += 1
        self.has_failed = True


def _object(raw: msgspec.Raw) -> Json | None:
    """An item that is an object with a number; None if it is not."""
    try:
        item = msgspec.json.decode(raw)
    except (msgspec.DecodeError, RecursionError):
        return None
    return item if isinstance(item, dict) and number_of(item.get("id")) is not None else None
