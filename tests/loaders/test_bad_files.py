"""One bad file is one line of the report, and the files beside it load."""

from __future__ import annotations

import json
import os
import re
import socket
import sys
from io import BytesIO, TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.errors import NothingReadError
from graph.store.embedded import Store
from graph.store.store_layout import current_version
from loaders.interface import source_list
from loaders.interface.program_faults import describe_fault
from loaders.pipeline import registers as registers_module
from loaders.pipeline.build import BuildOptions, build
from loaders.pipeline.document_reading import read_document
from loaders.pipeline.plan import SourceFile, find_files, plan_build
from loaders.pipeline.read import RecordReader
from loaders.pipeline.report import BuildReport
from loaders.text import file_bytes
from loaders.text.file_names import file_name, printable
from tests.conftest import HERE

if TYPE_CHECKING:
    from graph.records.source_record import SourceRecord
    from loaders.interface.context import Issue

CASES = HERE / "cases" / "hostile"
GOOD = CASES / "good.txt"
PAGE = GOOD.read_text(encoding="utf-8")


def read(
    *sources: str | Path, encoding: str | None = None
) -> tuple[list[SourceRecord], list[Issue]]:
    """The records of the sources without those of the bundled registers, and all issues."""
    report = BuildReport()
    plan = plan_build([str(source) for source in sources], report)
    reader = RecordReader(report, encoding=encoding)
    files = [file for file in (*plan.registers, *plan.others) if not file.bundled]
    return [record for file in files for record in reader.records(file)], report.issues


def lost(issues: list[Issue]) -> list[str]:
    return [f"{issue.location}: {issue.problem}" for issue in issues if issue.lost]


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("crash/cs-undefined.html", "'undefined', which is no character encoding"),
        ("pdf/m004.pdf", "is broken, or a PDF of a kind that cannot be read"),
        ("csv/quote-name.csv", "neither a letter nor a figure"),
    ],
)
def test_a_bad_file_is_listed_with_its_reason_and_the_other_loads(path: str, words: str) -> None:
    records, issues = read(GOOD, CASES / path)
    [line] = lost(issues)
    assert words in line
    assert path in line
    assert len(records) == 1


@pytest.mark.parametrize(
    ("name", "encoding"), [("sur.txt", "unicode_escape"), ("sur7.txt", "utf-7")]
)
def test_an_encoding_in_which_no_file_is_written_is_refused(name: str, encoding: str) -> None:
    records, issues = read(CASES / "crash" / name, "finding_facts", encoding=encoding)
    [line] = lost(issues)
    assert f"there is no character encoding named {encoding!r}" in line
    assert not records
    report = BuildReport()
    own = plan_build(["finding_facts"], report).others
    assert [each for file in own for each in RecordReader(report, encoding=encoding).records(file)]


