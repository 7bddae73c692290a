"""The page of one finding: what was asked, answered and promised, and what became of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pyoxigraph as ox

from graph.retelling import MARK
from queries.dossiers.dossier import OUR_WORDS
from queries.dossiers.finding_heads import read_head
from queries.dossiers.footnotes import Footnotes
from queries.finding_story import NO_ANSWER, has_answer, story_of
from queries.repeat_chains import repeat_chain
from queries.selects import select
from queries.web_pages.finding_statements import PageSection, PageStatement, events_of
from queries.web_pages.marked_texts import MarkedText, TextPiece, read_texts

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from graph.store.readable_store import ReadableStore
    from queries.dossiers.dossier import DossierSource
    from queries.finding_story import StoryLine
    from queries.result_tables import Table
    from queries.web_pages.finding_statements import TimelineEvent

_SECTIONS = (
    ("asked", "What was asked", ("finding",)),
    ("answered", "What was answered", ("answer", "position")),
    ("promised", "What was promised", ("commitment",)),
    ("became", "What became of it", ("delivery",)),
    ("others", "What others say", ("",)),
)
"""Key, heading, and how the kinds of statement begin that stand in a section."""

_ELSEWHERE = ("report", "page", "made again", "its page shows")
"""How the kinds of statement begin that the head of the page or its connections tell."""

_EMPTY = {
    "asked": "The words of this finding are not loaded.",
    "answered": NO_ANSWER,
    "promised": "No dated commitment is known from the answers that are loaded.",
    "became": "Nothing is loaded that says what became of it. That does not mean that nothing did.",
    "others": "Nobody else is known to have said anything of it.",
}
"""What a section says that has no statement."""

_OF_OTHERS = ("tracker", "curator", "inference")
_TEXTS = ("/id/text/", "/id/reply/", "/id/part/")
"""Kinds of thing that have a text of their own."""


@dataclass(frozen=True, slots=True)
class NamedLink:
    """Something with a name.

    Attributes:
        iri: Its IRI.
        name: Its name.
    """

    iri: str
    name: str


@dataclass(frozen=True, slots=True)
class AnsweringPart:
    """A part of an answer that answers a finding.

    Attributes:
        part: IRI of the part.
        label: Its name.
        rule: The rule that linked the two.
        confidence: From 0 to 1.
        reply: IRI of an answer as printed that has the part; empty if none does.
        pieces: Its words, whole.
        is_retold: Whether the words are a retelling of ours, and no quotation.
        notes: Numbers of the sources in which they stand, from 1.
    """

    part: str
    label: str
    rule: str
    confidence: float
    reply: str
    pieces: tuple[TextPiece, ...] = ()
    is_retold: bool = False
    notes: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class RelatedFinding:
    """Another finding, and how it is connected.

    Attributes:
        how: How, in words.
        iri: Its IRI.
        name: What it is called.
    """

    how: str
    iri: str
    name: str


@dataclass(frozen=True, slots=True)
class FindingPage:
    """What the page of a finding shows.

    Attributes:
        iri: Its IRI.
        name: What it is called.
        kind: Recommendation, conclusion or paragraph, as its sources have it.
        issued: Day of its report, as ISO date; empty if not known.
        facts: Values by fact, such as its number and the number of the paper; see the query
            `finding_facts`.
        reports: Its report, if known.
        committees: Its committee, if known.
        addressees: Whom it asks to act.
        names: What it names, its answers name, or a curator read in it.
        position: The position of the government in small letters; says so if none is known.
        citation: How to cite it.
        sections: What is said of it.
        is_answered: Whether the government is known to have said anything of it.
        answer_links: Parts of answers that answer it.
        related: Other findings that it is connected with.
        chain: Where it was made again or makes another again; None if the graph states no repeat.
        sources: Where everything was read; notes give their numbers.
        is_retold: Whether its own words are retold.
        events: What of it has a date, in order.
        undated: Statements on it that have none.
    """

    iri: str
    name: str
    kind: str
    issued: str
    facts: dict[str, tuple[str, ...]]
    reports: tuple[NamedLink, ...]
    committees: tuple[NamedLink, ...]
    addressees: tuple[NamedLink, ...]
    names: tuple[NamedLink, ...]
    position: str
    citation: str
    sections: tuple[PageSection, ...]
    is_answered: bool
    answer_links: tuple[AnsweringPart, ...]
    related: tuple[RelatedFinding, ...]
    chain: Table | None
    sources: tuple[DossierSource, ...]
    is_retold: bool
    events: tuple[TimelineEvent, ...]
    undated: int


def read_finding_page(store: ReadableStore, finding: str) -> FindingPage:
    """What is known of a finding, given by its IRI."""
    node = ox.NamedNode(finding)
    head, footnotes = read_head(store, finding), Footnotes(store)
    values: dict[str, dict[str, str]] = {}
    for _, fact, value, thing in select(store, "web_pages/finding_facts", finding=node):
        values.setdefault(fact, {})[thing or value] = value
    story = story_of(store, finding, longest=None)
    sections = tuple(_sections(store, story, footnotes))
    facts = {fact: tuple(of_fact.values()) for fact, of_fact in values.items()}
    kind = " or ".join(facts.get("kind", ()))
    links = tuple(_answer_links(store, finding, footnotes))
    related = select(store, "web_pages/related_findings", finding=node)
    return FindingPage(
        finding,
        head.name,
        kind,
        head.issued,
        facts,
        _things(values, "report"),
        _things(values, "committee"),
        _things(values, "asked"),
        _things(values, "names"),
        head.government_position,
        _citation(facts, head.name, head.issued),
        sections,
        has_answer(story),
        links,
        tuple(RelatedFinding(how, iri, name) for _, how, iri, name in related),
        chain if (chain := repeat_chain(store, finding)).rows else None,
        footnotes.sources,
        any(statement.is_retold for statement in sections[0].statements),
        events_of(head.issued, sections),
        sum(
            not statement.date and not statement.latest
            for section in sections[1:]
            for statement in section.statements
        ),
    )


def _answer_links(
    store: ReadableStore, finding: str, footnotes: Footnotes
) -> Iterator[AnsweringPart]:
    """Each part of an answer once, with its words."""
    listed: set[str] = set()
    rows = select(store, "web_pages/answer_parts", finding=ox.NamedNode(finding))
    for _, part, label, rule, confidence, reply in rows:
        if part in listed:
            continue
        listed.add(part)
        texts = read_texts(store, part)
        places = [
            place
            for _, thing, place in select(store, "quotations/places", finding=ox.NamedNode(finding))
            if thing == part and place
        ]
        yield AnsweringPart(
            part,
            label,
            rule,
            float(confidence),
            reply,
            texts[0].pieces if texts else (),
            bool(texts) and texts[0].is_retold,
            footnotes.numbers_of(places),
        )


def _things(values: dict[str, dict[str, str]], fact: str) -> tuple[NamedLink, ...]:
    return tuple(NamedLink(iri, name) for iri, name in values.get(fact, {}).items())


def _citation(facts: dict[str, tuple[str, ...]], name: str, issued: str) -> str:
    """Committee, report, paper, session, day and the finding itself, as far as they are known."""
    parts = [
        *facts.get("committee", ("Committee not known",)),
        *(f"“{title}”" for title in facts.get("report", ())),
        *facts.get("paper", ()),
        *(f"Session {session}" for session in facts.get("session", ())),
        issued or "date not known",
        name.partition(",")[0],
    ]
    return ", ".join(parts)


def _sections(
    store: ReadableStore, story: Sequence[StoryLine], footnotes: Footnotes
) -> Iterable[PageSection]:
    left = [line for line in story if not line.what.startswith(_ELSEWHERE)]
    for key, heading, begins in _SECTIONS:
        is_here = [
            line.what.startswith(begins) and (key == "others" or line.who not in _OF_OTHERS)
            for line in left
        ]
        lines = [line for line, here in zip(left, is_here, strict=True) if here]
        left = [line for line, here in zip(left, is_here, strict=True) if not here]
        statements = tuple(_statement(store, line, footnotes) for line in lines)
        yield PageSection(key, heading, statements, _EMPTY[key])


def _statement(store: ReadableStore, line: StoryLine, footnotes: Footnotes) -> PageStatement:
    thing = next(iter(line.things), "")
    text = _text(store, thing, line.says)
    earliest = latest = replacement = ""
    if line.what.startswith("commitment"):
        rows = select(store, "web_pages/commitment_days", commitment=ox.NamedNode(thing))
        _, earliest, latest, replacement = next(rows, ("", "", "", ""))
    return PageStatement(
        line.who,
        line.what,
        line.date,
        line.speakers,
        text.pieces,
        text.is_retold,
        line.who in {"curator", "inference"},
        footnotes.numbers_of(line.places),
        thing,
        earliest,
        latest,
        is_replaced=bool(replacement),
    )


def _text(store: ReadableStore, thing: str, says: str) -> MarkedText:
    """The words of a statement: its text with line breaks and names, or what the story says."""
    if any(kind in thing for kind in _TEXTS):
        for text in read_texts(store, thing):
            if " ".join(text.words.split()) == says.removeprefix(f"{MARK} "):
                return text
    words = says.removeprefix(f"{MARK} ").removeprefix(OUR_WORDS)
    pieces = (TextPiece(words),) if words else ()
    return MarkedText(pieces, says.startswith(MARK))
