"""Reports of a committee with their government responses, from the Committees API."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from graph.errors import UsageError
from loaders.fetch.committee_lookup import find_committee
from loaders.fetch.committees_api import TYPES, walk
from loaders.fetch.live_service import FetchRequest, LiveService, period_settings
from loaders.fetch.publications import PublicationCollector

if TYPE_CHECKING:
    from collections.abc import Iterator

    from loaders.fetch.fetch_run import FetchRun

__all__ = ["SERVICE"]

_ABOUT = """Reports, special reports and government responses of a committee, with their documents
and the other half of each pair of report and response. NAME is the committee's name or its number
in the Committees API. Without --from, this year and the last are fetched."""


def _fetch(request: FetchRequest, run: FetchRun) -> None:
    today = run.clock.now().date()
    last = request.day("to") or today
    first = request.day("from") or date(last.year - 1, 1, 1)
    if first > last:
        raise UsageError(f"--from {first} is after --to {last}.")
    committees = [find_committee(name, run) for name in request.subjects]
    collector = PublicationCollector(run)
    for committee in committees:
        for kind, kind_name in TYPES.items():
            for begin, end in _years(first, last):
                parameters = {
                    "PublicationTypeIds": kind,
                    "CommitteeId": committee.number,
                    "StartDate": begin,
                    "EndDate": end,
                    "SortOrder": "PublicationDateAscending",
                }
                what = f"{kind_name} of {committee.name}, {begin.year}"
                for item, raw, list_address in walk(run, "Publications", parameters, what):
                    collector.keep(item, raw, list_address)
    collector.finish()


def _years(first: date, last: date) -> Iterator[tuple[date, date]]:
    """The years of a period, each with its first and last day in the period."""
    for year in range(first.year, last.year + 1):
        yield max(first, date(year, 1, 1)), min(last, date(year, 12, 31))


SERVICE = LiveService(
    name="committee",
    title="reports of a committee and the government's responses",
    about=_ABOUT,
    fetch=_fetch,
    example=("Public Accounts", "--from", "2023"),
    subject="NAME",
    settings=period_settings("publication"),
)
