"""Records that are about one finding by their key alone, before any words of theirs are compared.

A tracker's page has an address, and whoever gives that address speaks of that page. A number in a
report is a weaker key: a slip makes one number of two recommendations, so records with one number
are one unit only if their words, where they have any, do not speak against it.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from itertools import combinations
from typing import TYPE_CHECKING

from rapidfuzz import fuzz

from graph.identity import CONTENT, finding_key
from graph.records.finding_identity import IdentityRule
from loaders.identity.disjoint_sets import DisjointSets
from loaders.identity.likeness import POSSIBLE, compare
from loaders.identity.witnesses import REPORT_NUMBERS
from loaders.references.committees import committee_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from graph.records.finding_identity import RecordId
    from graph.records.findings import Key
    from loaders.identity.comparable_words import ComparableWords
    from loaders.identity.reports import ReportIdentity
    from loaders.identity.witnesses import Witness

_FEW_WORDS = 5
"""Words below which a text says nothing of whether another is of the same finding."""

_MOSTLY_SHARED = 85.0
"""Likeness, order and repetition aside, from which texts of one number are taken to be one."""

_HOUSES = frozenset({"report", "hl"})
"""Schemes of keys of findings in reports whose paper number and session are known."""

Numbered = tuple[str, str]
"""Whose number it is, and the number."""


@dataclass(slots=True)
class Unit:
    """Records that are about one finding by their key.

    Attributes:
        key: Key of the finding, unless it turns out to be one with another.
        report: Key of the report; None where no record shows it.
        committee: What the forms of the committee's name have in common; empty if not known.
        words: Their distinct words.
        kinds: The kinds that they print.
        numbers: The numbers that they print.
        entries: For each list in which it stands, what identifies its entry there.
        names: The records, each with the key by which it knows the finding.
        is_numbered: True if nothing but a number in a report makes the key.
        other_words: Units with the same number in the same report and with other words.
    """

    key: Key
    report: Key | None = None
    committee: str = ""
    words: tuple[ComparableWords, ...] = ()
    kinds: frozenset[str] = frozenset()
    numbers: frozenset[Numbered] = frozenset()
    entries: dict[str, Key] = field(default_factory=dict)
    names: frozenset[tuple[RecordId, Key]] = frozenset()
    is_numbered: bool = False
    other_words: list[Key] = field(default_factory=list)

    @property
    def figures(self) -> frozenset[str]:
        """The numbers that they print, whosever they are."""
        return frozenset(number for _, number in self.numbers)

    @property
    def key_rule(self) -> IdentityRule:
        """Why its records are about one finding."""
        if self.is_numbered:
            return IdentityRule.SAME_NUMBER
        return IdentityRule.SAME_WORDS if self.key[0] == CONTENT else IdentityRule.SAME_PAGE

    @property
    def rank(self) -> tuple[bool, bool, bool, Key]:
        """Sort key by how well its key is known: a page's address first, then a number."""
        by_content = self.key[0] == CONTENT
        return by_content, self.is_numbered, self.key[0] not in _HOUSES, self.key

    def conflicts_with(self, other: Unit) -> bool:
        """Whether they are two entries of one list, or two numbers of one tracker."""
        if any(other.entries.get(name, key) != key for name, key in self.entries.items()):
            return True
        own, others = self._trackers(), other._trackers()
        return any(own[name].isdisjoint(others[name]) for name in own.keys() & others.keys())

    def _trackers(self) -> dict[str, set[str]]:
        """The numbers of each tracker; a report's own number may be misprinted in an answer."""
        numbers: dict[str, set[str]] = {}
        for numbering, number in self.numbers:
            if numbering != REPORT_NUMBERS:
                numbers.setdefault(numbering, set()).add(number)
        return numbers


def make_units(witnesses: Iterable[Witness], reports: ReportIdentity) -> list[Unit]:
    """The units that witnesses make, in the order of their keys, whatever order they come in."""
    by_key: defaultdict[Key, list[Witness]] = defaultdict(list)
    for witness in witnesses:
        by_key[_key(witness, reports)].append(witness)
    return [
        _described(unit, group, reports)
        for key in sorted(by_key)
        for unit, group in _split_by_words(key, by_key[key])
    ]


