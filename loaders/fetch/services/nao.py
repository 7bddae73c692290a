"""Reports of the National Audit Office, as its site lists them."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlencode

import msgspec

from loaders.fetch.answer_values import number_of
from loaders.fetch.fetch_run import read_json
from loaders.fetch.live_service import FetchRequest, LiveService, period_settings
from loaders.fetch.not_fetched import FetchFailedError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from loaders.fetch.fetch_run import FetchRun

__all__ = ["SERVICE"]

_API = "https://www.nao.org.uk/wp-json/wp/v2"
_LISTS = ("report", "reports")
"""Names of the list of reports that clients use; the first that is there is walked."""

_PER_PAGE = 100
_PAST_THE_END, _GONE = 400, 404
_TRACKER = "https://www.nao.org.uk/recommendations-tracker/"
_ABOUT = """Titles, dates, summaries and departments of the reports of the National Audit Office, a
file for each. WORDS narrow them down. Their PDF files, and the tracker of recommendations, have no
interface: save those by hand."""


class _Report(msgspec.Struct):
    id: int


def _fetch(request: FetchRequest, run: FetchRun) -> None:
    parameters: dict[str, object] = {"per_page": _PER_PAGE, "orderby": "date", "order": "desc"}
    parameters["_embed"] = "wp:term"
    if request.subjects:
        parameters["search"] = " ".join(request.subjects)
    if first := request.day("from"):
        parameters["after"] = f"{first}T00:00:00"
    if last := request.day("to"):
        parameters["before"] = f"{last}T23:59:59"
    for raw, address in _reports(parameters, run):
        try:
            number = number_of(msgspec.json.decode(raw, type=_Report).id)
        except msgspec.DecodeError:
            number = None
        if number is None:
            run.note_gap("one of the reports", address, "it is no object with an id")
            continue
        home = address.partition("?")[0]
        what, path = f"report {number} of the NAO", f"nao/{number}.json"
        run.keep_item(what, path, bytes(raw), f"{home}/{number}", address)
    run.counts.remarks.append(
        f"The NAO's tracker of recommendations has no interface: open {_TRACKER}, save its table."
    )


def _reports(parameters: dict[str, object], run: FetchRun) -> Iterator[tuple[msgspec.Raw, str]]:
    """Every report of the list as it was served, with the address of its page."""
    names, number, done = list(_LISTS), 1, 0
    while True:
        address = f"{_API}/{names[0]}?{urlencode({**parameters, 'page': number})}"
        try:
            answer = run.ask(address)
            page = read_json(answer, list[msgspec.Raw])
        except FetchFailedError as error:
            if error.status == _GONE and number == 1 and len(names) > 1:
                del names[0]
                continue
            if error.status != _PAST_THE_END or number == 1:
                run.forget(address)
                run.note_failure(f"reports of the NAO, page {number}", address, error)
            return
        for raw in page:
            yield raw, address
        done += len(page)
        run.report_progress("reports of the NAO", done, None)
        if not page:
            return
        number += 1


SERVICE = LiveService(
    name="nao",
    title="reports of the National Audit Office",
    about=_ABOUT,
    fetch=_fetch,
    example=("--from", "2024"),
    subject="WORDS",
    fewest=0,
    settings=period_settings("publication"),
)
