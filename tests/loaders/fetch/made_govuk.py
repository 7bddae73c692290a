"""A small GOV.UK in our own words, that answers as its interfaces are described."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tests.loaders.fetch.service_server import Reply

if TYPE_CHECKING:
    from tests.loaders.fetch.service_server import Query, ServiceServer

SITE = "https://www.gov.uk"
ASSETS = "https://assets.publishing.service.gov.uk"
MINUTE = "/government/publications/treasury-minutes-on-piers"
COLLECTION = "/government/collections/major-projects-data"


def page(path: str, title: str, **details: object) -> dict[str, Any]:
    """What the content API says of a page."""
    return {
        "base_path": path,
        "title": title,
        "document_type": "policy_paper",
        "public_updated_at": "2023-05-04T09:30:00Z",
        "details": details,
        "links": {},
    }


class MadeGovuk:
    """The services of GOV.UK.

    Attributes:
        pages: What the content API says of each path.
        results: What any search gives.
        largest_page: Results of a page of the search at most.
    """

    def __init__(self, server: ServiceServer) -> None:
        self.largest_page = 100
        self.pages = {
            MINUTE: page(
                MINUTE,
                "Treasury Minutes on piers",
                attachments=[
                    {"title": "PDF", "url": f"{ASSETS}/media/a1/Minutes%20on%20piers.pdf"},
                    {"title": "HTML", "url": f"{MINUTE}/minutes-on-piers"},
                    {"title": "PDF again", "url": f"{ASSETS}/media/a1/Minutes%20on%20piers.pdf"},
                ],
            ),
            f"{MINUTE}/minutes-on-piers": page(
                f"{MINUTE}/minutes-on-piers", "Minutes", body="<p>1. We accept."
            ),
            "/government/publications/progress-on-piers": page(
                "/government/publications/progress-on-piers",
                "Progress report on piers",
                documents=[
                    f'<section><a href="{ASSETS}/media/b2/progress.pdf">Report</a></section>',
                    f'<p><a href="{SITE}/government/uploads/b3/table.csv/preview">View</a>',
                    '<a href="mailto:piers@example.org">Ask</a><a href="#top">Top</a>',
                ],
            ),
        }
        self.results = [
            result(MINUTE, "Treasury Minutes on piers", "2023-05-04"),
            result("/government/publications/progress-on-piers", "Progress report", "2024-01-02"),
            result("/government/news/a-pier", "A pier opens", "2023-05-05"),
            result("/government/publications/old", "Treasury Minute, old", "2019-01-01"),
        ]
        server.serve(f"{SITE}/api/content", self._content)
        server.serve(f"{SITE}/api/search.json", self._search)
        server.serve(f"{ASSETS}/media/", lambda rest, _query: Reply(f"file {rest}".encode()))

    def _content(self, path: str, _query: Query) -> Reply | None:
        return Reply(self.pages[path]) if path in self.pages else None

    def _search(self, rest: str, query: Query) -> Reply | None:
        start, count = int(query["start"][0]), int(query["count"][0])
        given = self.results[start : start + min(count, self.largest_page)]
        return None if rest else Reply({"results": given, "total": len(self.results)})


def result(path: str, title: str, day: str) -> dict[str, Any]:
    """One result of a search."""
    return {"link": path, "title": title, "public_timestamp": f"{day}T00:00:00Z"}
