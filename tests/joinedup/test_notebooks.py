"""The notebooks of `examples` run from top to bottom, and a notebook shows graphs and tables."""

from __future__ import annotations

import json
import os
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import nbformat
import pytest
from nbclient import NotebookClient

if TYPE_CHECKING:
    from nbformat import NotebookNode

    import joinedup

ROOT = Path(__file__).parent.parent.parent
NOTEBOOKS = sorted((ROOT / "examples").glob("*.ipynb"))


def run(
    notebook: NotebookNode, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> list[dict[str, Any]]:
    """The outputs of a notebook that is run in a folder."""
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    monkeypatch.setenv("IPYTHONDIR", str(folder / ".ipython"))
    NotebookClient(
        notebook,
        timeout=300,
        kernel_name="python3",
        resources={"metadata": {"path": str(folder)}},
    ).execute()
    return [output for cell in notebook.cells for output in cell.get("outputs", ())]


def of_cells(*sources: str) -> NotebookNode:
    cells = [
        {"cell_type": "code", "metadata": {}, "source": source, "outputs": [], "id": f"cell-{n}"}
        | {"execution_count": None}
        for n, source in enumerate(sources)
    ]
    content = {"cells": cells, "metadata": {}, "nbformat": 4, "nbformat_minor": 5}
    return read(json.dumps(content))


def read(text: str) -> NotebookNode:
    notebook: NotebookNode = nbformat.reads(text, as_version=4)  # type: ignore[no-untyped-call] # nbformat's
    return notebook


def test_there_are_notebooks() -> None:
    assert len(NOTEBOOKS) >= 3


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_notebook_runs(path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    outputs = run(read(path.read_text(encoding="utf-8")), tmp_path, monkeypatch)
    assert [output for output in outputs if output["output_type"] == "error"] == []
    assert [output for output in outputs if output.get("name") == "stderr"] == []
    assert (
        any("text/html" in output.get("data", {}) for output in outputs) or "objects" in path.stem
    )


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_no_output_is_kept_in_a_notebook(path: Path) -> None:
    content = json.loads(path.read_text(encoding="utf-8"))
    for cell in content["cells"]:
        assert not cell.get("outputs")
        assert cell.get("execution_count") is None
    assert not re.search(r"/(?:home|root|tmp)/", path.read_text(encoding="utf-8"))


def test_progress_is_one_line_that_goes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    notebook = of_cells(
        "from joinedup.interface import notebook_progress as module\n"
        "module._QUIET = module._PAUSE = 0\n"
        "with module.notebook_progress('Reading') as report:\n"
        "    report(1, 4)\n"
        "    report(3, 4)\n"
        "    raise SystemError('seen while it is shown')\n",
    )
    with pytest.raises(Exception, match="seen while it is shown"):
        run(notebook, tmp_path, monkeypatch)
    shown = [o for o in notebook.cells[0].outputs if o["output_type"] == "display_data"]
    assert len(shown) == 1
    assert shown[0]["data"]["text/html"] == ""  # it went with the work


def test_work_that_is_quick_shows_no_progress(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    notebook = of_cells(
        "from joinedup.interface.notebook_progress import notebook_progress\n"
        "with notebook_progress('Reading') as report:\n"
        "    report(1, 4)\n"
    )
    assert run(notebook, tmp_path, monkeypatch) == []


def test_a_script_gets_no_progress(
    bundled: joinedup.Graph, capfd: pytest.CaptureFixture[str]
) -> None:
    assert os.environ.get("JPY_PARENT_PID") is None
    bundled.view("departments")
    assert capfd.readouterr() == ("", "")
