"""Feeds mutated inputs to each loader, a good file beside each, and counts what goes wrong.

A failure is an exception that reaches the caller, a line of the report that calls itself a fault
of the program, a hang beyond `SECONDS`, a good neighbour that is not loaded, a file that is passed
over in silence, or statements that no engine takes.

    python -m tests.soak.mutated_inputs [TRIES] [KIND ...]
"""

from __future__ import annotations

import signal
import sys
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import TYPE_CHECKING

import pyoxigraph as ox

from graph.errors import InputError
from graph.identity import DEFAULT_BASE
from loaders.corrections.hand_corrections import Corrections, read_corrections
from loaders.formats import excel_sheets, markdown, pdf
from loaders.pipeline.plan import plan_build
from loaders.pipeline.read import RecordReader
from loaders.pipeline.registers import bundled_recogniser, drop_unusable, make_recogniser
from loaders.pipeline.report import BuildReport
from loaders.pipeline.stages import Stages
from loaders.text import web_page
from tests.soak.mutations import mutate
from tests.soak.packed_mutations import mutate_packed
from tests.soak.seeds import GOOD, KINDS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.records.source_record import SourceRecord
    from tests.soak.seed_kind import SeedKind

LONG = 3_000
"""Inputs of each kind in the long form."""

SECONDS = 60
"""Seconds that one input may take in all."""

READER_SECONDS = 20
"""Seconds after which the readers of PDF, workbooks and large texts give up, here."""

_WITHIN = 0.75
"""Share of packed inputs that are mutated within, and are sound files outside."""

_FAULT = "a fault in joinedup"


@dataclass(slots=True)
class MutationResult:
    """What came of the inputs of one kind.

    Attributes:
        kind: The kind.
        tries: Inputs that were fed.
        failures: What went wrong, each with the number from which its input can be made anew.
        loaded: Inputs that gave records.
        given_up: Inputs whose reader was stopped when its time was up, and which were listed.
        slowest: Seconds that the slowest input took.
    """

    kind: str
    tries: int = 0
    failures: list[str] = field(default_factory=list)
    loaded: int = 0
    given_up: int = 0
    slowest: float = 0.0


class _HangError(BaseException):
    """An input took too long; no boundary of the program catches it."""


def feed_mutated_inputs(kind: str, tries: int = LONG, seed: int = 0) -> MutationResult:
    """Feed mutated inputs of one kind to the program.

    Args:
        kind: One of `KINDS`.
        tries: How many.
        seed: Decides, with the number of an input, how it is mutated.
    """
    result = MutationResult(kind)
    for reader in (web_page.READER, pdf.READER, markdown.READER, excel_sheets.READER):
        reader.seconds = READER_SECONDS
    with TemporaryDirectory() as folder:
        for number in range(tries):
            _feed(result, mutated_input(kind, number, seed), number, Path(folder))
    return result


def mutated_input(kind: str, number: int, seed: int = 0) -> bytes:
    """One input, the same at every time."""
    seeds = KINDS[kind]
    random = Random(f"{kind} {seed} {number}")  # noqa: S311 - repeatable, not secret
    raw = random.choice(seeds.inputs)
    if seeds.packed and random.random() < _WITHIN:
        return mutate_packed(raw, seeds.words, random)
    return mutate(raw, seeds.inputs, seeds.words, random)


def _feed(result: MutationResult, raw: bytes, number: int, folder: Path) -> None:
    seeds = KINDS[result.kind]
    file = folder / f"bad{seeds.suffix}"
    file.write_bytes(raw)
    result.tries += 1
    began = perf_counter()
    try:
        with _alarm():
            problem = _correct(file) if seeds.corrections else _load(result, file, seeds)
    except (Exception, _HangError) as error:
        problem = f"{type(error).__name__}: {error}"
    result.slowest = max(result.slowest, perf_counter() - began)
    if problem:
        result.failures.append(f"input {number}: {problem}"[:400])


def _load(result: MutationResult, file: Path, seeds: SeedKind) -> str | None:
    """Load a file with a good one beside it; what went wrong, or None."""
    report = BuildReport()
    plan = plan_build([str(file), str(GOOD)], report)
    reader = RecordReader(report)
    files = [each for each in (*plan.registers, *plan.others) if not each.bundled]
    records = [record for each in files for record in reader.records(each)]
    from_file = [record for record in records if record.origin.location.startswith(file.name)]
    result.loaded += bool(from_file)
    result.given_up += any("was given up" in issue.problem for issue in report.issues)
    if not any(record.origin.location == GOOD.name for record in records):
        return "the good neighbour was not loaded"
    if not from_file and not any(issue.lost for issue in report.issues):
        return "the file was passed over in silence"
    if seeds.registers:
        make_recogniser(drop_unusable(from_file, report), Corrections())
    failed = [issue for issue in report.issues if _FAULT in issue.problem]
    return failed[0].problem if failed else _state(from_file)


def _state(records: list[SourceRecord]) -> str | None:
    """State records, and have the engine take the statements; what went wrong, or None."""
    if not records:
        return None
    output = _stages().extract_and_state(records)
    if output.failures:
        return output.failures[0].issue.problem
    ox.Store().bulk_load(output.nquads, format=ox.RdfFormat.N_QUADS)
    return None


def _correct(file: Path) -> str | None:
    """Read corrections, and correct a recogniser by them; what went wrong, or None."""
    try:
        corrections = read_corrections(file)
    except InputError as error:
        return None if file.name in str(error) else f"the message names no file: {error}"
    make_recogniser([], corrections)
    return None


@cache
def _stages() -> Stages:
    return Stages(DEFAULT_BASE, bundled_recogniser(), Corrections())


@contextmanager
def _alarm() -> Iterator[None]:
    """End the block with `_HangError` when its time is up."""

    def end(_signal: int, _frame: object) -> None:
        raise _HangError(f"took longer than {SECONDS} seconds")

    before = signal.signal(signal.SIGALRM, end)
    signal.alarm(SECONDS)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


def main(words: list[str]) -> int:
    """Feed inputs of each kind, and print what came of them."""
    tries = int(words[0]) if words else LONG
    failed = 0
    for kind in words[1:] or KINDS:
        result = feed_mutated_inputs(kind, tries)
        failed += len(result.failures)
        print(  # noqa: T201 - the result of a command
            f"{kind}: {result.tries:,} tries, {len(result.failures)} failures, {result.loaded:,} "
            f"gave records, {result.given_up} given up, slowest {result.slowest:.1f} s",
            *result.failures[:40],
            sep="\n  ",
            flush=True,
        )
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
