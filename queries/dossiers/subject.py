"""What a subject of dossiers says of itself, and the parts that dossiers of findings share."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from queries.conversion import as_table
from queries.dossiers.dossier import Dossier, DossierSection, TableBlock, TextBlock
from queries.dossiers.figures import NOT_NARROWED, figures_of, figures_table
from queries.dossiers.finding_entries import entry_blocks, read_entries
from queries.dossiers.footnotes import Footnotes
from queries.query_execution import execute
from queries.query_request import QueryRequest
from queries.result_tables import Table
from queries.selects import select

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from graph.store.readable_store import ReadableStore
    from queries.dossiers.dossier import Block
    from queries.dossiers.finding_entries import FindingEntry

WHOSE_WORDS = (
    "Quotations are the words of the sources; whatever is in our words, or retold by us, is "
    "marked so."
)
"""What the standfirst of every dossier says of its words."""

_OVERDUE = "overdue-commitments"


@dataclass(frozen=True, slots=True)
class DossierRequest:
    """What a dossier is to be about.

    Attributes:
        store: The graph.
        name: What somebody calls the subject.
        day: Day at which commitments are judged, as ISO date.
        limit: Findings or rows to tell at most.
        values: Values for the parameters of a saved question.
        pictures: Pictures to put into it.
    """

    store: ReadableStore
    name: str
    day: str
    limit: int
    values: Mapping[str, str] = field(default_factory=dict)
    pictures: tuple[Block, ...] = ()


@dataclass(frozen=True, slots=True)
class DossierSubject:
    """A kind of thing that a dossier can be about.

    Attributes:
        name: What the command calls it, such as ``department``.
        takes: What stands for its name in the help.
        title: What a dossier of it holds, in a few words.
        example: A name to try.
        build: Makes the dossier; raises UnknownNameError if nothing has the name.
        resolve: The IRI that a name stands for, where the subject is a thing that can be drawn with
            what is named beside it; None otherwise.
    """

    name: str
    takes: str
    title: str
    example: str
    build: Callable[[DossierRequest], Dossier]
    resolve: Callable[[ReadableStore, str], str | None]


@dataclass(frozen=True, slots=True)
class SubjectFindings:
    """The findings of a subject, and what is said of it beside them.

    Attributes:
        title: What the dossier is about.
        described: What ties the findings to it, such as "findings that concern it".
        findings: IRIs of the findings.
        counts: Further counts of these findings, each with its words.
        sections: Sections that stand before the findings.
    """

    title: str
    described: str
    findings: Sequence[str]
    counts: tuple[tuple[str, int], ...] = ()
    sections: tuple[DossierSection, ...] = ()


def dossier_of_findings(request: DossierRequest, subject: SubjectFindings) -> Dossier:
    """A dossier of the findings of a subject, with figures, commitments and what is not known."""
    store, footnotes = request.store, Footnotes(request.store)
    entries = read_entries(store, subject.findings)
    heads = [entry.head for entry in entries]
    [(all_findings,)] = select(store, "dossiers/all-findings")
    further = ((words, count, NOT_NARROWED) for words, count in subject.counts)
    figures = figures_of(heads, int(all_findings), subject.described, further)
    table = figures_table(figures)
    shown = entries[: request.limit]
    findings = [block for entry in shown for block in entry_blocks(entry, footnotes)]
    if len(shown) < len(entries):
        findings.insert(0, TextBlock(f"The first {len(shown):,} of {len(entries):,} are told."))
    sections = (
        DossierSection("In figures", (TableBlock(table), *request.pictures)),
        *subject.sections,
        DossierSection("Commitments that are overdue", tuple(_overdue(request, subject.findings))),
        DossierSection(
            "The findings", tuple(findings) or (TextBlock("There is none in this graph."),)
        ),
        DossierSection("What is not known", tuple(_unknown(entries))),
    )
    standfirst = (
        f"Made by joinedup from a graph of {int(all_findings):,} distinct findings; commitments "
        f"are judged on {request.day}. {WHOSE_WORDS}"
    )
    return Dossier(subject.title, standfirst, sections, footnotes.sources)


def _overdue(request: DossierRequest, findings: Sequence[str]) -> Iterable[Block]:
    """The commitments on these findings that are overdue, with the sentences that make them."""
    result = execute(request.store, QueryRequest(_OVERDUE, {"as_of": request.day}))
    table = as_table(result)
    places = {name: place for place, name in enumerate(table.columns)}
    rows = tuple(
        (row[places["name"]], row[places["due"]], row[places["latest"]], row[places["words"]])
        for row in table.rows
        if row[places["finding"]] in set(findings)
    )
    if not rows:
        yield TextBlock(
            f"No commitment on these findings is known to be overdue on {request.day}. One "
            "that is in no answer of this graph is not known."
        )
        return
    yield TableBlock(
        Table(
            ("finding", "due, as said", "last day", "the words"),
            rows,
            f"{len(rows):,} commitments on these findings whose last day is before {request.day}, "
            "with no sign that they are done.",
        )
    )


def _unknown(entries: Sequence[FindingEntry]) -> Iterable[Block]:
    total = len(entries)
    unanswered = sum(not entry.head.is_answered for entry in entries)
    undated = sum(not entry.head.issued for entry in entries)
    yield TextBlock(
        f"Of {total:,} findings, {unanswered:,} have no answer in this graph, which does not mean "
        f"that government gave none; of {undated:,} the date of the report is not known."
    )
    flags = [(entry.head.name, line.what, line.says) for entry in entries for line in entry.flags]
    flagged = sum(bool(entry.flags) for entry in entries)
    if flags:
        yield TableBlock(
            Table(
                ("finding", "what to look at", "why"),
                tuple(flags),
                f"{len(flags):,} quality flags on {flagged:,} of {total:,} findings: what is "
                "printed there should be looked at before it is relied on.",
            )
        )
