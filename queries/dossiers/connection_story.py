"""What connects a department or programme, told: beyond coincidence, and beyond the register."""

from __future__ import annotations

from typing import TYPE_CHECKING

from queries.dossiers.broker_words import bridge_words, broker_place
from queries.dossiers.dossier import DossierSection, Statement, Subheading, TextBlock
from queries.evidence_sentences import CURATOR
from queries.statistics.significance import UNKNOWN, YES

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from queries.connections import Connections
    from queries.cooccurrence.pair import Pair
    from queries.dossiers.dossier import Block
    from queries.dossiers.footnotes import Footnotes
    from queries.evidence_sentences import Evidence

MOST_TOLD = 3
"""Pairs that are told with their sentences; a page has room for so many."""

_MOST_LISTED = 8
_FINDINGS = 1
"""Findings of each pair whose sentences are shown; those that name the fewest others first."""

_OURS = "[our words] "


class ConnectionStory:
    """What connects one organisation or initiative."""

    def __init__(self, connections: Connections, thing: str, footnotes: Footnotes) -> None:
        """Tell of `thing`, given by its IRI; sources go to `footnotes`."""
        self._connections = connections
        self._thing = thing
        self._footnotes = footnotes
        every = connections.table.every_pair() if self.is_named else []
        self._pairs = sorted(
            (pair for pair in every if thing in (pair.left, pair.right)),
            key=lambda pair: (-pair.together, *pair.labels),
        )

    @property
    def is_named(self) -> bool:
        """Whether any finding names the thing."""
        return self._thing in self._connections.table.counts.things

    @property
    def label(self) -> str:
        """The name of the thing."""
        return self._connections.label(self._thing)

    def sections(self) -> tuple[DossierSection, ...]:
        """The story, section by section."""
        if not self.is_named:
            nothing = TextBlock(self._connections.unnamed(self._thing))
            return (DossierSection("In short", (nothing,)),)
        new = self._judged(explained=False)
        return (
            DossierSection("In short", tuple(self._summary(new))),
            DossierSection(
                "More than coincidence, and not in the register", tuple(self._told(new))
            ),
            DossierSection("What the register already says", tuple(self._explained())),
            DossierSection("Between others", tuple(self._place())),
            DossierSection("What cannot be said", tuple(self._unknown())),
        )

    def _judged(self, *, explained: bool) -> list[Pair]:
        """The pairs that are more than coincidence, with or without a link in the register."""
        return [
            pair
            for pair in self._pairs
            if pair.verdict == YES and bool(pair.register_links) is explained
        ]

    def _summary(self, new: Sequence[Pair]) -> Iterator[Block]:
        counts, family = self._connections.table.counts, self._connections.table.family
        explained = len(self._judged(explained=True))
        yield TextBlock(
            f"{self.label} is named in {counts.things[self._thing].findings:,} of "
            f"{counts.total:,} findings, with {len(self._pairs):,} others. {family.in_words()} "
            f"It is one of the two in {len(new) + explained:,} of them: {explained:,} that the "
            f"register already joins, and {len(new):,} that it does not."
        )
        if new:
            names = "; ".join(self._other(pair) for pair in new[:_MOST_LISTED])
            more = len(new) - _MOST_LISTED
            yield TextBlock(f"Not in the register: {names}{f'; {more:,} more' * (more > 0)}.")

    def _told(self, new: Sequence[Pair]) -> Iterator[Block]:
        if not new:
            yield TextBlock(
                "Nothing is named with it that is both more than coincidence and unknown to the "
                "register. That does not show that it works alone."
            )
        table = self._connections.table
        for pair in new[:MOST_TOLD]:
            yield Subheading(self._other(pair))
            yield TextBlock(pair.in_words(table.counts.total, table.family))
            yield from self._statements(pair)
        if len(new) > MOST_TOLD:
            yield TextBlock(f"{len(new) - MOST_TOLD:,} more such pairs are not told here.")

    def _explained(self) -> Iterator[Block]:
        explained = self._judged(explained=True)
        if not explained:
            yield TextBlock("No pair that is more than coincidence is joined by the register.")
            return
        listed = "; ".join(
            f"{self._other(pair)} ({pair.register_words}; {pair.together:,} findings name both)"
            for pair in explained[:_MOST_LISTED]
        )
        more = len(explained) - _MOST_LISTED
        yield TextBlock(
            "That these are named together is no news, as the register joins them: "
            f"{listed}{f'; {more:,} more' * (more > 0)}. For the first of these:"
        )
        yield from self._statements(explained[0])

    def _place(self) -> Iterator[Block]:
        table = self._connections.table
        place = broker_place(table.whole.data, self._thing, table.register_links.keys())
        yield TextBlock(place.in_words())
        if words := bridge_words(self._connections.reader, self._thing):
            yield TextBlock(words)

    def _unknown(self) -> Iterator[Block]:
        seldom = sum(pair.verdict == UNKNOWN for pair in self._pairs)
        yield TextBlock(
            f"Of the {len(self._pairs):,} others that findings name with it, {seldom:,} are named "
            "too seldom to judge. A pair that is not told may still be connected, and being named "
            "together is not working together."
        )

    def _narrowest(self, pair: Pair) -> list[str]:
        named = self._connections.reader.named("any")
        findings = self._connections.findings_with_both(pair.left, pair.right)
        return sorted(findings, key=lambda finding: (len(named.get(finding, ())), finding))

    def _statements(self, pair: Pair) -> Iterator[Block]:
        """The sentences of findings that name both, each once, and how many more findings do."""
        findings = self._narrowest(pair)
        for finding in findings[:_FINDINGS]:
            name = self._connections.label(finding)
            sentences = self._connections.sentences(finding, (pair.left, pair.right))
            yield from dict.fromkeys(self._statement(each, name) for each in sentences)
        if len(findings) > _FINDINGS:
            yield TextBlock(f"{len(findings) - _FINDINGS:,} more findings name both.")

    def _statement(self, evidence: Evidence, finding: str) -> Statement:
        is_ours = evidence.voice == CURATOR
        words = evidence.sentence.removeprefix(_OURS)
        notes = self._footnotes.numbers_of((evidence.source,))
        return Statement(f"{evidence.voice.capitalize()}, {finding}", words, notes, is_ours=is_ours)

    def _other(self, pair: Pair) -> str:
        """The name of what a pair has beside the thing."""
        return pair.labels[1] if pair.left == self._thing else pair.labels[0]
