"""What a journalist asks of the demo: one command each, every sentence marked, with its source."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.conftest import Run

MARKS = ("[retold]", "[our words]")


def rows_of(shown: Run) -> list[dict[str, str]]:
    """The rows of an answer as CSV."""
    assert shown.returncode == 0, shown.stderr
    return list(csv.DictReader(io.StringIO(shown.stdout)))


@pytest.mark.parametrize(
    ("command", "organisations"),
    [
        (("connections", "unique child identifier", "DfE"), {"Department for Education"}),
        (("connections", "ECHILD", "DfE"), {"Department for Education"}),
        (("connections", "BOLD", "MoJ"), {"Ministry of Justice"}),
    ],
)
def test_a_tie_of_an_initiative_comes_with_marked_sentences(
    run_joinedup: Callable[..., Run],
    bundled_store: Path,
    command: tuple[str, ...],
    organisations: set[str],
) -> None:
    rows = rows_of(run_joinedup(*command, "--format", "csv", "--store", bundled_store))
    assert organisations <= {row["names"] for row in rows}
    assert all(row["sentence"].startswith(MARKS) for row in rows)
    assert any(row["sentence"].startswith("[retold]") for row in rows)
    assert all(row["source"].startswith("https://") for row in rows)


def test_what_is_overdue_comes_with_its_sentence_date_and_source(
    run_joinedup: Callable[..., Run], bundled_store: Path
) -> None:
    rows = rows_of(
        run_joinedup(
            "ask",
            "overdue-commitments",
            "as-of=2026-11-27",
            "--evidence",
            "--format",
            "csv",
            "--store",
            bundled_store,
        )
    )
    quoted = [row for row in rows if row["words"]]
    assert len(quoted) > 10
    assert all(row["words"].startswith("[retold]") for row in quoted)
    assert all(row["latest"] < "2026-11-27" for row in rows)
    assert all(row["source"].startswith("https://") for row in quoted)


def test_a_picture_for_an_article_is_one_command(
    run_joinedup: Callable[..., Run], bundled_store: Path, tmp_path: Path
) -> None:
    picture = tmp_path / "bold.svg"
    drawn = run_joinedup("view", "ego", "BOLD", "-o", picture, "--store", bundled_store)
    assert drawn.returncode == 0, drawn.stderr
    assert "Better Outcomes through Linked Data" in picture.read_text(encoding="utf-8")
