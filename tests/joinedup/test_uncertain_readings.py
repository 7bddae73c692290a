"""What was read and may be wrong is named in the report, and the build says so by its exit code."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.conftest import Run

RESPONSE = """Government Response to the Transport Committee’s First Report of
Session 2023–24, Ferries (HC 12)

May 2024

CP 1030

Recommendation 1. The Department should publish delays. (Paragraph 4)

We accept this recommendation.

Recommendation 4. The Department should fund piers. (Paragraph 9)

We do not accept this recommendation.
"""


def test_a_jump_in_the_numbers_is_named_with_its_line(
    tmp_path: Path, run_joinedup: Callable[..., Run]
) -> None:
    (tmp_path / "response.txt").write_text(RESPONSE, encoding="utf-8")
    run = run_joinedup("build", "response.txt", "--store", "s", "--report", "json")
    assert run.returncode == 5
    (issue,) = json.loads(run.stdout)["uncertain"]
    assert issue["location"] == "response.txt line 12"
    assert issue["problem"].startswith("Numbers go from 1 to 4")
    shown = run_joinedup("build", "response.txt", "--store", "s").stdout
    assert "Read, but uncertain: compare with the document (1):" in shown
