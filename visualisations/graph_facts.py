"""What all pictures are made of, read from a graph once: entities, and findings."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from queries.cooccurrence.pair_table import PairTable
from queries.finding_links.finding_joint import read_joints
from queries.finding_links.link_words import LinkWordsReader
from queries.printed_labels import printed_labels
from queries.selects import select

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from graph.store.readable_store import ReadableStore
    from queries.cooccurrence.pair import Pair
    from queries.finding_links.finding_joint import FindingJoint
    from queries.finding_links.link_words import LinkWords

FINDING, ORGANISATION, INITIATIVE = "finding", "organisation", "initiative"
PARLIAMENT, COMMITTEE = "parliament", "committee"
KINDS = (FINDING, ORGANISATION, INITIATIVE, PARLIAMENT, COMMITTEE)
"""Kinds of nodes in the order of a legend; `PARLIAMENT` is a body of Parliament that findings name,
`COMMITTEE` one with the findings that it made."""


@dataclass(frozen=True, slots=True)
class RegisterFact:
    """A fact of an entity as its register states it; `link` is an IRI or address, or empty."""

    name: str
    value: str
    link: str = ""


@dataclass(frozen=True, slots=True)
class EntityFacts:
    """An organisation, initiative, body of Parliament or committee.

    Attributes:
        iri: Its IRI.
        label: Its name.
        kind: One of `KINDS`.
        sort: Kind of organisation or initiative in its register; empty if not stated.
        short: Abbreviation that is commonly used; empty if none is known.
        other_names: Other names and abbreviations, to find it by.
        facts: What registers say of it.
    """

    iri: str
    label: str
    kind: str
    sort: str = ""
    short: str = ""
    other_names: tuple[str, ...] = ()
    facts: tuple[RegisterFact, ...] = ()


@dataclass(frozen=True, slots=True)
class PositionFacts:
    """A position on a finding.

    Attributes:
        voice: Whose word it is: `government` if its own words are kept, `curator` if a curator read
            them and kept none, `tracker` for a label or report of a third party.
        basis: What it rests on.
        decision: The position.
        words: As the source states it; may be empty.
        on: Day, month or year on which it was stated; empty if unknown.
        agent: Who is answerable for it; may be empty.
    """

    voice: str
    basis: str
    decision: str
    words: str
    on: str
    agent: str


@dataclass(frozen=True, slots=True)
class FollowUp:
    """What followed a finding: an answer, a commitment, or what is said of delivery.

    Attributes:
        step: `answer`, `commitment` or `delivery`.
        voice: Whose word it is, as in a `PositionFacts`; empty for an answer.
        what: When it is due, as stated; the status of delivery; or the title of the answer.
        words: The sentence that states it; may be empty.
        earliest: First day on which a commitment may fall due; empty if open.
        latest: Last day; empty if open.
        on: Day, month or year on which it was stated; empty if the source gives none.
        agent: Who is answerable for it; may be empty.
    """

    step: str
    voice: str
    what: str
    words: str
    earliest: str
    latest: str
    on: str
    agent: str


@dataclass(frozen=True, slots=True)
class FindingFacts:
    """A finding.

    Attributes:
        iri: Its IRI.
        label: Its name for people.
        kind: As its source prints it; empty if it does not.
        committee: Its committee, as `as_committee` has it; empty if unknown.
        report: Title of its report; empty if unknown.
        issued: Day the report was published, or its year or month; empty if unknown.
        page: Address of a page that shows it; may be empty.
        stances: Positions known.
        steps: What followed.
        respondents: Names of those who answered it, as far as that is known.
    """

    iri: str
    label: str
    kind: str = ""
    committee: str = ""
    report: str = ""
    issued: str = ""
    page: str = ""
    stances: tuple[PositionFacts, ...] = ()
    steps: tuple[FollowUp, ...] = ()
    respondents: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RepeatFacts:
    """A finding that makes an earlier one again.

    Attributes:
        later: IRI of the finding.
        earlier: IRI of the earlier one.
        because: What shows it.
        words: The sentence that asks again.
        earlier_words: The sentence that asked before.
    """

    later: str
    earlier: str
    because: str
    words: str
    earlier_words: str


@dataclass(frozen=True, slots=True)
class OutcomeFacts:
    """A recommendation by how it was answered and what became of it.

    Attributes:
        finding: Its IRI.
        answer: The position of the government in its own words, in the words of
            `words-against-deeds`.
        deed: What is said of its delivery, in the words of that question.
        bodies: IRIs of its committee, and of the organisations asked or answering.
    """

    finding: str
    answer: str
    deed: str
    bodies: frozenset[str]


@dataclass(frozen=True, slots=True)
class GraphFacts:
    """What the pictures of one graph are made of.

    Attributes:
        entities: Every organisation, initiative and committee, by IRI; committees by
            `as_committee`.
        findings: Every finding, by IRI.
        links: For each entity that findings concern, those findings; a committee's are its own.
        pairs: What the one table of pairs says of every two that a finding names together.
        repeats: Findings that make earlier ones again.
        outcomes: What became of recommendations; empty but for a view that asks for it.
        joints: What joins findings with findings; empty but for a view that asks for it.
        words: Gives the words that show how a joint joins two findings.
    """

    entities: dict[str, EntityFacts]
    findings: dict[str, FindingFacts]
    links: dict[str, frozenset[str]]
    pairs: Mapping[frozenset[str], Pair] = field(default_factory=dict)
    repeats: tuple[RepeatFacts, ...] = ()
    outcomes: tuple[OutcomeFacts, ...] = ()
    joints: tuple[FindingJoint, ...] = ()
    words: Callable[[FindingJoint, tuple[str, str]], list[LinkWords]] = field(
        default=lambda _joint, _findings: []
    )

    @property
    def actors(self) -> list[str]:
        """IRIs of the organisations and initiatives that findings name."""
        return [iri for iri in self.links if self.entities[iri].kind != COMMITTEE]

    def joint(self, left: str, right: str) -> frozenset[str]:
        """IRIs of the findings that concern both entities."""
        nothing: frozenset[str] = frozenset()
        return self.links.get(left, nothing) & self.links.get(right, nothing)


def as_committee(iri: str) -> str:
    """What a body is called here as the committee that makes findings, as against one named."""
    return f"{iri}#committee"


def read_facts(store: ReadableStore) -> GraphFacts:
    """Read what all pictures share. Sentences are read later, where they are shown."""
    entities, findings = _entities(store), _findings(store)
    links: defaultdict[str, set[str]] = defaultdict(set)
    for iri, entity in select(store, "explorer/links"):
        if entity in entities and iri in findings:
            links[entity].add(iri)
    for finding in findings.values():
        if finding.committee in entities:
            links[finding.committee].add(finding.iri)
    table = PairTable(store)
    every_pair = table.every_pair() if table.counts.things else ()
    return GraphFacts(
        entities,
        findings,
        {entity: frozenset(links[entity]) for entity in links},
        {frozenset((pair.left, pair.right)): pair for pair in every_pair},
        tuple(RepeatFacts(*row) for row in select(store, "explorer/repeats")),
    )


def with_outcomes(store: ReadableStore, facts: GraphFacts) -> GraphFacts:
    """The facts with what became of each recommendation."""
    bodies: defaultdict[str, set[str]] = defaultdict(set)
    for finding, body, _ in select(store, "explorer/outcome-bodies"):
        bodies[finding].add(body)
    outcomes = (
        OutcomeFacts(finding, answer, deed, frozenset(bodies[finding]))
        for finding, answer, deed in select(store, "explorer/outcomes")
    )
    return replace(
        facts, outcomes=tuple(each for each in outcomes if each.finding in facts.findings)
    )


def with_joints(store: ReadableStore, facts: GraphFacts) -> GraphFacts:
    """The facts with what joins findings with findings."""
    return replace(facts, joints=tuple(read_joints(store)), words=LinkWordsReader(store).of)


def _entities(store: ReadableStore) -> dict[str, EntityFacts]:
    facts: defaultdict[str, list[RegisterFact]] = defaultdict(list)
    for entity, _, name, value, link in select(store, "explorer/facts"):
        facts[entity].append(RegisterFact(name, value, link))
    entities, labels = {}, printed_labels(store)
    for iri, kind, plain_label, sort, tabbed_short, tabbed_other in select(
        store, "explorer/things"
    ):
        label = labels.get(iri, plain_label)
        short_names = sorted(filter(None, tabbed_short.split("\t")), key=lambda n: (len(n), n))
        names = (*short_names, *sorted(filter(None, tabbed_other.split("\t"))))
        common = next((name for name in short_names if not name.isupper() and len(name) > 1), "")
        own = as_committee(iri) if kind == COMMITTEE else iri
        short = common or (short_names[0] if short_names else "")
        entities[own] = EntityFacts(own, label, kind, sort, short, names, tuple(facts[iri]))
    return entities


def _findings(store: ReadableStore) -> dict[str, FindingFacts]:
    stances: defaultdict[str, list[PositionFacts]] = defaultdict(list)
    for finding, *rest in sorted(select(store, "explorer/stances")):
        stances[finding].append(PositionFacts(*rest))
    steps: defaultdict[str, list[FollowUp]] = defaultdict(list)
    for finding, *rest in select(store, "explorer/steps"):
        steps[finding].append(FollowUp(*rest))
    respondents: defaultdict[str, list[str]] = defaultdict(list)
    for finding, name in select(store, "explorer/respondents"):
        respondents[finding].append(name)
    values: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for finding, fact, value in select(store, "explorer/findings"):
        values[finding][fact] = min(value, values[finding].get(fact, value))
    for facts in values.values():
        if "committee" in facts:
            facts["committee"] = as_committee(facts["committee"])
    return {
        iri: FindingFacts(
            iri,
            **facts,
            stances=tuple(stances[iri]),
            steps=tuple(steps[iri]),
            respondents=tuple(respondents[iri]),
        )
        for iri, facts in sorted(values.items())
        if "label" in facts
    }
