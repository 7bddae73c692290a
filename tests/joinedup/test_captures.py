"""What every command prints on screens of 80, 100 and 140 columns: nothing cut, nothing broken.

Commands are found by listing. `command_cases.py` says how each is run.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from rich.cells import cell_len

from joinedup.cli import cli
from tests.joinedup.captured import run_captured
from tests.joinedup.case_files import case_names, corrected_store
from tests.joinedup.command_cases import CASES

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

WIDTHS = (80, 100, 140)
WIDEST = 9_000

_BOX = re.compile("[│┃┏┓┗┛┡┩┢┪┳┻╇╈┌┐└┘├┤┬┴┼─━]")
_UNBREAKABLE = re.compile(r"[/\\=]|[\w-]{25}")
"""An address, a path, a parameter with its value or an identifier is never broken."""

_MINUTE = re.compile(r"\b\d\d:\d\d(?=\s+UTC)")
"""When a store was written, which may be another minute for the next width."""

_NOTES = re.compile(
    r"^Columns left out for want of room:.*?--wide\.$|^Empty in every row shown:.*?\.$",
    re.DOTALL | re.MULTILINE,
)
"""What stands below a table that does not show every column."""


def run(line: str, width: int, names: Mapping[str, object], folder: Path) -> str:
    """What a command that does what it should prints on a screen of some columns."""
    text, status = run_captured(line, {**names, "folder": folder}, width)
    assert status not in (1, 2, 3, 4), text
    return text


@pytest.fixture(scope="module")
def names(
    pages_store: Path, bundled_store: Path, tmp_path_factory: pytest.TempPathFactory
) -> dict[str, object]:
    """What stands for the names in braces of a command line."""
    return case_names(pages_store, bundled_store, tmp_path_factory.mktemp("cases"))


def lines_with_cut_headers(text: str) -> list[str]:
    """Lines of the headers of tables that hold a sign of cutting."""
    cut, in_header = [], False
    for line in text.splitlines():
        in_header = line.startswith("┏") or (in_header and not line.startswith("┡"))
        if in_header and "…" in line:
            cut.append(line)
    return cut


def lines_too_wide(text: str, width: int) -> list[str]:
    """Lines over the width, but for those that a single unbreakable word makes so."""
    return [
        line
        for line in text.splitlines()
        if cell_len(line) > width
        and not line.startswith("  joinedup ")
        and not (_UNBREAKABLE.search(last := line.split()[-1]) and _begins_the_line(line, last))
    ]


def _begins_the_line(line: str, last: str) -> bool:
    """Whether nothing stands before a word but a label, or the indent."""
    before = line.removesuffix(last)
    return not before.strip() or before.endswith("  ")


def broken_words(narrow: str, wide: str) -> set[str]:
    """Words on the narrow screen that the widest one does not have."""
    return _words(_NOTES.sub("", narrow)) - _words(wide)


def _words(text: str) -> set[str]:
    return set(_BOX.sub(" ", text).split())


COMMANDS = sorted(cli.list_commands(None))  # type: ignore[arg-type] # it does not use the context


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_a_case(command: str) -> None:
    assert CASES.get(command), f"say in tests/joinedup/command_cases.py how {command} is run"


@pytest.mark.parametrize("line", [line for command in COMMANDS for line in CASES.get(command, ())])
def test_nothing_is_cut_or_broken_at_any_width(
    line: str, names: dict[str, object], tmp_path: Path
) -> None:
    texts = {}
    for width in (*WIDTHS, WIDEST):
        folder = tmp_path / str(width)
        folder.mkdir()
        given = dict(names)
        if "{corrected}" in line:
            given["corrected"] = corrected_store(folder)
        text = run(line, width, given, folder).replace(str(folder), "FOLDER")
        texts[width] = _MINUTE.sub("HH:MM", text)
    for width in WIDTHS:
        assert texts[width].strip() or " -o " in line
        assert lines_with_cut_headers(texts[width]) == []
        assert lines_too_wide(texts[width], width) == [], width
        assert broken_words(texts[width], texts[WIDEST]) == set(), width


def test_the_checks_see_what_they_look_for() -> None:
    table = "┏━━━━━━━┓\n┃ findi…┃\n┡━━━━━━━┩\n│ Educa │\n│ tion  │\n└───────┘"
    assert lines_with_cut_headers(table) == ["┃ findi…┃"]
    assert lines_too_wide("one two three", 8) == ["one two three"]
    assert lines_too_wide("source  https://a.example/b", 8) == []
    assert lines_too_wide("a word and https://a.example/b", 8) == ["a word and https://a.example/b"]
    assert broken_words(table, "┃ findings ┃\n│ Education │") >= {"Educa", "tion"}


@pytest.mark.parametrize("line", ["--help", "evaluate --help", "fetch --help"])
def test_the_list_of_commands_is_whole(line: str) -> None:
    text, status = run_captured(line, {}, 80)
    assert status == 0
    assert "..." not in text.partition("Commands:")[2]
    assert lines_too_wide(text, 80) == []
