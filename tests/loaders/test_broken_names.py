"""Names of departments that lines break are whole; others are not joined to what follows."""

from __future__ import annotations

from textwrap import wrap

import pytest

from loaders.references.broken_names import departments_from
from tests.responses_reading import items, read

NAMES = (
    "Department for Environment, Food and Rural Affairs",
    "Department for Business, Energy & Industrial Strategy",
    "Ministry of Housing, Communities and Local Government",
    "Foreign, Commonwealth and Development Office",
)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("width", [24, 32, 44, 60])
def test_a_broken_name_is_whole(name: str, width: int) -> None:
    lines = wrap(name, width)
    assert departments_from([*lines, "Hedges"]) == ((name,), len(lines))


@pytest.mark.parametrize("below", ["Hedges", "HM Treasury", "Health and Social Care"])
def test_a_whole_name_ends_with_its_line(below: str) -> None:
    assert departments_from(["Department for Transport", below]) == (
        ("Department for Transport",),
        1,
    )


@pytest.mark.parametrize("name", NAMES)
def test_a_minute_and_a_response_name_it_whole(name: str) -> None:
    lines = "\n".join(wrap(name, 36))
    minute = (
        "Treasury Minutes\nGovernment Response to the Committee of Public Accounts on the Eleventh "
        "report from Session 2023-24\nMarch 2024\nCP 1042\nEleventh Report of Session 2023-24\n"
        f"{lines}\nHedges\nIntroduction from the Committee\nHedges grow.\n"
        "1. PAC conclusion: Hedges die.\n"
        "1. PAC recommendation: The Department should plant hedges.\n"
        "1.1 The government agrees with the Committee’s recommendation.\n"
    )
    response = (
        f"{lines}\nGovernment response to the Hedges Committee’s First Report of Session 2023–24 "
        "(HC 9)\nMay 2024\nRecommendation 1: The Department should plant hedges.\n"
        "Response: We accept this recommendation.\n"
    )
    for source, text in (("treasury_minutes", minute), ("government_responses", response)):
        (item,) = items(read(source, text))
        assert item.respondent == name
