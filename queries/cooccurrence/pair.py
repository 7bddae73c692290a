"""A pair of things that findings name, what can be said of it, and the tests it belongs to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from queries.statistics.sentences_on_tests import chance_of
from queries.statistics.significance import ALPHA, FEWEST_DOCUMENTS, NO, NULL_MODEL, UNKNOWN, YES

if TYPE_CHECKING:
    from collections.abc import Mapping


def expected_words(expected: float) -> str:
    """An expected number of joint findings, rounded as tables and pages round it."""
    shown = round(expected, 2)
    return f"About {shown:g}" if shown else "Fewer than 0.01"


@dataclass(frozen=True, slots=True)
class PairFamily:
    """All pairs that were tested together.

    Attributes:
        tests: Number of pairs, those that no finding names together included.
        findings: Distinct findings that name a thing at all.
        namings: How often a finding names a thing, in all.
        documents: Least number of documents that those findings stand in.
        claims: The pairs that are more than coincidence, as sets of two IRIs, each with whether it
            is so too where each report counts once; None where reports are not known.
    """

    tests: int
    findings: int
    namings: int
    documents: int
    claims: Mapping[frozenset[str], bool | None]

    @property
    def enough_documents(self) -> bool:
        """Whether the findings stand in enough documents to judge anything."""
        return self.documents >= FEWEST_DOCUMENTS

    def verdict(self, pair: frozenset[str], needed: int, possible: int) -> str:
        """`YES`, `NO` or `UNKNOWN` for a pair.

        Args:
            pair: The IRIs of the two.
            needed: Joint findings at which the pair would be claimed if no other were.
            possible: Greatest number of joint findings that it could have.
        """
        if pair in self.claims:
            return YES
        return NO if self.enough_documents and needed <= possible else UNKNOWN

    def in_words(self) -> str:
        """How many pairs were tested, and how many are more than coincidence."""
        if not self.enough_documents:
            return (
                f"Nothing can be judged: the findings may stand in as few as {self.documents} "
                f"documents, and at least {FEWEST_DOCUMENTS} are needed."
            )
        return (
            f"Of all {self.tests:,} pairs of organisations and initiatives in the graph, "
            f"{len(self.claims):,} are named together more often than coincidence explains."
        )

    def method(self) -> str:
        """The method, for those who know it."""
        return (
            f"Null model: {NULL_MODEL}, {100 * ALPHA:g} per cent of the claims may be wrong; one "
            f"family of "
            f"{self.tests:,} tests on {self.findings:,} findings in at least {self.documents:,} "
            "documents."
        )


@dataclass(frozen=True, slots=True)
class Pair:
    """Two things, and how often findings name both.

    Attributes:
        left: IRI of one.
        right: IRI of the other.
        labels: Their names.
        together: Distinct findings that concern both.
        findings: Distinct findings that concern each.
        expected: Joint findings that coincidence would bring about, on average.
        p: Probability of at least as many as there are, by coincidence.
        needed: Joint findings at which the pair would be claimed if no other were.
        verdict: Whether it is more than coincidence: `YES`, `NO` or `UNKNOWN`.
        each_report: Whether a pair that is, is so too where each report counts once; None if it is
            not, or if reports are not known.
        register_links: How the register itself joins the two, by the local names of the scheme.
    """

    left: str
    right: str
    labels: tuple[str, str]
    together: int
    findings: tuple[int, int]
    expected: float
    p: float
    needed: int
    verdict: str
    each_report: bool | None
    register_links: frozenset[str]

    @property
    def by_report(self) -> str:
        """Whether a claim holds where each report counts once; empty if there is none."""
        return {True: YES, False: NO, None: ""}[self.each_report]

    @property
    def expected_words(self) -> str:
        """The expected number of joint findings, rounded as tables and pages round it."""
        return expected_words(self.expected)

    @property
    def register_words(self) -> str:
        """How the register joins the two, in words; empty if it does not."""
        return ", ".join(link.replace("-", " ") for link in sorted(self.register_links))

    def in_words(self, total: int, family: PairFamily) -> str:
        """What the figures say, in plain sentences.

        Args:
            total: Number of distinct findings in the graph.
            family: The tests that the pair belongs to.
        """
        left, right = self.labels
        counted = (
            f"{left} and {right} are named together in {self.together:,} of {total:,} findings. "
            f"{self.expected_words} would be expected by coincidence"
        )
        if self.verdict == YES:
            sentences = [f"{counted}, so this is more than coincidence."]
            if self.each_report is False:
                sentences.append(
                    "If each report is counted once, it is not: the link comes from a few long "
                    "reports."
                )
        elif self.verdict == NO:
            sentences = [f"{counted}, so this is not evidence of a special link."]
        elif family.enough_documents:
            sentences = [f"{counted}. They are named too seldom to judge whether that is more."]
        else:
            sentences = [f"{counted}.", family.in_words()]
        if self.register_links:
            sentences.append(f"The register already joins them: {self.register_words}.")
        return " ".join(sentences)

    def method(self) -> str:
        """The figures of the test, for those who know the method."""
        return (
            f"This pair: {chance_of(self.p)}; by itself it would need {self.needed} findings that "
            f"name both."
        )
