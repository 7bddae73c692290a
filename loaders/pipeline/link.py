"""The second stage: what records show side by side.

One answer may be printed under several findings, a part may answer another finding than the one it
is shown with, one finding may bear two labels. Only records of one report are compared, or of one
committee where reports are not known.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from loaders.flags import quality_flags, rules_by_reach
from loaders.responses.linking.cross_record import link_cases
from loaders.responses.linking.distinct_answers import answers_of

if TYPE_CHECKING:
    from graph.records.answer_links import DistinctAnswer
    from graph.records.quality_flags import Flag
    from loaders.responses.linking.case_queue import CaseGroup
    from loaders.responses.linking.cases import Case


@dataclass(frozen=True, slots=True)
class LinkedGroup:
    """What the cases of one report or committee show side by side.

    Attributes:
        answers: The distinct answers, each with the findings that its parts answer.
        flags: Each case with the quality flags that it raises beside the others.
    """

    answers: tuple[DistinctAnswer, ...]
    flags: tuple[tuple[Case, tuple[Flag, ...]], ...]


def link(group: CaseGroup) -> LinkedGroup:
    """Link the cases of a group to one another, and to the documents that print their answers."""
    scope = "/".join(group.scope)
    cases = link_cases(group.cases(), scope, one_report=group.one_report, named=group.named())
    rules = rules_by_reach(beside_others=True)
    return LinkedGroup(
        answers=tuple(answers_of(cases, group.documents())),
        flags=tuple((case, quality_flags(case, rules)) for case in cases),
    )
