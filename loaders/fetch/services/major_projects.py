"""Data of the Government Major Projects Portfolio, a table for each department and year."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from loaders.fetch.answer_values import Json, text_of
from loaders.fetch.govuk_pages import GovukPages
from loaders.fetch.live_service import FetchRequest, LiveService, period_settings

if TYPE_CHECKING:
    from loaders.fetch.fetch_run import FetchRun

__all__ = ["SERVICE"]

_COLLECTION = "/government/collections/major-projects-data"
_YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)")
_ABOUT = """Tables of the Government Major Projects Portfolio from GOV.UK: each department publishes
one a year, with the projects, their dates, costs and ratings. The columns differ from year to
year."""


def _fetch(request: FetchRequest, run: FetchRun) -> None:
    pages = GovukPages(run)
    first, last = request.day("from"), request.day("to")
    wanted = []
    for path, listed in pages.collect(_COLLECTION, "tables of major projects"):
        year = _year(path, listed)
        is_late = first is None or year is None or year >= first.year
        if is_late and (last is None or year is None or year <= last.year):
            wanted.append(path)
    for done, path in enumerate(wanted):
        run.report_progress("tables of major projects", done, len(wanted))
        pages.keep(path)
    run.report_progress("tables of major projects", len(wanted), len(wanted))


def _year(path: str, listed: Json) -> int | None:
    """The year of a table by its title or path, else that of its last change; None if unknown."""
    for words in (text_of(listed.get("title")), path, text_of(listed.get("public_updated_at"))[:4]):
        if match := _YEAR.search(words):
            return int(match[0])
    return None


SERVICE = LiveService(
    name="major-projects",
    title="tables of the Government Major Projects Portfolio",
    about=_ABOUT,
    fetch=_fetch,
    example=("--from", "2022"),
    settings=period_settings("the tables, by year"),
)
