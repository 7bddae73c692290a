"""Is a graph well made? Data checks, run on a store as it stands.

The shapes in `ontology/shapes` say what each class must have. Queries in the folder
`checks`, a `.rq` file each, say what shapes cannot: any row is a fault, and the title in the head
is the message.
"""

from __future__ import annotations

import json
import os
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from graph.processes.worker_pool import WorkerPool
from graph.store.open_store import open_store
from ontology.severity import Severity
from queries.query_files import HERE, list_questions, read_question
from queries.result_tables import Table
from queries.shacl_queries import constraints

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from graph.store.readable_store import ReadableStore, Term
    from graph.store.server_address import StoreLocation

    Progress = Callable[[int, int], None]

FaultValues = tuple[str, str | None, tuple[str, ...]]
"""What fails a check, the value to blame, and where the source records behind it were read."""

MANY_RECORDS = 5_000
"""From so many source records on, starting processes costs less than it saves."""

_HANDLER = "queries.check_worker"
_RECORDS = """SELECT (COUNT(*) AS ?records) WHERE {
  ?record a <https://w3id.org/joinedup/ontology#SourceRecord>
}"""


_OF_SHACL = {
    "Info": Severity.SLIGHT, "Warning": Severity.DOUBTFUL, "Violation": Severity.SERIOUS,
}  # fmt: skip
_SEVERITY = re.compile(r"^# severity: (\w+)$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class DataCheck:
    """One thing that must hold.

    Attributes:
        name: Name of the query, or shape, path and component of a constraint.
        severity: How much it matters.
        message: What must hold, or what is wrong, in words.
        sparql: Finds the faults: first the thing, then what is wrong with it.
    """

    name: str
    severity: Severity
    message: str
    sparql: str


@dataclass(frozen=True, slots=True)
class DataFault:
    """One thing that fails one check.

    Attributes:
        check: The check.
        thing: What fails it.
        detail: The value to blame; None where there is none, or it is the thing itself.
        records: Where the source records behind it were read.
    """

    check: DataCheck
    thing: str
    detail: str | None
    records: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CheckReport:
    """The outcome of all checks.

    Attributes:
        counts: Faults by check, of the checks that failed.
        faults: The faults whose source records were looked up, the most serious first.
        checks: How many checks were run.
    """

    counts: dict[DataCheck, int]
    faults: tuple[DataFault, ...]
    checks: int

    @property
    def worst(self) -> Severity | None:
        """Severity of the most serious fault; None where there is none."""
        return max((check.severity for check in self.counts), default=None)

    def total(self, severity: Severity) -> int:
        """Number of faults of a severity, those not looked into included."""
        return sum(count for check, count in self.counts.items() if check.severity is severity)


def query_checks() -> tuple[DataCheck, ...]:
    """The queries of the folder `checks`, in order of name.

    Raises:
        ValueError: If a query does not say how much it matters; a fault of ours.
    """
    return tuple(
        _query_check(query.name, query.title, query.sparql) for query in list_questions("checks")
    )


def _query_check(name: str, title: str, sparql: str) -> DataCheck:
    severity = _SEVERITY.search(sparql)
    if severity is None or severity[1].upper() not in Severity.__members__:
        raise ValueError(f"{name} has no '# severity:' line")
    return DataCheck(name, Severity[severity[1].upper()], title, sparql)


def shape_checks() -> tuple[DataCheck, ...]:
    """The constraints of all shapes."""
    return tuple(
        DataCheck(
            " ".join(
                filter(None, (constraint.shape, short(constraint.path), constraint.component))
            ),
            _OF_SHACL[constraint.severity],
            constraint.message,
            constraint.sparql,
        )
        for constraint in constraints()
    )


def check_store(
    store: ReadableStore, *, limit: int | None = 10, progress: Progress | None = None
) -> CheckReport:
    """Run every data check.

    Args:
        store: What to check.
        limit: Faults of a check whose source records are looked up; all where None.
        progress: Told about progress.
    """
    checks = all_checks()
    outcomes = (find_faults(store, check.sparql, limit) for check in checks)
    return _as_report(checks, outcomes, progress)


def check_store_at(
    location: StoreLocation, *, limit: int | None = 10, progress: Progress | None = None
) -> CheckReport:
    """Check the store at a location; one on disk, with every core where it is large.

    See `check_store`.

    Raises:
        NoStoreError: If there is none.
    """
    store = open_store(location)
    ((records,),) = store.rows(_RECORDS)
    if int(_words(records) or 0) < MANY_RECORDS or not isinstance(location, Path):
        return check_store(store, limit=limit, progress=progress)
    checks = all_checks()
    with WorkerPool(_HANDLER, str(location).encode(), os.cpu_count() or 1) as pool:
        messages = (json.dumps([check.sparql, limit]).encode() for check in checks)
        replies = (json.loads(reply) for reply in pool.map(messages))
        return _as_report(checks, ((count, faults) for count, faults in replies), progress)


def all_checks() -> tuple[DataCheck, ...]:
    """Every check: the queries, which take longest, then the shapes."""
    return (*query_checks(), *shape_checks())


def _as_report(
    checks: tuple[DataCheck, ...],
    outcomes: Iterable[tuple[int, Iterable[FaultValues]]],
    progress: Progress | None,
) -> CheckReport:
    counts: dict[DataCheck, int] = {}
    faults: list[DataFault] = []
    for done, (check, (count, values)) in enumerate(zip(checks, outcomes, strict=True), 1):
        faults += [
            DataFault(check, thing, detail, tuple(records)) for thing, detail, records in values
        ]
        if count:
            counts[check] = count
        if progress:
            progress(done, len(checks))
    faults.sort(key=lambda fault: (-fault.check.severity, fault.check.name, str(fault.thing)))
    return CheckReport(counts, tuple(faults), len(checks))


def find_faults(
    store: ReadableStore, sparql: str, limit: int | None
) -> tuple[int, list[FaultValues]]:
    """How many faults a check has, and which.

    Args:
        store: What to check.
        sparql: The query of the check.
        limit: Faults whose source records are looked up; all where None.
    """
    rows = sorted(store.rows(sparql), key=str)
    return len(rows), [_fault_values(store, row) for row in rows[:limit]]


def as_tables(report: CheckReport) -> dict[str, Table]:
    """The outcome, check by check and fault by fault."""
    failed = sorted(report.counts, key=lambda check: (-check.severity, check.name))
    shown = f"{len(report.faults):,} of {sum(report.counts.values()):,} faults are shown."
    return {
        "checks": Table(
            ("severity", "faults", "check", "message"),
            tuple(
                (check.severity.word, report.counts[check], check.name, check.message)
                for check in failed
            ),
            f"{report.checks} data checks were run; {len(failed)} found faults.",
        ),
        "faults": Table(
            ("severity", "check", "message", "thing", "detail", "source"),
            tuple(
                (
                    fault.check.severity.word,
                    fault.check.name,
                    fault.check.message,
                    fault.thing,
                    fault.detail,
                    "; ".join(fault.records),
                )
                for fault in report.faults
            ),
            shown,
        ),
    }


def short(path: str) -> str:
    """A property path without its namespaces."""
    return re.sub(r"<[^>]*[/#]([^>/#]+)>", r"\1", path)


def _fault_values(store: ReadableStore, row: Iterable[Term | None]) -> FaultValues:
    thing, detail, *_ = (*row, None)
    blamed = None if detail == thing else _words(detail)
    return _words(thing) or "", blamed, records_behind(store, thing)


def records_behind(store: ReadableStore, thing: Term | None) -> tuple[str, ...]:
    """Where the records behind a thing were read."""
    if thing is None:
        return ()
    return tuple(_words(row[2]) or "" for row in store.rows(_sources(), {"thing": thing}))


@cache
def _sources() -> str:
    return read_question(HERE / "evidence" / "sources.rq").sparql


def _words(term: Term | None) -> str | None:
    return None if term is None else str(getattr(term, "value", term))
