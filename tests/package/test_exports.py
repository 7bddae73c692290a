"""What packages say that they offer is what they have."""

from __future__ import annotations

import ast
from importlib import import_module
from pathlib import Path

import pytest

import joinedup

ROOT = Path(__file__).parent.parent.parent
DECLARING = sorted(
    path.relative_to(ROOT)
    for package in ("ontology", "graph", "loaders", "queries", "visualisations", "joinedup")
    for path in (ROOT / package).rglob("*.py")
    if "__all__" in path.read_text(encoding="utf-8")
)


def test_the_door_is_short_and_sorted() -> None:
    assert joinedup.__all__ == sorted(joinedup.__all__, key=lambda name: (name.islower(), name))
    assert set(joinedup.__all__) == {"Graph", "build", "open"}


@pytest.mark.parametrize("path", DECLARING, ids=str)
def test_every_name_that_is_declared_exists(path: Path) -> None:
    name = ".".join(path.with_suffix("").parts).removesuffix(".__init__")
    module = import_module(name)
    declared = module.__all__
    assert len(set(declared)) == len(declared)
    assert not [each for each in declared if not hasattr(module, each)]


@pytest.mark.parametrize("path", DECLARING, ids=str)
def test_no_public_name_defined_here_is_left_out(path: Path) -> None:
    if path.name == "__init__.py":
        return  # a package declares what it passes on, which is tested above
    module = import_module(".".join(path.with_suffix("").parts))
    tree = ast.parse(path.read_text(encoding="utf-8"))
    public = {
        node.name
        for node in tree.body
        if isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("_")
    }
    assert not public - set(module.__all__)
