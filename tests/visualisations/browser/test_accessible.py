"""Pages judged by axe-core: no serious fault, in the light and in the dark."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.installed import missing

if TYPE_CHECKING:
    from tests.visualisations.browser.conftest import Opener

AXE = Path(__file__).parent.parent.parent / "node_modules" / "axe-core" / "axe.min.js"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
CHOSEN = "#chosen=organisation/cabinet-office"


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize(
    ("name", "fragment"),
    [("network_page", ""), ("network_page", CHOSEN), ("flow_page", "#part=1"), ("matrix_page", "")],
)
def test_axe_finds_no_serious_fault(
    opened: Opener, request: pytest.FixtureRequest, name: str, fragment: str, *, dark: bool
) -> None:
    if not AXE.exists():
        missing("axe-core")
    shown = opened(request.getfixturevalue(name), fragment, dark=dark)
    shown.page.evaluate(AXE.read_text(encoding="utf-8"))
    found = shown.page.evaluate(
        "tags => axe.run(document, { runOnly: { type: 'tag', values: tags } })", TAGS
    )
    assert found["passes"]
    faults = [
        (fault["id"], fault["impact"], [node["html"][:120] for node in fault["nodes"]][:3])
        for fault in found["violations"]
        if fault["impact"] in ("serious", "critical")
    ]
    assert faults == []
