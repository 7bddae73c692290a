"""The IRIs of the things in one record, minted once for all statements about them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Self

from graph.records.source_record import FindingRecord, ResponseDocumentRecord

if TYPE_CHECKING:
    from graph.identity import IriFactory
    from graph.records.findings import Origin
    from graph.records.response_documents import ResponseItem
    from graph.records.source_record import SourceRecord


@dataclass(frozen=True, slots=True)
class FindingIris:
    """IRIs of what a record shows of a finding; None for what it does not show.

    Attributes:
        finding: The finding.
        text: The finding's text.
        reply: The reply printed with it.
        reply_text: The reply's text.
        tracker_entry: What a tracker prints about it.
    """

    finding: str
    text: str | None = None
    reply: str | None = None
    reply_text: str | None = None
    tracker_entry: str | None = None

    @classmethod
    def mint(cls, iris: IriFactory, content: FindingRecord, origin: Origin | None) -> Self:
        """Mint the IRIs of a record; that of a tracker's entry only where `origin` is known."""
        text, reply = content.finding.text, content.reply
        return cls(
            finding=iris.finding(content.finding.key),
            text=iris.text(text.text) if text else None,
            reply=iris.reply(reply.respondent, reply.text.text) if reply else None,
            reply_text=iris.text(reply.text.text) if reply else None,
            tracker_entry=iris.tracker_entry(origin) if origin and content.tracker_entry else None,
        )


@dataclass(frozen=True, slots=True)
class ItemIris:
    """IRIs of what an item of a response document shows.

    Attributes:
        item: The item.
        response: The response it stands in.
        report: The report it answers.
        finding: The finding it answers.
        concluded: The conclusion it restates, where that is not the finding.
        text: The text of the reply; None without one.
        answered_text: The restated words of the finding; None without any.
        concluded_text: The restated words of that conclusion; None without any.
    """

    item: str
    response: str
    report: str
    finding: str
    concluded: str | None = None
    text: str | None = None
    answered_text: str | None = None
    concluded_text: str | None = None

    @classmethod
    def mint(cls, iris: IriFactory, item: ResponseItem) -> Self:
        """Mint the IRIs of an item."""
        restates_another = bool(item.concluded and item.concluded != item.finding)
        conclusion = item.conclusion if restates_another else None
        return cls(
            item=iris.response_item(item.key),
            response=iris.response(item.response),
            report=iris.from_key("report", item.report),
            finding=iris.finding(item.finding),
            concluded=iris.finding(item.concluded) if restates_another and item.concluded else None,
            text=iris.text(item.reply.text) if item.reply else None,
            answered_text=iris.text(item.answered.text) if item.answered else None,
            concluded_text=iris.text(conclusion.text) if conclusion else None,
        )


@dataclass(frozen=True, slots=True)
class RecordIris:
    """IRIs of a source record and of what stands in it.

    Attributes:
        record: The record, which is also the name of its graph.
        shown: What a record of a finding shows; None for other records.
        items: Those of the items of a response document, in order.
    """

    record: str
    shown: FindingIris | None = None
    items: tuple[ItemIris, ...] = ()

    @classmethod
    def mint(cls, iris: IriFactory, record: SourceRecord) -> Self:
        """Mint the IRIs of a record."""
        graph = iris.record(record.origin)
        match record.content:
            case FindingRecord() as content:
                return cls(graph, FindingIris.mint(iris, content, record.origin))
            case ResponseDocumentRecord(items=items):
                return cls(graph, items=tuple(ItemIris.mint(iris, item) for item in items))
            case _:
                return cls(graph)
