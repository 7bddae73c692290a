"""The benchmark's made pages: repeatable, readable, and as mixed as the tracker's own."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.pages import made, page, write_pages
from graph.records.findings import Finding, Reply, TrackerEntry
from graph.records.source_record import parts_of
from loaders.interface.source_list import source_for
from loaders.pipeline.document_reading import read_document
from loaders.pipeline.plan import find_files

if TYPE_CHECKING:
    from pathlib import Path

    from benchmarks.printing import MadePage
    from graph.records.source_record import SourceRecord

SAMPLE = 600


def _records(folder: Path) -> list[SourceRecord]:
    """Every record of a folder; fails if a line of it is not read or not placed."""
    records = []
    for place in find_files(str(folder)):
        document = read_document(place)
        source = source_for(document)
        assert source is not None, place
        assert source.descriptor.name == "record_pages"
        context = source.read(document)
        assert not context.issues
        records += context.records
    return records


def _as_read(record: SourceRecord) -> dict[str, object]:
    """What a record says, in the words of a made page."""
    [finding] = [claim for claim in parts_of(record.content) if isinstance(claim, Finding)]
    [entry] = [claim for claim in parts_of(record.content) if isinstance(claim, TrackerEntry)]
    replies = [claim.text.text for claim in parts_of(record.content) if isinstance(claim, Reply)]
    return {
        "record": finding.key[-1],
        "number": finding.number,
        "committee": finding.committee,
        "kind": finding.kind and finding.kind.value,
        "paragraph": finding.paragraph,
        "text": finding.text and finding.text.text,
        "title": entry.title and entry.title.text,
        "label": entry.label,
        "reply_label": entry.reply_label,
        "summary": entry.summary and entry.summary.text,
        "unplaced": len(entry.addressees) + len(entry.unplaced),
        "replies": replies,
    }


def _as_made(meant: MadePage) -> dict[str, object]:
    return {
        "record": str(meant.record),
        "number": str(meant.number),
        "committee": meant.report.committee,
        "kind": meant.kind.lower(),
        "paragraph": meant.paragraph,
        "text": meant.text,
        "title": meant.title,
        "label": meant.label,
        "reply_label": meant.reply_label,
        "summary": meant.summary,
        "unplaced": 2 if meant.layout == "TS" else 0,
        "replies": [meant.reply] if meant.reply else [],
    }


@pytest.mark.parametrize("per_file", [1, 25])
def test_pages_are_read_as_they_were_meant(tmp_path: Path, per_file: int) -> None:
    write_pages(tmp_path / "pages", SAMPLE, seed=7, per_file=per_file)

    records = _records(tmp_path / "pages")

    assert [_as_read(record) for record in records] == [_as_made(made(7, n)) for n in range(SAMPLE)]


def test_same_seed_gives_same_bytes_and_another_seed_others(tmp_path: Path) -> None:
    for name, seed in (("first", 3), ("again", 3), ("other", 4)):
        write_pages(tmp_path / name, 65, seed=seed, per_file=10)

    first, again, other = (
        {path.name: path.read_bytes() for path in (tmp_path / name).iterdir()}
        for name in ("first", "again", "other")
    )

    assert len(first) == 7
    assert first == again
    assert not set(first.values()) & set(other.values())


@given(seed=st.integers(), n=st.integers(min_value=0, max_value=100_000))
@settings(max_examples=25, deadline=None)
def test_a_page_depends_on_seed_and_number_alone(seed: int, n: int) -> None:
    """Not on which pages were made before it."""
    before = page(seed, n)
    page(seed + 1, n)
    page(seed, n + 31)

    assert page(seed, n) == before


def test_texts_differ_and_have_the_lengths_of_real_ones() -> None:
    pages = [made(1, n) for n in range(SAMPLE)]

    assert len({page.text for page in pages}) == SAMPLE
    assert all(150 <= len(page.text) <= 2000 for page in pages)
    assert all(len(page.reply or "") <= 3000 for page in pages)
    assert sum(len(page.text) for page in pages) / SAMPLE == pytest.approx(900, rel=0.1)


def test_kinds_of_page_come_in_about_the_proportions_of_real_ones() -> None:
    pages = [made(1, n) for n in range(SAMPLE)]
    shown = Counter(
        (page.report.number, page.report.shared_answer) for page in pages if page.shared
    )

    def share(of: list[bool]) -> float:
        return sum(of) / len(of)

    assert share([page.shared for page in pages]) == pytest.approx(0.10, abs=0.02)
    assert set(shown.values()) == {3}
    assert share([page.echo for page in pages]) == pytest.approx(0.03, abs=0.02)
    assert share([page.reply is None for page in pages]) == pytest.approx(0.08, abs=0.03)
    assert share([page.label is not None for page in pages]) == pytest.approx(0.63, abs=0.06)
    assert {page.layout for page in pages} == {"B", "S", "TB", "TS"}


def test_damage_of_every_kind_is_there() -> None:
    everything = "\n".join(page(1, n) for n in range(SAMPLE))

    for damage in ("\u2011", "- g", "s–g", "C&AG’s Report, para ", ".41 ", "recommendation a."):
        assert damage in everything
