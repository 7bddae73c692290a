"""One made report as its tracker pages, its Treasury Minute and facts by hand: the same words."""

from __future__ import annotations

import json
from dataclasses import dataclass
from textwrap import fill

BODIES = (
    "HM Treasury",
    "the Department for Transport",
    "the Ministry of Justice",
    "the Home Office",
    "the Department for Education",
    "HM Revenue and Customs",
)
PROGRAMMES = ("BOLD", "Data First", "the Longitudinal Education Outcomes study")
ACTS = (
    "publish by autumn what each bundle of reeds cost",
    "share what is known about the nests of herons",
    "report every year on the depth of each pond",
    "agree one list of all sluices and their keepers",
    "write to owners of mills whose wheels stand still",
    "count otters with the same care as beavers",
    "test every lock before the boats of summer come",
    "pay the wardens of marshes in the month of their work",
)
ANSWERS = (
    ("The government agrees with the Committee’s recommendation.", "Accepted"),
    ("The government disagrees with the Committee’s recommendation.", "Rejected"),
    (
        "The government agrees with the Committee’s recommendation. Recommendation implemented",
        "Accepted",
    ),
    ("The government partially agrees with the Committee’s recommendation.", "Partially accepted"),
)
MISLABELLED = 5
"""Number of the one that the tracker calls accepted though it was refused."""

ADDRESS = "https://www.accountabilityindex.uk/committees/4/recommendation/{at}/"
TITLE = "Reeds: cutting and selling"


@dataclass(frozen=True, slots=True)
class MadeRecommendation:
    """One recommendation, with the reply to it."""

    number: int

    @property
    def words(self) -> str:
        """The committee's words, which name two bodies and a programme."""
        steps = (self.number, 2 * self.number + 1)
        first, second = (BODIES[step % len(BODIES)] for step in steps)
        programme = PROGRAMMES[self.number % len(PROGRAMMES)]
        act = ACTS[self.number % len(ACTS)]
        lead = first[0].upper() + first[1:]
        with_whom = second if second != first else BODIES[(self.number + 2) % len(BODIES)]
        return f"{lead} should work with {with_whom} and {programme} to {act}."

    @property
    def stance(self) -> int:
        """Place of its answer in `ANSWERS`."""
        return self.number % len(ANSWERS)

    @property
    def address(self) -> str:
        """Address of the tracker's page."""
        return ADDRESS.format(at=7000 + self.number)

    def page(self) -> str:
        """The page of the tracker that shows it."""
        verdict, label = ANSWERS[self.stance]
        label = "Accepted" if self.number == MISLABELLED else label
        return (
            f"# url: {self.address}\n"
            "Source · Select Committees · Public Accounts Committee\n"
            f"Recommendation {self.number}\n{self.number}\n{label}\n"
            f"{ACTS[self.number % len(ACTS)].capitalize()}\n"
            f"Recommendation\n{self.words}\nGovernment Response\n{label}\nHM Government\n{label}\n"
            f"{self.number}.1 {verdict} {self.number}.2 {self._detail()}\n"
        )

    def item(self, width: int) -> str:
        """The item of the minute that answers it."""
        verdict, _ = ANSWERS[self.stance]
        parts = (
            f"{self.number}: PAC recommendation: {self.words}",
            f"{self.number}.1 {verdict}",
            f"{self.number}.2 {self._detail()}",
        )
        return "\n".join(fill(part, width, break_on_hyphens=False) for part in parts)

    def fact(self) -> str:
        """The row of facts by hand about it."""
        row = {
            "report_key": "reeds",
            "report_title": TITLE,
            "committee": "Public Accounts Committee",
            "hc_number": "HC 614",
            "session": "2016-17",
            "report_ordinal": "Fourteenth Report",
            "publication_date": "2016-10-28",
            "report_url": "https://publications.parliament.uk/pa/cm201617/cmselect/cmpubacc/614/",
            "item": str(self.number),
            "number": str(self.number),
            "item_kind": "recommendation",
            "gist": f"It asks for the thing that stands under {self.number}.",
            "organisations_mentioned": [],
            "programmes_mentioned": [],
            "source_url": self.address,
        }
        return json.dumps(row)

    def _detail(self) -> str:
        if self.number % len(ANSWERS) == 0:
            return f"HM Treasury will tell the keepers of pond {self.number} by March 2018."
        if self.number % len(ANSWERS) == 1:
            return f"BOLD and Data First do this already at pond {self.number}."
        return f"Keepers of pond number {self.number} were told of it in writing."


def pages(count: int) -> dict[str, str]:
    """The tracker's pages of so many recommendations, by name of file."""
    return {f"page-{at}.txt": MadeRecommendation(at).page() for at in range(1, count + 1)}


def minute(count: int, width: int = 92) -> dict[str, str]:
    """The Treasury Minute that answers them, wrapped at a width."""
    front = (
        "Treasury Minutes\nGovernment response to the Committee of Public Accounts on the "
        "Fourteenth report\nfrom Session 2016-17\nPresented to Parliament by the Exchequer "
        "Secretary to the Treasury by Command of Her Majesty\nDecember 2016\nCm 9938\n\n"
        f"Fourteenth Report of Session 2016-17\nHM Treasury\n{TITLE}\nRelevant reports\n"
        "• PAC report: Reeds – Session 2016-17 (HC 614)\n"
    )
    items = (MadeRecommendation(at).item(width) for at in range(1, count + 1))
    return {"minute.txt": "\n".join([front, *items]) + "\n"}


def facts(count: int) -> dict[str, str]:
    """Facts by hand about them."""
    rows = (MadeRecommendation(at).fact() for at in range(1, count + 1))
    return {"facts.jsonl": "\n".join(rows) + "\n"}
