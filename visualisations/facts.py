"""What all pictures are made of, read from a graph once: things, and findings with their course."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from queries.selects import rows_of

if TYPE_CHECKING:
    from graph.store.embedded import Store

ORGANISATION, INITIATIVE, COMMITTEE = "organisation", "initiative", "committee"
FINDING = "finding"


@dataclass(frozen=True, slots=True)
class Fact:
    """A thing's fact as its register states it; `link` is an IRI or address, or empty."""

    name: str
    value: str
    link: str = ""


@dataclass(frozen=True, slots=True)
class Thing:
    """An organisation, initiative or committee.

    Attributes:
        iri: Its IRI.
        label: Its name.
        kind: `ORGANISATION`, `INITIATIVE` or `COMMITTEE`.
        sort: Kind of organisation or initiative in its register; empty if not stated.
        short: Abbreviation that is commonly used; empty if none is known.
        others: Other names and abbreviations, to find it by.
        facts: What registers say of it.
    """

    iri: str
    label: str
    kind: str
    sort: str = ""
    short: str = ""
    others: tuple[str, ...] = ()
    facts: tuple[Fact, ...] = ()


@dataclass(frozen=True, slots=True)
class Stance:
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
class Step:
    """What followed a finding: an answer, a commitment, or what is said of delivery.

    Attributes:
        step: `answer`, `commitment` or `delivery`.
        voice: Whose word it is, as in a `Stance`; empty for an answer.
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
class Finding:
    """A finding.

    Attributes:
        iri: Its IRI.
        label: Its name for people.
        kind: As its source prints it; empty if it does not.
        committee: Its committee, as `as_committee` has it; empty if unknown.
        report: Title of its report; empty if unknown.
        issued: Day the report was published, or its year or month; empty if unknown.
        page: Address of a page that shows it; may be empty.
        stances: Positions on record.
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
    stances: tuple[Stance, ...] = ()
    steps: tuple[Step, ...] = ()
    respondents: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Facts:
    """What the pictures of one graph are made of.

    Attributes:
        things: Every organisation, initiative and committee, by IRI; committees by `as_committee`.
        findings: Every finding, by IRI.
        links: For each thing that findings concern, those findings; a committee's are its own.
    """

    things: dict[str, Thing]
    findings: dict[str, Finding]
    links: dict[str, frozenset[str]]

    def joint(self, one: str, other: str) -> frozenset[str]:
        """The findings that concern both things."""
        nothing: frozenset[str] = frozenset()
        return self.links.get(one, nothing) & self.links.get(other, nothing)


def as_committee(iri: str) -> str:
    """What a body is called here as the committee that makes findings, as against one named."""
    return f"{iri}#committee"


def read_facts(store: Store) -> Facts:
    """Read what all pictures share. Sentences are read later, where they are shown."""
    things, findings = _things(store), _findings(store)
    links: defaultdict[str, set[str]] = defaultdict(set)
    for finding, thing in rows_of(store, "explorer/links"):
        if thing in things and finding in findings:
            links[thing].add(finding)
    for known in findings.values():
        if known.committee in things:
            links[known.committee].add(known.iri)
    return Facts(things, findings, {thing: frozenset(found) for thing, found in links.items()})


def _things(store: Store) -> dict[str, Thing]:
    facts: defaultdict[str, list[Fact]] = defaultdict(list)
    for thing, _, name, value, link in rows_of(store, "explorer/facts"):
        facts[thing].append(Fact(name, value, link))
    things = {}
    for iri, kind, label, sort, shorts, others in rows_of(store, "explorer/things"):
        short = sorted(filter(None, shorts.split("\t")), key=lambda name: (len(name), name))
        known = (*short, *sorted(filter(None, others.split("\t"))))
        first = next((name for name in short if not name.isupper() and len(name) > 1), "")
        own = as_committee(iri) if kind == COMMITTEE else iri
        shown = first or (short[0] if short else "")
        things[own] = Thing(own, label, kind, sort, shown, known, tuple(facts[iri]))
    return things


def _findings(store: Store) -> dict[str, Finding]:
    stances: defaultdict[str, list[Stance]] = defaultdict(list)
    for finding, *rest in sorted(rows_of(store, "explorer/stances")):
        stances[finding].append(Stance(*rest))
    steps: defaultdict[str, list[Step]] = defaultdict(list)
    for finding, *rest in rows_of(store, "explorer/steps"):
        steps[finding].append(Step(*rest))
    respondents: defaultdict[str, list[str]] = defaultdict(list)
    for finding, name in rows_of(store, "explorer/respondents"):
        respondents[finding].append(name)
    values: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for finding, fact, value in rows_of(store, "explorer/findings"):
        known = values[finding].setdefault(fact, value)
        values[finding][fact] = min(known, value)
    for facts in values.values():
        if "committee" in facts:
            facts["committee"] = as_committee(facts["committee"])
    return {
        iri: Finding(
            iri,
            **facts,
            stances=tuple(stances[iri]),
            steps=tuple(steps[iri]),
            respondents=tuple(respondents[iri]),
        )
        for iri, facts in sorted(values.items())
        if "label" in facts
    }
