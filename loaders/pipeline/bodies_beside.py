"""What is known beside the texts of a record of the bodies that "the Department" means there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from loaders.names.known_bodies import BodiesBeside, KnownBodies
from loaders.names.mention_rules import COMMITTEE_REMIT, REPORT_RESPONDENT

if TYPE_CHECKING:
    from collections.abc import Sequence

    from graph.records.findings import Finding, Report
    from graph.records.response_documents import ResponseItem
    from loaders.names.recogniser import Recogniser

_BY_RESPONDENT = 0.8
_BY_REMIT = 0.75


def beside_finding(
    finding: Finding, addressees: tuple[str, ...], recogniser: Recogniser
) -> BodiesBeside:
    """What is known beside the texts of a finding.

    Args:
        finding: The finding, with what other records tell of its report.
        addressees: Keys of the organisations that its source prints as addressees.
        recogniser: Knows the registers.
    """
    answering = registered_keys(recogniser, finding.known_respondents)
    return BodiesBeside(
        addressees,
        (
            KnownBodies(REPORT_RESPONDENT, _BY_RESPONDENT, answering),
            _within_remit(finding.committee, finding.standing_in, recogniser),
        ),
        finding.committee,
    )


def beside_item(item: ResponseItem, report: Report | None, recogniser: Recogniser) -> BodiesBeside:
    """What is known beside the texts of an item of a response to a report."""
    committee = report.committee if report else None
    return BodiesBeside(
        registered_keys(recogniser, (item.respondent,) if item.respondent else ()),
        (_within_remit(committee, report, recogniser),),
        committee,
    )


def registered_keys(recogniser: Recogniser, names: Sequence[str]) -> tuple[str, ...]:
    """The keys of the bodies that the registers know by these names, each once."""
    bodies = (recogniser.registered_body(name) for name in names)
    return tuple(dict.fromkeys(body.key for body in bodies if body))


def _within_remit(
    committee: str | None, report: Report | None, recogniser: Recogniser
) -> KnownBodies:
    """The departments into which a committee inquires, as they were when the report came out."""
    day = report.published if report else None
    departments = recogniser.remits.departments(committee, day)
    return KnownBodies(COMMITTEE_REMIT, _BY_REMIT, departments, by_name=True)
