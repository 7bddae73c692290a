"""The first stage: what one record shows by itself.

Texts are cleaned, names recognised, replies read and flags raised, each once. A record needs no
other for this, so records are extracted side by side.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from graph.records.findings import Voice
from graph.records.sentence_splitter import split_sentences
from graph.records.source_record import FindingRecord, ResponseDocumentRecord
from loaders.cleaning.text_cleaning import clean_text
from loaders.flags import quality_flags, rules_by_reach
from loaders.names.known_bodies import NOTHING_BESIDE, BodiesBeside
from loaders.pipeline.bodies_beside import beside_finding, beside_item, registered_keys
from loaders.responses.linking.cases import read_row
from loaders.responses.linking.printed_answers import printed_in
from loaders.responses.reading_text import reading_text
from loaders.responses.reply_reader import read_reply

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from graph.partial_date import PartialDate
    from graph.records.cleaned_text import CleanedText
    from graph.records.findings import Key
    from graph.records.mentions import Mention, RecognisedNames
    from graph.records.quality_flags import Flag
    from graph.records.replies import ReadReply
    from graph.records.response_documents import ResponseItem
    from graph.records.sentence_spans import SentenceSpans
    from graph.records.source_record import SourceRecord
    from loaders.names.recogniser import Recogniser
    from loaders.pipeline.report import BuildCounts
    from loaders.responses.linking.cases import Case
    from loaders.responses.linking.printed_answers import PrintedItem


@dataclass(frozen=True)
class RecordText:
    """A text of a record in which names are recognised.

    Attributes:
        text: The words as printed.
        reply: What was read in a reply; None for a finding's own text.
        item: Number of the item of a response document in which it stands, from 0.
        concluded: True for the words of a conclusion beside those of the recommendation.
        beside: What is known beside it of the bodies that "the Department" and the like mean.
    """

    text: str
    reply: ReadReply | None = None
    item: int | None = None
    concluded: bool = False
    beside: BodiesBeside = NOTHING_BESIDE

    @property
    def echoes(self) -> bool:
        """True if a reply only repeats the finding's text."""
        return self.reply is not None and self.reply.echo is not None

    @property
    def owner(self) -> Voice:
        """Whose text it is; an echo is the committee's, wherever it is printed."""
        is_reply = self.reply is not None and not self.echoes
        return Voice.GOVERNMENT if is_reply else Voice.COMMITTEE

    def voice(self, mention: Mention) -> Voice:
        """Whose words a mention stands in: a reply may restate the committee's."""
        if self.reply is None or self.owner is Voice.COMMITTEE:
            return Voice.COMMITTEE
        place = bisect_right(self._restated, (mention.start, len(self.text) + 1)) - 1
        restated = place >= 0 and mention.start < self._restated[place][1]
        return Voice.COMMITTEE if restated else Voice.GOVERNMENT

    @cached_property
    def _restated(self) -> list[tuple[int, int]]:
        """Where a reply restates the committee's words, in order; these spans never overlap."""
        parts = self.reply.shape.restated if self.reply else ()
        return sorted((part.start, part.end) for part in parts)


@dataclass(frozen=True, slots=True)
class TextExtraction:
    """What was extracted from one text.

    Attributes:
        source: The text.
        sentences: Its sentences, as printed.
        cleaned: The text without extraction noise.
        names: The names in it.
    """

    source: RecordText
    sentences: SentenceSpans
    cleaned: CleanedText
    names: RecognisedNames


@dataclass(frozen=True, slots=True)
class ItemReading:
    """What was read in the reply of an item of a response document.

    Attributes:
        number: Number of the item in the document, from 0.
        item: The item.
        reply: What was read in its reply.
    """

    number: int
    item: ResponseItem
    reply: ReadReply


@dataclass(frozen=True, slots=True)
class Extraction:
    """What one record shows by itself.

    Attributes:
        texts: Its texts.
        case: A finding and what was read in the reply shown with it; None for other records.
        flags: Quality flags that the case raises by itself.
        items: What was read in the items of a response document.
        printed: The items whose words can be told from others, for the linking of answers.
        issued: Date of a response document, as exactly as it shows it.
        addressees: Keys of the registered organisations that a tracker prints as addressees.
    """

    texts: tuple[TextExtraction, ...] = ()
    case: Case | None = None
    flags: tuple[Flag, ...] = ()
    items: tuple[ItemReading, ...] = ()
    printed: tuple[PrintedItem, ...] = ()
    issued: PartialDate | None = None
    addressees: tuple[str, ...] = ()


