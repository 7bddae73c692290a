"""Runs any query, of the book or not, within limits that hold.

The engine knows no time-out. So a store on disk is asked by a process of its own, which is killed
when its time is up. A store in memory is asked where it is: the limit of rows holds there, that of
time does not.
"""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from graph.errors import JoinedupError, LimitError, QueryError, StoreError
from graph.store.embedded import Store
from queries.evidence_queries import with_sentences
from queries.parameter_values import Given, filled
from queries.query_files import HERE, question
from queries.query_result import gathered, no_cycles, packed, unpacked

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from queries.query_result import Result

Finished = TypeVar("Finished")

_WORKER = "queries.query_worker"


@dataclass(frozen=True, slots=True)
class Limits:
    """When to stop.

    Attributes:
        seconds: Seconds that a query may take; None for as many as it needs.
        rows: Rows to take of its answer; None for all.
    """

    seconds: float | None = 60
    rows: int | None = 100_000


DEFAULT_LIMITS = Limits()


@dataclass(frozen=True, slots=True)
class Job:
    """What to run.

    Attributes:
        query: SPARQL, or the name of a question of the book.
        given: Values for the parameters of the question; None where `query` is SPARQL.
        evidence: Whether to add the sentences behind each row of the question.
        elsewhere: Whether SPARQL may call on other servers.
    """

    query: str
    given: Given | None = None
    evidence: bool = False
    allow_service: bool = False


def run(source: Store | Path, job: Job, limits: Limits = DEFAULT_LIMITS) -> Result:
    """Run a query within limits.

    Args:
        source: A store in memory, or the folder of one on disk.
        job: What to run.
        limits: When to stop.

    Raises:
        LimitError: If the time was up; the engine has been stopped.
        QueryError: If the query is malformed or refused.
        UsageError: If a value does not fit its parameter.
        NoStoreError: If there is no store in that folder.
    """
    if isinstance(source, Store):
        return answer(source, job, limits.rows)
    return unpacked(finished(source, job, limits, packed))


def finished(
    place: Path, job: Job, limits: Limits, finish: Callable[[Result], Finished]
) -> Finished:
    """Have a process of its own run a query and finish the answer there.

    An answer of many rows is sooner written where it is than sent term by term.

    Args:
        place: Folder of a store on disk.
        job: What to run.
        limits: When to stop; its time is for finishing as well.
        finish: What to make of the answer; it and what it gives must be fit for pickling.

    Raises:
        LimitError: If the time was up; the engine has been stopped.
        JoinedupError: As `run` does, or from `finish`.
    """
    sent = _worked(pickle.dumps((place, job, limits.rows, finish)), limits.seconds)
    with no_cycles():
        found: Finished | JoinedupError = pickle.loads(sent)  # noqa: S301 - our own process wrote it
    if isinstance(found, JoinedupError):
        raise found
    return found


def _worked(sent: bytes, seconds: float | None) -> bytes:
    """Have a process of its own do the job, and stop it when its time is up."""
    here = os.pathsep.join([str(HERE.parent), os.environ.get("PYTHONPATH", "")]).rstrip(os.pathsep)
    try:
        done = subprocess.run(  # noqa: S603 - this interpreter, and a module of ours
            [sys.executable, "-m", _WORKER],
            input=sent,
            stdout=subprocess.PIPE,
            timeout=seconds,
            check=False,
            env={**os.environ, "PYTHONPATH": here},
        )
    except subprocess.TimeoutExpired:
        raise LimitError(
            f"The query was stopped after {seconds:g} seconds. Ask for less, or give it more time "
            "(--seconds)."
        ) from None
    if done.returncode:
        raise StoreError("The process that asked the store ended early; is there enough memory?")
    return done.stdout


def answer(store: Store, job: Job, most: int | None) -> Result:
    """Run a query here and now, with a limit of rows only; see `run`."""
    if job.given is None:
        return _gathered(store, job.query, most, allow_service=job.allow_service)
    asked = question(job.query)
    sparql = filled(asked, job.given, store)
    found = _gathered(store, sparql, most)
    return with_sentences(store, asked.proofs, sparql, found) if job.evidence else found


def _gathered(
    store: Store, sparql: str, most: int | None, *, allow_service: bool = False
) -> Result:
    """Take what the engine finds; what it cannot do shows only while it works."""
    try:
        return gathered(store.query(sparql, allow_service=allow_service), most)
    except OSError as error:
        raise QueryError(f"Another server did not answer: {error}") from error
    except RuntimeError as error:
        raise QueryError(f"The query cannot be answered: {error}") from error
