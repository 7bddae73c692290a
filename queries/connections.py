"""Who connects with whom: pairs named together in findings, with denominators and sentences.

A store on disk is asked only for what a pair needs, so that one link among tens of thousands of
findings comes at once.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np
import pyoxigraph as ox

from queries.answers import plain
from queries.networks.bicm import solve_margins
from queries.networks.false_discovery import level_alone
from queries.networks.poisson_binomial import least_reaching, upper_tails
from queries.networks.projection import project
from queries.networks.reading import Reading
from queries.networks.selection import Selection
from queries.networks.significance import (
    ALPHA,
    FEWEST_DOCUMENTS,
    NULL_MODEL,
    chance_in_words,
    chance_of,
    pair_tests,
)
from queries.question import HERE, read_question
from queries.tables import Table

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from graph.store import Store, Term
    from queries.networks.bicm import NullModel
    from queries.networks.matrix import Whole
    from queries.networks.significance import PairTests
    from queries.networks.two_mode import TwoMode
    from queries.tables import Value

ALL_KINDS = "all"

KINDS = ("organisation", "initiative", ALL_KINDS)
"""Which things to pair."""

_EVIDENCE = ("finding", "names", "voice", "sentence", "source")
_PAIRS = (
    "one",
    "other",
    "findings together",
    "findings with one",
    "findings with other",
    "expected by chance",
    "p",
    "beyond chance",
)
_ACTORS = {"organisation": "organisations", "initiative": "initiatives", ALL_KINDS: "everything"}
_MEANING = (
    "A pair counts each finding once. Names count in the finding, in an answer shown with it, or "
    "as read by a curator. A pair not shown is not shown; that is not to say that it has no "
    "connection."
)


@dataclass(frozen=True, slots=True)
class Evidence:
    """A sentence that ties a finding to a thing.

    Attributes:
        voice: ``committee``, ``government`` or, for our own reading, ``curator``.
        before: The sentence up to the name; empty for a gist.
        words: The name as it stands; for a curator the gist, which is no quotation.
        after: The rest of the sentence; empty for a gist.
        source: Web address of the page, or the file it was read from.
    """

    voice: str
    before: str
    words: str
    after: str
    source: str

    @property
    def sentence(self) -> str:
        """The sentence with the name marked, or the gist, said to be ours."""
        if self.voice == "curator":
            return f"[our words] {self.words}"
        return f"“{self.before}»{self.words}«{self.after}”"


@dataclass(frozen=True, slots=True)
class _Thing:
    """An organisation or initiative that findings name.

    Attributes:
        label: Its name.
        kind: ``organisation`` or ``initiative``.
        findings: Number of distinct findings that concern it.
    """

    label: str
    kind: str
    findings: int


class Connections:
    """The connections of one store."""

    def __init__(self, store: Store) -> None:
        """Ask `store`, a part at a time."""
        self._store = store
        self._where: dict[str, str] = {}

    def pairs(
        self, about: str | None = None, kind: str = ALL_KINDS, most: int | None = None
    ) -> Table:
        """Pairs of things that findings concern together, the most frequent first.

        Args:
            about: IRI of a thing that must be one of each pair.
            kind: Kind of the things to pair; with `about`, of the other one.
            most: Number of rows to show.
        """
        rows, notes = self._rows(about, kind)
        shown = tuple(row.cells for row in rows[:most])
        return Table(_PAIRS, shown, f"{len(shown)} of {len(rows)} pairs shown. {notes} {_MEANING}")

    def pairs_with_sentences(
        self, about: str | None = None, kind: str = ALL_KINDS, most: int | None = None
    ) -> Table:
        """The same pairs, each with every sentence that names one of them in a joint finding."""
        rows, notes = self._rows(about, kind)
        shown = tuple(
            (*row.cells[:2], *evidence)
            for row in rows[:most]
            for evidence in self.between(row.one, row.other).rows
        )
        count = len(rows[:most])
        caption = f"{count} of {len(rows)} pairs shown. {notes} {_MEANING}"
        return Table(("one", "other", *_EVIDENCE), shown, caption)

    def between(self, one: str, other: str, most: int | None = None) -> Table:
        """The findings that concern both things, with the sentences that name each.

        Args:
            one: IRI of a thing.
            other: IRI of another.
            most: Number of findings to show; all of them where not given.
        """
        joint = self.joint(one, other)
        rows = tuple(
            (self.label(finding), self.label(thing), shown.voice, shown.sentence, shown.source)
            for finding in joint[:most]
            for thing, shown in self.sentences(finding, (one, other))
        )
        part = "" if len(joint[:most]) == len(joint) else f" Shown: {len(joint[:most])} of them."
        caption = (
            f"Findings that concern both: {len(joint)}, of {self._count(one)} with "
            f"{self.label(one)} and {self._count(other)} with {self.label(other)}, "
            f"of {self._total} distinct findings in the graph.{part} "
            f"{self._verdict_between(one, other, len(joint))}"
        )
        return Table(_EVIDENCE, rows, caption)

    def joint(self, one: str, other: str) -> list[str]:
        """The findings that concern both things, in order."""
        values = {"one": ox.NamedNode(one), "other": ox.NamedNode(other)}
        return [str(plain(row[2])) for row in self._ask("networks/margins/joint.rq", values)]

    def evidence(self, finding: str, thing: str) -> list[Evidence]:
        """The sentences that tie a finding to a thing; one read in two places is there once."""
        values = {"finding": ox.NamedNode(finding), "thing": ox.NamedNode(thing)}
        found: dict[tuple[str, ...], str] = {}
        for _, _, voice, start, before, words, after, record in self._ask(
            "evidence/naming.rq", values
        ):
            parts = tuple(str(plain(term) or "") for term in (voice, start, before, words, after))
            source = self._source(str(plain(record) or ""))
            found[parts] = min(found.get(parts, source), source)
        return [
            Evidence(voice, before, words, after, source)
            for (voice, _, before, words, after), source in found.items()
        ]

    @cached_property
    def reading(self) -> Reading:
        """The whole of what the store says of findings and names, for measures that need it."""
        return Reading(self._store)

    @cached_property
    def _things(self) -> dict[str, _Thing]:
        return {
            str(plain(thing)): _Thing(
                str(plain(label)), str(plain(kind)), int(str(plain(findings)))
            )
            for thing, kind, label, findings in self._ask("networks/margins/frequencies.rq")
        }

    @cached_property
    def _total(self) -> int:
        ((total,),) = self._ask("networks/margins/total.rq")
        return int(str(plain(total)))

    @cached_property
    def _breadths(self) -> Whole:
        """Rows of a number of organisations, a number of initiatives and the findings with both."""
        rows = [
            [int(str(plain(number))) for number in row]
            for row in self._ask("networks/margins/breadths.rq")
        ]
        return np.array(rows, dtype=np.int64).reshape(-1, 3)

    def _rows(self, about: str | None, kind: str) -> tuple[list[_Row], str]:
        """All pairs, the most frequent first, and sentences on what they are counted from."""
        if about is None:
            return self._every_pair(kind)
        thing = self._things.get(about)
        beside = {
            str(plain(other)): int(str(plain(count)))
            for _, other, count in self._ask(
                "networks/margins/beside.rq", {"thing": ox.NamedNode(about)}
            )
        }
        others = sorted(
            other
            for other in beside
            if other in self._things and kind in (ALL_KINDS, self._things[other].kind)
        )
        if thing is None or not others:
            return [], f"No finding names {self.label(about)} beside another."
        judged = self._judged(about, others, [beside[other] for other in others])
        return _ordered(judged), f"{self._denominator} {self._method}"

    def _every_pair(self, kind: str) -> tuple[list[_Row], str]:
        data = project(self.reading, _ACTORS[kind], Selection())
        tests = pair_tests(data.ties, documents=data.documents)
        own = data.ties.sum(axis=1)
        rows = [_row(data, tests, own, int(at)) for at in np.flatnonzero(tests.together > 0)]
        return _ordered(rows), f"{data.notes[0]} {chance_in_words(tests)}"

    def _judged(self, about: str, others: list[str], together: list[int]) -> list[_Row]:
        """Pairs of one thing with what is named beside it, each against chance."""
        model, order = self._model(about, others)
        mine, theirs = model.rows[order[about]], model.rows[[order[other] for other in others]]
        chances = model.probabilities[mine] * model.probabilities[theirs]
        tails = upper_tails(chances, model.sizes, np.array(together))
        expected = chances @ model.sizes
        tests = len(order) * (len(order) - 1) // 2
        return [
            _Row(
                about,
                other,
                (
                    self.label(about),
                    self.label(other),
                    count,
                    self._count(about),
                    self._count(other),
                    round(float(mean), 2),
                    float(p),
                    _verdict(float(p), tests, enough=self._enough),
                ),
            )
            for other, count, mean, p in zip(others, together, expected, tails, strict=True)
        ]

    def _model(self, about: str, others: Iterable[str]) -> tuple[NullModel, dict[str, int]]:
        """The null model of the things of the kinds asked about, from their numbers alone."""
        kinds = {self._things[iri].kind for iri in (about, *others)}
        members = sorted(iri for iri, thing in self._things.items() if thing.kind in kinds)
        of_actors = np.array([self._things[iri].findings for iri in members])
        both = self._breadths
        wanted = [at for at, kind in enumerate(("organisation", "initiative")) if kind in kinds]
        breadth = both[:, wanted].sum(axis=1)
        of_events = np.repeat(breadth[breadth > 0], both[breadth > 0, 2])
        return solve_margins(of_actors, of_events), {iri: at for at, iri in enumerate(members)}

    def _verdict_between(self, one: str, other: str, joint: int) -> str:
        """What chance says of a pair, in sentences."""
        if one == other or not {one, other} <= self._things.keys():
            return "Nothing can be said about chance."
        model, order = self._model(one, [other])
        mine, theirs = model.rows[order[one]], model.rows[order[other]]
        chances = (model.probabilities[mine] * model.probabilities[theirs])[None, :]
        tests = len(order) * (len(order) - 1) // 2
        p = float(upper_tails(chances, model.sizes, np.array([joint]))[0])
        least = int(least_reaching(chances, model.sizes, level_alone(ALPHA, tests))[0])
        mean = float((chances @ model.sizes)[0])
        return (
            f"By chance {mean:.3g} joint findings are expected; {joint} or more come about with "
            f"{chance_of(p)}; {least} would be needed to claim this pair alone, among all "
            f"{tests:,}. Beyond chance: {_verdict(p, tests, enough=self._enough)}. "
            f"{self._method}"
        )

    @cached_property
    def _enough(self) -> bool:
        """Whether the findings can stand in enough documents for a claim."""
        rows = self._ask("networks/margins/documents.rq")
        ((reports, committees),) = [[int(str(plain(term))) for term in row] for row in rows]
        return max(reports, committees) >= FEWEST_DOCUMENTS

    @property
    def _method(self) -> str:
        few = (
            ""
            if self._enough
            else f" The findings may stand in fewer than {FEWEST_DOCUMENTS} documents, so nothing "
            "is claimed."
        )
        return (
            f"Null model: {NULL_MODEL}, share of wrong claims {ALPHA:g}; “open” is for "
            f"`joinedup network` to decide, which tests all pairs together.{few}"
        )

    @property
    def _denominator(self) -> str:
        concerned = int(self._breadths[:, 2].sum())
        return (
            f"From {self._total} distinct findings, of which {concerned} name at least one "
            "organisation or initiative."
        )

    def sentences(self, finding: str, things: Iterable[str]) -> Iterator[tuple[str, Evidence]]:
        """Evidence for each thing; a sentence that names a thing twice is shown once."""
        for thing in things:
            shown: set[str] = set()
            for evidence in self.evidence(finding, thing):
                plain_words = f"{evidence.voice}{evidence.before}{evidence.words}{evidence.after}"
                if plain_words not in shown:
                    shown.add(plain_words)
                    yield thing, evidence

    def _source(self, record: str) -> str:
        """Web address of the page of a record, or the file it was read from."""
        if record not in self._where:
            rows = self._ask("evidence/where.rq", {"record": ox.NamedNode(record)})
            self._where[record] = next((str(plain(where)) for _, _, where in rows), "")
        return self._where[record]

    def label(self, iri: str) -> str:
        """Name for people of anything in the graph."""
        if iri in self._things:
            return self._things[iri].label
        rows = self._ask("networks/margins/label.rq", {"thing": ox.NamedNode(iri)})
        return next((str(plain(name)) for _, name in rows), "")

    def _count(self, iri: str) -> int:
        """Number of distinct findings that concern a thing."""
        return self._things[iri].findings if iri in self._things else 0

    def _ask(
        self, file: str, values: dict[str, ox.NamedNode] | None = None
    ) -> Iterator[tuple[Term | None, ...]]:
        return self._store.rows(read_question(HERE / file).sparql, values)


@dataclass(frozen=True, slots=True)
class _Row:
    """A pair and its cells in a table."""

    one: str
    other: str
    cells: tuple[Value, ...]


def _ordered(rows: list[_Row]) -> list[_Row]:
    return sorted(
        rows,
        key=lambda row: (-int(str(row.cells[2])), *map(str, row.cells[:2]), row.one, row.other),
    )


def _row(data: TwoMode, tests: PairTests, own: Whole, at: int) -> _Row:
    one, other = int(tests.one[at]), int(tests.other[at])
    return _Row(
        data.actors[one].iri,
        data.actors[other].iri,
        (
            data.actors[one].label,
            data.actors[other].label,
            int(tests.together[at]),
            int(own[one]),
            int(own[other]),
            round(float(tests.expected[at]), 2),
            float(tests.p[at]),
            "yes" if tests.claimed[at] else "no",
        ),
    )


def _verdict(p: float, tests: int, *, enough: bool) -> str:
    """What the p-value of one pair says without those of the others.

    Where it reaches the level for a single claim, or misses the one for any, the p-values of the
    other pairs cannot change the decision of Benjamini and Hochberg.
    """
    if not enough or p > ALPHA:
        return "no"
    return "yes" if p <= level_alone(ALPHA, tests) else "open"
