"""Texts made to be slow to read: one piece repeated, and random mixtures of such pieces."""

from __future__ import annotations

from random import Random

_REAL_NAMES = (
    "Ministry of Justice ",
    "DfE ",
    "BOLD programme ",
    "the Department ",
    "BOLD (including ",
    "BOLD, ",
    "Home Office / ",
    "DfE's Aa ",
    "HMRC and Ministry of ",
    "Mission 3 of the ",
)
_BRACKETS = ("(", "[", " (", ")", "((A)) ", "{", "<", "(Aa) ", "(see paragraph 1 ", "[1] ", "<b>")
_DEFINITIONS = (
    "Data First (DF) ",
    "Aaa Bbb (AB) ",
    "Ministry of Justice (MoJ) ",
    "Department for Education (the Department) ",
    "the scheme (or “AB” and “CD”) ",
)
_SPACES = (" ", "\n", "\t", "\r\n", "\xa0", "\n\n", " \n", "a  ", "\u200b", "- \n", "\x0b", "\f")
_NUMBERS = (
    "1 ",
    "1.",
    "1. ",
    "1",
    "1.1 ",
    "7.2 A",
    "1, 2 and 3 ",
    "Q1-2, ",
    "Q1, 2–3; ",
    "1-",
    "ended.5 ",
    "word12, ",
    "1a ",
    "£1,000 ",
)
_LABELS = (
    "Recommendation ",
    "Recommendation 1: ",
    "1: PAC recommendation: ",
    "PAC conclusion: ",
    "Conclusion\n",
    "Government Response\nAccepted\n",
    "Source · Select Committees · ",
    "# url: https://",
    "Target implementation date: ",
    "(HC 1) ",
    "Response: ",
    "Fifty-First Report of Session 2019-21 ",
    "First ",
    "hundred and ",
    "Annex ",
)
_VERDICTS = (
    "agrees ",
    "The government agrees ",
    "not ",
    "accepts, ",
    "will ",
    "it will not ",
    "the Committee’s recommendation ",
    "disagrees with the ",
    "Department of the ",
    "We recommend ",
    "4a: agree. ",
    "(a) We accept. ",
    "is not one that we ",
    "accepts the case for piers but not ",
    "rejects the proposed ",
)
_PAGE_BREAKS = (
    "piers\n- 7 -\nare ",
    "piers\n7/88\n",
    "piers\n12 Aaa bbb\n",
    "piers\n31 Aaa (PIE0007); Q4\n",
    "piers Part Two Aaa ",
    "piers 31 Letter from the aaa ",
    "piers HC 12 3 ",
)
_EXPRESSIONS = (
    "the system called “Harbour” ",
    "“Harbour”, a new ",
    "Ofcom is slow. It should publish. ",
    "If Ofcom is slow, it should ",
    "the programme, ",
    "Justice Committee of the Senedd ",
)
_TIMES = (
    "by March 2024 ",
    "2024-25 ",
    "within six months ",
    "1 January ",
    "end of the ",
    "spring ",
)
_WORDS = (
    "a",
    "A",
    "a.",
    "a. ",
    "A. ",
    "A.B.",
    "e.g. ",
    "aA",
    "A1",
    "a ",
    "A ",
    "Ab ",
    "Ab-",
    "A&",
    "A's ",
    "Aa, ",
    "and ",
    "of ",
    "of the Aa ",
    "AB",
    "AB ",
    "Aa and Bb of ",
    "_",
    "é",
)
_MARKS = (
    '"',
    "“",
    "“a” ",
    "'",
    "’s ",
    "-",
    "- ",
    "–",
    "a-b",
    "a - ",
    ".",
    "...",
    ". ",
    "!",
    ",",
    ", ",
    ";",
    ":",
    "•",
    "/",
    "@",
    "&amp;",
    "&",
    "#",
    "|",
    "¹",
    "*",
    "\\",
)
_ADDRESSES = ("https://a-", "https://a.b/ ", "http://", "www.a.", "a@b.", "://")

UNITS = tuple(
    dict.fromkeys(
        _BRACKETS
        + _DEFINITIONS
        + _SPACES
        + _NUMBERS
        + _LABELS
        + _VERDICTS
        + _PAGE_BREAKS
        + _EXPRESSIONS
        + _TIMES
        + _WORDS
        + _MARKS
        + _ADDRESSES
        + _REAL_NAMES
    )
)
"""Pieces that a rule may begin with, run through or end in, and so may be tried on often."""

_MOST_REPEATS = 400
_MOST_PIECES = 5
_CHANGED = 0.3
_BLOCK = 10_000
"""Characters after which the runs of a mixture come back; at most the smallest size measured."""


def repeat(unit: str, size: int) -> str:
    """A text of about `size` characters that is one piece over and over."""
    return unit * (size // len(unit) + 1)


def mix(seed: int, size: int) -> str:
    """A text of about `size` characters of random runs of random pieces; the same for each seed.

    The same runs come back in another order every `_BLOCK` characters, so that ten times the text
    has ten times as much of each piece, and growth can be measured.
    """
    random = Random(f"mixture {seed}")
    palette = [_random_piece(random) for _ in range(_MOST_PIECES)]
    runs: list[str] = []
    while sum(map(len, runs)) < _BLOCK:
        runs.append(random.choice(palette) * random.randint(1, _MOST_REPEATS))
    runs[-1] = runs[-1][: _BLOCK - sum(map(len, runs[:-1]))]
    blocks = ("".join(random.sample(runs, len(runs))) for _ in range(size // _BLOCK + 1))
    return "".join(blocks)[:size]


def _random_piece(random: Random) -> str:
    """A few units, perhaps cut short or in other case, so that it is none of those tried singly."""
    words = "".join(random.choice(UNITS) for _ in range(random.randint(1, 4)))
    if random.random() < _CHANGED:
        words = words[random.randrange(len(words)) :]
    if random.random() < _CHANGED:
        words = words.swapcase()
    return words + "".join(random.choices("aAbZ 19.,(-\n", k=random.randint(0, 2)))
