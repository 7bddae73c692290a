"""That findings were made again, as statements of the default graph alone, since worked out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.statements.ntriples import iri, literal, typed
from graph.statements.ntriples_terms import JU, RULE, A
from loaders.repeats.repeat_link import CONFIDENCE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.identity import IriFactory
    from graph.statements.ntriples import Statement
    from loaders.repeats.repeat_link import RepeatCandidate, RepeatLink
    from loaders.repeats.repeat_search import Repeats


def repeat_statements(iris: IriFactory, repeats: Repeats) -> Iterator[Statement]:
    """State which findings make earlier ones again, and which may."""
    for link in repeats.links:
        yield from _link(iris, link)
    for candidate in repeats.candidates:
        yield from _candidate(iris, candidate)


def _link(iris: IriFactory, link: RepeatLink) -> Iterator[Statement]:
    meant = link.earlier or link.report or link.words
    subject = iri(iris.from_content("repeat", link.later, meant))
    yield subject, A, JU.Repeat
    yield subject, JU.laterFinding, iri(link.later)
    yield subject, JU.rule, RULE[link.rule.value]
    yield subject, JU.laterWords, literal(link.words)
    if link.report:
        yield subject, JU.earlierReport, iri(link.report)
    if link.open_because:
        yield subject, JU.openBecause, literal(link.open_because)
    if link.likeness is not None:
        yield subject, JU.likeness, _share(link.likeness)
    if link.earlier:
        yield subject, JU.earlierFinding, iri(link.earlier)
        yield subject, JU.earlierWords, literal(link.earlier_words)
        yield subject, JU.confidence, typed(f"{CONFIDENCE[link.rule]:.2f}", "decimal")
        yield iri(link.later), JU.reiterates, iri(link.earlier)


def _candidate(iris: IriFactory, candidate: RepeatCandidate) -> Iterator[Statement]:
    subject = iri(iris.from_content("repeat-candidate", *candidate.findings))
    yield subject, A, JU.RepeatCandidate
    for finding in candidate.findings:
        yield subject, JU.mayRepeat, iri(finding)
    yield subject, JU.rule, RULE["repeat-reworded"]
    yield subject, JU.likeness, _share(candidate.likeness)


def _share(likeness: float) -> str:
    return typed(f"{likeness:.3f}", "decimal")
