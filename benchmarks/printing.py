"""Prints a made page in one of the four forms in which the tracker's pages come."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from benchmarks.reports import Report

NEWER = "https://www.accountabilityindex.uk"
OLDER = "https://www.inquirytracker.uk"


@dataclass(frozen=True, slots=True)
class MadePage:
    """A page, and so what a correct reader takes from it.

    Attributes:
        layout: ``B``, ``S``, ``TB`` or ``TS``: with blank lines or without, of the older host or
            the newer.
        record: Number of the record in its address.
        number: Number of the item.
        report: The report it stands in.
        kind: Heading above the committee's text.
        title: Title.
        text: The committee's text.
        label: Status beside the number.
        reply_label: Status beside the reply.
        paragraph: Paragraph of the report.
        summary: Summary of the reply.
        reply: The reply.
        shared: True if other pages of the report show the reply too.
        echo: True if the reply repeats the committee's text.
    """

    layout: str
    record: int
    number: int
    report: Report
    kind: str
    title: str
    text: str
    label: str | None = None
    reply_label: str | None = None
    paragraph: str | None = None
    summary: str | None = None
    reply: str | None = None
    shared: bool = False
    echo: bool = False

    @property
    def address(self) -> str:
        """Web address of the record."""
        host = OLDER if self.layout.startswith("T") else NEWER
        return f"{host}/committees/{self.report.committee_number}/recommendation/{self.record}/"

    @property
    def spaced(self) -> bool:
        """True if blank lines stand between the parts above the heading."""
        return self.layout.endswith("B")

    @property
    def printed(self) -> str:
        """The page as text."""
        gap = "\n\n" if self.spaced else "\n"
        above = gap.join([*self._banner(), *self._head(), self.title, self.kind])
        lines = [f"# url: {self.address}", above, self.text, *self._below()]
        return "\n".join(lines) + "\n"

    def _banner(self) -> list[str]:
        if self.layout.startswith("T"):
            return []
        return [
            f"Source · Select Committees · {self.report.committee}",
            f"Recommendation {self.number}",
        ]

    def _head(self) -> list[str]:
        """Number, status and paragraph."""
        paragraph = self.paragraph and f"Paragraph: {self.paragraph}"
        return self._joined(str(self.number), self.label, paragraph)

    def _joined(self, *items: str | None) -> list[str]:
        """Items on one line, or each on its own, as the layout has it."""
        shown = [item for item in items if item]
        return [" ".join(shown)] if self.spaced else shown

    def _below(self) -> list[str]:
        lines = ["Government Response Summary", self.summary] if self.summary else []
        if self.reply_label:
            lines += self._response(self.reply_label)
            lines += [self.reply] if self.reply else []
        return lines + (self._tail() if self.layout == "TS" else [])

    def _response(self, label: str) -> list[str]:
        """The labels above the reply."""
        own, theirs = ["Government Response", label], ["HM Government", label]
        reference = ["Paragraph Reference:", self.paragraph] if self.paragraph else []
        match self.layout:
            case "B":
                items = [" ".join(reference), " ".join(own), " ".join(theirs)]
                return [item for item in items if item]
            case "TB":
                return [*[item.rstrip(":") for item in reference], *own, " ".join(theirs)]
            case "TS":
                return [*reference, *own, *own, *theirs]
            case _:
                return [*reference, *own, *theirs]

    def _tail(self) -> list[str]:
        """What the older host prints below the reply."""
        published = self.report.published
        day = f"{published.day} {published:%b %Y}"
        return [
            *("Source", "Committee", self.report.committee),
            *("Report", f"First Report - {self.report.title}", day, self.report.hc_number),
            *("Addressee Bodies", "HM Treasury"),
            *("Timeline", "Recommendation age", "2.7 yrs", "Report published", day),
        ]