@pytest.mark.parametrize("seconds", [300_000_000_000, -100_000_000_000])
def test_a_file_of_a_year_that_no_calendar_has_is_read_without_its_date(
    seconds: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = tmp_path / "future.txt"
    page.write_text(PAGE, encoding="utf-8")
    monkeypatch.setattr(file_bytes, "day_of_change", lambda _: file_bytes_day(seconds))
    (record,), (issue,) = read(page)
    assert record.origin.retrieved is None
    assert "--retrieved" in issue.problem
    assert not issue.lost


file_bytes_day = file_bytes.day_of_change


@given(st.floats(allow_nan=True, allow_infinity=True))
def test_a_moment_has_a_day_or_none(seconds: float) -> None:
    day = file_bytes.day_of_change(seconds)
    assert day is None or len(day) == 10


def test_names_of_files_that_are_no_text_become_text(tmp_path: Path) -> None:
    for number, name in enumerate((b"caf\xe9.txt", b"esc\x1b[31m.txt", "mañana.txt".encode())):
        path = os.path.join(os.fsencode(tmp_path), name)  # noqa: PTH118 - `Path` takes no bytes
        with open(path, "w", encoding="utf-8") as file:  # noqa: PTH123 - the same
            file.write(f"{PAGE}{number}")
    records, issues = read(tmp_path)
    assert not lost(issues)
    assert sorted(record.origin.location.partition("/")[2] for record in records) == [
        "caf\\xe9.txt",
        "esc\\x1b[31m.txt",
        "mañana.txt",
    ]


@given(st.binary(min_size=1).filter(lambda name: b"\0" not in name))
def test_every_name_can_be_printed_and_stored(name: bytes) -> None:
    shown = file_name(os.fsdecode(name))
    assert shown
    shown.encode("utf-8")
    assert printable(shown) == shown


def test_only_regular_files_are_read(tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text(PAGE, encoding="utf-8")
    os.mkfifo(tmp_path / "pipe.txt")
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(str(tmp_path / "socket.txt"))
        (tmp_path / "gone.txt").symlink_to("nowhere")
        (tmp_path / "self.txt").symlink_to("self.txt")
        for name in ("loop", "round"):
            (tmp_path / name).symlink_to(".")
        for source in (tmp_path, f"{tmp_path}/**/*.txt", f"{tmp_path}/*"):
            records, issues = read(source)
            assert len({record.origin.sha256 for record in records}) == 1
            names = {Path(issue.location).name: issue.problem for issue in issues}
            assert sorted(names) == ["gone.txt", "pipe.txt", "self.txt", "socket.txt"]
            assert "a named pipe" in names["pipe.txt"]
            assert "a socket" in names["socket.txt"]
    assert "a device" in lost(read("/dev/zero")[1])[0]


def test_a_source_that_cannot_be_looked_for_is_one_line(tmp_path: Path) -> None:
    records, issues = read(GOOD, "x" * 5_000, "a\0b", "\udce9.txt", tmp_path / "**x" / "y", "**x")
    assert len(records) == 1
    assert len(lost(issues)) == 5


def test_a_folder_that_cannot_be_looked_into_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "good.txt").write_text(PAGE, encoding="utf-8")
    (tmp_path / "closed").mkdir()
    scan = os.scandir

    def refuse(path: str) -> object:
        if str(path).endswith("closed"):
            raise PermissionError(13, "Permission denied", str(path))
        return scan(path)

    monkeypatch.setattr(os, "scandir", refuse)
    issues: list[Issue] = []
    assert len(find_files(str(tmp_path), issues)) == 1
    assert "closed: The folder cannot be looked into: Permission denied." in lost(issues)[0]


def test_a_file_that_went_away_or_grew_is_listed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    report = BuildReport()
    assert RecordReader(report).records(SourceFile(tmp_path / "gone.txt", "gone.txt")) == []
    assert "No such file" in report.issues[0].problem
    monkeypatch.setattr(file_bytes, "LARGEST_FILE", 100)
    assert "larger than" in lost(read(GOOD)[1])[0]


@pytest.mark.parametrize("stdin", [None, "closed", "folder"])
def test_standard_input_that_cannot_be_read_is_a_sentence(
    stdin: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    stream = TextIOWrapper(BytesIO())
    if stdin == "closed":
        stream.close()
    monkeypatch.setattr(sys, "stdin", stream if stdin else None)
    assert len(lost(read("-")[1])) == 1


def test_full_width_figures_are_another_address() -> None:
    (good,), _ = read(GOOD)
    (other,), _ = read(CASES / "fullwidth.txt")
    finding = getattr(good.content, "finding")  # noqa: B009 - a content of any kind
    assert finding.key != getattr(other.content, "finding").key  # noqa: B009 - the same


def test_half_a_character_of_json_is_noted() -> None:
    (record,), (issue,) = read(CASES / "crash" / "j-sur.jsonl")
    assert "U+D800" in issue.problem
    assert issue.location.endswith("line 1")
    assert not issue.lost
    json.dumps(str(record)).encode()


@pytest.mark.parametrize("name", ["h2.txt", "h3.html"])
def test_control_characters_become_marks_wherever_they_come_from(name: str) -> None:
    (record,), issues = read(CASES / "host" / name)
    assert not lost(issues)
    [note] = [issue.problem for issue in issues if "Control characters" in issue.problem]
    assert "U+" in note
    text = str(record.content)
    assert not re.search(r"\\x[0189]", text)
    assert all(ord(character) >= 0x20 and not 0x7F <= ord(character) < 0xA0 for character in text)


def test_what_nobody_foresaw_is_said_to_be_a_fault_of_the_program(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def fail(*_: object) -> object:
        raise ZeroDivisionError("text of the file")

    monkeypatch.setattr("loaders.pipeline.read.source_for", fail)
    [line] = lost(read(GOOD)[1])
    assert "a fault in joinedup" in line
    assert re.search(r"ZeroDivisionError in \S+\.py line \d+", line)
    assert "text of the file" not in line
    assert "more memory" in describe_fault(MemoryError(), "It")
    assert "too deeply" in describe_fault(RecursionError(), "It")


def test_a_record_that_fails_leaves_those_beside_it(monkeypatch: pytest.MonkeyPatch) -> None:
    loader = next(
        source for source in source_list.all_sources() if source.descriptor.name == "finding_facts"
    )
    document = read_document(SourceFile(loader.bundled[0], "findings.jsonl"))
    whole = len(loader.read(document).records)
    calls: list[int] = []

    def fail_once(*given: object) -> object:
        calls.append(1)
        if len(calls) == 3:
            raise KeyError("no such thing")
        return make(*given)

    module = sys.modules["loaders.sources.finding_facts.loader"]
    make = module._record  # noqa: SLF001 - what is made to fail
    monkeypatch.setattr(module, "_record", fail_once)
    context = loader.read(document)
    assert len(context.records) == whole - 1
    assert "KeyError in" in context.issues[0].problem
    assert context.issues[0].location.endswith("line 3")


def test_a_name_that_defeats_the_recogniser_is_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    report = BuildReport()
    reader = RecordReader(report)
    files = plan_build([], report).registers
    records = [record for file in files for record in reader.records(file)][:40]
    bad = {record.origin.location for record in (records[7], records[31])}

    def make(given_records: list[SourceRecord], _: object) -> None:
        if bad & {record.origin.location for record in given_records}:
            raise IndexError

    monkeypatch.setattr(registers_module, "make_recogniser", make)
    kept = registers_module.drop_unusable(records, report)
    assert len(kept) == 38
    assert {issue.location for issue in report.issues} == bad


def test_a_table_that_is_nearly_a_register_says_what_is_wrong(tmp_path: Path) -> None:
    for name, text, words in (
        ("semicolons.csv", "id;name;kind;govuk_slug\na;A;other;a\n", "parted by semicolons"),
        ("tabs.csv", "id\tname\tkind\tgovuk_slug\na\tA\tother\ta\n", "parted by tabs"),
        ("columns.csv", "id,name,kind\na,A,other\n", "does not name the columns"),
        ("rowless.csv", "id,name,kind,govuk_slug,colour\n", "contains no record"),
        ("frames.html", "<html><frameset><frame src=a></frameset></html>", "frame"),
    ):
        (tmp_path / name).write_text(text, encoding="utf-8")
        [line] = lost(read(tmp_path / name)[1])
        assert words in line


def test_no_graph_is_written_when_nothing_loads(tmp_path: Path) -> None:
    store = tmp_path / "store"
    bad = [str(CASES / "crash" / "cs-undefined.html"), str(CASES / "pdf" / "m004.pdf")]
    report = build([str(GOOD), *bad], store)
    assert len(report.issues) == 2
    assert not report.complete
    before = current_version(store)
    with pytest.raises(NothingReadError, match="undefined"):
        build(bad, store)
    with pytest.raises(NothingReadError, match="rot13"):
        build([str(GOOD)], store, BuildOptions(encoding="rot13"))
    assert current_version(store) == before
    assert len(Store.open(store)) == report.quads
