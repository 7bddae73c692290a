"""A record that defeats the program is one line of the report, and the others go on."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

import joinedup
from loaders.identity.identities import IdentityEvidence
from loaders.pipeline.extract import extract
from loaders.pipeline.state import record_quads
from tests.conftest import HERE

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

PAGE = (HERE / "cases" / "hostile" / "good.txt").read_text(encoding="utf-8")
BAD = "bad.txt"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two pages of two findings, one of which is to fail."""
    (tmp_path / "good.txt").write_text(PAGE, encoding="utf-8")
    other = PAGE.replace("recommendation/1/", "recommendation/2/").replace("We heard", "We saw")
    (tmp_path / BAD).write_text(other, encoding="utf-8")
    return tmp_path


def failing(function: Callable[..., object], place: int) -> Callable[..., object]:
    """A function that fails for the record of the bad file, which is its argument at `place`."""

    def fail(*values: object) -> object:
        if BAD in str(values[place]):
            raise AssertionError("words of the page")
        return function(*values)

    return fail


def lines(graph: joinedup.Graph) -> list[str]:
    assert graph.report
    return [f"{issue.location}: {issue.problem}" for issue in graph.report.issues if issue.lost]


def test_a_record_whose_texts_defeat_the_program_is_stated(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("loaders.pipeline.stages.extract", failing(extract, 0))
    graph = joinedup.build(str(folder))
    [line] = lines(graph)
    assert BAD in line
    assert "AssertionError in" in line
    assert "words of the page" not in line
    assert graph.report
    assert graph.report.claims["Finding"] == 2
    texts = graph.query("SELECT ?t { ?s ?p ?t FILTER(STRSTARTS(?t, 'We saw')) }")
    assert texts.rows


def test_a_record_that_cannot_be_stated_is_not_counted(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("loaders.pipeline.stages.extract", failing(extract, 0))
    monkeypatch.setattr("loaders.pipeline.stages.record_quads", failing(record_quads, 1))
    graph = joinedup.build(str(folder))
    assert BAD in lines(graph)[0]
    assert graph.report
    assert graph.report.claims["Finding"] == 1
    assert graph.report.records["record_pages"] == 1


def test_a_record_that_cannot_be_identified_is_left_out(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(IdentityEvidence, "add", failing(IdentityEvidence.add, 1))
    graph = joinedup.build(str(folder))
    assert BAD in lines(graph)[0]
    assert graph.report
    assert graph.report.records["record_pages"] == 1


def test_answers_that_cannot_be_linked_are_one_line(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_: object) -> object:
        raise KeyError

    monkeypatch.setattr("loaders.pipeline.stages.link", fail)
    graph = joinedup.build(str(folder))
    [line] = lines(graph)
    assert "could not be read because of a fault in joinedup" in line
