"""Pictures and tables that people save from a page."""

from __future__ import annotations

import csv
import io
from datetime import UTC, datetime
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from tests.visualisations.browser.conftest import Opened, Opener


def saved(shown: Opened, button: str) -> bytes:
    if not shown.page.locator(f"#{button}").is_visible():
        shown.page.click(".take summary")
    with shown.page.expect_download() as download:
        shown.page.click(f"#{button}")
    path = download.value.path()
    return path.read_bytes()


@pytest.mark.parametrize("name", ["network_page", "flow_page"])
def test_picture_and_table_can_be_taken_away(
    opened: Opener, request: pytest.FixtureRequest, name: str
) -> None:
    shown = opened(request.getfixturevalue(name))
    assert saved(shown, "png").startswith(b"\x89PNG")
    drawing = ET.fromstring(saved(shown, "svg"))  # noqa: S314 - our own file
    assert drawing.tag.endswith("svg")
    assert len(list(drawing.iter())) > 20
    table = list(csv.reader(io.StringIO(saved(shown, "csv").decode("utf-8-sig"))))
    assert len(table) == 1 + shown.page.locator("#rows tr").count()
    assert shown.requests == []
    assert shown.complaints == []


def test_a_picture_by_itself_says_what_it_shows(opened: Opener, network_page: Path) -> None:
    shown = opened(network_page, "#least=2&committee=")
    drawing = ET.fromstring(saved(shown, "svg"))  # noqa: S314 - our own file
    texts = [element.text or "" for element in drawing.iter() if element.tag.endswith("text")]
    words = " ".join(texts)
    assert shown.text("h1") in words
    assert f"From {shown.page.evaluate('joinedup.data.all')} distinct findings" in words
    lines = shown.page.evaluate("joinedup.shown.pairs.length")
    assert f"Shown: {lines} lines between" in words
    assert "each line for at least 2 findings; minimum: 2" in words
    assert "solid: together more than coincidence explains" in words
    assert datetime.now(UTC).date().isoformat() in words
    height, lowest = (
        float(drawing.attrib["height"]),
        max(
            float(element.attrib["y"]) for element in drawing.iter() if element.tag.endswith("text")
        ),
    )
    assert lowest < height
