"""The examples in the documents about releases and the model, run as they stand."""

from __future__ import annotations

import io
import re
import shlex
import shutil
from contextlib import redirect_stdout
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from ontology.namespaces import JU, PREFIXES
from queries.extracts import table_extracts

if TYPE_CHECKING:
    from collections.abc import Callable

    import joinedup
    from graph.store.embedded import Store
    from tests.conftest import Run

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


def commands() -> list[str]:
    lines = [line for block in blocks("sh") for line in block.splitlines()]
    return [line.partition("#")[0].strip() for line in lines if line.startswith("joinedup ")]


def test_commands_run_in_the_order_in_which_they_stand(
    run_joinedup: Callable[..., Run], pages_store: Path, tmp_path: Path
) -> None:
    shutil.copytree(pages_store, tmp_path / "my-graph")
    wanted = [line for line in commands() if not line.startswith("joinedup reason")]
    assert len(wanted) >= 7
    for line in wanted:
        words = shlex.split(line.partition(" > ")[0])[1:]
        if words[0] == "diff":
            words = ["joinedup-2026-11" if "2026-10" in word else word for word in words]
        done = run_joinedup(*words)
        assert done.returncode == 0, f"{line}\n{done.stderr}"


def test_every_command_that_is_spoken_of_is_there() -> None:
    text = " ".join((DOCS / name).read_text(encoding="utf-8") for name in FILES)
    named = set(re.findall(r"`joinedup ([a-z]+)[ `]", text))
    assert named
    assert all((DOCS.parent / "joinedup" / "commands" / f"{name}.py").is_file() for name in named)


def test_the_model_names_only_classes_and_properties_that_are_there(
    bundled: joinedup.Graph,
) -> None:
    text = (DOCS / "model.md").read_text(encoding="utf-8")
    store: Store = bundled._store  # noqa: SLF001 - the store behind the door
    for prefix, local in re.findall(r"`(ju|cito|voice):([\w-]+)`", text):
        address = PREFIXES[prefix] + local
        assert store.query(f"ASK {{ <{address}> a ?kind }}"), address
    for name in re.findall(r"\b((?:[A-Z][a-z]+){2,})\b", text):
        assert hasattr(JU, name) or name in {"GraphML"}, name


def test_every_table_has_a_title_and_columns() -> None:
    assert all(extract.columns and extract.title for extract in table_extracts())
