"""Records enriched on several cores: in their order, and to the same statements."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.identity import DEFAULT_BASE
from loaders.corrections.hand_corrections import read_corrections
from loaders.pipeline.enrich import Enricher
from loaders.pipeline.reader import Reader, plan
from loaders.pipeline.report import BuildReport
from loaders.pipeline.workers import WORTHWHILE, workers
from tests.conftest import PAGES

if TYPE_CHECKING:
    import pytest


def test_other_processes_state_the_same_in_the_same_order(
    capfd: pytest.CaptureFixture[str],
) -> None:
    report = BuildReport()
    reader, planned = Reader(report), plan([str(PAGES)], report)
    known = [record for place in planned.registers for record in reader.records(place)]
    batches = [[record] for place in planned.others for record in reader.records(place)][:20]
    outputs = []
    for size in (0, WORTHWHILE):
        with workers(DEFAULT_BASE, known, read_corrections(), size) as pool:
            parts = list(pool.each(Enricher.enrich, batches))
        outputs.append([(part.nquads, part.names, part.tally.mentions) for part in parts])
    assert outputs[0] == outputs[1]
    assert len(outputs[0]) == len(batches)
    assert capfd.readouterr().err == ""
