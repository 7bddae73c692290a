"""Records extracted on several cores: in their order, and to the same statements."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.identity import DEFAULT_BASE
from loaders.corrections.hand_corrections import read_corrections
from loaders.pipeline.plan import plan_build
from loaders.pipeline.read import RecordReader
from loaders.pipeline.report import BuildReport
from loaders.pipeline.stages import Stages
from loaders.pipeline.workers import WORTHWHILE, workers
from tests.conftest import PAGES

if TYPE_CHECKING:
    import pytest


def test_other_processes_state_the_same_in_the_same_order(
    capfd: pytest.CaptureFixture[str],
) -> None:
    report = BuildReport()
    reader, plan = RecordReader(report), plan_build([str(PAGES)], report)
    registers = [record for file in plan.registers for record in reader.records(file)]
    batches = [[record] for file in plan.others for record in reader.records(file)][:20]
    outputs = []
    for size in (0, WORTHWHILE):
        with workers(DEFAULT_BASE, registers, read_corrections(), size) as pool:
            parts = list(pool.each(Stages.extract_and_state, batches))
        outputs.append([(part.nquads, part.labels, part.counts.mentions) for part in parts])
    assert outputs[0] == outputs[1]
    assert len(outputs[0]) == len(batches)
    assert capfd.readouterr().err == ""
