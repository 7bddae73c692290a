"""What reaches a terminal is text; what a stream cannot take ends in a sentence."""

from __future__ import annotations

import ast
import csv
import io
import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import joinedup
from queries.visible_text import mark_controls
from tests.conftest import PAGES

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.conftest import Run

HOSTILE = Path("tests/cases/hostile/controls").absolute()
FINDING = "accountability-index-4-9003"
HOSTILE_NAME = "x\x1b[31m\x9b\u202e\x7f"

READING = {
    "info": ["info"],
    "pairs": ["connections"],
    "sentences": ["connections", "DfE", "MoJ"],
    "routes": ["path", "DfE", "MoJ"],
    "explanation": ["why", FINDING, "MoJ"],
    "candidates": ["candidates"],
    "question": ["ask", "sentences-between", "a=DfE", "b=MoJ"],
    "query": ["query", "SELECT ?text { ?s ?p ?text FILTER(CONTAINS(?text, 'RED')) }"],
    "checks": ["check"],
    "gaps": ["gaps"],
    "markdown": ["connections", "DfE", "MoJ", "--format", "markdown"],
    "spreadsheet": ["connections", "DfE", "MoJ", "--format", "spreadsheet-csv"],
}
"""Commands that show what sources say."""


def shell(redirected: str, *words: str | Path, **environment: str) -> Run:
    """A command whose streams a shell has redirected."""
    return subprocess.run(
        ["bash", "-c", f'"$@" {redirected}', "-", sys.executable, "-m", "joinedup", *words],  # noqa: S607 - of the system
        capture_output=True,
        text=True,
        encoding="utf-8",
        errors="surrogateescape",
        check=False,
        timeout=300,
        env={**os.environ, **environment},
    )


