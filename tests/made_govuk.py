"""What GOV.UK's content and organisations APIs serve, made up in the documented form."""

from __future__ import annotations

import json
from typing import Any

Json = dict[str, Any]

RESPONSE_BODY = """<div class="govspeak"><p>Presented to Parliament by the Secretary of State for
Education by Command of His Majesty</p>
<p>CP 1204</p>
<h2 id="introduction"><span class="number">1. </span>Introduction</h2>
<p>The Education Committee published its Third Report of Session 2023–24, Late buses (HC 431), on
2 May 2024.</p>
<h3 id="rec-1">Recommendation 1</h3>
<blockquote><p>The Department should publish how late each school bus is. (Paragraph 14)</p>
</blockquote>
<p>The Government accepts this recommendation. We will publish the times by March 2026.</p>
<h3 id="rec-2">Recommendation 2</h3>
<blockquote><p>The Department should link bus passes with attendance records. (Paragraph 22)</p>
</blockquote>
<p>The Government does not accept this recommendation.</p></div>"""


def content(words: object, heading: str, **other: object) -> Json:
    """A page as the content API serves it."""
    item: Json = {
        "base_path": "/government/publications/made-up/the-page",
        "content_id": "2d3d0000-0000-4000-8000-000000000001",
        "description": None,
        "document_type": "html_publication",
        "first_published_at": "2024-07-09T09:30:00.000+00:00",
        "locale": "en",
        "public_updated_at": "2024-07-10T09:30:00Z",
        "schema_name": "html_publication",
        "title": heading,
        "updated_at": "2024-07-11T00:00:00.000Z",
        "withdrawn_notice": {},
        "links": {
            "organisations": [
                {
                    "title": "Department for Education",
                    "base_path": "/government/organisations/department-for-education",
                    "web_url": "https://www.gov.uk/government/organisations/department-for-education",
                }
            ],
            "parent": [{"title": "Made up", "base_path": "/government/publications/made-up"}],
        },
        "details": {"body": words, "political": True, "public_timestamp": "2024-07-09T09:30:00Z"},
    }
    return {**item, **other}


RESPONSE = content(RESPONSE_BODY, "Late buses: Government response to the Committee’s Third Report")


def encoded(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False).encode()


def link(slug: str) -> Json:
    """How a body names another."""
    return {
        "id": f"https://www.gov.uk/api/organisations/{slug}",
        "web_url": f"https://www.gov.uk/government/organisations/{slug}",
    }


def body(slug: str, title: str, kind: str = "Executive agency", **other: object) -> Json:
    """A body as the organisations API serves it."""
    details = {
        "slug": slug, "abbreviation": None, "content_id": "x", "govuk_status": "live",
        "govuk_closed_status": None, "closed_at": None, "logo_formatted_name": title,
    }  # fmt: skip
    item: Json = {
        **link(slug), "title": title, "format": kind, "updated_at": "2026-01-01T00:00:00Z",
        "analytics_identifier": "EA1", "details": details, "parent_organisations": [],
        "child_organisations": [], "superseded_organisations": [],
        "superseding_organisations": [],
    }  # fmt: skip
    changed = {key: value for key, value in other.items() if key in details}
    return {**item, **other, "details": {**details, **changed}}
