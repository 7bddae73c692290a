"""Pages of GOV.UK with their attachments: by a search, a path, or a search that has a name."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlencode

import msgspec

from loaders.fetch import govuk_pages
from loaders.fetch.answer_values import Json, number_of, text_of
from loaders.fetch.govuk_pages import SITE, GovukPages
from loaders.fetch.live_service import (
    FetchRequest,
    LiveService,
    Setting,
    SettingKind,
    period_settings,
)
from loaders.fetch.not_fetched import FetchFailedError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from loaders.fetch.fetch_run import FetchRun

_FILE = Path(govuk_pages.__file__).with_name("govuk_searches.toml")
_COUNT = 100
"""Results of a page of the search."""

_MOST_RESULTS = 200
"""Results that are looked at unless more are asked for."""

_ABOUT = """Pages of GOV.UK with their attachments. WORDS is one of treasury-minutes,
progress-reports and responses, or the path of a page or collection such as
/government/collections/treasury-minutes, or what to search for. Of a search the best results are
looked at, and those of the period are fetched."""


@dataclass(frozen=True, slots=True)
class GovukSearch:
    """A search of GOV.UK.

    Attributes:
        query: What is searched for.
        organisation: Short name of the organisation that published it; empty for any.
        title: Words of which a title must hold one; empty if every result counts.
    """

    query: str
    organisation: str = ""
    title: tuple[str, ...] = ()


class _Results(msgspec.Struct):
    results: list[Json]
    total: object = None


def _fetch(request: FetchRequest, run: FetchRun) -> None:
    pages = GovukPages(run)
    for words in request.subjects:
        if words.startswith(("/", "http:", "https:")):
            links = _page_and_its_list(words, pages)
        else:
            links = list(dict.fromkeys(_search(words, request, run)))
        for done, link in enumerate(links):
            run.report_progress(f"pages of GOV.UK for {words}", done, len(links))
            pages.keep(link)
        run.report_progress(f"pages of GOV.UK for {words}", len(links), len(links))


def _page_and_its_list(link: str, pages: GovukPages) -> list[str]:
    """A page and, if it is a collection, what it lists."""
    page = pages.keep(link)
    is_collection = (
        bool(page) and page.get("document_type") == "document_collection" if page else False
    )
    return [path for path, _ in pages.collect(link, link)] if is_collection else []


def _search(words: str, request: FetchRequest, run: FetchRun) -> Iterator[str]:
    """Links of the results that count."""
    search = named_searches().get(words, GovukSearch(words))
    organisation = request.text("organisation") or search.organisation
    most = request.count("limit", _MOST_RESULTS)
    start = 0
    while start < most:
        parameters = {
            "q": search.query,
            "fields": "title,link,public_timestamp",
            "count": min(_COUNT, most - start),
            "start": start,
        }
        if organisation:
            parameters["filter_organisations"] = organisation
        address = f"{SITE}/api/search.json?{urlencode(parameters)}"
        try:
            page = run.ask_list(address, _Results)
        except FetchFailedError as error:
            run.note_failure(f"search for {words}, from result {start + 1}", address, error)
            return
        for result in page.results:
            if _counts(result, search, request) and text_of(result.get("link")):
                yield text_of(result.get("link"))
        start += len(page.results)
        total = number_of(page.total)
        run.report_progress(f"results for {words}", start, total)
        if not page.results or (total is not None and start >= total):
            return
    run.counts.remarks.append(
        f"Of the search for {words} the best {most:,} results were looked at; --limit takes more."
    )


def _counts(result: Json, search: GovukSearch, request: FetchRequest) -> bool:
    """Whether a result has the right title, and a day of the period or none that is known."""
    title = text_of(result.get("title")).casefold()
    if search.title and not any(words in title for words in search.title):
        return False
    try:
        day = date.fromisoformat(text_of(result.get("public_timestamp"))[:10])
    except ValueError:
        return True
    return (request.day("from") or day) <= day <= (request.day("to") or day)


def named_searches() -> dict[str, GovukSearch]:
    """The searches that have a name, by it."""
    content = tomllib.loads(_FILE.read_text(encoding="utf-8"))
    return {
        name: GovukSearch(
            entry["query"], entry.get("organisation", ""), tuple(entry.get("title", ()))
        )
        for name, entry in content.items()
    }


SERVICE = LiveService(
    name="govuk",
    title="pages of GOV.UK with their attachments",
    about=_ABOUT,
    fetch=_fetch,
    example=("treasury-minutes", "--from", "2023"),
    subject="WORDS",
    settings=(
        *period_settings("publication"),
        Setting("organisation", SettingKind.TEXT, "Its short name on GOV.UK, as hm-treasury."),
        Setting("limit", SettingKind.COUNT, f"Results to look at; {_MOST_RESULTS} if not given."),
    ),
)
