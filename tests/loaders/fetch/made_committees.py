"""A small Committees API in our own words, that answers as the service is described."""

from __future__ import annotations

import base64
from datetime import date
from typing import TYPE_CHECKING, Any

from tests.loaders.fetch.service_server import Reply

if TYPE_CHECKING:
    from tests.loaders.fetch.service_server import Query, ServiceServer

API = "https://committees-api.parliament.uk/api"
COMMITTEES = [
    {"id": 901, "name": "Harbours Committee", "house": "Commons", "startDate": "2010-05-01",
     "nameHistory": [{"id": 1, "committeeId": 901, "name": "Ports and Harbours Committee"}]},
    {"id": 902, "name": "Lighthouses Committee", "house": "Commons", "startDate": "2005-01-01"},
    {"id": 903, "name": "Lighthouses Committee", "house": "Lords", "startDate": "2015-01-01"},
]  # fmt: skip
TEXT = "1. We recommend that the harbour office publish its plan."


def publication(number: int, kind: int, day: str, **fields: object) -> dict[str, Any]:
    """A publication with one document."""
    return {
        "id": number,
        "description": f"The state of pier {number}",
        "publicationStartDate": f"{day}T00:00:00",
        "type": {"id": kind, "name": "Report", "canBeResponse": kind == 2},
        "committee": {"id": 901, "name": "Harbours Committee", "house": "Commons"},
        "businesses": [{"id": 55, "title": "Piers", "type": {"id": 1, "isInquiry": True}}],
        "hcNumber": {"number": str(number), "sessionId": 36, "sessionDescription": "2022-23"},
        "documents": [
            {
                "documentId": number * 10,
                "files": [
                    {"fileName": f"pier {number}.txt", "fileSize": len(TEXT),
                     "fileDataFormat": "OriginalFormat", "url": None},
                    {"fileName": f"pier {number}.html", "fileSize": 1, "fileDataFormat": "Html"},
                ],
            }
        ],
        **fields,
    }  # fmt: skip


def some_publications() -> list[dict[str, Any]]:
    """A report of 2023 with a response of 2024, each form of each field that was seen."""
    return [
        publication(1, 1, "2023-02-01", governmentResponses={"publication": [{"id": 21}]}),
        publication(2, 1, "2023-06-30", respondingDepartment={"id": 7, "name": "Harbour Office"}),
        publication(3, 1, "2023-12-31", respondingDepartment="Harbour Office"),
        publication(4, 12, "2023-07-01", respondingDepartment=None, response_to_publication_id=99),
        publication(5, 2, "2023-09-01", responseToPublicationId=2, hcNumber=None),
        publication(21, 2, "2024-03-01", responseToPublicationId=1, hcNumber=None),
        publication(99, 1, "2022-11-01", hcNumber=None),
    ]


class MadeCommittees:
    """The service.

    Attributes:
        publications: What it has.
        documents: Bytes by the number of the publication; a short text where none is given.
        file_name: The name that it gives a document, in place of that in `files`.
        largest_page: Items of a page at most, whatever is asked.
        hidden: Items that the number of a list counts though it does not give them.
    """

    def __init__(self, server: ServiceServer) -> None:
        self.publications = some_publications()
        self.documents: dict[int, bytes] = {}
        self.file_name: str | None = None
        self.largest_page = 100
        self.hidden = 0
        server.serve(f"{API}/Committees", self._committees)
        server.serve(f"{API}/Publications", self._publications)

    def _committees(self, rest: str, query: Query) -> Reply | None:
        term = query.get("SearchTerm", [""])[0].lower()
        items = [each for each in COMMITTEES if term in str(each["name"]).lower()]
        return None if rest else self._page(items, query)

    def _publications(self, rest: str, query: Query) -> Reply | None:
        if not rest:
            return self._page([each for each in self.publications if _asked(each, query)], query)
        number, *more = rest.strip("/").split("/")
        item = next((each for each in self.publications if str(each["id"]) == number), None)
        if item is None:
            return None
        return Reply(item) if not more else self._document(item)

    def _document(self, item: dict[str, Any]) -> Reply:
        content = self.documents.get(item["id"], TEXT.encode())
        data = base64.b64encode(content).decode()
        name = item["documents"][0]["files"][0]["fileName"]
        return Reply({"fileName": self.file_name or name, "fileSize": len(content), "data": data})

    def _page(self, items: list[dict[str, Any]], query: Query) -> Reply:
        skip, take = int(query.get("Skip", ["0"])[0]), int(query.get("Take", ["30"])[0])
        given = items[skip : skip + min(take, self.largest_page)]
        return Reply({"items": given, "totalResults": len(items) + self.hidden})


def _asked(item: dict[str, Any], query: Query) -> bool:
    """Whether the parameters of a list name a publication."""
    day = date.fromisoformat(item["publicationStartDate"][:10])
    first = date.fromisoformat(query.get("StartDate", ["1990-01-01"])[0])
    last = date.fromisoformat(query.get("EndDate", ["2099-01-01"])[0])
    paper = item["hcNumber"] or {}
    return (
        query.get("PublicationTypeIds", [str(item["type"]["id"])]) == [str(item["type"]["id"])]
        and query.get("CommitteeId", ["901"]) == [str(item["committee"]["id"])]
        and first <= day <= last
        and query.get("PaperNumbers", [paper.get("number")]) == [paper.get("number")]
    )
