"""What a graph tells of one initiative, for a reader who has a minute."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pyoxigraph as ox

from queries.evidence_sentences import CURATOR
from queries.finding_lookup import label_of
from queries.finding_story import story_of
from queries.selects import select

if TYPE_CHECKING:
    from graph.store.readable_store import ReadableStore
    from queries.connections import Connections
    from queries.finding_story import StoryLine

_ANSWERED = ("position", "commitment", "delivery")


@dataclass(frozen=True, slots=True)
class ToldSentence:
    """A sentence that names an initiative.

    Attributes:
        words: The sentence, marked if it is retold or ours.
        voice: Who says so.
        finding: Name of the finding that it stands with.
        date: Day of the report of that finding; empty if unknown.
        source: Web address of the page, or the file it was read from.
    """

    words: str
    voice: str
    finding: str
    date: str
    source: str


@dataclass(frozen=True, slots=True)
class InitiativeStory:
    """What a graph tells of one initiative.

    Attributes:
        name: Its name.
        leads: Who leads it, by the register.
        partners: Who has a part in it, by the register.
        findings: Number of findings that concern it.
        beside: Organisations that findings name with it, each with the number of these findings.
        sentence: A sentence that names it.
        request: What was asked, in the finding that asks; and its name.
        became: What is known of the answer, each with who says so.
    """

    name: str
    leads: tuple[str, ...]
    partners: tuple[str, ...]
    findings: int
    beside: tuple[tuple[str, int], ...]
    sentence: ToldSentence | None
    request: tuple[str, str]
    became: tuple[StoryLine, ...]


def tell_initiative(
    store: ReadableStore, connections: Connections, initiative: str
) -> InitiativeStory:
    """Tell what a graph holds of an initiative, given by its IRI."""
    thing = ox.NamedNode(initiative)
    parts: dict[str, list[str]] = {"lead": [], "partner": []}
    for _, part, name in select(store, "initiatives_told/registered", initiative=thing):
        parts[part].append(name)
    findings = [
        (finding, day, page)
        for _, finding, _, day, page in select(store, "initiatives_told/findings", initiative=thing)
    ]
    asking = findings[0][0] if findings else ""
    story = story_of(store, asking) if asking else []
    request = next((line.says for line in story if line.what == "finding"), "")
    request = request or next(
        (f"[our words] {line.says}" for line in story if "gist" in line.what), ""
    )
    beside = connections.pairs(initiative, "organisation").rows
    return InitiativeStory(
        connections.label(initiative),
        tuple(parts["lead"]),
        tuple(parts["partner"]),
        len(findings),
        tuple((str(row[1]), int(row[2] or 0)) for row in beside),
        _sentence(store, connections, initiative, findings),
        (request, label_of(store, asking) if asking else ""),
        tuple(line for line in story if line.what.startswith(_ANSWERED)),
    )


def _sentence(
    store: ReadableStore,
    connections: Connections,
    initiative: str,
    findings: list[tuple[str, str, str]],
) -> ToldSentence | None:
    """The sentence of a document that names an initiative, else a curator's."""
    sentences = [
        ToldSentence(
            evidence.sentence, evidence.voice, label_of(store, finding), day, evidence.source
        )
        for finding, day, _ in findings
        for evidence in connections.sentences(finding, [initiative])
    ]
    return min(sentences, key=lambda sentence: sentence.voice == CURATOR, default=None)
