"""Which findings make earlier ones again: by their own words, by equal words, by what they ask."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from loaders.identity.comparable_words import comparable_words
from loaders.identity.likeness import SURE_ALONE, compare
from loaders.repeats.asked_findings import request_in
from loaders.repeats.reference_resolution import ReferenceResolver, is_before
from loaders.repeats.repeat_link import RepeatCandidate, RepeatLink, RepeatRule
from loaders.repeats.repeat_words import repeat_words_in
from loaders.repeats.request_index import RequestIndex
from loaders.repeats.request_likeness import OFFERED, STATED, WordWeights, request_likeness

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from loaders.identity.comparable_words import ComparableWords
    from loaders.repeats.asked_findings import AskedFinding
    from loaders.repeats.reference_resolution import CitableReport

_CANDIDATES = 3
"""Findings that are offered to a person with one, the likest."""

_WORTH_COMPARING = 0.25
"""Likeness of requests from which on their words are compared letter by letter."""

_RULES: dict[str, RepeatRule] = {"same-words": RepeatRule.SAME_WORDS}


@dataclass(frozen=True, slots=True)
class AlikePair:
    """Two findings that may ask for the same.

    Attributes:
        left: Position of one.
        right: Position of the other.
        likeness: From 0 to 1.
        rule: How they are alike.
    """

    left: int
    right: int
    likeness: float
    rule: RepeatRule


@dataclass(slots=True)
class Repeats:
    """What was found.

    Attributes:
        links: Findings that make an earlier one again, or say so.
        candidates: Findings that may ask for the same.
        pairs: Pairs of findings that were compared.
    """

    links: list[RepeatLink] = field(default_factory=list)
    candidates: list[RepeatCandidate] = field(default_factory=list)
    pairs: int = 0


class RepeatSearch:
    """Compares findings with one another."""

    def __init__(
        self,
        findings: Sequence[AskedFinding],
        reports: Iterable[CitableReport],
        words: Callable[[str], ComparableWords] = comparable_words,
    ) -> None:
        """Look among findings and reports; `words` gives the comparable words of a text."""
        self._findings = sorted(findings, key=lambda finding: finding.iri)
        self._requests = [request_in(each.text, each.names) for each in self._findings]
        self._weights = WordWeights(self._requests)
        self._words = words
        self._resolver = ReferenceResolver(self._findings, self._requests, reports, self._weights)

    def search(self) -> Repeats:
        """All repeats."""
        repeats = Repeats()
        alike: defaultdict[int, dict[int, float]] = defaultdict(dict)
        surest: dict[tuple[int, str], tuple[int, AlikePair]] = {}
        offered: list[AlikePair] = []
        for pair in self._alike_pairs(repeats):
            alike[pair.left][pair.right] = alike[pair.right][pair.left] = pair.likeness
            ordered = self._ordered(pair)
            if pair.likeness < STATED or ordered is None:
                offered.append(pair)
                continue
            earlier, later = ordered
            place = later, self._findings[earlier].report
            if place not in surest or pair.likeness > surest[place][1].likeness:
                surest[place] = earlier, pair
        repeats.links += self._stated_links(alike)
        linked = {(link.later, link.earlier) for link in repeats.links}
        for (later, _), (earlier, pair) in surest.items():
            link = self._link(earlier, later, pair)
            if (link.later, link.earlier) not in linked:
                repeats.links.append(link)
        repeats.links.sort(key=lambda link: (link.later, link.earlier, link.words))
        linked |= {(link.later, link.earlier) for link in repeats.links}
        repeats.candidates += self._candidates(offered, linked)
        return repeats

    def is_repeat(self, left: str, right: str) -> bool:
        """Whether two findings, by their IRIs, ask for the same, whichever came first."""
        positions = {finding.iri: position for position, finding in enumerate(self._findings)}
        pair = self._compared(positions[left], positions[right])
        return pair is not None and pair.likeness >= STATED

    def _alike_pairs(self, repeats: Repeats) -> Iterator[AlikePair]:
        """Pairs of findings of different reports that are alike enough to be offered."""
        for left, right in RequestIndex(self._requests, self._weights).alike():
            reports = self._findings[left].report, self._findings[right].report
            if reports[0] and reports[0] == reports[1]:
                continue
            repeats.pairs += 1
            pair = self._compared(left, right)
            if pair and pair.likeness >= OFFERED:
                yield pair

    def _compared(self, left: int, right: int) -> AlikePair | None:
        requests = self._requests[left], self._requests[right]
        bodies = self._findings[left].addressees, self._findings[right].addressees
        other_body = bool(all(bodies) and not bodies[0] & bodies[1])
        alike = request_likeness(*requests, self._weights, other_body=other_body)
        if not alike.likeness:
            return None
        same = self._same_words(left, right) if alike.likeness >= _WORTH_COMPARING else None
        if same is not None:
            return AlikePair(left, right, 1.0 if same is RepeatRule.SAME_WORDS else 0.99, same)
        if not all(request.asks for request in requests):
            return None
        return AlikePair(left, right, alike.likeness, RepeatRule.REWORDED)

    def _same_words(self, left: int, right: int) -> RepeatRule | None:
        texts = [self._words(self._findings[each].text) for each in (left, right)]
        rule = compare(texts[0], texts[1], SURE_ALONE).rule
        return _RULES.get(rule.value, RepeatRule.ALIKE_WORDS) if rule else None

    def _ordered(self, pair: AlikePair) -> tuple[int, int] | None:
        """The positions in the order of their days; None if that is not known."""
        days = self._findings[pair.left].day, self._findings[pair.right].day
        if is_before(*days):
            return pair.left, pair.right
        return (pair.right, pair.left) if is_before(days[1], days[0]) else None

    def _stated_links(self, alike: dict[int, dict[int, float]]) -> Iterator[RepeatLink]:
        for position, finding in enumerate(self._findings):
            seen: set[tuple[str, str]] = set()
            for words in repeat_words_in(finding.text):
                link = self._resolver.resolve(position, words, alike.get(position, {}))
                if link.earlier == finding.iri or (link.earlier, link.report) in seen:
                    continue
                seen.add((link.earlier, link.report))
                yield link

    def _link(self, earlier: int, later: int, pair: AlikePair) -> RepeatLink:
        return RepeatLink(
            self._findings[later].iri,
            pair.rule,
            self._requests[later].sentence,
            self._findings[earlier].iri,
            self._requests[earlier].sentence,
            likeness=pair.likeness,
        )

    def _candidates(
        self, offered: Iterable[AlikePair], linked: set[tuple[str, str]]
    ) -> Iterator[RepeatCandidate]:
        """Pairs that a person is to judge, the likest of each finding."""
        offers: defaultdict[int, int] = defaultdict(int)
        for pair in sorted(offered, key=lambda each: (-each.likeness, each.left, each.right)):
            ends = pair.left, pair.right
            names = self._findings[pair.left].iri, self._findings[pair.right].iri
            if {names, names[::-1]} & linked or max(offers[end] for end in ends) >= _CANDIDATES:
                continue
            for end in ends:
                offers[end] += 1
            left, right = (self._requests[end].sentence for end in ends)
            yield RepeatCandidate(names, (left, right), pair.likeness)
