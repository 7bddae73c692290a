"""What sources say of findings and answers, typed, and nothing yet inferred.

A loader reads a file and emits records (`SourceRecord`), each of which becomes one named graph.
Each class of claim belongs to one voice only: the committee's (`Finding`), the government's
(`Reply`), the tracker's (`TrackerEntry`), or our own reading of a page (`Curation`).
`Position` carries its voice, since all of them take positions.

Source text travels as `Passage`: the characters exactly as they stand and where they stood, so
that every offset found later resolves in the original.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date  # noqa: TC003 - kept records are read by these types

from ontology.declared_terms import Basis, FindingKind, Voice

__all__ = [
    "Basis",
    "Curation",
    "Finding",
    "FindingKind",
    "Key",
    "Origin",
    "Passage",
    "Position",
    "Reply",
    "Report",
    "ReportedCommitment",
    "TrackerEntry",
    "Voice",
]

Key = tuple[str, ...]
"""Raw, stable fields that identify a thing, as its source prints them; see `graph.identity`."""


@dataclass(frozen=True, slots=True)
class Passage:
    """Source text exactly as it stands.

    Attributes:
        text: The characters, uncleaned.
        start: Offset of the first character in the decoded source file, in code points.
    """

    text: str
    start: int


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a source record was read, and under what terms.

    Attributes:
        source: Name of the source's folder under `loaders`, such as ``record_pages``.
        version: Version of that loader.
        location: The file as the user gave it, with the record's line where a file holds several.
        sha256: Digest of the record's exact characters, UTF-8 encoded, in hexadecimal.
        address: Web address of the record, if the source shows one.
        retrieved: ISO date on which the publisher's page was read, if known.
        licence: IRI of the licence.
        publisher: Name of the publisher.
        fetched_from: Web address from which the file was fetched, by the list kept beside it.
        retold: True if the document is a retelling of ours, and its words are not the original's.
    """

    source: str
    version: str
    location: str
    sha256: str
    address: str | None
    retrieved: str | None
    licence: str
    publisher: str
    fetched_from: str | None = None
    retold: bool = False


@dataclass(frozen=True, slots=True)
class Report:
    """A report, as far as the source shows it.

    `committee` is the committee whose report it is; a report of another body, such as the National
    Audit Office, has a `publisher` instead. `hc_number` is the number of the paper, also
    that of a paper of the Lords.
    """

    key: Key
    title: str | None = None
    committee: str | None = None
    publisher: str | None = None
    hc_number: str | None = None
    session: str | None = None
    ordinal: str | None = None
    published: date | None = None
    address: str | None = None
    publication: str | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """The committee's voice: one numbered conclusion, recommendation or evidence paragraph.

    Attributes:
        key: What identifies the finding in the world; see `graph.identity`.
        kind: Kind as the source prints it.
        committee: Name of the committee as printed; None where another body reports.
        number: Number as printed; trackers number otherwise than reports do.
        paragraph: Paragraph of the report, as printed.
        text: The committee's own words; None for facts read by us (see `Curation`).
        report: The report it stands in.
        why_no_report: Stated reason where `report` is None.
        addressees: Keys of the organisations that are asked to act.
        known_report: What all sources together know of the report it stands in, though this one
            may not show it; no claim of this source.
        known_numbers: The kinds and numbers that it has in its report by any source.
        known_respondents: Who answers its report in any document, as printed; no claim of this
            source.
    """

    key: Key
    kind: FindingKind | None
    committee: str | None
    number: str | None = None
    paragraph: str | None = None
    text: Passage | None = None
    report: Report | None = None
    why_no_report: str | None = None
    addressees: tuple[str, ...] = ()
    known_report: Report | None = None
    known_numbers: tuple[tuple[str, str], ...] = ()
    known_respondents: tuple[str, ...] = ()

    @property
    def standing_in(self) -> Report | None:
        """The report it stands in, by this source or by any other."""
        return self.known_report or self.report


@dataclass(frozen=True, slots=True)
class Reply:
    """The government's voice: the text a source shows as the answer to a finding.

    That a page shows a reply with a finding does not make it the answer to that finding.

    Attributes:
        finding: Key of the finding it is shown with.
        respondent: Who replies, as printed, such as ``HM Government``.
        text: The reply exactly as printed.
    """

    finding: Key
    respondent: str
    text: Passage


@dataclass(frozen=True, slots=True)
class TrackerEntry:
    """The tracker's voice: what a third party prints about a finding. All values as printed.

    Attributes:
        finding: Key of the finding the entry is about.
        tracker: Key of the tracker, such as ``accountability-index``.
        number: Number on its line above the title.
        label: Status printed beside the number.
        reply_label: Status printed beside the reply.
        kind: Heading above the committee's text.
        title: Title line, often machine-made.
        summary: Summary of the reply, machine-made.
        paragraph: Paragraph, from either place the page prints it.
        addressees: Bodies that it says are asked to act, a name a line.
        unplaced: Lines of the page that no rule placed, kept so that nothing is lost.
    """

    finding: Key
    tracker: str
    number: str | None = None
    label: str | None = None
    reply_label: str | None = None
    kind: str | None = None
    title: Passage | None = None
    summary: Passage | None = None
    paragraph: str | None = None
    addressees: tuple[Passage, ...] = ()
    unplaced: tuple[Passage, ...] = ()


@dataclass(frozen=True, slots=True)
class Position:
    """A stance on a finding, as one voice states it. Never a fact about the finding itself.

    Attributes:
        finding: Key of the finding.
        concept: Local name in the position scheme, such as ``accepted``.
        voice: Who takes or reports the stance.
        agent: Key of the agent it is attributed to, such as ``hm-government``.
        basis: What it rests on.
        as_stated: The words it was stated in, if the source shows them.
        delivery: Local name in the delivery scheme, where the words also say how far it has got.
    """

    finding: Key
    concept: str
    voice: Voice
    agent: str
    basis: Basis
    as_stated: str | None = None
    delivery: str | None = None


@dataclass(frozen=True, slots=True)
class ReportedCommitment:
    """The government's word to act by a time, as somebody else reports it, without a quotation.

    Attributes:
        finding: Key of the finding on which it was given.
        agent: Key of the body that gave it, such as ``hm-government``.
        due: When it falls due, as reported.
        day: The day that this means, where only whoever reports it can tell, as in ``01/02/2026``.
    """

    finding: Key
    agent: str
    due: str
    day: date | None = None


@dataclass(frozen=True, slots=True)
class Curation:
    """Our own reading of a page: facts with the page's address as evidence, and no quotation.

    Attributes:
        finding: Key of the finding.
        gist: One sentence of ours; never to be shown as a quotation.
        organisations: Keys of the organisations named on the page, in finding or answer.
        initiatives: Keys of the initiatives named there.
        target_date: Date by which the government said it would act, as written.
        response_document: The answering document, as written.
        report_hint: What is known of a report whose title the page does not show.
        note: Remark for whoever checks this reading.
    """

    finding: Key
    gist: str
    organisations: tuple[str, ...] = ()
    initiatives: tuple[str, ...] = ()
    target_date: str | None = None
    response_document: str | None = None
    report_hint: str | None = None
    note: str | None = None
