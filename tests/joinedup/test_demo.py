"""The demo shows what is connected, and every command that it offers works."""

from __future__ import annotations

import re
import shlex
from typing import TYPE_CHECKING

from tests.conftest import PAGES

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.conftest import Run


def test_the_demo_shows_connections_and_what_stands_behind_them(
    run_joinedup: Callable[..., Run],
) -> None:
    shown = run_joinedup("demo")
    assert shown.returncode == 0
    assert "Ministry of Justice" in shown.stdout
    assert "named together more often than coincidence explains" in shown.stdout
    for name in ("ECHILD", "Data First", "BOLD", "Unique child identifier"):
        story = shown.stdout.split(f"\n{name}")[1].split("\n\n")[0]
        assert "led by" in story
        assert "Department for Education" in story
        assert "[retold]" in story.split("named")[1]
        assert "https://" in story
        assert "asked" in story
        assert re.search(r"(Rejected|Accepted) \((government|tracker)\)", story.split("became")[1])


def test_every_command_that_the_demo_offers_works(run_joinedup: Callable[..., Run]) -> None:
    offered = [
        line for line in run_joinedup("demo").stderr.split("\n") if line.startswith("  joinedup ")
    ]
    assert len(offered) > 3
    for line in offered:
        shown = run_joinedup(*shlex.split(line)[1:])
        assert shown.returncode == 0, f"{line}: {shown.stderr}"
        assert shown.stdout or "-o" in line


def test_the_demo_runs_twice_and_every_command_finds_its_graph(
    run_joinedup: Callable[..., Run], tmp_path: Path
) -> None:
    for _ in range(2):
        shown = run_joinedup("demo")
        assert shown.returncode == 0, shown.stderr
    assert (tmp_path / "joinedup-store" / "explorer.html").is_file()
    assert run_joinedup("info").returncode == 0


def test_the_demo_never_replaces_a_graph_of_ones_own(
    run_joinedup: Callable[..., Run], tmp_path: Path
) -> None:
    assert run_joinedup("build", PAGES / "justice-1325.txt").returncode == 0
    refused = run_joinedup("demo")
    assert refused.returncode == 2
    assert "joinedup demo --store" in refused.stderr
    assert not (tmp_path / "joinedup-store" / "explorer.html").exists()
