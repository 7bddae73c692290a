"""`joinedup build --parts` and `joinedup load`: a graph by way of its parts, and back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.loaders.store_comparison import PAGE, assert_same

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.conftest import Run


def test_parts_are_loaded_into_a_store_and_undone(
    run_joinedup: Callable[..., Run], tmp_path: Path
) -> None:
    assert run_joinedup("build", PAGE, "--parts", "parts", "--store", "first").returncode == 0
    loaded = run_joinedup("load", "parts", "--store", "second")
    assert loaded.returncode == 0
    assert loaded.stdout.startswith("The graph at second holds ")
    assert_same(tmp_path / "first", tmp_path / "second")
    listed = run_joinedup("sources", "--store", "second")
    assert PAGE.name in listed.stdout
    assert run_joinedup("load", "parts", "--store", "second").returncode == 0
    assert run_joinedup("undo", "--store", "second").returncode == 0


def test_what_cannot_be_loaded_is_said_in_a_sentence(
    run_joinedup: Callable[..., Run], tmp_path: Path
) -> None:
    (tmp_path / "parts").mkdir()
    (tmp_path / "parts" / "parts.json").write_text("{", encoding="utf-8")
    for place, code, message in (
        ("no-parts", 2, "There are no parts of a whole graph at "),
        ("s3://bucket/graph", 2, "Install s3fs"),
        ("parts", 4, "not as it was written"),
    ):
        refused = run_joinedup("load", place, "--store", "store")
        assert refused.returncode == code
        assert message in refused.stderr
        assert "Traceback" not in refused.stderr
    assert not (tmp_path / "store").exists()
