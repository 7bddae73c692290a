"""Findings joined with findings: all that are, or those around one, with the words of each link."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from graph.errors import UsageError
from queries.finding_links.finding_network import WIDEST
from visualisations.graph_facts import with_joints
from visualisations.view_definition import SubjectKind, ViewDefinition
from visualisations.view_model import DrawnPair, NetworkView, OpeningState
from visualisations.views.finding import finding_as_entity, with_findings
from visualisations.wording import counted

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from queries.finding_links.finding_joint import FindingJoint
    from visualisations.graph_facts import GraphFacts
    from visualisations.view_definition import ViewRequest

MOST_LINES = 400
"""Lines between findings that one picture shows; the strongest kinds of link come first."""

_DIRECT = ("repeats", "citations", "replies", "answers")
"""Links that are lines between two findings; an initiative in common is a shape between them."""

_SURE = ("repeats", "citations")
"""Links that are drawn solid: one finding itself points to the other, or has its words."""


def build_findings_view(request: ViewRequest) -> NetworkView:
    """Findings that are joined; with a name, the one, what joins it, and the findings around it.

    Raises:
        UsageError: Nothing joins any two findings, or the one with another.
    """
    facts = request.facts
    about = request.subjects[0] if request.subjects else ""
    joints = _joints(facts, about)
    direct = [joint for joint in joints if joint.kind in _DIRECT]
    every = dict.fromkeys(pair for _, pair in _links(direct, about))
    shown = set(islice(every, MOST_LINES))
    lines = _lines(facts, [link for link in _links(direct, about) if link[1] in shown])
    shared = [joint for joint in joints if about and joint.kind == "initiatives"]
    lines += [
        DrawnPair(finding, joint.iri, 1)
        for joint in shared
        for finding in joint.members
        if joint.iri in facts.entities
    ]
    if not lines:
        whom = facts.findings[about].label + " with another" if about else "two findings"
        raise UsageError(f"There is nothing to draw: nothing in this graph joins {whom}.")
    ends = dict.fromkeys(end for line in lines for end in (line.left, line.right))
    title = (
        f"Which findings are joined with {facts.findings[about].label}?"
        if about
        else "Which findings are joined with which?"
    )
    return NetworkView(
        "findings",
        title,
        "A line joins two findings, or a finding with an initiative that it concerns. Choose a "
        "line to read the sentences.",
        _caption(facts, len(every), len(shown), len(shared), about),
        tuple(
            finding_as_entity(facts, end) if end in facts.findings else facts.entities[end]
            for end in ends
        ),
        tuple(lines),
        OpeningState(all_lines=True),
        about,
        line_meanings=(
            "makes the other again, has its words or cites its report",
            "a reply, an answer or an initiative in common",
        ),
    )


def _joints(facts: GraphFacts, about: str) -> list[FindingJoint]:
    """What joins findings, but what joins too many; with a finding, what joins this one."""
    return [
        joint
        for joint in facts.joints
        if len(joint.members) <= WIDEST and about in ("", *joint.members)
    ]


def _links(
    joints: Sequence[FindingJoint], about: str
) -> Iterator[tuple[FindingJoint, tuple[str, str]]]:
    """What joins which two findings, the strongest kinds first."""
    for joint in joints:
        for pair in joint.pairs():
            if about in ("", *pair):
                yield joint, pair


def _lines(
    facts: GraphFacts, links: Sequence[tuple[FindingJoint, tuple[str, str]]]
) -> list[DrawnPair]:
    """A line for every two findings, with the words of all that joins them."""
    joints: dict[tuple[str, str], list[FindingJoint]] = {}
    for joint, pair in links:
        joints.setdefault(pair, []).append(joint)
    return [
        DrawnPair(
            *pair,
            1,
            solid=any(joint.kind in _SURE for joint in of_pair),
            joined_by="; ".join(dict.fromkeys(f"{each.kind}: {each.name}" for each in of_pair)),
            words=tuple(
                dict.fromkeys(
                    (shown.who, shown.words, shown.source)
                    for joint in of_pair
                    for shown in facts.words(joint, pair)
                )
            ),
        )
        for pair, of_pair in joints.items()
    ]


def _caption(facts: GraphFacts, every: int, shown: int, shared: int, about: str) -> tuple[str, ...]:
    counts = f"{counted(shown, 'line')} between findings"
    if shown < every:
        counts += f" of {every:,}; those of repeats and citations come first"
    of_one = (
        f" {counted(shared, 'initiative')} that it concerns with others stand between the findings."
        if about
        else " Initiatives that findings have in common are shown for one finding at a time."
    )
    return (
        f"{counts}, from {len(facts.findings):,} findings in the graph.{of_one}",
        (
            "Solid lines: one finding makes the other again, has its words, or cites its report. "
            "Dashed lines: a reply or an answer is shown with both. What joins more than "
            f"{WIDEST} findings is left out. No link is tested: joinedup network findings."
        ),
    )


VIEW = ViewDefinition(
    name="findings",
    title="findings joined with one another",
    build=build_findings_view,
    takes=(SubjectKind.FINDING,),
    optional=True,
    example=("accountability-index-4-13168",),
    prepare=with_findings,
    complete=with_joints,
)
