"""What the words of a gold file mean in ours: agreement wordings and codes of flaws, as data."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from msgspec import UNSET

if TYPE_CHECKING:
    from evaluation.gold_rows import PageRow


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a gold wording expects of a reading.

    Attributes:
        stances: The positions on the recommendation, any one set of which is right.
        other_objects: Objects of positions apart from the recommendation; one must be there.
    """

    stances: tuple[frozenset[str], ...]
    other_objects: frozenset[str] = frozenset()


HIDDEN = re.compile(r"unknown|cut\b|pending|summary-|none$")
"""Wordings of pages on which no position can be seen: not judged."""

_NONE = frozenset[str]()
_ACCEPTED = (frozenset({"accepted"}), frozenset({"accepted-in-principle"}))

MEANINGS: tuple[tuple[re.Pattern[str], Meaning], ...] = (
    (re.compile(r"(?:disagree|reject)"), Meaning((frozenset({"rejected"}),))),
    (re.compile(r"agrees-merit"), Meaning((_NONE,))),
    (
        re.compile(r"(?:agree|accept)\w*-implemented"),
        Meaning((frozenset({"accepted"}),)),
    ),
    (
        re.compile(r"(?:agree|accept)\w*-but-disputes"),
        Meaning((frozenset({"accepted"}),), frozenset({"view", "conclusion"})),
    ),
    (
        re.compile(r"(?:agree|accept)\w*-(?:in-)?part"),
        Meaning((frozenset({"accepted-in-part"}),)),
    ),
    (
        re.compile(r"(?:agree|accept)\w*-(?:in-)?part"),
        Meaning((_NONE,), frozenset({"view", "conclusion", "action"})),
    ),
    (re.compile(r"(?:agree|accept)\w*-(?:in-)?principle"), Meaning((_ACCEPTED[1],))),
    (re.compile(r"(?:agree|accept)"), Meaning(_ACCEPTED)),
    (re.compile(r"(?:implemented|already)"), Meaning((frozenset({"already-done"}),))),
    (re.compile(r"note[sd]?\b"), Meaning((frozenset({"noted"}),))),
    (re.compile(r"defer"), Meaning((frozenset({"deferred"}),))),
    (re.compile(r""), Meaning((_NONE,))),
)
"""Wordings, by how they begin; the first that fits counts, with others of the very same pattern.

"agrees-partial" also stands for pages whose government agrees with a point, not with what is
recommended: read as agreement with a view. Whatever is not listed is no position: welcomes,
recognises, supports, commits, defends, will review, quotes a commitment, no wording.
"""

FLAWS = {
    "resp-repeats": "echo",
    "shared-response": "shared-answer",
    "resp-misaligned": "misaligned-answer",
    "status-vs-text": "label-differs",
    "status-vs-text?": "label-differs",
    "status-inferred": "label-unsupported",
    "status-drift": "label-drift",
    "same-response-different-status": "label-drift",
    "kind-mismatch": "mistyped-kind",
    "procedural-with-response": "mistyped-kind",
    "cut-midword": "truncated",
    "running-head": "furniture",
    "footnote-block": "furniture",
    "footnote-splits-sentence": "furniture",
    "footnote-glued-to-word": "furniture",
    "pageno-midsentence": "furniture",
    "pageno-tail": "furniture",
    "response-fragments": "fragment",
    "stray-period": "fragment",
    "resp-not-visible": "reply-not-shown",
    "pending": "reply-not-shown",
    "resp-generic": "empty-answer",
    "summary-vs-response": "summary-differs",
    "summary-date-mismatch": "summary-differs",
    "addressee-nameless": "missing-addressee",
}
"""Our flag for each code of a gold file that has one; the others are no matter of answers.

`addressee-nameless` is none of the codes that a person gave: it follows from the addressees that a
person read (see `codes`).
"""

_NAMELESS = re.compile(r"the (?:department|government)\b", re.IGNORECASE)


def meanings(wording: str) -> tuple[Meaning, ...]:
    """What a wording may mean; nothing if it says that no position can be seen."""
    if HIDDEN.match(wording):
        return ()
    first = next(pattern for pattern, _ in MEANINGS if pattern.match(wording))
    return tuple(meaning for pattern, meaning in MEANINGS if pattern.pattern == first.pattern)


def codes(row: PageRow, *, as_given: bool) -> tuple[str, ...]:
    """The codes of a row, and what follows from its other fields.

    A finding that asks for something, and of which a person could say no more than that "the
    Department" or "the Government" is asked, has an addressee without a name. A finding asks if
    its heading says so and is right, or does not and is wrong.

    Args:
        row: The row.
        as_given: True to leave out what was corrected when the pages were read again.
    """
    flaws = row.flaws or ()
    added = () if as_given else _read_again(row, "there")
    asks = (row.kind == "Recommendation") != ("kind-mismatch" in flaws)
    nameless = asks and row.addressees and all(map(_NAMELESS.match, row.addressees))
    return (*flaws, *added, *(("addressee-nameless",) if nameless else ()))


def unseen(row: PageRow, *, as_given: bool) -> frozenset[str]:
    """Flags that cannot be judged on a page, one way or the other."""
    flags = () if as_given else _read_again(row, "unseen")
    nameless = ("addressee-nameless",) if row.addressees is UNSET else ()
    return frozenset(filter(None, map(flag_of, (*flags, *nameless))))


def _read_again(row: PageRow, outcome: str) -> tuple[str, ...]:
    """Codes of a row on which reading its page again gave this outcome."""
    return tuple(reading.flaw for reading in row.read_again if reading.outcome == outcome)


def unjudged(row: PageRow) -> frozenset[str]:
    """Flags that are not wrong on a page although the gold file has no code for them there.

    A page marked `truncated` breaks off, though its codes tell of that only where a word is cut
    through. One whose agreement is cut off shows no reply, whether or not its label is printed. A
    label that the words contradict is none that they state.
    """
    flags = set()
    if row.truncated:
        flags.add("truncated")
    if HIDDEN.match(row.agreement):
        flags.add("reply-not-shown")
    if "status-vs-text" in (row.flaws or ()):
        flags.add("label-unsupported")
    return frozenset(flags)


def flag_of(flaw: str) -> str | None:
    """Our flag for a code; what stands in it after a bracket or colon is detail."""
    return FLAWS.get(re.split(r"[(:]", flaw)[0])
