"""Loads what the site of the National Audit Office says of its reports: no finding stands in it.

A report is an object of the site's interface, or the page that a browser saved. Of a page only
what it says of itself to programs is read, since its layout changes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.records.source_record import PublicationRecord
from loaders.sources.audit_reports.report_page import is_report_page, read_page_report
from loaders.sources.audit_reports.report_post import is_post, read_post
from loaders.text.served_objects import first_object, read_file, read_object

if TYPE_CHECKING:
    from loaders.interface.context import Context, Document
    from loaders.text.served_objects import ServedObject


def accepts(document: Document) -> bool:
    """Whether the first object of a file is a report of the NAO, or a page is that of one."""
    if document.text.lstrip("\ufeff \t\r\n")[:1] not in {"{", "["}:
        return is_report_page(document.text)
    first = first_object(document.text)
    return first is not None and is_post(first)


def load(document: Document, context: Context) -> None:
    """Emit a record for each report."""
    if document.text.lstrip("\ufeff \t\r\n")[:1] not in {"{", "["}:
        with context.one_record():
            reading = read_page_report(document.text)
            for problem in reading.problems:
                context.note(problem)
            publication = reading.publication
            address = publication.report.address if publication.report else None
            context.emit(document.text, PublicationRecord((publication,)), address=address)
        return
    for each in read_file(document.text).objects:
        with context.one_record(each.line):
            _load(each, context)


def _load(served: ServedObject, context: Context) -> None:
    """Emit the record of one object.

    Raises:
        ValueError: If it is no report that can be read.
    """
    post = read_object(served, "report")
    publication = read_post(post)
    for problem in dict.fromkeys(post.problems):
        context.note(problem, line=served.line)
    if control_note := post.marks.note(of_file=False):
        context.note(control_note, line=served.line)
    address = publication.report.address if publication.report else None
    record = PublicationRecord((publication,))
    context.emit(served.raw, record, line=served.line, address=address)
