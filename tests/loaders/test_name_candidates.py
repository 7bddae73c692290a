"""Names that no register has: which become candidates, and of what kind."""

from __future__ import annotations

import pytest

from tests.names_registers import recognise


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("It leads the Family Data Pilot Scheme now.", "Family Data Pilot Scheme", "initiative"),
        ("Evidence came from Anytown University.", "Anytown University", "organisation"),
        (
            "We heard the Association of Data Stewards.",
            "Association of Data Stewards",
            "organisation",
        ),
        ("It uses its Trace-All platform.", "Trace-All platform", "initiative"),
        ("under the Data Sharing Regulations 2031", "Data Sharing Regulations 2031", "initiative"),
        ("DWP’s Claims Modernisation Programme", "Claims Modernisation Programme", "initiative"),
        ("and XQZT agreed", "XQZT", None),
    ],
)
def test_unregistered_names_become_candidates(text: str, name: str, kind: str | None) -> None:
    assert [(found.name, found.kind) for found in recognise(text).candidates] == [(name, kind)]


@pytest.mark.parametrize(
    "text",
    [
        "The Permanent Secretary wrote the Annual Report and Accounts.",
        "In the Treasury Minute the Secretary of State agreed.",
        "There was a big overlap and a “material difference”.",
        "Jane Smith met AI firms and SMEs in the UK on Monday.",
        "Senior Responsible Owners (SROs) and key performance indicators (KPIs)",
    ],
)
def test_genres_roles_and_common_nouns_are_no_candidates(text: str) -> None:
    assert [found.name for found in recognise(text).candidates] == []


def test_candidates_come_with_near_names_of_the_register() -> None:
    candidate = recognise("It cites the Shared Outcome Funding Programme.").candidates[0]
    assert ("initiative", "shared-outcomes-fund") in [
        similar.entity for similar in candidate.similar
    ]
