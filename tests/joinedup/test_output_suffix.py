"""The suffix of an output file decides its format, and what does not fit is refused."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from graph.errors import UsageError
from joinedup.output_suffix import format_of_output, format_of_table, refuse_other_suffix
from queries.measures.network_result import FORMATS as NETWORKS
from queries.serializers import FORMATS as SERIALIZED

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.conftest import Run

SUFFIXES = {"html": (".html", ".htm"), "png": (".png",)}


@pytest.mark.parametrize(
    ("name", "requested", "written"),
    [
        ("e.png", None, "png"),
        ("e.PNG", None, "png"),
        ("e.htm", None, "html"),
        ("e", None, "html"),
        ("e", "png", "png"),
        ("e.png", "png", "png"),
    ],
)
def test_the_suffix_names_the_format(name: str, requested: str | None, written: str) -> None:
    assert format_of_output(Path(name), requested, SUFFIXES) == written


@pytest.mark.parametrize(
    ("name", "requested", "message"),
    [
        ("e.png", "html", "e.png is a name for png"),
        ("e.jpg", None, "ends in .jpg"),
        ("e.jpg", "png", "ends in .jpg"),
    ],
)
def test_what_does_not_fit_is_refused(name: str, requested: str | None, message: str) -> None:
    with pytest.raises(UsageError, match=message):
        format_of_output(Path(name), requested, SUFFIXES)


def test_a_suffix_of_no_format_is_left_alone_where_the_format_is_given() -> None:
    refuse_other_suffix(Path("release-2026.11"), "png", SUFFIXES)
    with pytest.raises(UsageError, match="a name for html"):
        refuse_other_suffix(Path("a.htm"), "png", SUFFIXES)


def test_an_export_is_not_written_under_the_name_of_another_format(
    run_joinedup: Callable[..., Run], pages_store: Path, tmp_path: Path
) -> None:
    refused = run_joinedup("export", "turtle", "-o", "graph.trig", "--store", pages_store)
    assert refused.returncode == 2
    assert "graph.trig is a name for trig" in refused.stderr
    assert not (tmp_path / "graph.trig").exists()


@pytest.mark.parametrize(
    "case",
    [
        (("nquads",), "x.nq.gz", "-o x.nq,"),
        (("turtle",), "x.ttl.ZIP", "-o x.ttl,"),
        (("csv",), "t.csv", "csv -o t\n"),
        (("csv",), "my t.nq", 'csv -o "my t"\n'),
        (("parquet",), "t.zip", "parquet -o t\n"),
        ((), "t.csv", "csv -o t\n"),
        ((), "x.nq.gz", "ends in .gz"),
    ],
)
def test_an_export_is_not_written_under_a_name_for_something_else(
    run_joinedup: Callable[..., Run],
    pages_store: Path,
    tmp_path: Path,
    case: tuple[tuple[str, ...], str, str],
) -> None:
    words, name, advice = case
    refused = run_joinedup("export", *words, "-o", name, "--store", pages_store)
    assert refused.returncode == 2
    assert name in refused.stderr
    assert advice in refused.stderr
    assert not (tmp_path / name).exists()


def test_a_folder_of_tables_may_have_a_dot_in_its_name(
    run_joinedup: Callable[..., Run], pages_store: Path, tmp_path: Path
) -> None:
    written = run_joinedup("export", "csv", "-o", "tables-2026.11", "--store", pages_store)
    assert written.returncode == 0, written.stderr
    assert (tmp_path / "tables-2026.11" / "statements.csv").is_file()


@pytest.mark.parametrize(
    "case",
    [
        (("ask", "positions-by-who-says-so"), "e.xlsx", b"PK"),
        (("query", "SELECT ?s WHERE { ?s ?p ?o } LIMIT 1"), "e.csv", b"s\r\n"),
        (("network", "initiatives"), "e.gexf", b"<?xml"),
        (("network", "initiatives", "--format", "node-link"), "e.json", b'{\n  "directed"'),
        (("gaps",), "e.md", b"| gap |"),
        (("export",), "e.trig", b"@prefix"),
    ],
)
def test_the_suffix_decides_the_format_for_every_command_that_writes_a_file(
    run_joinedup: Callable[..., Run],
    pages_store: Path,
    tmp_path: Path,
    case: tuple[tuple[str, ...], str, bytes],
) -> None:
    words, name, beginning = case
    output = tmp_path / name
    written = run_joinedup(*words, "-o", output, "--store", pages_store)
    assert written.returncode == 0, written.stderr
    assert output.read_bytes().startswith(beginning)


@pytest.mark.parametrize(
    "words",
    [
        ("ask", "positions-by-who-says-so"),
        ("query", "SELECT ?s WHERE { ?s ?p ?o } LIMIT 1"),
        ("network", "initiatives"),
        ("gaps",),
    ],
)
def test_a_suffix_of_another_format_is_refused_by_every_command(
    run_joinedup: Callable[..., Run], pages_store: Path, tmp_path: Path, words: tuple[str, ...]
) -> None:
    output = tmp_path / "e.md"
    refused = run_joinedup(*words, "--format", "csv", "-o", output, "--store", pages_store)
    assert refused.returncode == 2
    assert "e.md is a name for markdown" in refused.stderr
    assert not output.exists()


def test_an_export_without_a_format_needs_a_suffix(
    run_joinedup: Callable[..., Run], pages_store: Path
) -> None:
    refused = run_joinedup("export", "-o", "graph", "--store", pages_store)
    assert refused.returncode == 2
    assert "no suffix that names a format" in refused.stderr


def test_every_format_of_tables_and_networks_has_a_suffix() -> None:
    for formats in (SERIALIZED, NETWORKS):
        for name in formats:
            assert format_of_table("e", name, formats) == name
