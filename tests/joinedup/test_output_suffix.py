"""The suffix of an output file decides its format, and what does not fit is refused."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from graph.errors import UsageError
from joinedup.output_suffix import format_of_output, refuse_other_suffix

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
