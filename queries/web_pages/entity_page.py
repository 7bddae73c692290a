"""The page of an organisation or initiative: what it is, its figures, and its sentences."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pyoxigraph as ox

from queries.dossiers.figures import FindingFigure, figures_of
from queries.printed_labels import printed_labels
from queries.selects import select
from queries.web_pages.page_facts import PageFact

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from graph.store.readable_store import ReadableStore
    from queries.connections import Connections
    from queries.evidence_sentences import Evidence
    from queries.web_pages.finding_list import FindingIndex, ListValue

_PAIRS = 15
_QUOTED = 20
_SEARCHED = 200
"""Findings whose sentences are looked through; each takes some milliseconds."""


@dataclass(frozen=True, slots=True)
class NamedBeside:
    """What findings name beside something.

    Attributes:
        iri: IRI of the other.
        name: Its name.
        together: Findings that name both.
        verdict: Whether that is more than coincidence.
        in_register: What the register says of the two; empty if nothing.
    """

    iri: str
    name: str
    together: int
    verdict: str
    in_register: str


@dataclass(frozen=True, slots=True)
class QuotedFinding:
    """A finding with the sentences in it that name something.

    Attributes:
        iri: IRI of the finding.
        name: What it is called.
        issued: Day of its report; empty if not known.
        sentences: The sentences.
    """

    iri: str
    name: str
    issued: str
    sentences: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class SentenceFilters:
    """By what sentences are chosen.

    Attributes:
        voice: Whose words they are; empty for anybody's.
        role: What the thing does in them, as the scheme of roles calls it; empty for anything.
    """

    voice: str = ""
    role: str = ""

    def fit(self, sentence: Evidence) -> bool:
        """Whether a sentence is chosen."""
        return self.voice in {"", sentence.voice} and self.role in {"", sentence.role}


ALL_SENTENCES = SentenceFilters()


@dataclass(frozen=True, slots=True)
class EntityPage:
    """What the page of an organisation or initiative shows.

    Attributes:
        iri: Its IRI.
        key: The short form of that.
        name: Its name.
        kinds: What it is, by its register.
        other_names: Abbreviations and other names.
        facts: What its register says.
        figures: Its figures, each with its total.
        committee_figures: The same of the findings that it makes, if it is a committee.
        years: Findings that concern it by year of their report.
        pairs: What findings name with it, the most frequent first.
        pairs_caption: What these are counted from.
        quoted: The latest findings that concern it, with sentences.
        findings: How many concern it.
        filters: By what the sentences are chosen.
        searched: Of how many of these, the latest, sentences were looked through.
    """

    iri: str
    key: str
    name: str
    kinds: tuple[str, ...]
    other_names: tuple[str, ...]
    facts: tuple[PageFact, ...]
    figures: tuple[FindingFigure, ...]
    committee_figures: tuple[FindingFigure, ...]
    years: tuple[ListValue, ...]
    pairs: tuple[NamedBeside, ...]
    pairs_caption: str
    quoted: tuple[QuotedFinding, ...]
    findings: int
    filters: SentenceFilters
    searched: int


def read_entity_page(
    store: ReadableStore,
    index: FindingIndex,
    connections: Connections,
    iri: str,
    filters: SentenceFilters = ALL_SENTENCES,
) -> EntityPage | None:
    """What is known of an organisation or initiative; None if the graph has none of that IRI.

    Args:
        store: The graph.
        index: Its findings.
        connections: Who is named with whom.
        iri: IRI of the thing.
        filters: By what its sentences are chosen.
    """
    rows = list(select(store, "explorer/things", thing=ox.NamedNode(iri)))
    if not rows:
        return None
    key = iri.rpartition("/id/")[2]
    concerning = index.matching({"concerns": [key]})
    names = {name for row in rows for tabbed in row[4:] for name in tabbed.split("\t") if name}
    pairs = connections.result(iri, most=_PAIRS)
    quoted, searched = _quoted(index, connections, iri, concerning, filters)
    return EntityPage(
        iri,
        key,
        printed_labels(store).get(iri, rows[0][2]),
        tuple(dict.fromkeys(row[3] or row[1] for row in rows)),
        tuple(sorted(names - {rows[0][2]})),
        tuple(_facts(store, iri)),
        _figures_of_concerning(index, key, concerning),
        _figures_of_own(index, key),
        next((facet.values for facet in index.facets(concerning) if facet.name == "year"), ()),
        tuple(
            NamedBeside(
                neighbour, connections.label(neighbour), *(data[name] for name in _PAIR_FIELDS)
            )
            for _, neighbour, data in pairs.network.edges(iri, data=True)
        )
        if iri in pairs.network
        else (),
        pairs.table.caption,
        quoted,
        len(concerning),
        filters,
        searched,
    )


_PAIR_FIELDS = ("together", "more_than_coincidence", "in_register")


def _figures_of_concerning(
    index: FindingIndex, key: str, concerning: Sequence[int]
) -> tuple[FindingFigure, ...]:
    """The figures of the findings that concern a thing."""
    asking = set(index.matching({"asked": [key]})).intersection(concerning)
    return figures_of(
        [index.heads[number] for number in concerning],
        len(index.heads),
        "findings that concern it",
        (("that ask it to act", len(asking), ("asked", key)),),
    )


def _figures_of_own(index: FindingIndex, key: str) -> tuple[FindingFigure, ...]:
    """The figures of the findings that a committee makes; none if it makes none."""
    heads = [index.heads[number] for number in index.matching({"committee": [key]})]
    return figures_of(heads, len(index.heads), "findings it makes") if heads else ()


def _facts(store: ReadableStore, iri: str) -> Iterator[PageFact]:
    for _, _, fact, value, link in select(store, "explorer/facts", thing=ox.NamedNode(iri)):
        yield PageFact(fact, value, link)
    for _, fact, value, link in select(store, "web_pages/register_links", thing=ox.NamedNode(iri)):
        yield PageFact(fact, value, link)


def _quoted(
    index: FindingIndex,
    connections: Connections,
    iri: str,
    numbers: Sequence[int],
    filters: SentenceFilters,
) -> tuple[tuple[QuotedFinding, ...], int]:
    """The latest findings with sentences that fit, and of how many sentences were looked through.

    Findings without any sentence are shown unless sentences are chosen.
    """
    dated = sorted(numbers, key=lambda number: index.heads[number].issued, reverse=True)
    quoted: list[QuotedFinding] = []
    for searched, number in enumerate(dated[:_SEARCHED], 1):
        head = index.heads[number]
        sentences = tuple(filter(filters.fit, connections.sentences(head.iri, [iri])))
        if sentences or filters == ALL_SENTENCES:
            quoted.append(QuotedFinding(head.iri, head.name, head.issued, sentences))
        if len(quoted) == _QUOTED:
            return tuple(quoted), searched
    return tuple(quoted), min(len(dated), _SEARCHED)
