"""What is installed is what was tested: the lock holds everything that the project asks for."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
LOCK = (ROOT / "requirements.lock").read_text(encoding="utf-8")


def normalised(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def test_the_lock_holds_every_requirement_with_hashes() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    groups = (project["dependency-groups"][name] for name in ("test", "check", "build", "docs"))
    required = [*project["project"]["dependencies"], *(each for group in groups for each in group)]
    names = {normalised(re.split(r"[<>=!~\[; ]", each)[0]) for each in required}
    pinned = re.findall(
        r"^([\w.-]+)==[^\n]*(?:\n    --hash=sha256:[0-9a-f]{64}(?: \\)?)+", LOCK, re.MULTILINE
    )
    assert not names - {normalised(name) for name in pinned}, "run: make lock"
    assert len(pinned) == len(re.findall(r"^[\w.-]+==", LOCK, re.MULTILINE))


def test_the_lock_names_no_address() -> None:
    assert "://" not in LOCK
