"""What joins findings: a repeat, a citation, a reply, an answer or an initiative."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

from queries.selects import select

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from graph.store.readable_store import ReadableStore

LINK_KINDS = {
    "repeats": "one asks again for what the other asked, or has its words",
    "citations": "one cites the report of the other",
    "replies": "a part of an answer answers both, or the page of one shows the answer to the other",
    "answers": "one answer is shown with both",
    "initiatives": "both concern one initiative",
}
"""How findings can be joined, the strongest first, and what each kind means."""


@dataclass(frozen=True, slots=True)
class FindingJoint:
    """Something that joins two or more findings.

    Attributes:
        kind: A key of `LINK_KINDS`.
        iri: IRI of the repeat, text, finding, answer or initiative that joins them.
        name: What that is called, or how they are joined.
        findings: IRIs of the findings, in order; without `centre`.
        centre: IRI of the finding that is joined with each of the others, where these are not
            joined among themselves; empty where all are.
    """

    kind: str
    iri: str
    name: str
    findings: tuple[str, ...]
    centre: str = ""

    @property
    def members(self) -> tuple[str, ...]:
        """All findings, the centre first."""
        return (self.centre, *self.findings) if self.centre else self.findings

    @property
    def weight(self) -> float:
        """What it says of any two of its findings: one vote for each, as Newman (2001) counts."""
        return 1 / (len(self.members) - 1)

    def pairs(self) -> Iterator[tuple[str, str]]:
        """Every two findings that it joins, each pair in the order of the IRIs."""
        if self.centre:
            for finding in self.findings:
                yield min(self.centre, finding), max(self.centre, finding)
        else:
            yield from combinations(self.findings, 2)

    def within(self, chosen: Collection[str]) -> FindingJoint | None:
        """The same among chosen findings; None if it joins no two of them."""
        if self.centre and self.centre not in chosen:
            return None
        findings = tuple(finding for finding in self.findings if finding in chosen)
        joint = FindingJoint(self.kind, self.iri, self.name, findings, self.centre)
        return joint if len(joint.members) > 1 else None


def read_joints(
    store: ReadableStore, kinds: Sequence[str] = tuple(LINK_KINDS)
) -> list[FindingJoint]:
    """All that joins findings of a graph: kind by kind, what joins the fewest first.

    Args:
        store: The graph.
        kinds: Keys of `LINK_KINDS`.
    """
    joints: list[FindingJoint] = []
    for kind in LINK_KINDS:
        if kind in kinds:
            joints += sorted(_read_kind(store, kind), key=_order)
    return joints


def _order(joint: FindingJoint) -> tuple[int, str, str]:
    return len(joint.members), joint.name, joint.iri


def _read_kind(store: ReadableStore, kind: str) -> Iterator[FindingJoint]:
    members: dict[tuple[str, str], dict[str, str]] = {}
    for iri, name, centre, finding in select(store, f"finding_links/joints/{kind}"):
        if finding != centre:
            members.setdefault((iri, centre), {})[finding] = name
    for (iri, centre), findings in members.items():
        joint = FindingJoint(kind, iri, min(findings.values()), tuple(sorted(findings)), centre)
        if len(joint.members) > 1:
            yield joint
