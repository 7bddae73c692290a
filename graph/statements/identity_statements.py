"""Why records are said to be about one finding, and which findings may be one.

These statements are worked out and stand in the default graph only.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.identity import finding_slug
from graph.statements.ntriples import Statement, iri, literal, typed
from graph.statements.ntriples_terms import JU, PROV, RULE, A

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from graph.identity import IriFactory
    from graph.records.finding_identity import IdentityCandidate, IdentityDecision


def identity_decisions(
    iris: IriFactory, decisions: Iterable[IdentityDecision]
) -> Iterator[Statement]:
    """State that records are about one finding, by which rule, and how alike their words are."""
    for decision in decisions:
        names = [finding_slug(key) for key in decision.keys]
        subject = iri(iris.from_content("identity-decision", decision.rule, *sorted(names)))
        yield subject, A, JU.IdentityDecision
        yield subject, JU.identityOf, iri(iris.finding(decision.finding))
        yield subject, JU.rule, RULE[decision.rule.value]
        for name in names:
            yield subject, JU.identifiedAs, literal(name)
        if decision.likeness is not None:
            yield subject, JU.likeness, _share(decision.likeness)
        for source, digest in decision.records:
            record = iris.from_content("record", source, digest)
            yield subject, PROV.wasDerivedFrom, iri(record)


def identity_candidates(
    iris: IriFactory, candidates: Iterable[IdentityCandidate]
) -> Iterator[Statement]:
    """State that two findings may be one, and what speaks for it."""
    for candidate in candidates:
        findings = sorted(iris.finding(key) for key in candidate.findings)
        subject = iri(iris.from_content("identity-candidate", *findings))
        yield subject, A, JU.IdentityCandidate
        yield subject, JU.rule, RULE[candidate.rule.value]
        for finding in findings:
            yield subject, JU.identityOf, iri(finding)
        if candidate.likeness is not None:
            yield subject, JU.likeness, _share(candidate.likeness)


def _share(likeness: float) -> str:
    """A likeness in per cent as a share of 1, as confidence is stated."""
    return typed(f"{likeness / 100:.3f}", "decimal")
