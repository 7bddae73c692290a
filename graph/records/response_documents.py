"""The papers in which government answers, and their numbered items, as claims of a source."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from graph.partial_date import PartialDate  # noqa: TC001 - kept records are read by these types
from graph.records.findings import (  # noqa: TC001 - as above
    Key,
    Passage,
    Report,
)


class ResponseKind(StrEnum):
    """What sort of document a response is."""

    TREASURY_MINUTE = "treasury-minute"
    PROGRESS_REPORT = "treasury-minute-progress-report"
    SPECIAL_REPORT = "special-report"
    COMMAND_PAPER = "command-paper"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Response:
    """The government's voice: a document that answers one or several reports of a committee.

    A document in which several bodies answer is one response for each of them.

    Attributes:
        key: What identifies the response: its number, and who answers.
        kind: What sort of document it is.
        respondent: Who answers, as printed, such as ``HM Government``.
        title: Title as printed, line breaks made spaces.
        number: Number of the paper, such as ``CP 434``, or ``HC 548`` of a special report.
        session: Session of a special report; else that of the reports, if they are of one.
        date: Date on the cover, as printed.
        issued: The same as a date, no finer than printed.
        reports: The reports it says it answers.
        extras: What the cover says it holds besides, such as a correction, as printed.
        interim: True if it says that the full answer is still to come.
        address: Web address, if the source shows one.
        publication: Number by which Parliament's Committees API knows it.
        known_issued: Its date by any other source, where this one shows none; no claim of this one.
    """

    key: Key
    kind: ResponseKind
    respondent: str
    title: str | None = None
    number: str | None = None
    session: str | None = None
    date: str | None = None
    issued: PartialDate | None = None
    reports: tuple[Report, ...] = ()
    extras: tuple[str, ...] = ()
    interim: bool = False
    address: str | None = None
    publication: str | None = None
    known_issued: PartialDate | None = None

    @property
    def dated(self) -> PartialDate | None:
        """Its date, by this source or by any other."""
        return self.issued or self.known_issued


@dataclass(frozen=True, slots=True)
class ItemKey:
    """What identifies a numbered item of a response document.

    Attributes:
        response: Key of the response.
        report: Key of the report it answers.
        number: Number as printed, or what stands for it where there is none.
    """

    response: Key
    report: Key
    number: str


@dataclass(frozen=True, slots=True)
class ResponseItem:
    """One numbered item of a response: what it restates of a report, and the reply to it.

    What is restated is the committee's voice at second hand, the reply is the government's. Each
    passage is one exact slice of the source, so that page furniture which stands inside it is part
    of it; `furniture` tells where. An item of which only the label is printed has no passage.

    Attributes:
        response: Key of the response it stands in.
        respondent: Who replies, as printed.
        report: Key of the report it answers.
        number: Number in figures, such as ``7`` or ``2a``; None where the document gives none.
        finding: Key of what is answered: the recommendation, or the conclusion that stands alone.
        concluded: Key of the restated conclusion, where there is one.
        conclusion: The conclusion as restated, without its label.
        recommendation: The recommendation as restated, without its label.
        reply: The answer, with its paragraph numbers; None if there is none.
        undivided: Text that holds both, where nothing tells where the reply begins.
        paragraph: Paragraph of the report, as printed with the item.
        furniture: Page numbers, running heads and footers that stand inside these passages.
        joint_respondents: Further bodies that reply together with the respondent, as printed.
    """

    response: Key
    respondent: str
    report: Key
    number: str | None
    finding: Key
    concluded: Key | None = None
    conclusion: Passage | None = None
    recommendation: Passage | None = None
    reply: Passage | None = None
    undivided: Passage | None = None
    paragraph: str | None = None
    furniture: tuple[Passage, ...] = ()
    joint_respondents: tuple[str, ...] = ()

    @property
    def answered(self) -> Passage | None:
        """The words of what is answered, as restated: of a conclusion only if it stands alone."""
        stands_alone = self.concluded in {None, self.finding}
        return self.recommendation or (self.conclusion if stands_alone else None)

    @property
    def key(self) -> ItemKey:
        """What identifies it; the last field of the finding's key stands for a number."""
        return ItemKey(self.response, self.report, self.number or self.finding[-1])