def extract(record: SourceRecord, recogniser: Recogniser, counts: BuildCounts) -> Extraction:
    """Extract what a record shows by itself.

    Args:
        record: The record.
        recogniser: Recognises names.
        counts: Where the time that each step takes is added up.
    """
    content = record.content
    if isinstance(content, FindingRecord):
        return _of_finding(content, record, recogniser, counts)
    if isinstance(content, ResponseDocumentRecord):
        return _of_document(content, recogniser, counts)
    return Extraction()


def read_answers(record: SourceRecord) -> Extraction:
    """Of what a record shows by itself, only what the linking of answers needs."""
    content = record.content
    if isinstance(content, FindingRecord):
        return Extraction(case=read_row(content, record.origin))
    if isinstance(content, ResponseDocumentRecord):
        return Extraction(printed=tuple(printed_in(content)))
    return Extraction()


def _of_finding(
    content: FindingRecord, record: SourceRecord, recogniser: Recogniser, counts: BuildCounts
) -> Extraction:
    with counts.stage("read replies"):
        case = read_row(content, record.origin)
        raised = quality_flags(case, rules_by_reach(beside_others=False))
    entry = content.tracker_entry
    addressees = registered_keys(
        recogniser, [name.text for name in entry.addressees] if entry else ()
    )
    finding, texts = content.finding, []
    beside = beside_finding(finding, addressees, recogniser)
    if finding.text:
        texts.append(RecordText(finding.text.text, beside=beside))
    if content.reply and case.read_reply:
        reply = content.reply.text.text
        texts.append(RecordText(reply, case.read_reply, beside=beside))
    report = finding.standing_in
    with counts.stage("recognise"):
        published = report.published if report else None
        titles = tuple(filter(None, [report.title])) if report else ()
        extracted = _extract_texts(texts, recogniser, published, titles)
    return Extraction(tuple(extracted), case, raised, addressees=addressees)


def _of_document(
    content: ResponseDocumentRecord, recogniser: Recogniser, counts: BuildCounts
) -> Extraction:
    issued = content.responses[0].dated
    with counts.stage("read replies"):
        items = tuple(read_items(content))
        printed = tuple(printed_in(content))
    texts = list(_document_texts(content, items, recogniser))
    with counts.stage("recognise"):
        titles = _titles(content)
        extracted = _extract_texts(texts, recogniser, _last_day(issued), titles)
    return Extraction(tuple(extracted), items=items, printed=printed, issued=issued)


def _titles(content: ResponseDocumentRecord) -> tuple[str, ...]:
    """The titles of a document and of the reports that it answers."""
    titles = [paper.title for paper in content.responses]
    titles += [report.title for paper in content.responses for report in paper.reports]
    return tuple(filter(None, titles))


def _document_texts(
    content: ResponseDocumentRecord, items: Sequence[ItemReading], recogniser: Recogniser
) -> Iterator[RecordText]:
    """The texts of a document in order: what each item restates, each once, and its reply."""
    replies = {reading.number: reading.reply for reading in items}
    restated: set[tuple[Key, str]] = set()
    reports = {report.key: report for paper in content.responses for report in paper.reports}
    for number, item in enumerate(content.items):
        beside = beside_item(item, reports.get(item.report), recogniser)
        concluded = item.concluded if item.concluded != item.finding else None
        for key, words in ((concluded, item.conclusion), (item.finding, item.answered)):
            if key and words and (key, words.text) not in restated:
                restated.add((key, words.text))
                yield RecordText(words.text, None, number, key == concluded, beside)
        if item.reply:
            yield RecordText(item.reply.text, replies[number], number, beside=beside)


def read_items(content: ResponseDocumentRecord) -> Iterator[ItemReading]:
    """What the replies in a response document say, in the order of its items."""
    issued = _last_day(content.responses[0].dated)
    for number, item in enumerate(content.items):
        if item.reply:
            restated = item.recommendation or item.conclusion
            reply = read_reply(
                reading_text(item.reply, item.furniture),
                restated.text if restated else None,
                issued,
                item.number,
                item.respondent,
            )
            yield ItemReading(number, item, reply)


def _extract_texts(
    texts: Sequence[RecordText],
    recogniser: Recogniser,
    published: date | None,
    titles: Sequence[str],
) -> Iterator[TextExtraction]:
    cleaned = [clean_text(text.text, titles) for text in texts]
    names = recogniser.recognise_document(
        cleaned,
        published=published,
        voices=[text.owner for text in texts],
        beside=[text.beside for text in texts],
    )
    for text, cleaned_text, recognised in zip(texts, cleaned, names, strict=True):
        yield TextExtraction(text, split_sentences(text.text), cleaned_text, recognised)


def _last_day(issued: PartialDate | None) -> date | None:
    """The last day of a date; None for one that is not even a month.

    Terms such as "within six months" count from it, so that what comes out is still the latest day
    the words allow.
    """
    return issued.last_day if issued and issued.month else None
