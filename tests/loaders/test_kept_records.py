"""Kept records are those that were read, and damage to them is said."""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING, get_args

import pytest

from graph.errors import (
    DamagedStoreError,
)
from graph.records.findings import Finding, Origin, Passage
from graph.records.source_record import FindingRecord, RecordContent, SourceRecord
from graph.store.store_layout import current_version
from loaders.kept_sources.record_format import pack_records, unpack_records
from loaders.pipeline.build import build
from loaders.pipeline.change import add
from loaders.pipeline.plan import plan_build
from loaders.pipeline.read import RecordReader
from loaders.pipeline.report import BuildReport
from tests.loaders.store_comparison import CASES, OTHER_PAGE, PAGE, graph_of

if TYPE_CHECKING:
    from pathlib import Path


def test_kept_records_are_the_records_that_were_read() -> None:
    report = BuildReport()
    reader, plan = RecordReader(report), plan_build([str(CASES), "bundled"], report)
    records = [each for file in (*plan.registers, *plan.others) for each in reader.records(file)]
    assert {type(record.content) for record in records} == set(get_args(RecordContent))
    assert unpack_records(pack_records(records)) == records


def test_half_a_character_is_kept_as_it_would_be_stated() -> None:
    origin = Origin("trackers", "1", "list.csv", "0" * 64, None, None, "licence", "publisher")
    finding = Finding(("content", "1"), None, None, text=Passage("half \ud800 of one", 0))
    [kept] = unpack_records(pack_records([SourceRecord(origin, FindingRecord(finding))]))
    assert isinstance(kept.content, FindingRecord)
    assert kept.content.finding.text == Passage("half \ufffd of one", 0)


@pytest.mark.parametrize(
    "content",
    [b"", b"nonsense", zlib.compress(b"\x91\x93\xa7finding\x80\x80"), zlib.compress(b"1")],
)
def test_bytes_that_are_no_kept_records_are_damage(content: bytes) -> None:
    with pytest.raises(DamagedStoreError, match="Build the graph again"):
        unpack_records(content)


def test_kept_records_that_are_not_as_they_were_written_are_damage(tmp_path: Path) -> None:
    store = tmp_path / "store"
    build([str(PAGE)], store)
    before, path = graph_of(store), current_version(store) / "records.kept"
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)
    with pytest.raises(DamagedStoreError, match="Build the graph again"):
        add([str(OTHER_PAGE)], store)
    assert graph_of(store) == before
