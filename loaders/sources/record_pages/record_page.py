"""A record page, taken apart into its labelled parts."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from loaders.sources.record_pages.edges import Tail

if TYPE_CHECKING:
    from loaders.sources.record_pages.page_lines import PageLine


@dataclass(slots=True)
class RecordPage:
    """The parts of a record page; None or empty where the page does not show one.

    Attributes:
        address: Web address that the page gives for itself.
        comments: Lines above the page that begin with ``#``.
        committee: Name of the committee.
        number: Number on its own line, or else in the header.
        label: Status beside the number.
        title: Lines of the title; the parts below are lines too.
        kind: Heading above the committee's text.
        text: The committee's text.
        summary: Summary of the reply.
        paragraph: Paragraph beside the number or, if there is none, above the response.
        reply_label: Status beside the reply.
        respondent: Name of who replies.
        reply: The reply.
        tail: What the older host prints below the reply.
        unplaced: Lines that were not understood.
    """

    address: str | None = None
    comments: list[PageLine] = field(default_factory=list)
    committee: str | None = None
    number: str | None = None
    label: str | None = None
    title: list[PageLine] = field(default_factory=list)
    kind: str | None = None
    text: list[PageLine] = field(default_factory=list)
    summary: list[PageLine] = field(default_factory=list)
    paragraph: str | None = None
    reply_label: str | None = None
    respondent: str | None = None
    reply: list[PageLine] = field(default_factory=list)
    tail: Tail = field(default_factory=Tail)
    unplaced: list[PageLine] = field(default_factory=list)

    @property
    def is_empty(self) -> bool:
        """True if nothing of a finding was read."""
        words = self.title or self.text or self.summary or self.reply or self.tail.aside
        return not (words or self.number or self.label or self.reply_label or self.tail.title)
