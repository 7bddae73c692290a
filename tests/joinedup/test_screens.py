"""Real terminals: pages, links, colours and plain characters, and none of them elsewhere."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from joinedup.screen_links import link_addresses, takes_links

pty = pytest.importorskip("pty", reason="a system without pseudo-terminals")
fcntl = pytest.importorskip("fcntl")
termios = pytest.importorskip("termios")

KNOWN = (
    "TERM_PROGRAM",
    "VTE_VERSION",
    "WT_SESSION",
    "KITTY_WINDOW_ID",
    "KONSOLE_VERSION",
    "DOMTERM",
)


def on_terminal(*words: str | Path, lines: int = 24, **environment: str) -> str:
    """What a command writes to a terminal of 80 columns, both streams together."""
    master, slave = pty.openpty()
    termios.tcsetwinsize(slave, (lines, 80))
    usual = {name: value for name, value in os.environ.items() if name not in KNOWN}
    process = subprocess.Popen(
        [sys.executable, "-m", "joinedup", *map(str, words)],
        stdin=slave,
        stdout=slave,
        stderr=slave,
        env={**usual, "TERM": "xterm", "PYTHONPATH": str(Path.cwd()), **environment},
    )
    os.close(slave)
    written = b""
    try:
        while part := os.read(master, 65_536):
            written += part
    except OSError:  # the terminal is gone with the last program that used it
        pass
    os.close(master)
    assert process.wait() in {0, 5}
    return written.decode().replace("\r\n", "\n")


@pytest.fixture
def pager(tmp_path: Path) -> Path:
    """A pager that says that it is one."""
    program = tmp_path / "pages"
    program.write_text("#!/bin/sh\necho PAGER\nexec cat\n", encoding="utf-8")
    program.chmod(0o755)
    return program


def test_a_long_answer_goes_to_the_pager_and_a_short_one_does_not(
    pages_store: Path, pager: Path
) -> None:
    words = ("connections", "DfE", "MoJ", "--store", pages_store)
    assert "PAGER" in on_terminal(*words, PAGER=str(pager))
    assert "PAGER" not in on_terminal(*words, PAGER=str(pager), lines=5_000)
    plain = on_terminal(*words, PAGER="")
    assert "PAGER" not in plain
    assert "Department for Education" in plain


def test_a_pager_that_is_not_there_is_no_fault(pages_store: Path) -> None:
    shown = on_terminal("connections", "DfE", "MoJ", "--store", pages_store, PAGER="no-such-pager")
    assert "Department for Education" in shown


def test_data_for_programs_never_goes_to_the_pager(pages_store: Path, pager: Path) -> None:
    words = ("connections", "DfE", "MoJ", "--format", "csv", "--store", pages_store)
    assert "PAGER" not in on_terminal(*words, PAGER=str(pager))


def test_addresses_are_links_where_the_terminal_takes_them(pages_store: Path) -> None:
    words = ("connections", "DfE", "MoJ", "--store", pages_store)
    address = "https://www.accountabilityindex.uk/committees/4/recommendation/13152/"
    link = f"\x1b]8;;{address}\x1b\\{address}\x1b]8;;\x1b\\"
    assert link in on_terminal(*words, PAGER="", VTE_VERSION="7600")
    unknown = on_terminal(*words, PAGER="")
    assert "\x1b]8" not in unknown
    assert address in unknown
    assert "\x1b]8" not in on_terminal(*words, PAGER="", VTE_VERSION="7600", FORCE_HYPERLINK="0")


@pytest.mark.parametrize(("name", "value"), [("NO_COLOR", "1"), ("TERM", "dumb")])
def test_no_colour_is_sent_to_whoever_wants_none(pages_store: Path, name: str, value: str) -> None:
    environment = {"PAGER": "", name: value}
    shown = on_terminal("info", "--store", pages_store, lines=24, **environment)
    colours = [f"\x1b[{number}m" for number in range(30, 48)]
    assert not [colour for colour in colours if colour in shown]


class _Terminal:
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("environment", "links"),
    [
        ({}, False),
        ({"TERM": "xterm-256color"}, False),
        ({"TERM": "xterm-kitty"}, True),
        ({"TERM_PROGRAM": "vscode"}, True),
        ({"TERM_PROGRAM": "Apple_Terminal"}, False),
        ({"WT_SESSION": "1"}, True),
        ({"VTE_VERSION": "5202"}, True),
        ({"VTE_VERSION": "4601"}, False),
        ({"VTE_VERSION": "²"}, False),
        ({"FORCE_HYPERLINK": "1"}, True),
        ({"FORCE_HYPERLINK": "0", "WT_SESSION": "1"}, False),
    ],
)
def test_terminals_that_take_links(environment: dict[str, str], links: bool) -> None:  # noqa: FBT001 - a parameter of the table
    assert takes_links(_Terminal(), environment) is links  # type: ignore[arg-type] # it asks no more


def test_what_ends_a_sentence_is_no_part_of_a_link() -> None:
    linked = link_addresses("See https://a.example/b?c=1, and (https://d.example/).")
    assert "\x1b]8;;https://a.example/b?c=1\x1b\\" in linked
    assert "\x1b]8;;https://d.example/\x1b\\" in linked
    assert link_addresses("no address; ftp://x") == "no address; ftp://x"


@pytest.mark.parametrize("encoding", ["cp1252", "ascii"])
@pytest.mark.parametrize(
    "words",
    [
        ("connections", "DfE", "MoJ"),
        ("info",),
        ("why", "accountability-index-4-13168"),
        ("ask", "labels-that-differ", "--record"),
        ("candidates",),
        ("network", "departments"),
    ],
    ids=" ".join,
)
def test_a_redirected_output_in_any_code_page_is_whole(
    pages_store: Path, words: tuple[str, ...], encoding: str
) -> None:
    whole, shown = (
        subprocess.run(
            [sys.executable, "-m", "joinedup", *words, "--store", str(pages_store)],
            capture_output=True,
            check=False,
            timeout=300,
            env={**os.environ, "PYTHONIOENCODING": name},
        )
        for name in ("utf-8", encoding)
    )
    assert shown.returncode == whole.returncode
    assert shown.returncode in {0, 5}
    assert b"Traceback" not in shown.stderr
    assert shown.stdout.decode(encoding).count("?") == whole.stdout.decode().count("?")
