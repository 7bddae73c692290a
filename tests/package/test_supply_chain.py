"""What joinedup is made of can be listed, is under known licences, and is the same list twice."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from importlib.metadata import metadata
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parent.parent.parent
LICENCES = (
    *("0BSD", "Apache", "BSD", "CC0", "CNRI", "Eclipse", "EPL", "GPL", "General Public", "HPND"),
    *("ISC", "MIT", "MPL", "Mozilla", "OFL", "PSF", "Python", "Public Domain", "Unlicense", "W3C"),
    *("ZPL", "Zlib"),
)
"""A part of the name of every licence under which we take packages in."""

NOT_IN_METADATA = {"resvg_py": "MIT"}
"""Packages whose metadata name no licence, with that of the text they bring."""


def inventory(folder: Path, name: str, validation: str) -> dict[str, Any]:
    output = folder / name
    words = ["--output-reproducible", validation, "--pyproject", str(ROOT / "pyproject.toml")]
    subprocess.run(
        [
            *(sys.executable, "-m", "cyclonedx_py", "environment"),
            *words,
            *("--output-file", str(output), sys.executable),
        ],
        check=True,
        capture_output=True,
        timeout=300,
    )
    content: dict[str, Any] = json.loads(output.read_text(encoding="utf-8"))
    return content


@pytest.fixture(scope="module")
def components(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    folder = tmp_path_factory.mktemp("inventory")
    listed = inventory(folder, "first.json", "--validate")
    inventory(folder, "second.json", "--no-validate")
    assert (folder / "first.json").read_bytes() == (folder / "second.json").read_bytes()
    assert listed["metadata"]["component"]["name"] == "joinedup"
    return {component["name"]: component for component in listed["components"]}


def test_the_inventory_holds_what_joinedup_needs(components: dict[str, Any]) -> None:
    assert {"rdflib", "networkx", "owlready2", "pyvis", "pyoxigraph", "click"} <= {
        name.lower() for name in components
    }


def test_every_package_is_under_a_known_licence(components: dict[str, Any]) -> None:
    unknown = {}
    for name, component in components.items():
        written = metadata(name).json.get("license") or NOT_IN_METADATA.get(name)
        stated = json.dumps(component.get("licenses") or written)
        if not any(licence in stated for licence in LICENCES):
            unknown[name] = stated[:200]
    assert unknown == {}


def test_every_test_that_a_promise_names_is_there() -> None:
    text = (ROOT / "SECURITY.md").read_text(encoding="utf-8")
    named = re.findall(r"`((?:tests|benchmarks)/[\w./]+)`", text)
    assert len(named) > 20
    assert [path for path in named if not (ROOT / path).exists()] == []
