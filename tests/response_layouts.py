"""Made responses in many layouts: how items, references and replies are marked, and with what."""

from __future__ import annotations

import html
import textwrap
from dataclasses import dataclass
from itertools import product
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

TITLE = (
    "Government Response to the Harbours Committee’s Second Report of Session 2023–24, "
    "Small ports (HC 9321)"
)
FRONT = (
    TITLE,
    "May 2024",
    "CP 9010",
    "Introduction",
    "The Government is grateful to the Committee.",
)


@dataclass(frozen=True, slots=True)
class MadeItem:
    """An item as it should be read."""

    number: int
    paragraph: int
    words: str
    reply: str
    stance: str


ITEMS = (
    MadeItem(
        1,
        12,
        "The Department should write to each harbour master who is paid too late within 14 days.",
        "We accept this recommendation. Letters will go out from October 2024.",
        "accepted",
    ),
    MadeItem(
        2,
        19,
        "The Department should double the dredging grant.",
        "We do not accept this recommendation. A grant twice as high would cost too much.",
        "rejected",
    ),
    MadeItem(
        3,
        27,
        "The Department should share data on tides with HM Revenue and Customs.",
        "We partially accept this recommendation. Data will be shared by March 2025.",
        "accepted-in-part",
    ),
)

ROMAN = ("", "I", "II", "III")
WORDS = ("", "One", "Two", "Three")
LETTERS = ("", "a", "b", "c")
ORDINALS = ("", "First", "Second", "Third")


@dataclass(frozen=True, slots=True)
class HeadStyle:
    """How an item begins.

    Attributes:
        name: What the style is called in messages.
        write: The paragraphs of an item up to its reply.
        number: The number that should be read, in figures; None where none is printed.
        needs_blocks: True if only blank lines or markup can tell the paragraphs apart.
    """

    name: str
    write: Callable[[MadeItem], list[str]]
    number: Callable[[MadeItem], str | None] = lambda item: str(item.number)
    needs_blocks: bool = False


