"""Who answers in a response, as its front tells: title, cover, minister, or who gives thanks."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from loaders.references.broken_names import departments_from
from loaders.references.departments import departments_on
from loaders.references.offices import minister_in
from loaders.text.patterns import compile_pattern

if TYPE_CHECKING:
    from collections.abc import Sequence

    from loaders.layout.document_lines import DocumentLine

_PRESENTED = re.compile(r"\b[Pp]resented\s+to\s+Parliament\s+by\s+(?P<who>[^\n]{1,300})")
_PERSON = r"(?:Mr|Mrs|Ms|Miss|Dr|Sir|Dame|Lord|Lady|Baroness|Professor|Minister|Secretary|Chair)\b"
_SPEAKS = compile_pattern(
    rf"(?:^|\n|(?<=[.:] ))(?:The )?(?!{_PERSON})"
    r"(?P<who>(?<![\w&’-])[A-Z][\w&’-]{0,30}(?:,? [\w&’-]{1,30}){1,12}?) "
    r"(?:(?:is|are) (?:very )?(?:grateful|pleased)|welcomes?|thanks?|responded|responds"
    r"|(?:would like|wishes) to thank)\b"
)
"""``The Department for Transport is grateful``: who answers, where no cover says so."""

_RESPONSE_OF = compile_pattern(
    r"\b[Rr]esponse (?:is |was )?(?:of|from|by) (?:the )?"
    r"(?P<who>[A-Z][\w&’-]{0,30}(?:,? [\w&’-]{1,30}){1,12}?)"
    r"(?= (?:to|is|was|follows|and of)\b|[.;:\n]|$)"
)
"""``The response of the Home Office is appended``."""

_GOVERNMENT = frozenset(
    {"Government", "HM Government", "UK Government", "Her Majesty’s Government"}
)
_HOUSES = frozenset({"House of Commons", "House of Lords"})


def respondents(
    whose: str, lines: Sequence[DocumentLine], words: str, text: str
) -> tuple[str, ...]:
    """The departments that answer, by the surest sign of the front.

    Args:
        whose: Whose response the title says it is; empty if it does not say.
        lines: The lines of the front.
        words: Their words, a line break after each paragraph.
        text: The whole document, which may name in full the department of a minister of the cover.

    Returns:
        Their names as printed; none where nothing tells.
    """
    return (
        _named(whose)
        or _departments(lines)
        or _department_of_minister(words, text)
        or _speaking(words)
    )


def _named(whose: str) -> tuple[str, ...]:
    """The body whose response a title says this is; none where that is the government."""
    who = re.sub(r"[’']s?$", "", whose).removeprefix("The ")
    who = re.sub(r"(?i)(?<!\bLocal) Government$", "", who)
    is_body = who and who not in _GOVERNMENT and "Committee" not in who
    return departments_on(who) if is_body else ()


def _departments(lines: Sequence[DocumentLine]) -> tuple[str, ...]:
    """The departments that answer, where lines of the cover name nothing else."""
    texts = [line.text for line in lines if line.text not in _HOUSES]
    named: list[str] = []
    index = 0
    while index < len(texts):
        names, count = departments_from(texts[index : index + 3])
        named += names
        index += count
    return tuple(dict.fromkeys(named))


def _speaking(words: str) -> tuple[str, ...]:
    """The department that thanks the committee or says that it responds, if only one does."""
    named = (
        departments_on(match["who"])
        for pattern in (_SPEAKS, _RESPONSE_OF)
        for match in pattern.finditer(words)
    )
    speaking = {names for names in named if names}
    return speaking.pop() if len(speaking) == 1 else ()


def _department_of_minister(words: str, text: str) -> tuple[str, ...]:
    """The department of the Secretary of State who presents the document, or else the office."""
    presented = _PRESENTED.search(words)
    office = minister_in(presented["who"] if presented else words)
    if office is None:
        return ()
    area = r"\s+".join(map(re.escape, office.partition(" for ")[2].removeprefix("the ").split()))
    form = rf"\b(?:Department|Ministry)\s+(?:for|of)\s+{area}\b"
    named = re.search(form, text) if area else None
    return (" ".join(named[0].split()) if named else office,)
