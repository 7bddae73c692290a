"""What a command writes takes its place when it is whole, or what stood there stays."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from graph.errors import UsageError
from joinedup.atomic_write import draft_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.conftest import Run


def test_a_draft_takes_the_place_of_what_was_there(tmp_path: Path) -> None:
    output = tmp_path / "page.html"
    output.write_text("old")
    with draft_of(output) as draft:
        draft.write_text("new")
        assert output.read_text() == "old"
    assert output.read_text() == "new"
    assert list(tmp_path.iterdir()) == [output]


def _fill(output: Path) -> None:
    with draft_of(output) as draft:
        draft.mkdir()
        (draft / "a.csv").write_text("new")
        raise OSError(28, "No space left on device")


def test_what_stood_there_stays_if_the_writing_fails(tmp_path: Path) -> None:
    output = tmp_path / "tables"
    output.mkdir()
    (output / "a.csv").write_text("old")
    with pytest.raises(UsageError, match="tables cannot be written: No space left"):
        _fill(output)
    assert (output / "a.csv").read_text() == "old"
    assert list(tmp_path.iterdir()) == [output]


@pytest.mark.parametrize("words", [("view", "flow"), ("export", "turtle")])
def test_a_place_that_is_not_there_is_told_without_a_traceback(
    run_joinedup: Callable[..., Run], pages_store: Path, words: tuple[str, str]
) -> None:
    done = run_joinedup(*words, "-o", "nowhere/much", "--store", pages_store)
    assert done.returncode == 2
    assert done.stderr.strip().endswith("much cannot be written: No such file or directory.")
    assert "Traceback" not in done.stderr
