"""Which document is which paper of Parliament's list, and what that list links it to.

The Committees API says which publication a publication answers. A document of which it does not
say so by itself is known by the address it was fetched from, by its paper number, or by its title.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from graph.records.findings import Report
from loaders.identity.witnesses import record_id
from loaders.text.normalisation import normal_form

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence

    from graph.partial_date import PartialDate
    from graph.records.finding_identity import RecordId
    from graph.records.findings import Key
    from graph.records.publications import Publication
    from graph.records.response_documents import Response
    from graph.records.source_record import ResponseDocumentRecord, SourceRecord

_DOCUMENT = re.compile(
    r"https://[^/]+/api/Publications/(?P<number>\d{1,12})(?:/Document/.*)?", re.I
)
"""The address of a publication, or of a document of it, in the API."""

_TELLING_TITLE = 20
"""Letters of a title that tell a paper from all others."""


def publication_key(number: str) -> Key:
    """The key of a paper of which nothing is known but its number in the API."""
    return "publication", number


@dataclass(frozen=True, slots=True)
class _Document:
    """A document in which government answers.

    Attributes:
        fetched: Numbers of publications in the addresses that it was fetched from.
        responses: Its responses.
        reports: Keys of the reports it says it answers.
        unnamed: Keys that stand for a report that it does not name.
    """

    fetched: frozenset[str]
    responses: tuple[Response, ...]
    reports: tuple[Key, ...]
    unnamed: tuple[Key, ...]


@dataclass(slots=True)
class PublicationEvidence:
    """Collects publications, and the documents that may be one of them."""

    _publications: defaultdict[str, set[Publication]] = field(
        default_factory=lambda: defaultdict(set)
    )
    _documents: dict[RecordId, _Document] = field(default_factory=dict)

    def add_publication(self, publication: Publication) -> None:
        """Keep what the API says of a paper."""
        self._publications[publication.number].add(publication)

    def add_document(self, record: SourceRecord, content: ResponseDocumentRecord) -> None:
        """Keep what tells a document from others."""
        fetched = _DOCUMENT.fullmatch(record.origin.fetched_from or "")
        named = {report.key for response in content.responses for report in response.reports}
        items = {item.report for item in content.items}
        before = self._documents.get(record_id(record))
        self._documents[record_id(record)] = _Document(
            (before.fetched if before else frozenset())
            | ({fetched["number"]} if fetched else frozenset()),
            content.responses,
            tuple(sorted(named)),
            tuple(sorted(items - named)),
        )

    def decide(self) -> PublicationLinks:
        """Find the publication of each document."""
        described = [
            each
            for _, group in sorted(self._publications.items())
            for each in sorted(group, key=repr)
        ]
        answers: dict[str, Response] = {}
        answered: dict[str, str] = {}
        for each in described:
            for response in each.responses:
                answers.setdefault(each.number, response)
                for report in response.reports:
                    if report.publication:
                        answered.setdefault(each.number, report.publication)
        for each in described:
            for answer in each.answers:
                answered.setdefault(answer, each.number)
        publications = dict(self._match(answers))
        records: defaultdict[str, list[RecordId]] = defaultdict(list)
        for record, numbers in publications.items():
            for number in numbers:
                records[number].append(record)
        return PublicationLinks(publications, records, self._documents, answers, answered)

    def _match(self, answers: dict[str, Response]) -> Iterator[tuple[RecordId, tuple[str, ...]]]:
        by_paper, by_title = _only(answers, _paper), _only(answers, _title)
        for record, document in sorted(self._documents.items()):
            response = document.responses[0]
            fetched = tuple(sorted(document.fetched & answers.keys()))
            alone = by_paper.get(_paper(response)) or by_title.get(_title(response))
            if numbers := fetched or ((alone,) if alone else ()):
                yield record, numbers


def _only(
    answers: dict[str, Response], mark: Callable[[Response], Hashable]
) -> dict[Hashable, str]:
    """The publications that alone have a mark, by it."""
    numbers: defaultdict[Hashable, list[str]] = defaultdict(list)
    for number, response in answers.items():
        if value := mark(response):
            numbers[value].append(number)
    return {value: several[0] for value, several in numbers.items() if len(several) == 1}


def _paper(response: Response) -> Hashable:
    named = response.session and response.number
    return (response.kind, response.session, response.number) if named else None


def _title(response: Response) -> Hashable:
    title = normal_form(response.title or "")
    return title if len(title) >= _TELLING_TITLE else None


@dataclass(frozen=True, slots=True)
class PublicationLinks:
    """What Parliament's list links documents to.

    Attributes:
        publications: Numbers of the publications that each document is; a Treasury Minute on
            several reports is one for each of them.
        records: The documents that each publication is, by its number.
        documents: The documents.
        answers: What the API says of the publications that are answers, by number.
        answered: Number of the publication that each of these answers.
    """

    publications: dict[RecordId, tuple[str, ...]] = field(default_factory=dict)
    records: Mapping[str, Sequence[RecordId]] = field(default_factory=dict)
    documents: dict[RecordId, _Document] = field(default_factory=dict)
    answers: dict[str, Response] = field(default_factory=dict)
    answered: dict[str, str] = field(default_factory=dict)

    def linked_reports(self) -> Iterator[tuple[Key, Key]]:
        """The key by which a document knows what it answers, with that of the publication it is.

        A document that names several reports is left alone, since the list links but one.
        """
        for record in sorted(self.publications):
            answered = self.report_of(record)
            keys = self.documents[record].reports or self.documents[record].unnamed
            if answered and len(keys) == 1:
                yield keys[0], answered

    def report_of(self, record: RecordId) -> Key | None:
        """The key of the report that a document answers by Parliament's list; None if unknown."""
        numbers = {self.answered.get(each) for each in self.publications.get(record, ())}
        number = numbers.pop() if len(numbers) == 1 else None
        return publication_key(number) if number else None

    def issued(self, record: RecordId) -> PartialDate | None:
        """The date that Parliament's list gives a document."""
        answers = [self.answers[each] for each in self.publications.get(record, ())]
        dates = {answer.issued for answer in answers}
        return dates.pop() if len(dates) == 1 else None

    def responses(self, publication: Publication) -> Iterable[Response]:
        """A publication as the documents know it that are one with it; as it is, if there are none.

        What a document says of itself stands; what the list says otherwise becomes a remark.
        """
        if not publication.responses:
            return
        own = self._linked(publication.number, publication.responses[0])
        by_key = {
            response.key: response
            for record in self.records.get(publication.number, ())
            for response in self.documents[record].responses
        }
        yield from (_known_as(own, response) for response in by_key.values()) if by_key else (own,)

    def _linked(self, number: str, response: Response) -> Response:
        if response.reports or number not in self.answered:
            return response
        answered = self.answered[number]
        report = Report(publication_key(answered), publication=answered)
        return replace(response, reports=(report,))


def _known_as(own: Response, document: Response) -> Response:
    """What the list says of a document, under the document's key, where it says more."""
    differs = bool(document.issued and own.issued and document.issued != own.issued)
    remark = f"Parliament's Committees API dates it {own.issued}." if differs else ""
    return replace(
        own,
        key=document.key,
        kind=document.kind,
        respondent=document.respondent,
        title=None if document.title else own.title,
        number=document.number or own.number,
        session=document.session or own.session,
        issued=document.issued or own.issued,
        extras=(*own.extras, remark) if remark else own.extras,
    )
