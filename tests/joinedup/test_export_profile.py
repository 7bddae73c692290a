"""The export for Web Annotation: what it holds, and who may not take it for a graph."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pyoxigraph as ox
import pytest

from graph.errors import StoreError
from graph.store.embedded import Store
from graph.store.store_layout import begin_version
from queries.web_annotation import web_annotation_store

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.conftest import Run

OA = "http://www.w3.org/ns/oa#"
JU = "https://w3id.org/joinedup/ontology#"
UNQUOTED = f"""
SELECT ?mention WHERE {{
  ?mention a <{JU}Mention> MINUS {{
    ?mention a <{OA}Annotation> ; <{OA}hasTarget> ?target ; <{JU}voice> ?voice ;
      <{JU}confidence> ?sure ; <{JU}inText> ?text .
    ?target a <{OA}SpecificResource> ; <{OA}hasSource> ?text ; <{OA}hasSelector> ?quote , ?place .
    ?text <{JU}content> ?content .
    ?quote <{OA}exact> ?exact ; <{OA}prefix> ?before ; <{OA}suffix> ?after .
    ?place <{OA}start> ?start ; <{OA}end> ?end .
    FILTER(SUBSTR(?content, ?start + 1, ?end - ?start) = ?exact)
    FILTER(CONTAINS(?content, CONCAT(?before, ?exact, ?after)))
  }}
}}"""


def test_every_mention_is_quoted_in_the_file(
    run_joinedup: Callable[..., Run], bundled_store: Path, tmp_path: Path
) -> None:
    output = tmp_path / "full.nq"
    run_joinedup("export", "--profile", "web-annotation", "-o", output, "--store", bundled_store)
    engine = ox.Store()
    engine.load(path=str(output), format=ox.RdfFormat.N_QUADS)
    full = Store(engine)
    assert list(full.rows(UNQUOTED)) == []
    count = f"SELECT (COUNT(*) AS ?n) WHERE {{ ?mention a <{JU}Mention> }}"
    mentions = [row[0] for row in full.rows(count)]
    assert mentions == [row[0] for row in Store.open(bundled_store).rows(count)]
    assert not list(engine.quads_for_pattern(None, ox.NamedNode(f"{JU}inSentence"), None))


def test_the_profile_is_for_formats_of_rdf(
    run_joinedup: Callable[..., Run], bundled_store: Path, tmp_path: Path
) -> None:
    run = run_joinedup(
        "export", "csv", "--profile", "web-annotation", "-o", tmp_path / "tables",
        "--store", bundled_store,
    )  # fmt: skip
    assert "--profile web-annotation is for formats of RDF: jsonld, nquads" in run.stderr


def test_such_a_file_is_no_graph_to_import(
    run_joinedup: Callable[..., Run], bundled_store: Path, tmp_path: Path
) -> None:
    output = tmp_path / "full.trig"
    run_joinedup("export", "--profile", "web-annotation", "-o", output, "--store", bundled_store)
    run = run_joinedup("import", output, "--store", tmp_path / "copy")
    assert "it is in the form of Web Annotation" in run.stderr


def test_a_store_of_an_earlier_version_is_to_be_built_again(
    bundled_store: Path, tmp_path: Path
) -> None:
    place = tmp_path / "former"
    with web_annotation_store(Store.open(bundled_store)) as full, begin_version(place) as version:
        former = Store.create(version / "quads")
        former.load(ox.serialize(full.quads(ox.DefaultGraph()), format=ox.RdfFormat.N_QUADS) or b"")
        former.flush()
    with pytest.raises(StoreError, match="built by an earlier version of joinedup"):
        Store.open(place)
