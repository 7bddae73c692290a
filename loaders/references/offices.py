"""The department that a minister leads, by the name of the office."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from loaders.text.patterns import compile_pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

_WORDS = Path(__file__).with_name("offices.toml")
_OFFICE = re.compile(
    r"(?:(?:the )?Lord (?:High )?Chancellor and )?(?:the )?(?:First )?"
    r"Secretary of State for (?:the )?(?P<area>[^()\n]{1,120})"
)
_NEXT_OFFICE = r"(?:Minister|Lord|President|Chancellor|First|Deputy|Secretary|Leader|Chief)"
_SECRETARY = compile_pattern(
    r"\bSecretary +of +State +for +(?:the +)?"
    rf"[A-Z][\w&’-]+(?:(?:,(?: +and)?| +and| +&)?(?! +{_NEXT_OFFICE}\b) +[A-Z][\w&’-]+){{0,6}}"
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
    if departments := by_office.get(re.sub(r"^(?:the|The) ", "", words)):
        return departments
    match = _OFFICE.fullmatch(words)
    if match is None:
        return ()
    if department := by_area.get(match["area"]):
        return (department,)
    return tuple(form.format(match["area"]) for form in _FORMS)


def offices_in(words: str) -> Iterator[tuple[int, int]]:
    """Where words name a minister who leads a department: start and end of each office.

    A shadow minister leads none.

    >>> [*offices_in("The Home Secretary wrote to the Secretary of State for Wales.")]
    [(4, 18), (32, 60)]
    """
    for match in _any_office().finditer(words):
        yield match.span()


def minister_in(words: str) -> str | None:
    """The office of a minister that words name: a Secretary of State, or else another that leads.

    >>> minister_in("Presented by the Secretary of State for Wales and Minister for Ponds")
    'Secretary of State for Wales'
    """
    if match := _SECRETARY.search(words):
        return " ".join(match[0].split())
    by_office, _ = _departments()
    return next((office for office in by_office if re.search(rf"\b{office}\b", words)), None)


@cache
def _any_office() -> re.Pattern[str]:
    by_office, _ = _departments()
    names = "|".join(re.escape(office) for office in by_office)
    return compile_pattern(rf"(?<![Ss]hadow )(?:{_SECRETARY.pattern}|\b(?:{names})\b(?! for))")


@cache
def _departments() -> tuple[dict[str, tuple[str, ...]], dict[str, str]]:
    words = tomllib.loads(_WORDS.read_text(encoding="utf-8"))
    by_office = {
        office: (departments,) if isinstance(departments, str) else tuple(departments)
        for office, departments in words["department_by_office"].items()
    }
    return by_office, words["department_by_area"]
