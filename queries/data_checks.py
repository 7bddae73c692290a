"""Is a graph well made? Shapes and hygiene rules, run on a store as it stands.

The shapes in `ontology/shapes` say what each class must have; the rules in `checks`, a `.rq` file
each, say what shapes cannot: any row is a fault, and the title in the head is the message.
"""

from __future__ import annotations

import json
import os
import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from graph.processes.worker_pool import WorkerPool
from graph.store.embedded import Store
from ontology.severity import Severity
from queries.query_files import HERE, list_questions, read_question
from queries.result_tables import Table
from queries.shacl_queries import constraints

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from graph.store.embedded import Term

    Progress = Callable[[int, int], None]

Breach = tuple[str, str | None, tuple[str, ...]]
"""What breaks a rule, the value to blame, and where the source records behind it were read."""

MANY_RECORDS = 5_000
"""From so many source records on, starting processes costs less than it saves."""

_HANDLER = "queries.check_worker"
_RECORDS = """SELECT (COUNT(*) AS ?records) WHERE {
  ?record a <https://w3id.org/joinedup/ontology#SourceRecord>
}"""


_OF_SHACL = {
    "Info": Severity.SLIGHT, "Warning": Severity.DOUBTFUL, "Violation": Severity.GRAVE,
}  # fmt: skip
_SEVERITY = re.compile(r"^# severity: (\w+)$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Rule:
    """One thing that must hold.

    Attributes:
        name: Name of the hygiene rule, or shape, path and component of a constraint.
        severity: How much it matters.
        message: What must hold, or what is wrong, in words.
        sparql: Finds the faults: first the thing, then what is wrong with it.
    """

    name: str
    severity: Severity
    message: str
    sparql: str


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that breaks one rule.

    Attributes:
        rule: The rule.
        thing: What breaks it.
        detail: The value to blame, where there is one.
        records: Where the source records behind it were read.
    """

    rule: Rule
    thing: str
    detail: str | None
    records: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Check:
    """What a check found.

    Attributes:
        counts: Faults by rule, of the rules that are broken.
        faults: The faults that were looked into, the gravest first.
        rules: How many rules were run.
    """

    counts: dict[Rule, int]
    faults: tuple[Fault, ...]
    rules: int

    @property
    def worst(self) -> Severity | None:
        """Severity of the gravest fault; None where there is none."""
        return max((rule.severity for rule in self.counts), default=None)

    def total(self, severity: Severity) -> int:
        """Number of faults of a severity, those not looked into included."""
        return sum(count for rule, count in self.counts.items() if rule.severity is severity)


def hygiene_rules() -> tuple[Rule, ...]:
    """The rules of the folder `checks`, in order of name.

    Raises:
        ValueError: If a rule does not say how much it matters; a fault of ours.
    """
    return tuple(
        _hygiene(found.name, found.title, found.sparql) for found in list_questions("checks")
    )


def _hygiene(name: str, title: str, sparql: str) -> Rule:
    said = _SEVERITY.search(sparql)
    if said is None or said[1].upper() not in Severity.__members__:
        raise ValueError(f"{name} has no '# severity:' line")
    return Rule(name, Severity[said[1].upper()], title, sparql)


def shape_rules() -> tuple[Rule, ...]:
    """The constraints of all shapes."""
    return tuple(
        Rule(
            " ".join(filter(None, (one.shape, short(one.path), one.component))),
            _OF_SHACL[one.severity],
            one.message,
            one.sparql,
        )
        for one in constraints()
    )


def check(store: Store, *, most: int | None = 10, progress: Progress | None = None) -> Check:
    """Run every shape and every hygiene rule.

    Args:
        store: What to check.
        most: Faults of a rule whose source records are looked up; all where None.
        progress: Told about progress.
    """
    rules = all_rules()
    breaches = (find_breaches(store, rule.sparql, most) for rule in rules)
    return _as_check(rules, breaches, progress)


def check_at(place: Path, *, most: int | None = 10, progress: Progress | None = None) -> Check:
    """Check the store at `place`, with every core where it is large; see `check`.

    Raises:
        NoStoreError: If there is none.
    """
    store = Store.open(place)
    ((records,),) = store.rows(_RECORDS)
    if int(_words(records) or 0) < MANY_RECORDS:
        return check(store, most=most, progress=progress)
    rules = all_rules()
    with WorkerPool(_HANDLER, str(place).encode(), os.cpu_count() or 1) as pool:
        messages = (json.dumps([rule.sparql, most]).encode() for rule in rules)
        replies = (json.loads(reply) for reply in pool.map(messages))
        return _as_check(rules, ((count, breaches) for count, breaches in replies), progress)


def all_rules() -> tuple[Rule, ...]:
    """Every rule: those of hygiene, which take longest, then the shapes."""
    return (*hygiene_rules(), *shape_rules())


def _as_check(
    rules: tuple[Rule, ...],
    breaches_by_rule: Iterable[tuple[int, Iterable[Breach]]],
    progress: Progress | None,
) -> Check:
    counts: dict[Rule, int] = {}
    faults: list[Fault] = []
    pairs = zip(rules, breaches_by_rule, strict=True)
    for done, (rule, (count, breaches)) in enumerate(pairs, 1):
        faults += [
            Fault(rule, thing, detail, tuple(records)) for thing, detail, records in breaches
        ]
        if count:
            counts[rule] = count
        if progress:
            progress(done, len(rules))
    faults.sort(key=lambda fault: (-fault.rule.severity, fault.rule.name, str(fault.thing)))
    return Check(counts, tuple(faults), len(rules))


def find_breaches(store: Store, sparql: str, most: int | None) -> tuple[int, list[Breach]]:
    """How often a rule is broken, and what breaks it.

    Args:
        store: What to check.
        sparql: The query of the rule.
        most: Breaches whose source records are looked up; all where None.
    """
    rows = sorted(store.rows(sparql), key=str)
    return len(rows), [_breach(store, row) for row in rows[:most]]


def as_tables(found: Check) -> dict[str, Table]:
    """What was found, by rule and fault by fault."""
    broken = sorted(found.counts, key=lambda rule: (-rule.severity, rule.name))
    shown = f"{len(found.faults):,} of {sum(found.counts.values()):,} faults are shown."
    return {
        "rules": Table(
            ("severity", "faults", "rule", "message"),
            tuple(
                (rule.severity.word, found.counts[rule], rule.name, rule.message) for rule in broken
            ),
            f"{found.rules} rules were run; {len(broken)} are broken.",
        ),
        "faults": Table(
            ("severity", "rule", "message", "thing", "detail", "source"),
            tuple(
                (
                    fault.rule.severity.word,
                    fault.rule.name,
                    fault.rule.message,
                    fault.thing,
                    fault.detail,
                    "; ".join(fault.records),
                )
                for fault in found.faults
            ),
            shown,
        ),
    }


def short(path: str) -> str:
    """A property path without its namespaces."""
    return re.sub(r"<[^>]*[/#]([^>/#]+)>", r"\1", path)


def _breach(store: Store, row: Iterable[Term | None]) -> Breach:
    thing, detail, *_ = (*row, None)
    return _words(thing) or "", _words(detail), records_behind(store, thing)


def records_behind(store: Store, thing: Term | None) -> tuple[str, ...]:
    """Where the records behind a thing were read."""
    if thing is None:
        return ()
    return tuple(_words(row[2]) or "" for row in store.rows(_sources(), {"thing": thing}))


@cache
def _sources() -> str:
    return read_question(HERE / "evidence" / "sources.rq").sparql


def _words(term: Term | None) -> str | None:
    return None if term is None else str(getattr(term, "value", term))
