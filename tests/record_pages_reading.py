"""Record pages in every layout, and what reading one gives."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TypeVar

from graph.records.findings import Finding, Passage, Reply, TrackerEntry
from graph.records.source_record import RecordPart, SourceRecord, parts_of
from loaders.interface.context import Context, Document
from loaders.interface.descriptor import read_descriptor
from loaders.sources.record_pages import loader

Kind = TypeVar("Kind", bound=RecordPart)

ROOT = Path(__file__).parent.parent
PAGES = sorted((ROOT / "tests/cases/record_pages/pages").glob("*.txt"))
VERBATIM = sorted((ROOT.parent / "shared/records").glob("*.txt"))
ABOUT = read_descriptor(Path(loader.__file__).with_name("source.toml"))

STATUS = "Accepted in Part|Not Addressed|Response Pending|Accepted|Rejected|Acknowledged|Deferred"
LABEL = re.compile(
    rf"(# .*|https?://\S+|Source · Select Committees · .*|(Recommendation|Conclusion)( \d+)?"
    rf"|{STATUS}|\d+( ({STATUS}))?( Paragraph:( \d+)?)?|Paragraph( Reference)?:?( \d+)?"
    rf"|Government Response Summary|(Government Response|HM Government)( ({STATUS}))?"
    r"|Source|Committee|Report|Addressee Bodies|Timeline|Recommendation age|Report published"
    r"|\d+ [A-Z][a-z]{2} \d{4}|HC \d+)"
)

WORDS = "The Home Office, with HM Government, should say how it shares data.7"
REPLY = "2.1 The government agrees. HM Government will publish a plan."
LAYOUTS = {
    "B": f"""Source · Select Committees · Justice Committee

Recommendation 12

12 Accepted in Part Paragraph: 40

Say how data is shared.

Conclusion
{WORDS}
Government Response Summary
Agreed in short.
Paragraph Reference: 40
Government Response Accepted in Part
HM Government Accepted in Part
{REPLY}
""",
    "S": f"""Source · Select Committees · Justice Committee
Recommendation 12
12
Accepted in Part
Paragraph: 40
Say how data is shared.
Conclusion
{WORDS}
Government Response Summary
Agreed in short.
Paragraph Reference:
40
Government Response
Accepted in Part
HM Government
Accepted in Part
{REPLY}
""",
    "TB": f"""12 Accepted in Part

Say how data is shared.

Conclusion
{WORDS}
Government Response Summary
Agreed in short.
Paragraph Reference
40
Government Response
Accepted in Part
HM Government Accepted in Part
{REPLY}
""",
    "TS": f"""12
Accepted in Part
Say how data is shared.
Conclusion
{WORDS}
Government Response Summary
Agreed in short.
Paragraph Reference
40
Government Response
Accepted in Part
Government Response
Accepted in Part
HM Government
Accepted in Part
{REPLY}
""",
}


def read(text: str, name: str = "page.txt") -> Context:
    context = Context(ABOUT, Document(name, text, Path(name).suffix))
    loader.load(context.document, context)
    return context


def claimed(text: str, name: str = "page.txt") -> bool:
    return loader.accepts(Document(name, text, Path(name).suffix))


def rendering(name: str) -> str:
    return next(path for path in PAGES if path.stem == name).read_text(encoding="utf-8")


def the(kind: type[Kind], record: SourceRecord) -> Kind:
    (claim,) = (claim for claim in parts_of(record.content) if isinstance(claim, kind))
    return claim


def words(passage: Passage | None) -> str:
    return passage.text if passage else ""


def passages(record: SourceRecord) -> list[Passage]:
    entry = the(TrackerEntry, record)
    replies = [claim.text for claim in parts_of(record.content) if isinstance(claim, Reply)]
    single = [the(Finding, record).text, entry.title, entry.summary, *replies]
    return [passage for passage in single if passage] + [*entry.addressees, *entry.unplaced]


def shown(record: SourceRecord) -> set[str]:
    """Values of a record that stand on lines of their own."""
    found = the(Finding, record)
    report = found.report
    named = {f"{report.ordinal} - {report.title}", str(report.title)} if report else set()
    replies = [claim.respondent for claim in parts_of(record.content) if isinstance(claim, Reply)]
    return {str(found.committee), *named, *replies}


def lost_lines(text: str, context: Context) -> list[str]:
    """Lines that are neither in a passage, nor a label or a value, nor listed as an issue.

    Empty where a whole record is reported as not read.
    """
    if any(issue.lost for issue in context.issues):
        return []
    values = {value for record in context.records for value in shown(record)}
    covered = [passage for record in context.records for passage in passages(record)]
    listed = " ".join(issue.location + " " for issue in context.issues)
    lost, at = [], 0
    for number, raw in enumerate(text.splitlines(keepends=True), start=1):
        start, line = at + len(raw) - len(raw.lstrip()), raw.strip()
        at += len(raw)
        kept = any(p.start <= start and start + len(line) <= p.start + len(p.text) for p in covered)
        label = LABEL.fullmatch(" ".join(line.split())) or line in values
        if line and not kept and not label and f"line {number} " not in listed:
            lost.append(line)
    return lost
