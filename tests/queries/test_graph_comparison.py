"""What changed between two graphs: nothing where nothing did, and else just what did."""

from __future__ import annotations

import io
import json
import re
from typing import TYPE_CHECKING

import pytest

from graph.store.embedded import Store
from graph.store.store_layout import begin_version
from queries.exports import export
from queries.graph_comparison import compare

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.conftest import Run

JU = "https://w3id.org/joinedup/ontology#"
SKOS = "https://w3id.org/joinedup/scheme/"
ID = "https://w3id.org/joinedup/id/"


@pytest.fixture(scope="module")
def nquads(pages_store: Path) -> str:
    output = io.BytesIO()
    export(Store.open(pages_store), "nquads", output)
    return output.getvalue().decode()


def store_of(nquads: str, place: Path) -> Path:
    with begin_version(place) as folder:
        store = Store.create(folder / "quads")
        store.load(nquads.encode())
        store.compact()
        del store
    return place


def five_changes(nquads: str) -> str:
    """A number, a stance, a link, an involvement and a finding."""
    finding = f"<{ID}finding/accountability-index-4-13168>"
    lines = nquads.splitlines(keepends=True)
    stance = next(
        line.split()[0]
        for line in lines
        if f"<{JU}onFinding> {finding}" in line and "position/" in line
    )
    kept = [
        line
        for line in lines
        if not line.startswith(f"{finding} <{JU}concerns> <{ID}initiative/bold")
    ]
    assert len(kept) == len(lines) - 1
    text = "".join(kept)
    text = re.sub(f'{re.escape(finding)} <{JU}number> "24"', f'{finding} <{JU}number> "25"', text)
    text = re.sub(
        f"{re.escape(stance)} <{JU}decision> <[^>]+>",
        f"{stance} <{JU}decision> <{SKOS}positions#deferred>",
        text,
    )
    more = (
        (f"<{ID}initiative/data-first>", f"<{JU}partner>", f"<{ID}organisation/home-office>"),
        (
            f"<{ID}finding/new>",
            "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>",
            f"<{JU}Finding>",
        ),
        (
            f"<{ID}finding/new>",
            "<http://www.w3.org/2000/01/rdf-schema#label>",
            '"Conclusion 99"@en',
        ),
    )
    return text + "".join(f"{s} {p} {o} .\n" for s, p, o in more)


def test_a_graph_does_not_differ_from_itself(pages_store: Path) -> None:
    assert compare(pages_store, pages_store) == ()


def test_just_the_five_changes_are_told(pages_store: Path, nquads: str, tmp_path: Path) -> None:
    later = store_of(five_changes(nquads), tmp_path / "later")
    told = [str(change) for change in compare(pages_store, later)]
    assert len(told) == 5, told
    whole = "\n".join(told)
    assert "added finding: Conclusion 99" in whole
    assert "changed finding: Conclusion 24, Public Accounts Committee (number: 24 → 25)" in whole
    assert re.search(r"changed position: Deferred, .+ \(stance: \w+ → Deferred\)", whole)
    assert "removed link: finding/accountability-index-4-13168 concerns Better Outcomes" in whole
    assert "added involvement: organisation/home-office: partner of initiative/data-first" in whole


def test_a_store_and_an_sqlite_file_of_it_are_the_same(
    pages_store: Path, run_joinedup: Callable[..., Run], tmp_path: Path
) -> None:
    run_joinedup("export", "sqlite", "-o", "graph.sqlite", "--store", pages_store)
    assert compare(pages_store, tmp_path / "graph.sqlite") == ()
    assert compare(tmp_path / "graph.sqlite", pages_store) == ()


def test_the_command_tells_changes_as_data_too(
    pages_store: Path, nquads: str, run_joinedup: Callable[..., Run], tmp_path: Path
) -> None:
    store_of(five_changes(nquads), tmp_path / "later")
    shown = run_joinedup("diff", pages_store, "later", "--format", "json")
    rows = json.loads(shown.stdout)["rows"]
    assert len({(row["what"], row["thing"]) for row in rows}) == 5
    assert "5 changes" in shown.stderr
    nothing = run_joinedup("diff", pages_store, pages_store)
    assert nothing.stdout == ""


def test_a_place_that_holds_no_graph_is_refused(
    run_joinedup: Callable[..., Run], pages_store: Path, tmp_path: Path
) -> None:
    (tmp_path / "empty").mkdir()
    refused = run_joinedup("diff", pages_store, "empty")
    assert refused.returncode == 3
    assert "not a store, a release or an SQLite file" in refused.stderr
