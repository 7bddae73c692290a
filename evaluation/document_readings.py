"""What the loaders read in an official document, in the terms of a gold file."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.records.replies import Object
from graph.records.source_record import ResponseDocumentRecord
from loaders.interface.source_list import source_for
from loaders.pipeline.document_reading import read_document
from loaders.pipeline.extract import read_items
from loaders.pipeline.plan import SourceFile

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from graph.records.findings import Passage
    from graph.records.replies import ReadReply
    from graph.records.response_documents import ResponseItem


@dataclass(frozen=True, slots=True)
class ReadItem:
    """One answer as it was read; the attributes are those of `GoldItem`."""

    restated: str
    reply: str
    number: str | None
    department: str
    positions: tuple[str, ...]
    dates: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DocumentReading:
    """What was read in one document.

    Attributes:
        accepted: False if no loader takes it for a response.
        doubted: True if the report of a build would say that something may be wrong or is lost.
        date: Its date, as printed.
        items: Its answers in order.
    """

    accepted: bool
    doubted: bool
    date: str | None = None
    items: tuple[ReadItem, ...] = ()


def reading_of(path: Path) -> DocumentReading:
    """Read one document as a build does.

    Raises:
        InputError: If the file cannot be read.
    """
    document = read_document(SourceFile(path, path.name))
    source = source_for(document)
    if source is None:
        return DocumentReading(accepted=False, doubted=True)
    context = source.read(document)
    contents = [
        record.content
        for record in context.records
        if isinstance(record.content, ResponseDocumentRecord)
    ]
    dates = (content.responses[0].date for content in contents)
    return DocumentReading(
        accepted=bool(contents),
        doubted=any(issue.lost or issue.uncertain for issue in context.issues),
        date=next(dates, None),
        items=tuple(item for content in contents for item in _items(content)),
    )


def _items(content: ResponseDocumentRecord) -> Iterator[ReadItem]:
    replies = {reading.number: reading.reply for reading in read_items(content)}
    for index, item in enumerate(content.items):
        yield _item(item, replies.get(index))


def _item(item: ResponseItem, reply: ReadReply | None) -> ReadItem:
    answered = {Object.RECOMMENDATION}
    if item.finding == item.concluded:  # as in the graph: a conclusion that stands alone
        answered.add(Object.CONCLUSION)
    stances = [stance for part in reply.stances for stance in part] if reply else []
    commitments = [each for part in reply.commitments for each in part] if reply else []
    return ReadItem(
        restated=_words(item, item.answered or item.undivided),
        reply=_words(item, item.reply),
        number=item.number,
        department=item.respondent,
        positions=tuple(
            dict.fromkeys(stance.concept for stance in stances if stance.object in answered)
        ),
        dates=tuple(
            dict.fromkeys(each.due.as_written for each in commitments if not each.replacement)
        ),
    )


def _words(item: ResponseItem, passage: Passage | None) -> str:
    """A passage without the page furniture inside it, white space made single."""
    if passage is None:
        return ""
    text, end = passage.text, passage.start + len(passage.text)
    for piece in reversed(item.furniture):
        if passage.start <= piece.start < end:
            begin = piece.start - passage.start
            text = text[:begin] + text[begin + len(piece.text) :]
    return " ".join(text.split())
