"""The files and stores that the command lines of `command_cases.py` name in braces."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.conftest import PAGES
from tests.joinedup.captured import run_captured

if TYPE_CHECKING:
    from pathlib import Path

_PAGE = PAGES / "international-development-3055.txt"
_FINDING = "accountability-index-15-3055"

_LIST = (
    "Report title,Committee,No,Recommendation,Government position,Target date,Owner of the row\n"
    "Piers and harbours,Harbours Committee,4,The Department should mend each pier.,Accepted,"
    "2026-03-31,A. Clerk\n"
)
"""A list of recommendations as people keep it."""


def case_names(pages_store: Path, bundled_store: Path, folder: Path) -> dict[str, object]:
    """What stands for the names in braces, but for `{folder}` and `{corrected}`.

    Args:
        pages_store: A store of the record pages of the fixtures.
        bundled_store: One of the project's own findings.
        folder: Where files are written that the lines name.
    """
    graph = folder / "graph.nq"
    _run(f"export nquads --store {bundled_store} -o {graph}")
    parts = folder / "parts"
    _run(f"build {_PAGE} --parts {parts} --store {folder / 'store-of-parts'}")
    listed = folder / "list.csv"
    listed.write_text(_LIST, encoding="utf-8")
    return {
        "list": listed,
        "pages": pages_store,
        "bundled": bundled_store,
        "sources": PAGES,
        "gold": PAGES.parent / "gold_pages.jsonl",
        "page": _PAGE,
        "graph": graph,
        "parts": parts,
    }


def corrected_store(folder: Path) -> Path:
    """A store of two pages in a folder, corrected once; it may be changed."""
    store = folder / "corrected"
    _run(f"build {_PAGE} {PAGES / 'justice-1325.txt'} --store {store}")
    _run(
        f"correct {_FINDING} position accepted --by Clerk --why Misread --store {store}",
    )
    return store


def _run(line: str) -> None:
    text, status = run_captured(line, {})
    assert status in {0, 5}, text
