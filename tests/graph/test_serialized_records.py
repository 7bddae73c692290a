"""Records on their way between the processes of a build, and what is refused on it."""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
from collections import Counter
from datetime import date
from functools import partial

import pytest

from graph.identity import digest
from graph.partial_date import PartialDate
from graph.records.findings import FindingKind
from graph.records.serialized_records import deserialize, serialize
from loaders.pipeline.plan import plan_build
from loaders.pipeline.read import RecordReader
from loaders.pipeline.report import BuildReport
from tests.conftest import PAGES

CLASSES_LOOKED_UP = f"""
import sys
from graph.store.embedded import Store
from loaders.pipeline import workers
from loaders.pipeline.build import fill

workers.WORTHWHILE = 0
names = set()
def note(event, values):
    if event == "pickle.find_class":
        names.add(values[0])
sys.addaudithook(note)
fill(Store.in_memory(), [{str(PAGES)!r}])
print(*sorted(names))
"""


def test_every_record_of_the_sample_pages_comes_back_equal() -> None:
    report = BuildReport()
    reader, plan = RecordReader(report), plan_build([str(PAGES)], report)
    records = [
        record for file in (*plan.registers, *plan.others) for record in reader.records(file)
    ]
    assert len(records) > 700
    assert deserialize(serialize(records)) == records


@pytest.mark.parametrize(
    "value",
    [
        PartialDate(2024, 3),
        FindingKind.CONCLUSION,
        (date(2024, 3, 31), Counter("abca"), frozenset({"x"}), {"key": (1, 2.5, None, b"bytes")}),
    ],
)
def test_plain_values_come_back_equal(value: object) -> None:
    assert deserialize(serialize(value)) == value


class Runs:
    """Calls a function when it is unpickled in the usual way."""

    def __reduce__(self) -> tuple[object, ...]:
        return os.mkdir, ("made-by-a-record",)


@pytest.mark.parametrize("value", [Runs(), digest, partial(digest, ""), os.system, BuildReport])
def test_what_is_no_record_is_not_made(value: object) -> None:
    content = pickle.dumps(value)
    if value is BuildReport:
        assert deserialize(content) is BuildReport  # a class of ours is no harm
        return
    with pytest.raises(ValueError, match="is no record, so it is not read"):
        deserialize(content)
    assert not os.path.exists("made-by-a-record")  # noqa: PTH110 - as the record would make it


def test_a_build_on_several_processes_looks_up_classes_of_ours_alone() -> None:
    done = subprocess.run(
        [sys.executable, "-c", CLASSES_LOOKED_UP],
        capture_output=True,
        check=True,
        encoding="utf-8",
        timeout=300,
    )
    modules = set(done.stdout.split())
    assert modules
    plain = {"datetime", "collections", "builtins"}
    assert [
        name for name in modules - plain if not name.startswith(("graph.", "loaders.", "ontology."))
    ] == []
