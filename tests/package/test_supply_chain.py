"""What joinedup is made of can be listed, is under known licences, and is the same list twice."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from importlib.metadata import PackageMetadata, metadata
from pathlib import Path
from typing import Any

import pytest
from packaging.markers import Marker

ROOT = Path(__file__).parent.parent.parent
LICENCES = frozenset(
    (
        *("0BSD", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "CC0-1.0", "GPL-2.0-or-later"),
        *(
            "ISC",
            "LGPL-3.0-only",
            "LGPL-3.0-or-later",
            "MIT",
            "MIT-0",
            "MIT-CMU",
            "MPL-2.0",
            "PSF-2.0",
        ),
        *("W3C", "W3C-20150513", "Zlib"),
    )
)
"""The SPDX names of the licences under which we take packages in."""

WRITTEN_NAMES = {
    "Apache 2.0": "Apache-2.0",
    "Apache License": "Apache-2.0",
    "Apache Software License": "Apache-2.0",
    "Artistic License": "GPL-2.0-or-later",
    "BSD 2-Clause License": "BSD-2-Clause",
    "BSD 3-Clause": "BSD-3-Clause",
    "BSD 3-Clause License": "BSD-3-Clause",
    "BSD 3-Clause license": "BSD-3-Clause",
    "BSD License": "BSD-3-Clause",
    "BSD": "BSD-3-Clause",
    "GNU General Public License (GPL)": "GPL-2.0-or-later",
    "ISC License (ISCL)": "ISC",
    "ISC license": "ISC",
    "LGPL-3.0-or-newer": "LGPL-3.0-or-later",
    "MIT License": "MIT",
    "MIT license": "MIT",
    "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
    "PSFL": "PSF-2.0",
    "W3C SOFTWARE NOTICE AND LICENSE": "W3C",
}
"""Whole names that metadata of packages use for licences in place of their SPDX names.

`text-unidecode` is under the Artistic licence or, as we choose, the GPL.
"""

NOT_IN_METADATA = {"colorama": "BSD-3-Clause", "resvg-py": "MIT"}
"""Packages that name no licence in their metadata, or are installed on Windows alone."""

_PINNED = re.compile(r"^(?P<name>[\w.-]+)==[^;\\\s]+ *(?:; *(?P<marker>[^\\\n]+))?", re.MULTILINE)
_BETWEEN = re.compile(r"\s+(?:AND|OR|WITH)\s+|[()]")


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


def _field(package: PackageMetadata, name: str) -> str:
    """A field of the metadata of a package; empty where it has none."""
    return str(next(iter(package.get_all(name) or ()), ""))


def stated_licences(name: str) -> set[str]:
    """The licences of a package: SPDX names, and whole phrases of its metadata that are none."""
    if name in NOT_IN_METADATA:
        return {NOT_IN_METADATA[name]}
    package = metadata(name)
    classifiers = package.get_all("Classifier") or []
    phrases = [
        _field(package, "License-Expression")
        or _field(package, "License").partition("\n")[0].partition(",")[0],
        *(line.rpartition(" :: ")[2] for line in classifiers if line.startswith("License")),
    ]
    for phrase in filter(None, phrases):
        parts = [phrase] if phrase in WRITTEN_NAMES else filter(None, _BETWEEN.split(phrase))
        words = {WRITTEN_NAMES.get(part, part) for part in parts}
        if words <= LICENCES:
            return words
    return set(phrases)


def test_every_package_of_the_lock_is_under_a_known_licence() -> None:
    pins = list(_PINNED.finditer((ROOT / "requirements.lock").read_text(encoding="utf-8")))
    assert len(pins) > 100
    names = [
        pin["name"]
        for pin in pins
        if pin["name"] in NOT_IN_METADATA or not pin["marker"] or Marker(pin["marker"]).evaluate()
    ]
    others = {name: stated_licences(name) - LICENCES for name in names}
    assert {name: licences for name, licences in others.items() if licences} == {}
    assert all(stated_licences(name) for name in names)


def test_every_test_that_a_promise_names_is_there() -> None:
    text = (ROOT / "SECURITY.md").read_text(encoding="utf-8")
    named = re.findall(r"`((?:tests|benchmarks)/[\w./]+)`", text)
    assert len(named) > 20
    assert [path for path in named if not (ROOT / path).exists()] == []
