"""Makes a Treasury Minute of 60 recommendations in every layout that real ones are printed in.

The paper is made up, departments and all. The variants turn like wheels of different sizes, so
that they meet in ever new combinations.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import count, islice
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.paper_renderings import Paragraphs

SESSION = "2019-21"
NUMBER = "CP 9434"
RUNNING_HEAD = "Treasury Minutes – May 2021"
ADDRESS = "https://www.gov.uk/made-up/treasury-minutes-may-2021"


@dataclass(frozen=True)
class Asked:
    """What a reader must find: one item. `concepts` are the positions its reply takes."""

    hc_number: str
    number: str
    conclusion: str
    recommendation: str
    reply: str
    concepts: tuple[str, ...]


@dataclass
class Paper:
    paragraphs: Paragraphs = field(default_factory=list)
    asked: list[Asked] = field(default_factory=list)

    def add(self, *texts: str, style: str = "p") -> None:
        self.paragraphs += [(style, text) for text in texts]


@dataclass(frozen=True)
class Section:
    ordinal: str
    number: int
    body: str
    size: int

    @property
    def hc_number(self) -> str:
        return f"HC {800 + self.number}"

    @property
    def subject(self) -> str:
        return SUBJECTS[self.number % len(SUBJECTS)]

    @property
    def title(self) -> str:
        return f"{self.body.split()[-1]}: getting value from {self.subject} in a lean year"


SECTIONS = (
    Section("Forty-Fifth", 45, "Department for Harbours", 10),
    Section("Forty-Sixth", 46, "Ministry of Orchards", 9),
    Section("Forty-Eighth", 48, "Office for Lighthouses", 8),
    Section("Forty-Ninth", 49, "Department for Canals and Locks", 9),
    Section("Fiftieth", 50, "HM Ferries Service", 8),
    Section("Fifty- First", 51, "Department for Meadows", 8),
    Section("One Hundred and Eighteenth", 118, "Ministry of Bridges", 8),
)
SUBJECTS = ("staffing", "stock keeping", "safety", "grants", "data", "repairs", "training", "costs")
DATES = (
    "April 2022",
    "Spring 2022",
    "Summer 2022",
    "Autumn 2022",
    "Winter 2021",
    "end of December 2022",
    "July 2024",
)
WITH = "with the Committee’s recommendation"
VERDICTS = (
    (f"The government agrees {WITH}.", "accepted"),
    (f"The Government agrees {WITH}.", "accepted"),
    (f"The government disagrees {WITH}.", "rejected"),
    ("While costs are unknown, the government agrees with the recommendation.", "accepted"),
    (f"The government partially agrees {WITH}.", "accepted-in-part"),
    ("The government accepts the Committee’s recommendation.", "accepted"),
    (f"The government agrees {WITH}, it does not agree with the conclusion.", "accepted"),
)
SUB_ITEMS = (1, 1, 3, 1, 2, 4)
"""Recommendations under one conclusion, by its number."""


def make() -> Paper:
    paper = Paper()
    _cover(paper)
    turn = count()
    for section in SECTIONS:
        _section(paper, section, turn)
    paper.add("Treasury Minutes Archive", style="h2")
    paper.add("Earlier papers of this made-up series are not listed anywhere.")
    return paper


def _cover(paper: Paper) -> None:
    paper.add("Treasury Minutes", style="h1")
    paper.add(
        "Government responses to the Committee of Public Accounts on the Forty-Fifth, "
        "the Forty-Sixth, the Forty-Eighth to the Fifty- First and the One Hundred and Eighteenth "
        f"reports from Session {SESSION}",
        "This publication includes a correction to the Eighth report",
        "Presented to Parliament by the Exchequer Secretary to the Treasury by Command of "
        "Her Majesty",
        "May 2021",
        NUMBER,
        "Printed on made-up paper",
    )
    paper.add("Contents", style="h2")
    paper.add(
        f"Government response to the Committee of Public Accounts Session {SESSION}",
        "Report Title Page",
    )
    for page, section in enumerate(SECTIONS, start=3):
        paper.add(f"{section.ordinal} Report: {section.title} {page} {section.body}")


def _section(paper: Paper, section: Section, turn: Iterator[int]) -> None:
    session = SESSION if section.number % 2 else "2019–2021"
    paper.add(f"{section.ordinal} Report of Session {session}", style="h2")
    paper.add(section.body, section.title)
    paper.add("Introduction from the Committee", style="h3")
    paper.add(
        "Based on a report by the National Audit Office, the Committee took evidence on 3 February "
        f"2021 from the {section.body}. The Committee published its report on 23 March 2021."
    )
    paper.add("Relevant reports", style="h3")
    paper.add(
        f"• NAO report: An audit of {section.subject} – Session {SESSION} (HC 300)",
        f"• PAC report: {section.title} – Session {SESSION} ({section.hc_number})",
    )
    paper.add("Government response to the Committee", style="h3")
    left, major = section.size, 0
    while left:
        major += 1
        parts = min(left, SUB_ITEMS[major % len(SUB_ITEMS)])
        _point(paper, section, major, [next(turn) for _ in range(parts)])
        left -= parts


def _point(paper: Paper, section: Section, major: int, styles: list[int]) -> None:
    """A conclusion with its recommendations; the paragraph counter runs on across them."""
    subject = SUBJECTS[(section.number + major) % len(SUBJECTS)]
    concluded = (
        f"The {section.body} cannot say what {subject} costs it in each of its {major + 11} "
        "regions, and it has known of this for 2.5 years."
    )
    paper.add(f"{major}{':' if major % 3 == 0 else '.'} PAC conclusion: {concluded}")
    paragraph = count(1)
    for suffix, style in zip("abcd" if len(styles) > 1 else " ", styles, strict=False):
        number = f"{major}{suffix}".strip()
        asked = _asked(f"The {section.body}", subject, style)
        _label(paper, number, asked, style)
        reply = _reply(paper, major, paragraph, style)
        concepts = (VERDICTS[style % len(VERDICTS)][1],)
        paper.asked.append(
            Asked(section.hc_number, number, concluded, " ".join(asked), reply, concepts)
        )


def _asked(body: str, subject: str, style: int) -> list[str]:
    """A recommendation, as paragraphs."""
    if style % 5 == 1:
        return [
            f"Within six months the {body} should:",
            f"• publish its plan for {subject}; and",
            f"• report on point {style} yearly.",
        ]
    bullet = "• " if style % 5 == 2 else ""
    return [f"{bullet}{body} should set out by 2022 how it will order its {subject}."]


def _label(paper: Paper, number: str, asked: list[str], style: int) -> None:
    """The label with a colon, a full stop or a space, and at times on two lines."""
    label = f"{number}{(':', '.', ':', ' :')[style % 4]}"
    if style % 10 == 4:
        paper.add(label, f"PAC recommendation: {asked[0]}", *asked[1:])
    else:
        paper.add(f"{label} PAC recommendation: {asked[0]}", *asked[1:])


def _reply(paper: Paper, major: int, paragraph: Iterator[int], style: int) -> str:
    """A reply: verdict, with a number or without, date or delivery, numbered reasons."""
    verdict, concept = VERDICTS[style % len(VERDICTS)]
    said = [verdict if style % 8 == 5 else f"{major}.{next(paragraph)} {verdict}"]
    if concept != "rejected":
        done = ("Recommendation implemented", "Recommendation implemented.")[style % 2]
        due = f"Target implementation date: {DATES[style % len(DATES)]}"
        said.append(done if style % 4 == 0 else due)
    said += [
        f"{major}.{number} Officials of {number + 3} regions met in 2020 and held that paper "
        f"{style}, figure 3, would serve as the base. A first draft went out in March."
        for number in islice(paragraph, 1 + style % 3)
    ]
    if style % 9 == 3:
        said.append(
            f"{major}.{next(paragraph)} For these reasons {verdict[0].lower()}{verdict[1:]}"
        )
    paper.add(*said)
    return " ".join(said)