HEADS = (
    HeadStyle(
        "label, stop", lambda i: [f"Recommendation {i.number}. {i.words} (Paragraph {i.paragraph})"]
    ),
    HeadStyle("label, colon", lambda i: [f"Recommendation {i.number}: {i.words}"]),
    HeadStyle(
        "label and paragraph, words below",
        lambda i: [f"Recommendation {i.number} (Paragraph {i.paragraph})", i.words],
    ),
    HeadStyle(
        "number and reference", lambda i: [f"{i.number}. {i.words} (Paragraph {i.paragraph})"]
    ),
    HeadStyle("number, label", lambda i: [f"{i.number}. Recommendation", i.words]),
    HeadStyle(
        "box",
        lambda i: ["Committee recommendation", f"{i.number}. {i.words} (Para {i.paragraph})"],
    ),
    HeadStyle(
        "label without number",
        lambda i: [f"Recommendation (paragraph {i.paragraph})", i.words],
        lambda _: None,
    ),
    HeadStyle(
        "quotation",
        lambda i: [f"“{i.words}” (Paragraph {i.paragraph})"],
        lambda _: None,
        needs_blocks=True,
    ),
    HeadStyle(
        "reference with number",
        lambda i: [f"{i.words} (Recommendation {i.number}, paragraph {i.paragraph})"],
        needs_blocks=True,
    ),
    HeadStyle("reference first", lambda i: [f"{i.number}. (Paragraph {i.paragraph}) {i.words}"]),
    HeadStyle(
        "serial and label", lambda i: [f"{i.number + 1}. Recommendation {i.number}. {i.words}"]
    ),
    HeadStyle("No.", lambda i: [f"Recommendation No. {i.number} – {i.words}"]),
    HeadStyle("capitals", lambda i: [f"RECOMMENDATION {i.number}", i.words]),
    HeadStyle("Roman", lambda i: [f"Recommendation {ROMAN[i.number]}: {i.words}"]),
    HeadStyle("word", lambda i: [f"Recommendation {WORDS[i.number]}", i.words]),
    HeadStyle(
        "letter in brackets",
        lambda i: [f"Recommendation 3({LETTERS[i.number]}): {i.words}"],
        lambda i: f"3{LETTERS[i.number]}",
    ),
    HeadStyle(
        "heading on the line", lambda i: [f"Dues {i.number}. {i.words} (Paragraph {i.paragraph})"]
    ),
    HeadStyle("label, no stop", lambda i: [f"Recommendation {i.number} {i.words}"]),
    HeadStyle("abbreviation", lambda i: [f"Rec {i.number}: {i.words}"]),
    HeadStyle("first letter", lambda i: [f"R{i.number}. {i.words}"]),
    HeadStyle("brackets", lambda i: [f"({i.number}) {i.words} (Paragraph {i.paragraph})"]),
    HeadStyle("bracket", lambda i: [f"{i.number}) {i.words} (paragraph {i.paragraph})"]),
    HeadStyle("square", lambda i: [f"[{i.number}] {i.words} [Paragraph {i.paragraph}]"]),
    HeadStyle("number and dash", lambda i: [f"{i.number} - {i.words} (Paragraph {i.paragraph})"]),
    HeadStyle("of so many", lambda i: [f"Recommendation {i.number} of 3", i.words]),
    HeadStyle(
        "paragraph behind",
        lambda i: [f"Recommendation {i.number} – Paragraph {i.paragraph}", i.words],
    ),
    HeadStyle(
        "paragraph before",
        lambda i: [f"Paragraph {i.paragraph}: Recommendation {i.number}", i.words],
    ),
    HeadStyle(
        "paragraph and stroke",
        lambda i: [f"Recommendation {i.number}/Paragraph {i.paragraph}", i.words],
    ),
    HeadStyle("paragraph alone", lambda i: [f"Paragraph {i.paragraph}", i.words], lambda _: None),
    HeadStyle("bullet", lambda i: [f"• Recommendation {i.number}: {i.words}"]),
    HeadStyle("stars", lambda i: [f"**Recommendation {i.number}**", i.words]),
    HeadStyle("whose", lambda i: [f"The Committee’s Recommendation {i.number}:", f"“{i.words}”"]),
    HeadStyle("committee speaks", lambda i: ["The Committee said:", i.words], lambda _: None),
    HeadStyle(
        "page and paragraph",
        lambda i: [f"Recommendation {i.number} (page 7, paragraph {i.paragraph}): {i.words}"],
    ),
    HeadStyle(
        "two paragraphs named",
        lambda i: [f"{i.number}. {i.words} (Paras {i.paragraph} and {i.paragraph + 1})"],
    ),
    HeadStyle(
        "number alone in brackets",
        lambda i: [f"{i.words} (Recommendation {i.number})"],
        needs_blocks=True,
    ),
    HeadStyle(
        "conclusion first",
        lambda i: [
            f"{i.number}. Dues are late. We recommend this. {i.words} (Paragraph {i.paragraph})"
        ],
    ),
    HeadStyle(
        "two paragraphs",
        lambda i: [f"Recommendation {i.number}", "Dues are late in many ports.", i.words],
    ),
    HeadStyle("key", lambda i: [f"Key recommendation {i.number}: {i.words}"]),
    HeadStyle("NO.", lambda i: [f"RECOMMENDATION NO. {i.number}", i.words]),
    HeadStyle("rec. no.", lambda i: [f"Rec. no. {i.number}: {i.words}"]),
    HeadStyle("dash below", lambda i: [f"Recommendation {i.number} –", i.words]),
    HeadStyle("number in brackets", lambda i: [f"Recommendation ({i.number}) {i.words}"]),
    HeadStyle(
        "topic above", lambda i: ["Dredging, dues and tides", f"Recommendation {i.number}", i.words]
    ),
    HeadStyle("ordinal", lambda i: [f"{ORDINALS[i.number]} recommendation", i.words]),
    HeadStyle("decimal serial", lambda i: [f"1.{i.number} Recommendation {i.number}: {i.words}"]),
    HeadStyle(
        "capital letter",
        lambda i: [f"Recommendation {LETTERS[i.number].upper()}: {i.words}"],
        lambda i: LETTERS[i.number].upper(),
    ),
)

