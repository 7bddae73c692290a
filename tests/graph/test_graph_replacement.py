"""A good graph is not replaced by one that is much smaller, unless the user says so."""

from __future__ import annotations

from typing import TYPE_CHECKING
from zipfile import ZipFile

import pytest

from graph.errors import ReplacementError
from graph.store.embedded import Store
from graph.store.graph_summary import GraphSummary, refuse_replacement
from loaders.pipeline.build import BuildOptions, build
from tests.conftest import PAGES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from tests.conftest import Run

PAGE = PAGES / "justice-1325.txt"
FINDINGS = "SELECT ?f WHERE { ?f a <https://w3id.org/joinedup/ontology#Finding> }"


def findings(store_path: Path) -> int:
    return len(list(Store.open(store_path).rows(FINDINGS)))


def graph_of(findings_count: int) -> GraphSummary:
    return GraphSummary(findings_count * 40 + 3, findings_count + 5, findings_count)


@pytest.mark.parametrize(
    ("new", "old", "refused"),
    [
        (0, 0, False),
        (0, 1, True),
        (1, 2, False),
        (1, 3, True),
        (50, 100, False),
        (49, 100, True),
        (500, 100, False),
    ],
)
def test_a_graph_with_fewer_than_half_of_the_findings_is_refused(
    tmp_path: Path, new: int, old: int, *, refused: bool
) -> None:
    def replace() -> None:
        refuse_replacement(graph_of(new), graph_of(old), tmp_path)

    if refused:
        with pytest.raises(ReplacementError, match=r"The new graph holds .*--replace"):
            replace()
    else:
        replace()


@pytest.mark.parametrize(
    ("new", "old", "refused"),
    [
        (GraphSummary(0, 0, 0), GraphSummary(100, 0, 0), "0 statements"),
        (GraphSummary(49, 9, 0), GraphSummary(100, 9, 0), "49 statements"),
        (GraphSummary(50, 9, 0), GraphSummary(100, 9, 0), None),
        (GraphSummary(900, 4, 0), GraphSummary(100, 9, 0), "4 source records"),
        (GraphSummary(900, 0, 0), GraphSummary(0, 0, 0), None),
    ],
)
def test_a_graph_without_findings_is_judged_by_its_records_and_statements(
    tmp_path: Path, new: GraphSummary, old: GraphSummary, refused: str | None
) -> None:
    if refused is None:
        refuse_replacement(new, old, tmp_path)
        return
    with pytest.raises(ReplacementError, match=refused):
        refuse_replacement(new, old, tmp_path)


def test_a_build_of_a_smaller_file_is_refused_with_both_counts_unless_told(
    tmp_path: Path, run_joinedup: Callable[..., Run]
) -> None:
    path, archive = tmp_path / "store", tmp_path / "pages.zip"
    write_archive(archive, PAGES.glob("*.txt"))
    build([str(archive)], path)
    many = findings(path)
    write_archive(archive, [PAGE])
    done = run_joinedup("build", archive, "--store", path)
    assert (done.returncode, findings(path)) == (2, many)
    assert f"1 finding, fewer than half of the {many}" in done.stderr
    build([str(archive)], path, BuildOptions(replace=True))
    assert findings(path) == 1


def write_archive(path: Path, files: Iterable[Path]) -> None:
    with ZipFile(path, "w") as archive:
        for file in files:
            archive.write(file, file.name)
