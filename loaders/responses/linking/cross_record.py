"""Relate the cases of one report, or of one committee where reports are unknown, to one another.

Some things show only side by side: that one answer is printed under several findings, that a part
answers another finding than the one it is shown with, that one item bears two labels.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import chain
from typing import TYPE_CHECKING

from loaders.responses.linking.answer_identity import PrintedText, distinct_answers
from loaders.responses.linking.answer_links import Index, Shown, align
from loaders.responses.linking.cases import label_of
from loaders.responses.linking.overlap import overlaps

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from graph.records.findings import Finding, Key
    from loaders.responses.linking.answer_identity import Answer
    from loaders.responses.linking.cases import Case


def link_cases(
    cases: Sequence[Case], scope: str, *, one_report: bool, named: Iterable[Finding] = ()
) -> tuple[Case, ...]:
    """Relate cases to one another.

    Args:
        cases: Cases of one report or committee; a finding may have several.
        scope: Name of that report or committee; enters the digests of answers.
        one_report: True if all are of one report, so that numbers tell findings apart.
        named: Further findings that may be answered, of which no case is at hand.

    Returns:
        The cases in the same order, each with what the others show about it.
    """
    findings = chain((case.record.finding for case in cases), named)
    index = Index(findings, one_report=one_report)
    shown_replies = [
        (position, Shown(case.record.finding, case.record.reply.text.text, case.read_reply))
        for position, case in enumerate(cases)
        if case.record.reply and case.read_reply
    ]
    aligned = dict(
        zip(
            (position for position, _ in shown_replies),
            align([item for _, item in shown_replies], index),
            strict=True,
        )
    )
    answers = {
        position: answer
        for answer in distinct_answers(
            (
                PrintedText(position, item.finding.key, item.text)
                for position, item in shown_replies
                if not item.read_reply.echo
            ),
            scope,
        )
        for position in answer.copies
    }
    same_finding = _by_finding(cases)
    shared = overlaps(shown_replies, answers)
    return tuple(
        replace(
            case,
            alignments=aligned.get(position, ()),
            answer=answers.get(position),
            sharers=_sharers(cases, case, answers.get(position)),
            labels=_other_labels(
                cases, position, same_finding[case.record.finding.key], answers.get(position)
            ),
            overlap=shared.get(position),
        )
        for position, case in enumerate(cases)
    )


def _by_finding(cases: Sequence[Case]) -> dict[Key, list[int]]:
    positions_by_finding: dict[Key, list[int]] = {}
    for position, case in enumerate(cases):
        positions_by_finding.setdefault(case.record.finding.key, []).append(position)
    return positions_by_finding


def _sharers(cases: Sequence[Case], case: Case, answer: Answer[int] | None) -> tuple[Key, ...]:
    """Keys of the other findings under which the answer to a case's finding is printed."""
    copies = answer.copies if answer else ()
    keys = dict.fromkeys(cases[copy].record.finding.key for copy in copies)
    return tuple(key for key in keys if key != case.record.finding.key)


def _other_labels(
    cases: Sequence[Case], position: int, same_finding: list[int], answer: Answer[int] | None
) -> tuple[str, ...]:
    """Labels of the same finding or answer in cases other than this."""
    beside = dict.fromkeys([*same_finding, *(answer.copies if answer else ())])
    labels = dict.fromkeys(
        label_of(cases[neighbour].record) for neighbour in beside if neighbour != position
    )
    return tuple(label for label in labels if label)
