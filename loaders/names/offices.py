"""The department that a minister leads, by the name of the office."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from pathlib import Path

_WORDS = Path(__file__).parent / "words" / "offices.toml"
_OFFICE = re.compile(
    r"(?:(?:the )?Lord (?:High )?Chancellor and )?(?:the )?(?:First )?"
    r"Secretary of State for (?:the )?(?P<area>[^()\n]{1,120})"
)
_FORMS = ("Department for {}", "Department of {}", "Department for the {}", "Ministry of {}")


def departments_of_office(office: str) -> tuple[str, ...]:
    """Names that the department of a minister may have; the registers know which one it has.

    Args:
        office: The office as printed, such as "Secretary of State for Transport".

    Returns:
        The names; none where the words are no office of a minister.
    """
    by_office, by_area = _departments()
    words = " ".join(office.split())
    if department := by_office.get(re.sub(r"^(?:the|The) ", "", words)):
        return (department,)
    match = _OFFICE.fullmatch(words)
    if match is None:
        return ()
    if department := by_area.get(match["area"]):
        return (department,)
    return tuple(form.format(match["area"]) for form in _FORMS)


@cache
def _departments() -> tuple[dict[str, str], dict[str, str]]:
    words = tomllib.loads(_WORDS.read_text(encoding="utf-8"))
    return words["department_by_office"], words["department_by_area"]