REPLIES: dict[str, Callable[[MadeItem], list[str]]] = {
    "none": lambda i: [i.reply],
    "heading": lambda i: ["Government response", i.reply],
    "capital heading": lambda i: ["GOVERNMENT RESPONSE", i.reply],
    "label": lambda i: [f"Response: {i.reply}"],
    "abbreviation": lambda i: [f"DfT response: {i.reply}"],
    "heading with number": lambda i: [f"Government response to Recommendation {i.number}", i.reply],
    "decimal": lambda i: [f"{i.number}.1 {i.reply}"],
    "government’s": lambda i: [f"Government’s response: {i.reply}"],
    "abbreviated heading": lambda i: ["HMG response", i.reply],
    "reply": lambda i: [f"Reply: {i.reply}"],
    "ours": lambda i: ["Our response", i.reply],
    "department’s": lambda i: ["Department’s reply:", i.reply],
    "dash": lambda i: [f"Government response – {i.reply}"],
    "list": lambda i: [i.reply, "This includes:", "• ports in the north", "• ports in the south"],
    "numbered paragraphs": lambda i: [
        f"{i.number * 3 + 1}. {i.reply}",
        f"{i.number * 3 + 2}. The work began in May.",
    ],
    "citing": lambda i: [f"{i.reply} See also our response to Recommendation 2."],
    "two paragraphs": lambda i: [i.reply, "Harbour masters were told in June."],
    "answer": lambda i: [f"Answer: {i.reply}"],
    "named department": lambda i: ["Department for Transport response", i.reply],
    "thanks": lambda i: ["We thank the Committee for its work on this.", i.reply],
}

UNMARKED = frozenset({"none", "list", "citing", "two paragraphs", "thanks"})
"""Replies that only blank lines or markup part from what they answer."""

SHAPES = ("blank lines", "wrapped", "close", "paragraphs", "headings")
"""How paragraphs are set: as text with blank lines, the same wrapped, text without blank lines, and
web pages whose paragraphs are all alike or some of which are headings."""

_SHORT = 60


def layouts() -> Iterator[tuple[HeadStyle, str, str]]:
    """Every layout that says where an item begins and its reply does."""
    for head, reply, shape in product(HEADS, REPLIES, SHAPES):
        if not (shape == "close" and (head.needs_blocks or reply in UNMARKED)):
            yield head, reply, shape


def written(head: HeadStyle, reply: str, shape: str) -> tuple[str, str]:
    """A document in a layout, and the name of its file."""
    paragraphs = list(FRONT)
    for item in ITEMS:
        paragraphs += head.write(item) + REPLIES[reply](item)
    if shape in ("paragraphs", "headings"):
        return _page(paragraphs, with_headings=shape == "headings"), "paper.html"
    if shape == "wrapped":
        paragraphs = [textwrap.fill(paragraph, 48) for paragraph in paragraphs]
    return ("\n" if shape == "close" else "\n\n").join(paragraphs) + "\n", "paper.txt"


def _page(paragraphs: list[str], *, with_headings: bool) -> str:
    title, *rest = map(html.escape, paragraphs)
    lines = [
        f"<h3>{words}</h3>"
        if with_headings and len(words) < _SHORT and words[-1] not in ".”)"
        else f"<p>{words}</p>"
        for words in rest
    ]
    return f"<!DOCTYPE html><html><body><main><h1>{title}</h1>{''.join(lines)}</main></body></html>"
