"""Gold files on recommendations made again: pairs that people judged, and sentences that say so."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import msgspec
from msgspec import UNSET, UnsetType

from graph.errors import InputError
from loaders.references.committees import committee_key
from loaders.references.ordinals import value
from loaders.repeats.asked_findings import AskedFinding
from loaders.repeats.reference_resolution import CitableReport
from loaders.repeats.repeat_words import title_stems

if TYPE_CHECKING:
    from pathlib import Path


class RepeatRow(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Two recommendations.

    Attributes:
        form: How the words of a repeat differ, or what the two have in common.
        verdict: What a person says of them.
        earlier: The words of the one made first.
        later: The words of the other.
    """

    form: str
    verdict: Literal["repeat", "other-ask", "unrelated"]
    earlier: str
    later: str


class ReferenceRow(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A sentence that may say that something was asked before.

    Attributes:
        form: How it says where.
        text: The sentence.
        finding: The finding that it means, by its name in the library; empty if that stays open. A
            row without it says nothing of the kind.
        report: The report that it means; empty if that stays open.
    """

    form: str
    text: str
    finding: str | UnsetType = UNSET
    report: str = ""


class _LibraryReport(msgspec.Struct, frozen=True):
    id: str
    committee: str
    paper: str
    session: str
    ordinal: str
    title: str
    day: str

    def marks(self) -> CitableReport:
        """What a sentence can name of it."""
        return CitableReport(
            self.id,
            self.paper,
            self.session,
            str(value(self.ordinal)),
            title_stems(self.title),
            self.day,
            frozenset([committee_key(self.committee)]),
        )


class _LibraryFinding(msgspec.Struct, frozen=True):
    id: str
    report: str
    number: str
    paragraph: str
    text: str


class Library(msgspec.Struct, frozen=True):
    """Reports and findings that sentences may mean; the last report is that of the sentences."""

    reports: tuple[_LibraryReport, ...]
    findings: tuple[_LibraryFinding, ...]

    def marks(self) -> list[CitableReport]:
        """What sentences can name of the reports."""
        return [report.marks() for report in self.reports]

    def asked(self) -> list[AskedFinding]:
        """The findings."""
        marks = {report.id: report.marks() for report in self.reports}
        return [
            AskedFinding(
                each.id,
                each.text,
                each.report,
                marks[each.report].day,
                marks[each.report].committees,
                frozenset([each.number]),
                each.paragraph,
            )
            for each in self.findings
        ]

    def saying(self, text: str) -> AskedFinding:
        """A finding of the last report, with the words of a sentence."""
        last = self.reports[-1].marks()
        return AskedFinding("the sentence", text, last.iri, last.day, last.committees)


def library_beside(gold: Path) -> Library:
    """The library of a gold file.

    Raises:
        InputError: If there is no `library.json` beside it, or it cannot be read.
    """
    path = gold.with_name("library.json")
    try:
        return msgspec.json.decode(path.read_bytes(), type=Library)
    except (OSError, msgspec.DecodeError) as error:
        raise InputError(f"{path} cannot be read: {error}.") from error