def _key(witness: Witness, reports: ReportIdentity) -> Key:
    """The key of a witness, in which a report has one key whatever the source calls it."""
    if witness.is_keyed_by_number and witness.report:
        return finding_key(reports.key(witness.report.key), witness.kind, witness.number)
    return witness.key


def _split_by_words(key: Key, witnesses: list[Witness]) -> Iterator[tuple[Unit, list[Witness]]]:
    """The units that witnesses of one key make: one, unless one number stands for other words."""
    groups = [witnesses]
    if all(witness.is_keyed_by_number for witness in witnesses):
        groups = _alike(witnesses)
    names = [key, *((CONTENT, *key, _form(group[0])) for group in groups[1:])]
    for name, group in zip(names, groups, strict=True):
        yield Unit(name, other_words=[each for each in names if each != name]), group


def _alike(witnesses: list[Witness]) -> list[list[Witness]]:
    """Witnesses of one number by their words; those without words, or else most of them, first."""
    by_form: defaultdict[str, list[Witness]] = defaultdict(list)
    for witness in witnesses:
        by_form[_form(witness)].append(witness)
    silent = by_form.pop("", [])
    sets = DisjointSets(sorted(by_form))
    for names in _by_record(by_form).values():
        sets.join_all(names)
    for left, right in combinations(sorted(by_form), 2):
        if sets.find(left) != sets.find(right) and _are_alike(
            by_form[left][0].words, by_form[right][0].words
        ):
            sets.join(left, right)
    groups = [[each for form in sorted(same) for each in by_form[form]] for same in sets.groups()]
    groups.sort(key=lambda group: (-len(group), _form(group[0])))
    if len(groups) > 1:
        return [silent, *groups] if silent else groups
    return [[*silent, *(groups[0] if groups else ())]]


def _by_record(by_form: dict[str, list[Witness]]) -> dict[RecordId, list[str]]:
    """The forms of each record: what a record prints twice under one number, it says of one."""
    forms: defaultdict[RecordId, list[str]] = defaultdict(list)
    for form in sorted(by_form):
        for record in sorted({witness.record for witness in by_form[form]}):
            forms[record].append(form)
    return forms


def _form(witness: Witness) -> str:
    return witness.words.form if witness.words else ""


def _are_alike(left: ComparableWords | None, right: ComparableWords | None) -> bool:
    """Whether nothing in their words keeps two printings of one number apart."""
    if left is None or right is None or min(len(left.words), len(right.words)) < _FEW_WORDS:
        return True
    shared = fuzz.token_set_ratio(" ".join(left.words), " ".join(right.words))
    return shared >= _MOSTLY_SHARED or compare(left, right, POSSIBLE).likeness >= POSSIBLE


def _described(unit: Unit, witnesses: list[Witness], reports: ReportIdentity) -> Unit:
    """A unit, with what its witnesses tell."""
    shown = {reports.key(witness.report.key) for witness in witnesses if witness.report}
    unit.report = min(shown, default=None)
    report = reports.report(unit.report) if unit.report else None
    printed = min((witness.committee for witness in witnesses if witness.committee), default="")
    unit.committee = committee_key(printed or (report.committee if report else None))
    words = {_form(witness): witness.words for witness in witnesses if witness.words}
    unit.words = tuple(text for _, text in sorted(words.items()) if text)
    unit.kinds = frozenset(witness.kind for witness in witnesses if witness.kind)
    unit.numbers = frozenset(
        (witness.numbering, witness.number) for witness in witnesses if witness.number
    )
    unit.entries = {
        witness.listing: unit.key for witness in witnesses if not witness.is_keyed_by_content
    }
    unit.is_numbered = all(witness.is_keyed_by_number for witness in witnesses)
    unit.names = frozenset((witness.record, witness.key) for witness in witnesses)
    return unit
