"""A quality flag is dismissed by the next build, and a dismissal that matches none is told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.store.embedded import Store
from loaders.pipeline.build import build
from queries.conversion import to_python
from tests.conftest import PAGES
from tests.joinedup.test_correct import FINDING, PAGE, WHOSE

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.conftest import Run

SHARED = "accountability-index-4-13168"
"""A page whose answer is shown with others too, so that a quality flag is raised on it."""

ADDRESSES = """
    PREFIX foaf: <http://xmlns.com/foaf/0.1/>
    PREFIX ju: <https://w3id.org/joinedup/ontology#>
    SELECT ?page ?finding { GRAPH ?record { ?finding a ju:Finding } ?record foaf:page ?page }
"""
DISMISSALS = """
    PREFIX ju: <https://w3id.org/joinedup/ontology#>
    SELECT ?reason WHERE { ?note ju:dismissedBy/ju:remark ?reason }
"""


def test_a_flag_is_dismissed_by_the_next_build_whichever_name_the_finding_was_given(
    tmp_path: Path, run_joinedup: Callable[..., Run]
) -> None:
    pages = [str(PAGES / f"public-accounts-{name}.txt") for name in ("13152", "13168")]
    path = tmp_path / "store"
    build(pages, path)
    address = next(
        str(to_python(page))
        for page, finding in Store.open(path).rows(ADDRESSES)
        if str(finding).endswith(f"{SHARED}>")
    )
    done = run_joinedup("correct", address, "dismiss", "shared-answer", *WHOSE, "--store", path)
    assert "it takes effect with the next build or addition" in done.stdout
    build(pages, path)
    assert [str(to_python(row[0])) for row in Store.open(path).rows(DISMISSALS)] == ["Read again."]


def test_a_build_tells_of_a_dismissal_that_matches_no_flag(
    tmp_path: Path, run_joinedup: Callable[..., Run]
) -> None:
    corrections = tmp_path / "corrections.toml"
    corrections.write_text(
        f'[[dismiss]]\nfinding = "{FINDING}"\nflag = "echo"\n'
        'by = "A. Clerk"\non = 2026-11-22\nwhy = "It is no echo."\n',
        encoding="utf-8",
    )
    done = run_joinedup("build", PAGE, "--store", tmp_path / "store", "--corrections", corrections)
    assert done.returncode == 5
    assert "changes nothing: no flag 'echo' is raised on it" in " ".join(done.stdout.split())
