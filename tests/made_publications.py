"""Publications as Parliament's Committees API serves them, made up: every documented field."""

from __future__ import annotations

import json
from base64 import b64encode
from hashlib import sha256
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pathlib import Path

Json = dict[str, Any]

API = "https://committees-api.parliament.uk/api/Publications"
LICENCE = "https://www.parliament.uk/site-information/copyright-parliament/open-parliament-licence/"

COMMITTEE: Json = {
    "id": 903,
    "name": "Marsh and Fen Committee",
    "house": "Commons",
    "category": {"id": 1, "name": "Select"},
    "parentCommittee": None,
    "scrutinisingDepartments": [{"departmentId": 91, "name": "Ministry of Ponds"}],
    "nameHistory": [],
}
REPORT: Json = {
    "id": 51001,
    "description": "Seventh Report - Reeds and rushes in public care",
    "publicationStartDate": "2023-11-08T00:01:00",
    "publicationEndDate": None,
    "type": {
        "id": 1, "name": "Report", "description": "A report", "governmentCanRespond": True,
        "canBeResponse": False, "iconKey": "report", "pluralVersion": "Reports",
    },
    "committee": COMMITTEE,
    "businesses": [
        {"id": 7001, "title": "Reeds and rushes", "type": {"id": 1, "isInquiry": True},
         "openDate": "2023-01-10T00:00:00", "closeDate": None},
        {"id": 7002, "title": "Work of the Ministry of Ponds", "type": {"isInquiry": False}},
    ],
    "hcNumber": {"number": "1207", "sessionId": 36, "sessionDescription": "2022-23"},
    "hlPaper": None,
    "documents": [
        {"documentId": 61001, "files": [
            {"fileName": "reeds.pdf", "fileSize": 9, "fileDataFormat": "OriginalFormat", "url": "x"}
        ]},
    ],
    "additionalContentUrl": "https://publications.example/reeds.pdf",
    "additionalContentUrl2": "https://publications.example/reeds.html",
    "responseToPublicationId": None,
    "respondingDepartment": {"departmentId": 91, "name": "Ministry of Ponds"},
    "governmentResponses": {
        "publication": [], "responseDeadline": "2024-01-08T00:00:00", "responseExcepted": False,
    },
}  # fmt: skip
ANSWER: Json = {
    **REPORT,
    "id": 51440,
    "description": (
        "Second Special Report - Reeds and rushes in public care: the Government’s reply to the "
        "Committee"
    ),
    "publicationStartDate": "2024-01-19T11:30:00",
    "type": {"id": 12, "name": "Special Report", "canBeResponse": True},
    "businesses": [],
    "hcNumber": {"number": "1311", "sessionId": 36, "sessionDescription": "2022-23"},
    "additionalContentUrl": None,
    "additionalContentUrl2": None,
    "responseToPublicationId": 51001,
    "respondingDepartment": "Ministry of Ponds",
    "governmentResponses": None,
}
REPLY = """<!DOCTYPE html><html><body>
<h1>Government response to the Committee’s report on reeds</h1>
<h2>Recommendation 1</h2>
<blockquote>The Ministry should publish by the autumn what every bundle of reeds costs to cut and to
carry.</blockquote>
<p>The Government accepts this recommendation. We will publish the costs within three months.</p>
<h2>Recommendation 2</h2>
<blockquote>The Ministry should report each year how many herons nest in the reeds of every
county.</blockquote>
<p>The Government does not accept this recommendation.</p>
</body></html>
"""


def served(content: bytes, name: str = "reply.html", **other: object) -> bytes:
    """A document as the API serves it."""
    values = {"fileName": name, "fileSize": len(content), "data": b64encode(content).decode()}
    return json.dumps({**values, **other}).encode()


def fetched_folder(folder: Path, files: dict[str, bytes], urls: dict[str, str]) -> Path:
    """A folder with files, and the list that says where they were fetched."""
    lines = []
    for name, raw in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(raw)
        if name in urls:
            lines.append(
                {
                    "path": name,
                    "url": urls[name],
                    "retrieved": "2025-02-03T10:00:00+00:00",
                    "sha256": sha256(raw).hexdigest(),
                    "licence": LICENCE,
                    "media_type": "application/json",
                }
            )
    listed = "".join(f"{json.dumps(line)}\n" for line in lines)
    (folder / "fetched.jsonl").write_text(listed, encoding="utf-8")
    return folder
