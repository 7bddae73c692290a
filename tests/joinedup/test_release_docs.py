"""The examples in the documents about releases and the model, run as they stand."""

from __future__ import annotations

import io
import re
from contextlib import redirect_stdout
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from ontology.namespaces import JU, PREFIXES
from queries.extracts import table_extracts

if TYPE_CHECKING:
    import joinedup
    from graph.store.readable_store import ReadableStore

DOCS = Path(__file__).parent.parent.parent / "docs"
FILES = ("model.md", "release.md")


def blocks(language: str) -> list[str]:
    found = []
    for name in FILES:
        text = (DOCS / name).read_text(encoding="utf-8")
        found += re.findall(rf"```{language}\n(.*?)```", text, re.DOTALL)
    return found


@pytest.mark.parametrize("code", blocks("python"), ids=lambda text: text.splitlines()[0][:40])
def test_python_examples_run(code: str) -> None:
    output = io.StringIO()
    with redirect_stdout(output):
        exec(compile(code, "example", "exec"), {})  # noqa: S102 - our own documents
    assert output.getvalue().strip()


def test_the_model_names_only_classes_and_properties_that_are_there(
    bundled: joinedup.Graph,
) -> None:
    text = (DOCS / "model.md").read_text(encoding="utf-8")
    store: ReadableStore = bundled._store  # noqa: SLF001 - the store behind the door
    for prefix, local in re.findall(r"`(ju|cito|voice):([\w-]+)`", text):
        address = PREFIXES[prefix] + local
        assert store.query(f"ASK {{ <{address}> a ?kind }}"), address
    for name in re.findall(r"\b((?:[A-Z][a-z]+){2,})\b", text):
        assert hasattr(JU, name) or name in {"GraphML"}, name


def test_every_table_has_a_title_and_columns() -> None:
    assert all(extract.columns and extract.title for extract in table_extracts())
