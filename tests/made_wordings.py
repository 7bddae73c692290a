"""Made recommendations, and the ways in which different sources print one and the same.

Every sentence is put together here. `printings` damages, cuts, frames and respells a text as pages
and documents do, and `siblings` words another recommendation as like it as a report can.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from random import Random

_BODIES = (
    "Ministry of Ponds", "Department for Bridges", "Heron Agency", "Board of Hedges",
    "Department for Lamps", "Ministry of Ferries", "Office for Orchards", "Tide Service",
)  # fmt: skip
_ACTS = (
    "publish", "report to us on", "review", "set out in a plan", "measure", "explain in writing",
    "consult local authorities on", "test with users",
)  # fmt: skip
_SUBJECTS = (
    "the cost of", "the number of complaints about", "the time it takes to repair",
    "the risks that come with", "the progress made with", "the savings expected from",
    "how citizens are told of", "who answers for",
)  # fmt: skip
_THINGS = (
    "wooden bridges", "village ponds", "street lamps", "river ferries", "old orchards",
    "coastal paths", "market halls", "canal locks", "railway arches", "heron nests",
    "public wells", "school gardens", "harbour walls", "footpath signs", "town clocks",
)  # fmt: skip
_TIMES = (
    "by the end of 2024", "within six months", "each year", "every quarter", "by 31 March 2025",
    "before the next spending review", "within twelve months", "at the start of every session",
)  # fmt: skip
_REASONS = (
    "so that Parliament can see whether money is well spent",
    "since local authorities cannot plan without it",
    "including what it will do where targets are missed",
    "and say which of its partners has agreed to pay",
    "drawing on what the inspectors recommended in their organisation-wide study",
    "with a baseline against which later years can be compared",
)  # fmt: skip
_CONCLUSIONS = (
    "Nobody in government knows what has been achieved so far.",
    "The programme has been late in every year since it began.",
    "Users told us that they were not asked.",
    "Earlier promises on this have not been kept.",
)  # fmt: skip


@dataclass(frozen=True)
class Wording:
    """A made recommendation, by its pieces."""

    body: str
    act: str
    subject: str
    thing: str
    time: str
    reason: str

    @property
    def text(self) -> str:
        return (
            f"The {self.body} should {self.act} {self.subject} {self.thing} {self.time}, "
            f"{self.reason}."
        )


def wording(random: Random) -> Wording:
    """Any recommendation."""
    lists = (_BODIES, _ACTS, _SUBJECTS, _THINGS, _TIMES, _REASONS)
    return Wording(*(random.choice(words) for words in lists))


def sibling(of: Wording, random: Random) -> Wording:
    """Another recommendation that differs from one in a single piece."""
    lists = {
        "body": _BODIES,
        "act": _ACTS,
        "subject": _SUBJECTS,
        "thing": _THINGS,
        "time": _TIMES,
        "reason": _REASONS,
    }
    field = random.choice(sorted(lists))
    others = [words for words in lists[field] if words != getattr(of, field)]
    return Wording(**{**vars(of), field: random.choice(others)})


def _footnotes(text: str, random: Random) -> str:
    return re.sub(r"([a-z])([.,])( |$)", rf"\g<1>\g<2>{random.randint(1, 99)}\g<3>", text, count=2)


def _opening(text: str, random: Random) -> str:
    formula = random.choice(
        ["We recommend that ", "The Committee recommends that ", "We therefore recommend that "]
    )
    return formula + text[0].lower() + text[1:]


def _label(text: str, random: Random) -> str:
    return random.choice(["Recommendation: ", "7: PAC recommendation: ", "5. "]) + text


def _reference(text: str, random: Random) -> str:
    return f"{text} (Paragraph {random.randint(2, 140)})"


def _wrapped(text: str, _: Random) -> str:
    words = text.split()
    lines = [" ".join(words[start : start + 9]) for start in range(0, len(words), 9)]
    return "\n".join(lines)


def _hyphenated(text: str, random: Random) -> str:
    long_words = list(re.finditer(r"[a-z]{8,}", text))
    match = random.choice(long_words)
    at = match.start() + 4
    return f"{text[:at]}-\n{text[at:]}"


def _respelt(text: str, _: Random) -> str:
    return text.replace("organisation", "organization").replace("programme", "program")


def _dashed(text: str, random: Random) -> str:
    return text.replace("-", random.choice(["–", "‑", " "])).replace("'", "’")


def _after_conclusion(text: str, random: Random) -> str:
    return f"{random.choice(_CONCLUSIONS)} {text}"


def _misprint(text: str, random: Random) -> str:
    match = random.choice(list(re.finditer(r"[a-z]{7,}", text)))
    at = random.randrange(match.start() + 1, match.end() - 1)
    return text[:at] + text[at + 1 :]


def _as_restated(text: str, _: Random) -> str:
    return text.replace("report to us on", "report to the Committee on")


TUNED: tuple[Callable[[str, Random], str], ...] = (
    _footnotes, _opening, _label, _reference, _wrapped, _hyphenated, _respelt, _dashed,
    _after_conclusion, _misprint, _as_restated,
)  # fmt: skip
"""Ways of printing by which the thresholds were set."""


def _page_number(text: str, random: Random) -> str:
    words = text.split()
    at = random.randrange(4, len(words) - 2)
    return " ".join([*words[:at], str(random.randint(5, 60)), *words[at:]])


def _running_head(text: str, random: Random) -> str:
    words = text.split()
    at = random.randrange(4, len(words) - 2)
    head = f"{random.randint(5, 60)} Looking after wooden things"
    return " ".join([*words[:at], head, *words[at:]])


def _initials(text: str, _: Random) -> str:
    return text.replace("Ministry of Ponds", "MoP").replace("Department for Bridges", "DfB")


def _upper(text: str, _: Random) -> str:
    return text.upper()


def _dropped_article(text: str, random: Random) -> str:
    articles = [match.start() for match in re.finditer(r" (?:the|a|of|in) ", text)]
    at = random.choice(articles or [len(text) - 1])
    return text[:at] + text[text.find(" ", at + 1) :] if articles else text


def _two_misprints(text: str, random: Random) -> str:
    return _misprint(_misprint(text, random), random)


def _bulleted(text: str, _: Random) -> str:
    return text.replace(", ", ": • ", 1)


def _quoted(text: str, _: Random) -> str:
    return f"“{text[:-1]}”."


def _numbered_paragraph(text: str, random: Random) -> str:
    return f"{random.randint(3, 90)}. {text}"


def _all_of_it(text: str, random: Random) -> str:
    return _reference(
        _footnotes(_after_conclusion(_misprint(text, random), random), random), random
    )


def _swapped_letters(text: str, random: Random) -> str:
    match = random.choice(list(re.finditer(r"[a-z]{7,}", text)))
    at = match.start() + 2
    return text[:at] + text[at + 1] + text[at] + text[at + 2 :]


def _other_formula(text: str, _: Random) -> str:
    return f"It is our recommendation that {text[0].lower()}{text[1:]}"


HELD_BACK: tuple[Callable[[str, Random], str], ...] = (
    _page_number, _running_head, _initials, _upper, _dropped_article, _two_misprints, _bulleted,
    _quoted, _numbered_paragraph, _all_of_it, _swapped_letters, _other_formula,
)  # fmt: skip
"""Ways of printing on which nothing was tuned."""


def _our_view(text: str, _: Random) -> str:
    return f"Our recommendation, therefore, is that {text[0].lower()}{text[1:]}"


def _stars(text: str, _: Random) -> str:
    return text.replace(",", ",*", 1)


def _no_commas(text: str, _: Random) -> str:
    return text.replace(",", "")


def _double_spaces(text: str, _: Random) -> str:
    return text.replace(" ", "  ").replace("  should", "\u00a0should")


def _heading_before(text: str, random: Random) -> str:
    return f"Recommendation {random.randint(1, 30)}\n{text}"


def _conclusion_and_label(text: str, random: Random) -> str:
    return f"{_after_conclusion('', random)}Recommendation 4: {text}"


def _bold_marks(text: str, _: Random) -> str:
    return f"**{text}**"


def _extra_that(text: str, _: Random) -> str:
    return text.replace(" should ", " should also ", 1)


FRESH: tuple[Callable[[str, Random], str], ...] = (
    _our_view, _stars, _no_commas, _double_spaces, _heading_before, _conclusion_and_label,
    _bold_marks, _extra_that,
)  # fmt: skip
"""Ways of printing that were written when everything else was done, and measured once."""
