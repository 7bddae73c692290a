"""What connects a committee with the others, told: initiatives in common, and linked findings."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

import numpy as np

from graph.errors import UsageError
from queries.dossiers.dossier import DossierSection, Statement, Subheading, TextBlock
from queries.evidence_sentences import CURATOR
from queries.finding_links.finding_joint import LINK_KINDS, read_joints
from queries.finding_links.finding_network import WIDEST
from queries.finding_links.link_words import LinkWordsReader
from queries.measures.network_analysis import every_test
from queries.measures.projection import project
from queries.measures.selection import Selection
from queries.statistics.significance import ALPHA, YES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from queries.connections import Connections
    from queries.dossiers.dossier import Block
    from queries.dossiers.footnotes import Footnotes
    from queries.finding_links.finding_joint import FindingJoint
    from queries.measures.bipartite_data import BipartiteData

_MOST_TOLD = 4
_MOST_LISTED = 8
_OURS = "[our words] "
_MADE_AGAIN = ("repeats", "citations", "replies", "answers")
"""Links between findings that say more than that both concern an initiative."""


class CommitteeStory:
    """What connects one committee with the others."""

    def __init__(self, connections: Connections, committee: str, footnotes: Footnotes) -> None:
        """Tell of `committee`, given by its IRI; sources go to `footnotes`."""
        self._connections = connections
        self._reader = connections.reader
        self._committee = committee
        self._footnotes = footnotes
        self._own = {
            finding
            for finding, committees in self._reader.committees.items()
            if committee in committees
        }

    def sections(self) -> tuple[DossierSection, ...]:
        """The story, section by section."""
        try:
            data = project(self._reader, "committees", Selection())
        except UsageError:
            data = None
        others = tuple(self._others(data)) if data else ()
        nothing = TextBlock("No finding of a committee names an initiative in this graph.")
        return (
            DossierSection("In short", (self._summary(),)),
            DossierSection("Initiatives in common with other committees", others or (nothing,)),
            DossierSection("Findings joined with those of others", tuple(self._linked())),
        )

    def _summary(self) -> TextBlock:
        total = len(self._reader.findings)
        label = self._reader.labels.get(self._committee, self._committee)
        named = self._reader.named("any")
        naming = sum(bool(named.get(finding)) for finding in self._own)
        return TextBlock(
            f"{label} made {len(self._own):,} of the {total:,} findings; {naming:,} of them name "
            "an organisation or initiative."
        )

    def _others(self, data: BipartiteData) -> Iterator[Block]:
        row = data.row(self._committee)
        if row is None:
            yield TextBlock("None of its findings names an initiative.")
            return
        tests = every_test(data, ALPHA)
        mine = (tests.left == row) | (tests.right == row)
        shared = [int(number) for number in np.flatnonzero(mine & (tests.together > 0))]
        shared.sort(key=lambda number: (float(tests.p[number]), number))
        claimed = sum(tests.verdicts[number] == YES for number in shared)
        yield TextBlock(
            f"It has initiatives in common with {len(shared):,} of {len(data.actors) - 1:,} other "
            f"committees; with {claimed:,} of these more than coincidence explains. The registers "
            "say nothing of committees, so all of it comes from findings."
        )
        for number in shared[:_MOST_TOLD]:
            left, right = int(tests.left[number]), int(tests.right[number])
            beside = right if left == row else left
            initiatives = data.shared_events(left, right)
            names = sorted(self._connections.label(each) for each in initiatives)
            yield Subheading(data.actors[beside].label)
            yield TextBlock(
                f"{len(initiatives):,} initiatives in common, where about "
                f"{float(tests.expected[number]):.2g} would be expected by coincidence (more than "
                f"coincidence: {tests.verdicts[number]}): {', '.join(names[:_MOST_LISTED])}"
                f"{' and others' * (len(names) > _MOST_LISTED)}."
            )
            for committee in (self._committee, data.actors[beside].iri):
                yield from self._sentence(committee, initiatives)
        if len(shared) > _MOST_TOLD:
            yield TextBlock(f"{len(shared) - _MOST_TOLD:,} more committees are not told here.")

    def _sentence(self, committee: str, initiatives: list[str]) -> Iterator[Statement]:
        """A sentence of a committee's findings, or of their answers, that names one of these."""
        for finding in sorted(self._reader.committees):
            if committee not in self._reader.committees[finding]:
                continue
            for shown in self._connections.sentences(finding, initiatives):
                yield Statement(
                    f"{shown.voice.capitalize()}, {self._connections.label(finding)}",
                    shown.sentence.removeprefix(_OURS),
                    self._footnotes.numbers_of((shown.source,)),
                    is_ours=shown.voice == CURATOR,
                )
                return

    def _linked(self) -> Iterator[Block]:
        """The links of its findings with findings of other committees."""
        joints = read_joints(self._reader.store)
        counts: defaultdict[str, int] = defaultdict(int)
        stronger: list[tuple[FindingJoint, str, str]] = []
        for joint in joints:
            for left, right in joint.pairs() if len(joint.members) <= WIDEST else ():
                if self._crosses(left, right):
                    counts[joint.kind] += 1
                    if joint.kind in _MADE_AGAIN:
                        stronger.append((joint, left, right))
        listed = "; ".join(f"{kind}: {counts[kind]:,}" for kind in LINK_KINDS)
        yield TextBlock(f"Links of its findings with those of other committees, by kind: {listed}.")
        words = LinkWordsReader(self._reader.store)
        for joint, left, right in stronger[:_MOST_TOLD]:
            ends = " and ".join(map(self._connections.label, (left, right)))
            yield Subheading(f"{ends}: {joint.name}")
            for shown in words.of(joint, (left, right)):
                notes = self._footnotes.numbers_of((shown.source,))
                name = self._connections.label(shown.finding)
                yield Statement(f"{shown.who.capitalize()}, {name}", shown.words, notes)
        if len(stronger) > _MOST_TOLD:
            yield TextBlock(
                f"{len(stronger) - _MOST_TOLD:,} more such links: joinedup network findings."
            )

    def _crosses(self, left: str, right: str) -> bool:
        """Whether one of two findings is its own, and the other is another committee's alone."""
        ends = left, right
        own = [self._committee in self._reader.committees.get(end, ()) for end in ends]
        return own.count(True) == 1 and all(self._reader.committees.get(end) for end in ends)