@pytest.fixture(scope="module")
def hostile_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A graph with escape sequences in its texts, as somebody else may have made it.

    It is that of pages which hold them as C1 controls and by way of entities. A build keeps
    pictures of them; these become the controls again, and the graph is imported.
    """
    folder = tmp_path_factory.mktemp("stores")
    built = shell("", "build", HOSTILE, "--store", folder / "marked")
    assert "2 findings" in built.stdout, built.stderr
    exported = shell("", "export", "nquads", "--store", folder / "marked").stdout
    pictures = {0x2400 + number: f"\\u{number:04X}" for number in range(32)}
    raw = exported.translate({**pictures, 0x2421: "\\u007F"})
    assert raw != exported
    (folder / "raw.nq").write_text(raw, encoding="utf-8")
    imported = shell("", "import", folder / "raw.nq", "--store", folder / "raw")
    assert imported.returncode == 0, imported.stderr
    return folder / "raw"


@pytest.mark.parametrize("name", READING)
def test_no_escape_sequence_of_a_source_reaches_the_terminal(
    run_joinedup: Callable[..., Run], hostile_store: Path, name: str
) -> None:
    shown = run_joinedup(*READING[name], "--store", hostile_store)
    assert shown.returncode in {0, 7, 8}, shown.stderr
    assert shown.stdout
    text = shown.stdout.removeprefix("\ufeff").replace("\r\n", "\n") + shown.stderr
    assert text == mark_controls(text)
    if name in {"sentences", "query", "question", "markdown", "spreadsheet"}:
        assert "x1b" in text


@pytest.mark.parametrize(
    "words",
    [
        ["connections", HOSTILE_NAME],
        ["why", HOSTILE_NAME, HOSTILE_NAME],
        [HOSTILE_NAME],
        ["info", "--store", HOSTILE_NAME],
        ["info", f"--{HOSTILE_NAME}"],
        ["info", "--format", HOSTILE_NAME],
        ["query", HOSTILE_NAME],
        ["query", "SELECT \x1b[31m {"],
        ["ask", HOSTILE_NAME],
        ["ask", "overdue-commitments", f"as-of={HOSTILE_NAME}"],
        ["ask", "overdue-commitments", f"{HOSTILE_NAME}=1"],
        ["build", HOSTILE_NAME],
        ["build", "bundled", "--retrieved", HOSTILE_NAME],
        ["evaluate", "pages", HOSTILE_NAME],
        ["export", "csv", "-o", f"{HOSTILE_NAME}.ttl"],
        ["export", "-o", f"a.{HOSTILE_NAME}"],
        ["import", HOSTILE_NAME],
        ["network", "organisations", "--false-claims", HOSTILE_NAME],
        ["view", "ego", HOSTILE_NAME, "-o", "a.html"],
        ["diff", HOSTILE_NAME, HOSTILE_NAME],
    ],
    ids=lambda words: " ".join(words).encode("unicode_escape").decode(),
)
def test_what_is_typed_is_shown_without_its_controls(
    run_joinedup: Callable[..., Run], pages_store: Path, words: list[str]
) -> None:
    store = (
        [] if "--store" in words or words[0] in {"diff", "evaluate"} else ["--store", pages_store]
    )
    refused = run_joinedup(*words, *(store if len(words) > 1 else []))
    assert refused.returncode in {2, 3, 4}
    assert refused.stderr
    assert "Traceback" not in refused.stderr
    assert refused.stderr == mark_controls(refused.stderr)


def test_the_name_of_a_file_stays_on_its_line(
    run_joinedup: Callable[..., Run], tmp_path: Path
) -> None:
    (tmp_path / "a\x1b[31m\nThe graph holds 9,999 quads.\u202e.txt").write_text("")
    shown = run_joinedup("build", ".", PAGES / "justice-1325.txt")
    assert shown.returncode == 5
    text = shown.stdout + shown.stderr
    assert r"a\x1b[31m\nThe graph holds 9,999 quads.\u202e.txt" in text
    assert text == mark_controls(text)


def test_programs_get_every_character(
    run_joinedup: Callable[..., Run], hostile_store: Path
) -> None:
    words = ["query", *READING["query"][1:], "--store", hostile_store]
    rows = csv.reader(io.StringIO(run_joinedup(*words, "--format", "csv").stdout, newline=""))
    assert any("\x1b[31mRED\x1b[0m" in row[0] for row in rows if row)


def test_nothing_is_printed_past_the_terminal_module() -> None:
    for path in Path(joinedup.__file__).parent.rglob("*.py"):
        if path.name in {"terminal.py", "documentation.py"}:  # the latter is a worker process
            continue
        tree = ast.parse(path.read_text(encoding="utf-8"))
        calls = {ast.unparse(node.func) for node in ast.walk(tree) if isinstance(node, ast.Call)}
        assert not calls & {"print", "click.echo", "sys.stdout.write", "sys.stderr.write"}, path


RESULTS = {
    "table": ["info"],
    "csv": ["connections", "--format", "csv"],
    "export": ["export", "nquads"],
    "help": ["--help"],
    "lines": ["candidates"],
}


@pytest.mark.parametrize("name", RESULTS)
def test_a_full_device_is_said_in_a_sentence(pages_store: Path, name: str) -> None:
    words = RESULTS[name] if name == "help" else [*RESULTS[name], "--store", str(pages_store)]
    shown = shell(">/dev/full", *words)
    assert shown.returncode == 1
    assert "No space left on device." in shown.stderr
    assert len(shown.stderr.splitlines()) == 1


@pytest.mark.parametrize("name", [name for name in RESULTS if name != "help"])
def test_a_closed_output_is_said_in_a_sentence(pages_store: Path, name: str) -> None:
    shown = shell(">&-", *RESULTS[name], "--store", str(pages_store))
    assert shown.returncode == 1
    assert shown.stderr == (
        "joinedup: Standard output is closed, so the answer could not be written.\n"
    )


@pytest.mark.parametrize("name", RESULTS)
def test_a_reader_that_leaves_early_is_no_fault(pages_store: Path, name: str) -> None:
    words = RESULTS[name] if name == "help" else [*RESULTS[name], "--store", str(pages_store)]
    shown = shell("| head -c 1; exit ${PIPESTATUS[0]}", *words)
    assert shown.returncode == 0
    assert len(shown.stdout) == 1
    assert "Traceback" not in shown.stderr
    assert "Exception" not in shown.stderr


@pytest.mark.parametrize("redirected", ["2>&-", "2>/dev/full"])
def test_a_lost_standard_error_changes_no_answer(pages_store: Path, redirected: str) -> None:
    for words in (RESULTS["lines"], ["query", "SELECT ?s { ?s ?p ?o }", "--limit", "1"]):
        usual = shell("", *words, "--store", pages_store)
        shown = shell(redirected, *words, "--store", pages_store)
        assert (shown.stdout, shown.returncode) == (usual.stdout, usual.returncode)


@pytest.mark.parametrize("encoding", ["latin-1", "cp1252", "ascii", "cp437", "utf-16"])
def test_every_code_page_gets_what_it_has(pages_store: Path, encoding: str) -> None:
    words = ["connections", "DfE", "MoJ", "--store", str(pages_store)]
    shown = subprocess.run(
        [sys.executable, "-m", "joinedup", *words],
        capture_output=True,
        check=False,
        timeout=300,
        env={**os.environ, "PYTHONIOENCODING": encoding},
    )
    assert shown.returncode == 0, shown.stderr
    text = shown.stdout.decode(encoding)
    assert "Department for Education" in text
    assert "?" not in text.replace("│", "")
    as_csv = shell("", *words, "--format", "csv", PYTHONIOENCODING=encoding)
    assert "»" in as_csv.stdout


def test_the_plainest_locale_gets_a_table_and_a_message(pages_store: Path) -> None:
    plainest = {"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"}
    shown = shell("", "info", "--store", pages_store, **plainest)
    assert shown.returncode == 0
    assert shown.stdout.isascii()
    assert shown.stdout.startswith("+--")
    refused = shell("", "connections", "é“", "--store", pages_store, **plainest)
    assert refused.returncode == 2
    assert "Traceback" not in refused.stderr


def test_the_plainest_locale_reads_and_writes_files_of_any_name(tmp_path: Path) -> None:
    plainest = {"LC_ALL": "C"}
    folder = tmp_path / "año"
    folder.mkdir()
    page = folder / "señal.txt"
    page.write_bytes((PAGES / "justice-1325.txt").read_bytes())
    built = shell("", "build", page, "--store", folder / "gráfico", **plainest)
    assert built.returncode == 0, built.stderr
    assert "Traceback" not in built.stderr
    output = folder / "salida.ttl"
    written = shell("", "export", "turtle", "-o", output, "--store", folder / "gráfico", **plainest)
    assert written.returncode == 0, written.stderr
    assert "señal.txt" in output.read_text(encoding="utf-8")


@pytest.mark.parametrize("columns", ["", "0", "1", "-5", "wide", "²", "9" * 12, "9" * 5_000])
def test_every_width_of_a_screen_is_borne(pages_store: Path, columns: str, tmp_path: Path) -> None:
    script = Path("/usr/bin/script")
    if not script.exists():
        pytest.skip("needs `script`, which gives a program a terminal")
    words = f"{sys.executable} -m joinedup connections DfE MoJ --store {pages_store}"
    shown = subprocess.run(
        [script, "-qec", words, "/dev/null"],
        capture_output=True,
        check=False,
        timeout=300,
        stdin=subprocess.DEVNULL,
        cwd=tmp_path,
        env={**os.environ, "COLUMNS": columns, "PAGER": "", "PYTHONPATH": str(Path.cwd())},
    )
    assert shown.returncode == 0, shown.stdout[-500:]
    assert b"Department" in shown.stdout
